/** What our own local server writes into the head of the page; null anywhere else. */
export const offered = (name: string): string | null =>
  document.querySelector<HTMLMetaElement>(`meta[name="restore-sim-${name}"]`)?.content ?? null;

/** The file that the local server was started with, if there is one. */
export async function offeredFile(): Promise<{ readonly name: string; readonly text: string } | null> {
  const path = offered('file');
  if (path === null) return null;
  const response = await fetch(path, { cache: 'no-store' });
  if (!response.ok) throw new Error(await response.text());
  return (await response.json()) as { name: string; text: string };
}
