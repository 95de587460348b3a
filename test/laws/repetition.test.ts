import { expect } from 'vitest';
import { canonical } from '../../src/model/canonical.ts';
import { foldLedger } from '../../src/run/ledger.ts';
import type { JournalLine } from '../../src/run/journal-line.ts';
import { law } from './law.ts';
import { dramas } from './worlds.ts';

law('two plays of one scenario have the same fingerprint after every step', dramas(), (drama) => {
  const [first, second] = [drama.run, drama.play()];
  expect(second.journal.chain).toEqual(first.journal.chain);
  expect(second.journal.toText()).toBe(first.journal.toText());
  expect(second.fingerprints).toEqual(first.fingerprints);
});

law('a retry under equal conditions ends equally, as often as it is made', dramas(), (drama) => {
  const { attempts } = drama.play({ attempts: 3 });
  expect(attempts.map(({ n }) => n)).toEqual([1, 2, 3]);
  expect(attempts.map(({ rows }) => rows)).toEqual([attempts[0]?.rows, attempts[0]?.rows, attempts[0]?.rows]);
  expect(new Set(attempts.map(({ fingerprint }) => fingerprint)).size).toBe(1);
});

law('a journal survives JSON, line by line', dramas(), (drama) => {
  const { journal } = drama.play({ attempts: 2 });
  for (const line of journal.lines) {
    const again: unknown = JSON.parse(JSON.stringify(line));
    expect(again).toStrictEqual(line);
    expect(canonical(again)).toBe(canonical(line));
  }
});

law('the fold of a journal that was written down and read again is the ledger', dramas(), (drama) => {
  const { journal, ledger, scenario } = drama.play({ attempts: 2 });
  const read = journal
    .toText()
    .trimEnd()
    .split('\n')
    .map((text) => JSON.parse(text) as JournalLine);
  const folded = foldLedger(scenario.world.items, read);
  expect(folded.rows).toEqual(ledger.rows);
  expect([folded.outcome, folded.because]).toEqual([ledger.outcome, ledger.because]);
});

law('lines are counted from 1 without a gap, and neither steps nor time run backwards', dramas(), (drama) => {
  const { lines } = drama.play({ attempts: 2 }).journal;
  for (const [place, line] of lines.entries()) {
    expect(line.n).toBe(place + 1);
    const before = lines[place - 1];
    if (!before) continue;
    expect(line.step === before.step || line.step === before.step + 1).toBe(true);
    expect(line.atMs).toBeGreaterThanOrEqual(before.atMs);
  }
});
