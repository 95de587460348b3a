import type { Session } from '../state/session.ts';
import type { StoryStore } from '../state/story-store.ts';
import { csv } from './csv.ts';
import { recordingAsJson } from './run-json.ts';

/** Hands a text to the browser as a file to keep. */
export function saveText(name: string, type: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** A file name out of a scenario's name: letters, digits and hyphens. */
const nameOf = (store: StoryStore): string =>
  (store.getSnapshot().scenario.id.split('/').at(-1) ?? 'scenario')
    .replace(/\.ya?ml$/, '')
    .replaceAll(/[^a-zA-Z0-9-]+/g, '-')
    .slice(0, 80) || 'scenario';

export function saveRun(store: StoryStore): void {
  saveText(`${nameOf(store)}.run.json`, 'application/json', `${JSON.stringify(recordingAsJson(store), null, 2)}\n`);
}

/** The ledger as it is at this step. */
export function saveLedger(store: StoryStore): void {
  const { recording, position, ledger } = store.getSnapshot();
  const head = [
    'id',
    'title',
    'category',
    'count',
    'bytes',
    'gate',
    'fate',
    'rule',
    'missing fact',
    'also stopped by',
    'came from',
    'sync withheld',
  ];
  const rows = recording.items.map((item, index) => {
    const row = ledger.rows[index];
    return [
      item.id,
      item.title,
      item.category,
      item.count,
      item.bytes,
      row?.gate ?? null,
      row?.fate ?? 'on the way',
      row?.rule ?? null,
      row?.missing ?? null,
      (row?.also ?? []).join(' '),
      row?.from ?? null,
      row?.syncWithheld ?? null,
    ];
  });
  saveText(`${nameOf(store)}.step-${position + 1}.csv`, 'text/csv;charset=utf-8', csv([head, ...rows]));
}

/** Fetched when it is asked for: writing YAML is no part of the first picture. */
export async function saveScenario(session: Session, store: StoryStore): Promise<void> {
  const { scenarioAsYaml } = await import('./scenario-yaml.ts');
  saveText(`${nameOf(store)}.yaml`, 'application/yaml', scenarioAsYaml(store, await session.text()));
}
