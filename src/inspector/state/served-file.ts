/** A scenario file that the local server was started with. */
export interface ServedFile {
  readonly name: string;
  readonly text: string;
}

/** What our own local server writes into the head of the page; undefined anywhere else. */
export const served = (name: 'file' | 'live' | 'watch', page: Document = document): string | undefined =>
  page.querySelector<HTMLMetaElement>(`meta[name="restore-sim-${name}"]`)?.content;

/** Reads the file anew; `undefined` where none is served. Throws an Error in plain words when it is gone. */
export async function readServedFile(): Promise<ServedFile | undefined> {
  const path = served('file');
  if (path === undefined) return undefined;
  const response = await fetch(path, { cache: 'no-store' });
  if (!response.ok) throw new Error((await response.text()).slice(0, 500));
  const { name, text } = (await response.json()) as Readonly<Record<string, unknown>>;
  if (typeof name === 'string' && typeof text === 'string') return { name, text };
  throw new Error('The server answers with something that is no file.');
}
