import { FATES } from '../model/fates.ts';
import type { LedgerRow } from '../run/ledger.ts';
import type { Wish } from './lesson.ts';
import type { Played } from './played.ts';

/** One thing that a lesson wants of every variant, as it stands in the file. */
export interface SingleWish {
  /** Below `want`: `fates.pending`. */
  readonly path: readonly string[];
  readonly says: string;
  readonly holds: (played: Played, asked: readonly LedgerRow[]) => boolean;
}

const atLeast = (number: number, found: number): boolean => (number === 0 ? found === 0 : found >= number);
const inWords = (number: number): string => (number === 0 ? 'none' : `at least ${number}`);

/** The wishes of a case one by one, so that the one that cannot be met can be told. */
export function wishesOf({ fates = {}, gates = {}, rules = [], sameRule, outcome, notThere = [] }: Wish): SingleWish[] {
  const outcomes = typeof outcome === 'string' ? [outcome] : outcome;
  return [
    ...Object.entries(fates).map(([fate, number]): SingleWish => ({
      path: ['fates', fate],
      says: `${inWords(number)} “${fate}”`,
      holds: (_, asked) => atLeast(number, asked.filter((row) => row.fate === fate).length),
    })),
    ...Object.entries(gates).map(([gate, number]): SingleWish => ({
      path: ['gates', gate],
      says: `${inWords(number)} at the gate “${gate}”`,
      holds: (_, asked) => atLeast(number, asked.filter((row) => row.gate === gate).length),
    })),
    ...rules.map((rule, at): SingleWish => ({
      path: ['rules', String(at)],
      says: `one by the rule “${rule}”`,
      holds: (_, asked) => asked.some((row) => row.rule === rule),
    })),
    ...notThere.map((id, at): SingleWish => ({
      path: ['notThere', String(at)],
      says: `“${id}” is not on the phone`,
      holds: ({ rows }) => isMissing(rows.get(id)),
    })),
    ...(outcomes === undefined
      ? []
      : [
          {
            path: ['outcome'],
            says: `the restore ends as ${outcomes.join(' or ')}`,
            holds: (played: Played) => outcomes.includes(played.outcome),
          },
        ]),
    ...(sameRule === undefined
      ? []
      : [
          {
            path: ['sameRule'],
            says: `at most ${sameRule} by one rule`,
            holds: (_: Played, asked: readonly LedgerRow[]) => mostByOneRule(asked) <= sameRule,
          },
        ]),
  ];
}

/** Missed by the customer, and known to be: what nobody can tell is no symptom. */
const isMissing = (row: LedgerRow | undefined): boolean =>
  row !== undefined && row.fate !== null && row.fate !== 'unknown' && !FATES[row.fate].works;

/** Rules that bring something repeat for each app; only those that keep something away are counted. */
function mostByOneRule(asked: readonly LedgerRow[]): number {
  const counts = new Map<string, number>();
  for (const { rule, fate } of asked)
    if (rule !== null && fate !== null && !FATES[fate].works) {
      const before = counts.get(rule);
      counts.set(rule, before === undefined ? 1 : before + 1);
    }
  return Math.max(0, ...counts.values());
}
