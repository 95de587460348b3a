import { saidOr } from '../../model/listed.ts';
import { must } from '../../model/must.ts';
import { Journal } from '../../run/journal.ts';
import type { StoryStore } from '../state/story-store.ts';

/** Hands a text to the browser as a file to keep. */
export const saveText = (name: string, type: string, text: string): void => saveBlob(name, new Blob([text], { type }));

/** The same for a picture. */
export function saveBlob(name: string, content: Blob): void {
  const address = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name out of a scenario's name: letters, digits and hyphens. */
export const fileNameOf = (store: StoryStore): string =>
  saidOr(
    'scenario',
    must(store.getSnapshot().scenario.id.split('/').at(-1), 'a part of the name')
      .replace(/\.ya?ml$/, '')
      .replaceAll(/[^a-zA-Z0-9-]+/g, '-')
      .slice(0, 80),
  );

/** As `run --json` prints it. Fetched when it is asked for, as the record is: it is no part of the first picture. */
export async function saveRun(store: StoryStore): Promise<void> {
  const [{ runAsJson }, { jsonText }] = await Promise.all([
    import('../../report/run-json.ts'),
    import('../../report/json-text.ts'),
  ]);
  saveText(`${fileNameOf(store)}.run.json`, 'application/json', jsonText(runAsJson(store.told)));
}

/** As `run --journal` writes it: one line of JSON for each thing that happened. */
export function saveJournal(store: StoryStore): void {
  saveText(`${fileNameOf(store)}.journal.jsonl`, 'application/jsonl', new Journal(store.told.lines).toText());
}

/** As `run --record` writes it, with the changed conditions and what was done by hand. */
export async function saveScenario(store: StoryStore): Promise<void> {
  const { recordToScenario } = await import('../../insight/explain/record-to-scenario.ts');
  const file = `${fileNameOf(store)}.yaml`;
  const byHand = store.getSnapshot().hand ? 'the last' : 'none';
  saveText(file, 'application/yaml', recordToScenario(store.told, { file, byHand }));
}
