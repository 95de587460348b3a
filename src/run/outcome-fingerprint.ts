import { canonical } from '../model/canonical.ts';
import type { Outcome } from '../model/fates.ts';
import { madeOnce } from '../model/groups.ts';
import { ValueTree } from '../model/value-tree.ts';
import type { Digest } from './digest.ts';
import { fingerprintOfValue } from './journal.ts';
import type { LedgerRow } from './ledger.ts';

/** SHA-256 over the canonical fates and verdicts: equal under equal conditions, whatever the clock or the speed. */
export function outcomeFingerprint(outcome: Outcome, rows: readonly LedgerRow[], digest?: Digest): string {
  const byVerdict = new Map<string, string[]>();
  const known = new ValueTree<string[]>();
  for (const row of rows) {
    const branch = branchOf(known, row);
    branch.answer ??= madeOnce(byVerdict, canonical(toldOf(row)), () => []);
    branch.answer.push(row.id);
  }
  const items = [...byVerdict].map(([verdict, ids]) => ({ verdict, ids: ids.toSorted() }));
  const inOneOrder = items.toSorted((a, b) => (a.verdict < b.verdict ? -1 : 1));
  return fingerprintOfValue({ outcome, items: inOneOrder }, digest);
}

type Told = Omit<LedgerRow, 'id' | 'onPhone' | 'under'> & Partial<Pick<LedgerRow, 'under'>>;

/** Whether it is on the device follows from the rest, and what lies under a verdict is told where there is one. */
function toldOf({ fate, gate, rule, missing, also, from, backupCopy, syncWithheld, under }: LedgerRow): Told {
  const verdict = { fate, gate, rule, missing, also, from, backupCopy, syncWithheld };
  return under ? { ...verdict, under } : verdict;
}

/**
 * Of many rows most agree: value by value they are found without the text of each. A part of a verdict that had no
 * branch here would make one of two verdicts.
 */
const BRANCHES: { readonly [Part in keyof Omit<Told, 'backupCopy'>]-?: Read } = {
  fate: ({ fate }) => fate,
  gate: ({ gate }) => gate,
  rule: ({ rule }) => rule,
  missing: ({ missing }) => missing,
  from: ({ from }) => from,
  syncWithheld: ({ syncWithheld }) => syncWithheld,
  also: ({ also }) => also.join(' '),
  under: ({ under }) => JSON.stringify(under),
};
const BRANCHES_OF_COPY: { readonly [Part in keyof NonNullable<LedgerRow['backupCopy']>]: Read } = {
  outcome: ({ backupCopy }) => backupCopy && backupCopy.outcome,
  gate: ({ backupCopy }) => backupCopy && backupCopy.gate,
  rule: ({ backupCopy }) => backupCopy && backupCopy.rule,
};
const branches = [...Object.values(BRANCHES), ...Object.values(BRANCHES_OF_COPY)];
type Read = (row: LedgerRow) => string | null;

const branchOf = (root: ValueTree<string[]>, row: LedgerRow): ValueTree<string[]> =>
  branches.reduce((tree, read) => tree.to(read(row)), root);
