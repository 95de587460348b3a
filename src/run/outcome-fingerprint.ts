import { canonical } from '../model/canonical.ts';
import type { Outcome } from '../model/fates.ts';
import type { Digest } from './digest.ts';
import { fingerprintOfValue } from './journal.ts';
import type { LedgerRow } from './ledger.ts';

/** SHA-256 over the canonical fates and verdicts: equal under equal conditions, whatever the clock or the speed. */
export function outcomeFingerprint(outcome: Outcome, rows: readonly LedgerRow[], digest?: Digest): string {
  const verdicts = new Map<string, string[]>();
  for (const row of rows) {
    const key = JSON.stringify(toldOf(row));
    const ids = verdicts.get(key);
    if (ids) ids.push(row.id);
    else verdicts.set(key, [row.id]);
  }
  const items = [...verdicts].map(([verdict, ids]) => ({
    verdict: canonical(JSON.parse(verdict)),
    ids: ids.toSorted(),
  }));
  const inOneOrder = items.toSorted((a, b) => (a.verdict < b.verdict ? -1 : 1));
  return fingerprintOfValue({ outcome, items: inOneOrder }, digest);
}

type Told = Omit<LedgerRow, 'id' | 'onPhone' | 'under'> & Partial<Pick<LedgerRow, 'under'>>;

/**
 * Whether it is on the device follows from the rest, and what lies under a verdict is told where there is one. Field by
 * field, as the rest of a row without three of its parts would be the dearest step for each of many items.
 */
function toldOf({ fate, gate, rule, missing, also, from, backupCopy, syncWithheld, under }: LedgerRow): Told {
  const verdict = { fate, gate, rule, missing, also, from, backupCopy, syncWithheld };
  return under ? { ...verdict, under } : verdict;
}
