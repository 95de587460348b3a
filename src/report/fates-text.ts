import { cellOf } from '../model/optional.ts';
import { formatCount, sizeCell } from '../model/bytes.ts';
import { type Fate, FATE_ORDER, fateOn, FATES, type Gate, GATES, GATES_OF_RESTORE } from '../model/fates.ts';
import type { LedgerRow } from '../run/ledger.ts';
import type { Route } from '../model/kinds.ts';
import type { ItemView } from './item-view.ts';
import { hangingIndent, table, sanitise } from './layout.ts';
import { FATE_SIGNS } from './paint.ts';
import type { Page } from './story-text.ts';

/** How many items, pieces and bytes share a fate. The sums over all fates are those of the world. */
export interface FateSum {
  readonly fate: Fate | null;
  readonly items: number;
  readonly count: number;
  readonly bytes: number;
}

export function fateSums(views: readonly ItemView[]): readonly FateSum[] {
  const fates: readonly (Fate | null)[] = [...FATE_ORDER, null];
  return fates
    .map((fate) =>
      sumOf(
        fate,
        views.filter((view) => view.fate === fate),
      ),
    )
    .filter(({ items }) => items > 0);
}

const sumOf = (fate: Fate | null, views: readonly ItemView[]): FateSum => ({
  fate,
  items: views.length,
  count: views.reduce((sum, { count }) => sum + count, 0),
  bytes: views.reduce((sum, { bytes }) => sum + bytes, 0),
});

const signed = (fate: Fate | null, wordOf: (fate: Fate) => string): string =>
  fate === null ? '· Still on the way' : `${FATE_SIGNS[fate].sign} ${wordOf(fate)}`;
/** The word for a fate, whatever the way: where several ways stand side by side. */
export const wordFor = (fate: Fate | null): string => signed(fate, (known) => FATES[known].word);
export const wordOn = (route: Route, fate: Fate | null): string => signed(fate, (known) => fateOn(route, known).word);

/** Rows that a terminal is given; the rest is counted, and `--json` has them all. */
const MAX_ROWS = 400;

/** The ledger: where every item is, at which gate that was settled, and by which rule. */
export function ledgerAsText(views: readonly ItemView[], { width }: Page): string[] {
  const rows = views
    .slice(0, MAX_ROWS)
    .map(({ title, count, bytes, fate, gate, rule, route }) => [
      sanitise(title).slice(0, 300),
      formatCount(count),
      sizeCell(bytes),
      wordOn(route, fate),
      gate === null ? '' : GATES[gate].title,
      cellOf(rule),
    ]);
  const more = views.length - rows.length;
  return [
    ...table(
      [
        { title: 'Item', gives: true },
        { title: 'Count', align: 'right' },
        { title: 'Size', align: 'right' },
        { title: 'Fate' },
        { title: 'Gate' },
        { title: 'Rule', gives: true },
      ],
      rows,
      width,
    ),
    ...(more > 0 ? [`… and ${formatCount(more)} more; --json has all ${formatCount(views.length)}.`] : []),
  ];
}

const cells = ({ items, count, bytes }: FateSum): string[] => [
  formatCount(items),
  formatCount(count),
  sizeCell(bytes),
  formatCount(bytes),
];

/** The fates with their sums and meanings. */
export function fatesAsText(views: readonly ItemView[], { width }: Page): string[] {
  const sums = fateSums(views);
  const all = sumOf(null, views);
  const [{ route } = { route: 'icloud' as Route }] = views;
  const rows = [...sums.map((sum) => [wordOn(route, sum.fate), ...cells(sum)]), ['Sum', ...cells(all)]];
  const right = { align: 'right' } as const;
  return [
    ...table(
      [
        { title: 'Fate' },
        { title: 'Items', ...right },
        { title: 'Pieces', ...right },
        { title: 'Size', ...right },
        { title: 'Bytes', ...right },
      ],
      rows,
      width,
    ),
    '',
    ...sums.flatMap(({ fate }) =>
      fate === null ? [] : hangingIndent(`${wordOn(route, fate)}: `, fateOn(route, fate).means, width),
    ),
    ...differencesAsText(new Set(sums.map(({ fate }) => fate)), route, width),
  ];
}

/** The four words that are most often mixed up; `who` is what a trainer would say of each. */
const OFTEN_MIXED: readonly (readonly [Fate, string])[] = [
  ['excluded', 'excluded was there to be brought, is decided, and stays shut out'],
  ['never-in-backup', '% was not there to be restored'],
  ['pending', 'pending still comes once it is given what it waits for'],
  ['synced', 'synced came from iCloud itself, whatever the restore decided'],
];

function differencesAsText(present: ReadonlySet<Fate | null>, route: Route, width: number): string[] {
  const words = OFTEN_MIXED.filter(([fate]) => present.has(fate)).map(([fate, text]) =>
    text.replace('%', fateOn(route, fate).word.toLowerCase()),
  );
  if (words.length < 2) return [];
  return ['', ...hangingIndent('', `Not the same: ${words.join('; ')}.`, width)];
}

/**
 * Items left after each gate: what stopped there, and what went on. Sums stay the same from gate to gate; sync adds
 * its own.
 */
export function wayAsText(views: readonly ItemView[], { width }: Page): string[] {
  const right = { align: 'right' } as const;
  const amounts = (items: readonly ItemView[]): string[] => [formatCount(items.length), sizeCell(bytesOf(items))];
  let left = views;
  const rows = GATES_OF_RESTORE.map((gate) => {
    const stopped = left.filter((view) => stopsAt(view) === gate);
    left = left.filter((view) => stopsAt(view) !== gate);
    return [GATES[gate].title, ...amounts(stopped), ...amounts(left)];
  });
  const synced = views.filter(({ fate }) => fate === 'synced');
  const lane =
    synced.length === 0
      ? []
      : [
          [
            `${GATES.sync.title}, its own lane`,
            `+${formatCount(synced.length)}`,
            sizeCell(bytesOf(synced)),
            ...amounts([...left, ...synced]),
          ],
        ];
  return table(
    [
      { title: 'Gate' },
      { title: 'Stop here', ...right },
      { title: 'Size', ...right },
      { title: 'Go on', ...right },
      { title: 'Size', ...right },
    ],
    [...rows, ...lane],
    width,
  );
}

const bytesOf = (views: readonly ItemView[]): number => views.reduce((sum, { bytes }) => sum + bytes, 0);

/** Where the way of the backup's copy ended. Without a verdict on it, no backup was chosen from the list. */
const gateOfRestore = ({ backupCopy }: LedgerRow): Gate => backupCopy?.gate ?? 'listing';

/** The gate at which the restore lost an item; what sync brought was lost to the restore before. */
function stopsAt({ fate, gate, row }: ItemView): Gate | null {
  if (fate === 'synced') return gateOfRestore(row);
  if (fate === null || FATES[fate].arrives) return null;
  return gate === 'sync' ? gateOfRestore(row) : gate;
}
