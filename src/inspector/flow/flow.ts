import { type Fate, FATE_ORDER, FATES, type Gate, GATE_ORDER } from '../../model/fates.ts';
import { addToGroup } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { FATE_KEYS, type FateKey, fateKeyOf, ON_THE_WAY } from '../../stepping/fate-keys.ts';

export interface Amount {
  readonly items: number;
  readonly bytes: number;
}

/**
 * Items that go the same way. `stays`: on the trunk, arrived or still on the way; `drops`: leaves it at `gate` by
 * `rule`;
 * `sync`: leaves it at `gate` for the lane of its own, and arrives.
 */
export interface Branch extends Amount {
  readonly key: string;
  readonly kind: 'stays' | 'drops' | 'sync';
  readonly fate: FateKey;
  readonly gate: Gate | null;
  readonly rule: string | null;
  /** Titles of the largest items, at most three. */
  readonly titles: readonly string[];
  /** The id of the largest item. */
  readonly first: string;
}

/** What comes to a gate, leaves there, and goes on. */
export interface GateSum {
  readonly gate: Gate;
  readonly comes: Amount;
  readonly drops: Amount;
  /** They wait here and can still come, or nobody knows: nothing dropped. */
  readonly waits: Amount;
  readonly toSync: Amount;
  readonly goesOn: Amount;
}

export interface Flow {
  readonly total: Amount;
  readonly branches: readonly Branch[];
  readonly gates: readonly GateSum[];
  /** On the phone now, by whichever way. */
  readonly arrived: Amount;
}

/** Width in pixels of a text at 12.5 px, as it will be drawn. */
export type Measure = (text: string, weight: 'plain' | 'strong' | 'code') => number;

interface Sized extends Pick<Item, 'title' | 'bytes'> {
  readonly id: string;
}
type BranchDraft = { -readonly [K in keyof Branch]: Branch[K] } & { largest: Sized[] };

const MAX_TITLES = 3;

/** Sums up a ledger. `items` and `rows` have the same order. */
export function flowOf(items: readonly Pick<Item, 'title' | 'bytes'>[], rows: readonly LedgerRow[]): Flow {
  const drafts = new Map<string, BranchDraft>();
  for (const [place, row] of rows.entries()) {
    const item = items[place];
    if (item) add(draftOf(drafts, row), { id: row.id, title: item.title, bytes: item.bytes });
  }
  const branches = [...drafts.values()]
    .map(({ largest, ...branch }): Branch => ({
      ...branch,
      titles: largest.map(({ title }) => title),
      first: must(largest[0], 'the largest item of a branch').id,
    }))
    .toSorted(inTrunkOrder);
  return { total: sum(branches), branches, gates: gateSums(branches), arrived: sum(branches.filter(arrives)) };
}

/** How items of a fate go: `stays` on the trunk, in this order from its top; down from it; or into the lane of sync. */
const WAYS: Readonly<Record<FateKey, 'drops' | 'sync' | { readonly stays: number }>> = {
  restored: { stays: 0 },
  'downloaded-again': { stays: 1 },
  [ON_THE_WAY]: { stays: 2 },
  'never-left': { stays: 3 },
  // It is on the phone: that it does not work there is told by its mark and colour.
  'of-no-use': { stays: 4 },
  synced: 'sync',
  'lost-later': 'drops',
  pending: 'drops',
  excluded: 'drops',
  'never-in-backup': 'drops',
  'lost-at-erase': 'drops',
  'not-downloaded': 'drops',
  unknown: 'drops',
};

export const arrives = ({ fate }: Pick<Branch, 'fate'>): boolean => fate !== ON_THE_WAY && FATES[fate].arrives;

const isClosed = ({ fate }: Pick<Branch, 'fate'>): boolean => fate !== ON_THE_WAY && FATES[fate].closed;

function draftOf(drafts: Map<string, BranchDraft>, row: LedgerRow): BranchDraft {
  const way = wayOf(row);
  const key = way.kind === 'stays' ? way.fate : [way.fate, way.gate, way.rule].join(' ');
  let draft = drafts.get(key);
  if (!draft) drafts.set(key, (draft = { key, ...way, items: 0, bytes: 0, titles: [], first: '', largest: [] }));
  return draft;
}

function wayOf(row: LedgerRow): Pick<Branch, 'kind' | 'fate' | 'gate' | 'rule'> {
  const fate = fateKeyOf(row);
  // An item that sync brings leaves the restore where the backup's copy dropped.
  const way = WAYS[fate];
  if (way === 'sync')
    return {
      kind: 'sync',
      fate,
      gate: row.backupCopy && row.backupCopy.outcome !== 'eligible' ? row.backupCopy.gate : 'capture',
      rule: null,
    };
  if (way !== 'drops') return { kind: 'stays', fate, gate: null, rule: null };
  return { kind: 'drops', fate, gate: must(row.gate, 'the gate at which an item dropped'), rule: row.rule };
}

function add(draft: BranchDraft, item: Sized): void {
  draft.items += 1;
  draft.bytes += item.bytes;
  const { largest } = draft;
  const least = largest.at(-1);
  if (largest.length === MAX_TITLES && least && least.bytes >= item.bytes) return;
  const before = largest.findIndex(({ bytes }) => bytes < item.bytes);
  largest.splice(before === -1 ? largest.length : before, 0, item);
  largest.length = Math.min(largest.length, MAX_TITLES);
}

const sum = (parts: readonly Amount[]): Amount => ({
  items: parts.reduce((all, { items }) => all + items, 0),
  bytes: parts.reduce((all, { bytes }) => all + bytes, 0),
});
const less = (from: Amount, part: Amount): Amount => ({
  items: from.items - part.items,
  bytes: from.bytes - part.bytes,
});

function gateSums(branches: readonly Branch[]): GateSum[] {
  let comes = sum(branches);
  return GATE_ORDER.map((gate): GateSum => {
    const leaving = branches.filter((branch) => branch.gate === gate);
    const stopped = leaving.filter(({ kind }) => kind === 'drops');
    const drops = sum(stopped.filter(isClosed));
    const waits = sum(stopped.filter((branch) => !isClosed(branch)));
    const toSync = sum(leaving.filter(({ kind }) => kind === 'sync'));
    const goesOn = less(less(less(comes, drops), waits), toSync);
    const here = { gate, comes, drops, waits, toSync, goesOn };
    comes = goesOn;
    return here;
  });
}

/** With one branch for a fate at a gate, whatever the rules: as much as a small picture can say. */
export function summedByFate(flow: Flow): Flow {
  const sums = new Map<string, Branch[]>();
  for (const branch of flow.branches) {
    const key = `${branch.kind} ${branch.fate} ${String(branch.gate)}`;
    addToGroup(sums, key, [branch]);
  }
  const branches = [...sums].map(([key, all]): Branch => {
    const largest = must(all.toSorted((a, b) => b.bytes - a.bytes)[0], 'a branch of a fate');
    return all.length === 1 ? largest : { ...largest, ...sum(all), key, rule: null };
  });
  return { ...flow, branches: branches.toSorted(inTrunkOrder) };
}

/** From top to bottom: sync, what stays, then what leaves, the earliest lowest. So no branch ever crosses another. */
function inTrunkOrder(a: Branch, b: Branch): number {
  return rankOf(a) - rankOf(b) || b.bytes - a.bytes || b.items - a.items || (a.key < b.key ? -1 : 1);
}

function rankOf({ kind, fate, gate }: Branch): number {
  const gates = GATE_ORDER.length;
  const index = gate === null ? 0 : GATE_ORDER.indexOf(gate);
  if (kind === 'sync') return index;
  const way = WAYS[fate];
  // Above what drops, wherever it does, and below all of the lane.
  return typeof way === 'object' ? gates + way.stays : gates + FATE_KEYS.length + gates - index;
}

/** The fates of what is on the phone, from top to bottom. */
export const ARRIVED_FATES: readonly Fate[] = FATE_ORDER.filter((fate) => FATES[fate].arrives).toSorted(
  (a, b) => heightOf(a) - heightOf(b),
);
function heightOf(fate: Fate): number {
  const way = WAYS[fate];
  return typeof way === 'object' ? way.stays : -1;
}
