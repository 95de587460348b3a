import { type PlayedAnswer, answersTo } from '../../insight/explain/answers.ts';
import { type Explanation, explainItem } from '../../insight/explain/why.ts';
import { FATES } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import { spoken, voiceOf } from '../../report/device-voice.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { StoryStore } from '../state/story-store.ts';

/** Items that one reason treats alike, as a class speaks of them. */
export interface HandoutPart {
  readonly row: LedgerRow;
  readonly items: readonly Item[];
  readonly bytes: number;
  readonly explanation: Explanation;
  readonly answers: readonly PlayedAnswer[];
}

/** Parts for which a handout has room; the rest is counted. */
const MAX_PARTS = 20;

export interface HandoutParts {
  readonly told: readonly HandoutPart[];
  /** Items of the parts that have no room. */
  readonly untold: number;
}

/** Whether there is something to explain: what works on the phone needs no reason. */
export const isOfInterest = ({ fate }: LedgerRow): boolean => fate === null || !FATES[fate].works;

/** The whole run in parts, as it ends, wherever the page stands: the wanted rows, in the order of the items. */
export function partsOfHandout(store: StoryStore, isWanted: (row: LedgerRow) => boolean): HandoutParts {
  const { recording } = store.getSnapshot();
  const rows = store.rowsAt(recording.last);
  const groups = new Map<string, { row: LedgerRow; items: Item[] }>();
  for (const [index, item] of recording.items.entries()) {
    const row = must(rows[index], `the row of ${item.id}`);
    if (!isWanted(row)) continue;
    const key = [row.fate, row.gate, row.rule, row.missing].join(' ');
    const group = groups.get(key);
    if (group) group.items.push(item);
    else groups.set(key, { row, items: [item] });
  }
  const all = [...groups.values()];
  return {
    told: all.slice(0, MAX_PARTS).map(({ row, items }) => partOf(store, rows, row, items)),
    untold: all.slice(MAX_PARTS).reduce((sum, { items }) => sum + items.length, 0),
  };
}

/** What is on the phone at the end, and works there. */
export function cameAtTheEnd(store: StoryStore): readonly Item[] {
  const { recording } = store.getSnapshot();
  const rows = store.rowsAt(recording.last);
  return recording.items.filter((item, index) => !isOfInterest(must(rows[index], `the row of ${item.id}`)));
}

function partOf(store: StoryStore, rows: readonly LedgerRow[], row: LedgerRow, items: readonly Item[]): HandoutPart {
  const { lines } = store.getSnapshot().recording;
  const rowOf = (id: string): LedgerRow | undefined => rows[must(store.placeOf(id), id)];
  const explanation = spoken(
    explainItem({ simulation: { file: store.file }, journal: { lines }, ledger: { row: rowOf } }, row.id),
    voiceOf(store.world),
  );
  const scenario = store.scenarioHere;
  const missing = explanation.missing?.fact;
  return {
    row,
    items,
    bytes: items.reduce((sum, { bytes }) => sum + bytes, 0),
    explanation,
    answers: scenario && missing !== undefined ? answersTo(scenario, row.id, missing) : [],
  };
}

const MAX_TITLES = 6;

export const titlesOfPart = ({ items }: Pick<HandoutPart, 'items'>): string =>
  items
    .slice(0, MAX_TITLES)
    .map(({ title }) => title.slice(0, 90))
    .join(', ') + (items.length > MAX_TITLES ? `, and ${items.length - MAX_TITLES} more` : '');
