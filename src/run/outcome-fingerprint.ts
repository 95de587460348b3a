import { canonical } from '../model/canonical.ts';
import type { Outcome } from '../model/fates.ts';
import type { Digest } from './digest.ts';
import { fingerprintOfValue } from './journal.ts';
import type { LedgerRow } from './ledger.ts';

/** SHA-256 over the canonical fates and verdicts: equal under equal conditions, whatever the clock or the speed. */
export function outcomeFingerprint(outcome: Outcome, rows: readonly LedgerRow[], digest?: Digest): string {
  const verdicts = new Map<string, string[]>();
  // Whether it is on the device follows from the rest, and what lies under a verdict is told where there is one.
  for (const { id, onPhone: _, under, ...verdict } of rows) {
    const key = JSON.stringify(under ? { ...verdict, under } : verdict);
    const ids = verdicts.get(key);
    if (ids) ids.push(id);
    else verdicts.set(key, [id]);
  }
  const items = [...verdicts].map(([verdict, ids]) => ({
    verdict: canonical(JSON.parse(verdict)),
    ids: ids.toSorted(),
  }));
  const inOneOrder = items.toSorted((a, b) => (a.verdict < b.verdict ? -1 : 1));
  return fingerprintOfValue({ outcome, items: inOneOrder }, digest);
}
