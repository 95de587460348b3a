import { FATES, type Gate, GATE_ORDER } from '../../model/fates.ts';
import type { Item } from '../../model/world.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { type FateKey, fateKeyOf } from '../../stepping/fate-keys.ts';

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
}

/** What comes to a gate, leaves there, and goes on. */
export interface GateSum {
  readonly gate: Gate;
  readonly comes: Amount;
  readonly drops: Amount;
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

type BranchDraft = { -readonly [K in keyof Branch]: Branch[K] } & { largest: Pick<Item, 'title' | 'bytes'>[] };

const MAX_TITLES = 3;

/** Sums up a ledger. `items` and `rows` have the same order. */
export function flowOf(items: readonly Pick<Item, 'title' | 'bytes'>[], rows: readonly LedgerRow[]): Flow {
  const drafts = new Map<string, BranchDraft>();
  for (const [place, row] of rows.entries()) {
    const item = items[place];
    if (item) add(draftOf(drafts, row), item);
  }
  const branches = [...drafts.values()]
    .map(({ largest, ...branch }): Branch => ({ ...branch, titles: largest.map(({ title }) => title) }))
    .toSorted(inTrunkOrder);
  return { total: sum(branches), branches, gates: gateSums(branches), arrived: sum(branches.filter(arrives)) };
}

export const arrives = ({ fate }: Pick<Branch, 'fate'>): boolean => fate !== 'on-the-way' && FATES[fate].arrives;

function draftOf(drafts: Map<string, BranchDraft>, row: LedgerRow): BranchDraft {
  const way = wayOf(row);
  const key = way.kind === 'stays' ? way.fate : `${way.fate} ${way.gate ?? ''} ${way.rule ?? ''}`;
  let draft = drafts.get(key);
  if (!draft) drafts.set(key, (draft = { key, ...way, items: 0, bytes: 0, titles: [], largest: [] }));
  return draft;
}

function wayOf(row: LedgerRow): Pick<Branch, 'kind' | 'fate' | 'gate' | 'rule'> {
  const fate = fateKeyOf(row);
  // An item that sync brings leaves the restore where the backup's copy dropped.
  if (fate === 'synced')
    return {
      kind: 'sync',
      fate,
      gate: row.backupCopy && row.backupCopy.outcome !== 'eligible' ? row.backupCopy.gate : 'capture',
      rule: null,
    };
  if (fate === 'on-the-way' || FATES[fate].arrives) return { kind: 'stays', fate, gate: null, rule: null };
  return { kind: 'drops', fate, gate: row.gate ?? 'capture', rule: row.rule };
}

function add(draft: BranchDraft, item: Pick<Item, 'title' | 'bytes'>): void {
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
    const drops = sum(leaving.filter(({ kind }) => kind === 'drops'));
    const toSync = sum(leaving.filter(({ kind }) => kind === 'sync'));
    const goesOn = less(less(comes, drops), toSync);
    const here = { gate, comes, drops, toSync, goesOn };
    comes = goesOn;
    return here;
  });
}

const STAYING: readonly FateKey[] = ['restored', 'downloaded-again', 'on-the-way'];

/** From top to bottom: sync, what stays, then what leaves, the earliest lowest. So no branch ever crosses another. */
function inTrunkOrder(a: Branch, b: Branch): number {
  return rankOf(a) - rankOf(b) || b.bytes - a.bytes || b.items - a.items || (a.key < b.key ? -1 : 1);
}

function rankOf({ kind, fate, gate }: Branch): number {
  const index = gate === null ? 0 : GATE_ORDER.indexOf(gate);
  if (kind === 'sync') return index;
  return kind === 'stays' ? 10 + STAYING.indexOf(fate) : 40 - index;
}
