import { expect, test } from 'vitest';
import type { LedgerRow } from '../../../src/run/ledger.ts';
import { outcomeFingerprint } from '../../../src/run/outcome-fingerprint.ts';

const COPY = { outcome: 'restored', gate: 'placement', rule: 'a/b' };
const row = (id: string, backupCopy: object | null) =>
  ({
    id,
    fate: 'restored',
    gate: 'sync',
    rule: 'c/d',
    missing: null,
    also: [],
    from: null,
    backupCopy,
    syncWithheld: null,
  }) as unknown as LedgerRow;
const fingerprint = (...copies: readonly (object | null)[]) =>
  outcomeFingerprint(
    'completed',
    copies.map((copy, at) => row(`i${at}`, copy)),
  );

test.each<[what: string, other: object | null]>([
  ['outcome', { ...COPY, outcome: 'excluded' }],
  ['gate', { ...COPY, gate: 'eligibility' }],
  ['rule', { ...COPY, rule: 'a/c' }],
  ['presence', null],
])('two items whose copies in the backup differ in their %s are told apart, whichever comes first', (_what, other) => {
  const all = [fingerprint(COPY, other), fingerprint(other, COPY), fingerprint(COPY, COPY), fingerprint(other, other)];
  expect(new Set(all).size).toBe(4);
});
