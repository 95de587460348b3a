/** A scenario file that the local server was started with. */
export interface OfferedFile {
  readonly name: string;
  readonly text: string;
}

/** Whether the page was opened by a local server that was given a file. */
const addressOfOffer = (): string | undefined =>
  document.querySelector<HTMLMetaElement>('meta[name="restore-sim-file"]')?.content;

/** Reads the file anew; `undefined` where none is offered. Throws an Error in plain words when it is gone. */
export async function readOffer(): Promise<OfferedFile | undefined> {
  const address = addressOfOffer();
  if (address === undefined) return undefined;
  const response = await fetch(address);
  if (!response.ok) throw new Error((await response.text()).slice(0, 500));
  const { name, text } = (await response.json()) as Record<string, unknown>;
  return { name: String(name), text: String(text) };
}
