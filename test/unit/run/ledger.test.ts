import type { FactId } from '../../../src/rulebook/facts/facts.ts';
import { describe, expect, test } from 'vitest';
import type { Fate, Gate } from '../../../src/model/fates.ts';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';
import { foldLedger, Ledger, ruleSpokenOf } from '../../../src/run/ledger.ts';

const ITEMS = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const lines = (...entries: readonly JournalEntry[]): JournalLine[] =>
  entries.map(
    (entry, index) => ({ n: index + 1, step: index + 1, atMs: 0, actor: 'simulation', ...entry }) as JournalLine,
  );
const judged = (
  items: readonly string[],
  gate: Gate,
  rule: string | null,
  outcome: Fate | 'eligible',
  also: readonly string[] = [],
): JournalEntry => ({ type: 'item.judged', items, gate, rule, outcome, also });
const arrived = (
  items: readonly string[],
  from: 'backup' | 'store' | 'sync',
  gate: Gate,
  rule: string | null,
): JournalEntry => ({ type: 'item.arrived', items, gate, from, rule });

const row = (...entries: readonly JournalEntry[]) => foldLedger(ITEMS, lines(...entries)).row('a');

describe('the verdict on the copy in the backup', () => {
  test('stays once it has fallen, whatever is said of the item later, and sync says nothing of it', () => {
    const excluded = judged(['a'], 'eligibility', 'x/locked', 'excluded');
    const copy = { outcome: 'excluded', gate: 'eligibility', rule: 'x/locked' };
    expect(row(excluded, judged(['a'], 'download', 'x/later', 'not-downloaded'))?.backupCopy).toEqual(copy);
    expect(row(excluded, judged(['a'], 'sync', 'x/sync', 'pending'))?.backupCopy).toEqual(copy);
    const eligible = judged(['a'], 'eligibility', null, 'eligible');
    expect(row(eligible, judged(['a'], 'sync', 'x/sync', 'pending'))?.backupCopy?.outcome).toBe('eligible');
    expect(row(eligible, judged(['a'], 'download', 'x/later', 'not-downloaded'))?.backupCopy?.rule).toBe('x/later');
  });

  test('is told beside why sync withholds its own, until that one comes or waits to come', () => {
    const withheld: JournalEntry = { type: 'sync.withheld', items: ['a'], rule: 's/off' };
    const waits = (gate: Gate): JournalEntry => ({ type: 'item.waiting', items: ['a'], gate, rule: 'x/w', also: [] });
    expect(row(withheld, arrived(['a'], 'backup', 'placement', null))?.syncWithheld).toBe('s/off');
    expect(row(withheld, waits('download'))?.syncWithheld).toBe('s/off');
    expect(row(withheld, arrived(['a'], 'sync', 'sync', null))?.syncWithheld).toBeNull();
    expect(row(withheld, waits('sync'))?.syncWithheld).toBeNull();
  });
});

describe('what the phone says of an item', () => {
  const onPhone = (outcome: Fate, missing?: FactId): JournalEntry =>
    ({
      ...(judged(['a'], 'phone', 'x/phone', outcome) as object),
      ...(missing === undefined ? {} : { missing }),
    }) as JournalEntry;
  const held: JournalEntry = { type: 'phone.held', items: ['a'] };
  const came = arrived(['a'], 'backup', 'placement', null);

  test('of its own copy counts only while nothing has come since', () => {
    for (const said of [
      onPhone('never-left'),
      onPhone('unknown', 'phone.copy'),
      onPhone('unknown', 'phone.shared-store'),
    ]) {
      expect(row(came, said)).toMatchObject({ fate: 'restored', gate: 'placement', under: null, onPhone: true });
      expect(row(held, said)).toMatchObject({ gate: 'phone', rule: 'x/phone', under: { fate: null, gate: null } });
    }
    expect(row(held, onPhone('never-left'))).toMatchObject({ fate: 'never-left', onPhone: true });
    expect(row(held, onPhone('unknown', 'phone.copy'))).toMatchObject({ fate: 'unknown', onPhone: false });
  });

  test('of whether it works counts also for what has come', () => {
    expect(row(came, onPhone('of-no-use'))).toMatchObject({
      fate: 'of-no-use',
      gate: 'phone',
      under: { fate: 'restored' },
    });
    expect(row(came, onPhone('unknown', 'item.lacks'))).toMatchObject({ fate: 'unknown', onPhone: true });
    expect(row(came, onPhone('unknown', 'item.store'))).toMatchObject({ fate: 'unknown', onPhone: false });
    expect(row(came, onPhone('excluded'))).toMatchObject({ fate: 'excluded', onPhone: false });
    expect(row(onPhone('of-no-use'))).toMatchObject({ onPhone: false });
  });

  test('stands while it is there, over what is decided of a copy meanwhile', () => {
    const later = judged(['a'], 'download', 'x/later', 'not-downloaded');
    expect(row(held, onPhone('never-left'), later)).toMatchObject({
      fate: 'never-left',
      onPhone: true,
      under: { fate: 'not-downloaded', gate: 'download', rule: 'x/later' },
    });
    expect(row(onPhone('unknown', 'item.store'), later)).toMatchObject({ fate: 'not-downloaded', under: null });
  });

  test('is taken back by a word that it may be there', () => {
    const eligible = judged(['a'], 'phone', null, 'eligible');
    expect(row(came, onPhone('of-no-use'), eligible)).toMatchObject({
      fate: 'restored',
      gate: 'placement',
      under: null,
    });
  });
});

describe('the ledger', () => {
  test('has every item on the way at first', () => {
    const { rows, outcome } = foldLedger(ITEMS, []);
    expect(outcome).toBe('in-progress');
    expect(rows.map(({ id, fate, from }) => [id, fate, from])).toEqual([
      ['a', null, null],
      ['b', null, null],
      ['c', null, null],
    ]);
    expect(rows[1]).toEqual({
      id: 'b',
      fate: null,
      gate: null,
      rule: null,
      missing: null,
      also: [],
      onPhone: false,
      under: null,
      from: null,
      backupCopy: null,
      syncWithheld: null,
    });
  });

  const held: JournalEntry = { type: 'phone.held', items: ['a'] };

  test('what was on the device stays so over whatever becomes of its copy', () => {
    const untouched = row(
      held,
      judged(['a'], 'placement', 'x/refused', 'not-downloaded'),
      judged(['a'], 'phone', 'x/there', 'never-left'),
    );
    expect(untouched).toMatchObject({ fate: 'never-left', onPhone: true, under: { fate: 'not-downloaded' } });
    expect(untouched?.backupCopy).toMatchObject({ outcome: 'not-downloaded', rule: 'x/refused' });
  });

  test('what is taken away is on the device no more', () => {
    expect(row(held, { type: 'item.removed', items: ['a'], by: 'erase' })).toMatchObject({
      fate: null,
      onPhone: false,
    });
  });

  test('what works again is as it was before it did not', () => {
    const useless = judged(['a'], 'phone', 'x/lacks', 'of-no-use');
    const usable = judged(['a'], 'phone', null, 'eligible');
    expect(row(arrived(['a'], 'backup', 'download', null), useless)).toMatchObject({
      fate: 'of-no-use',
      onPhone: true,
    });
    expect(row(arrived(['a'], 'backup', 'download', null), useless, usable)).toMatchObject({
      fate: 'restored',
      under: null,
    });
  });

  test('what a later act removed can come once more', () => {
    const gone = judged(['a'], 'phone', 'x/deleted', 'lost-later');
    expect(row(arrived(['a'], 'backup', 'download', null), gone)).toMatchObject({ fate: 'lost-later', onPhone: false });
    expect(
      row(arrived(['a'], 'backup', 'download', null), gone, arrived(['a'], 'store', 'download', null)),
    ).toMatchObject({
      fate: 'downloaded-again',
      onPhone: true,
      under: null,
    });
  });

  test('finds the row of each item by its id', () => {
    const ledger = foldLedger(ITEMS, lines(judged(['c', 'b'], 'capture', 'x/y', 'never-in-backup')));
    expect(['a', 'b', 'c', 'd'].map((id) => ledger.row(id)?.id)).toEqual(['a', 'b', 'c', undefined]);
    expect(['a', 'b', 'c'].map((id) => ledger.row(id)?.rule)).toEqual([null, 'x/y', 'x/y']);
  });

  test('an eligible item is still on the way, with the verdict on its copy', () => {
    expect(row(judged(['a'], 'eligibility', null, 'eligible'))).toMatchObject({
      fate: null,
      backupCopy: { outcome: 'eligible', gate: 'eligibility', rule: null },
    });
  });

  test('an excluded item keeps gate, rule and the rules behind it', () => {
    expect(row(judged(['a', 'b'], 'eligibility', 'x/y', 'excluded', ['x/z']))).toMatchObject({
      fate: 'excluded',
      gate: 'eligibility',
      rule: 'x/y',
      also: ['x/z'],
      from: null,
    });
  });

  test.each([
    ['backup', 'restored'],
    ['store', 'downloaded-again'],
    ['sync', 'synced'],
  ] as const)('what %s brings is %s', (from, fate) => {
    expect(row(judged(['a'], 'eligibility', null, 'eligible'), arrived(['a'], from, 'download', null))).toMatchObject({
      fate,
      from,
    });
  });

  test('sync leaves the verdict on the backup’s copy as it was', () => {
    const after = row(judged(['a'], 'capture', 'x/y', 'never-in-backup'), arrived(['a'], 'sync', 'sync', 's/y'));
    expect(after).toMatchObject({
      fate: 'synced',
      from: 'sync',
      rule: 's/y',
      backupCopy: { outcome: 'never-in-backup', gate: 'capture', rule: 'x/y' },
    });
    expect(
      row(judged(['a'], 'capture', 'x/y', 'never-in-backup'), judged(['a'], 'sync', 's/y', 'unknown'))?.backupCopy
        ?.rule,
    ).toBe('x/y');
  });

  test('what waits is pending, until it arrives', () => {
    const waiting: JournalEntry = { type: 'item.waiting', items: ['a'], gate: 'download', rule: 'p/q', also: [] };
    expect(row(waiting)).toMatchObject({ fate: 'pending', rule: 'p/q' });
    expect(row(waiting, arrived(['a'], 'store', 'download', 's/d'))).toMatchObject({
      fate: 'downloaded-again',
      rule: 's/d',
    });
  });

  test('what waits for something else no longer hangs on a fact that is not given', () => {
    const unknown: JournalEntry = {
      type: 'item.judged',
      items: ['a'],
      gate: 'capture',
      rule: 'x/y',
      outcome: 'unknown',
      missing: 'backup.encrypted',
      also: [],
    };
    expect(row(unknown)).toMatchObject({ fate: 'unknown', missing: 'backup.encrypted' });
    expect(row(unknown, { type: 'item.waiting', items: ['a'], gate: 'sync', rule: 's/w', also: [] })).toMatchObject({
      fate: 'pending',
      missing: null,
    });
  });

  test('why sync brings nothing is kept beside the fate', () => {
    expect(
      row(judged(['a'], 'capture', 'x/y', 'never-in-backup'), { type: 'sync.withheld', items: ['a'], rule: 's/off' }),
    ).toMatchObject({ fate: 'never-in-backup', syncWithheld: 's/off' });
  });

  test('a further attempt begins with empty hands, the first one does not wipe anything', () => {
    const began = (attempt: number): JournalEntry => ({
      type: 'attempt.began',
      attempt,
      changes: {},
      wifi: true,
      power: true,
    });
    const ended: JournalEntry = { type: 'restore.ended', outcome: 'completed', because: null };
    const ledger = foldLedger(ITEMS, lines(arrived(['a'], 'backup', 'download', null), ended, began(2)));
    expect([ledger.outcome, ledger.row('a')?.fate]).toEqual(['in-progress', null]);
    expect(foldLedger(ITEMS, lines(arrived(['a'], 'backup', 'download', null), began(1))).row('a')?.fate).toBe(
      'restored',
    );
  });

  test('a further attempt no longer says why the one before ended', () => {
    const ended: JournalEntry = { type: 'restore.ended', outcome: 'failed', because: 'damaged' };
    const began: JournalEntry = { type: 'attempt.began', attempt: 2, changes: {}, wifi: true, power: true };
    expect(foldLedger(ITEMS, lines(ended)).because).toBe('damaged');
    expect(foldLedger(ITEMS, lines(ended, began)).because).toBeNull();
  });

  test('what arrives has neither rules behind it nor an open question', () => {
    const asked: JournalEntry = {
      type: 'item.judged',
      items: ['a'],
      gate: 'capture',
      rule: 'x/y',
      outcome: 'unknown',
      missing: 'backup.encrypted',
      also: ['x/z'],
    };
    expect(row(asked)).toMatchObject({ missing: 'backup.encrypted', also: ['x/z'] });
    expect(row(asked, arrived(['a'], 'sync', 'sync', 's/y'))).toMatchObject({ missing: null, also: [] });
    expect(row(asked, judged(['a'], 'eligibility', 'x/w', 'excluded'))).toMatchObject({ missing: null, also: [] });
  });

  test('what waits carries the rules behind it, not those of the verdict before', () => {
    const waiting: JournalEntry = { type: 'item.waiting', items: ['a'], gate: 'sync', rule: 's/w', also: ['s/v'] };
    expect(row(judged(['a'], 'capture', 'x/y', 'never-in-backup', ['x/z']), waiting)).toMatchObject({
      gate: 'sync',
      also: ['s/v'],
    });
  });

  test('what is not known of the backup’s copy stays the question, whatever sync does not know', () => {
    const unknown = (gate: Gate, missing: FactId): JournalEntry => ({
      type: 'item.judged',
      items: ['a'],
      gate,
      rule: `${gate}/rule`,
      outcome: 'unknown',
      missing,
      also: [],
    });
    const first = unknown('capture', 'backup.encrypted');
    expect(row(first, unknown('sync', 'service.now'))).toEqual(row(first));
    // Sync's own question counts where the backup's copy left none.
    expect(row(judged(['a'], 'capture', 'x/y', 'never-in-backup'), unknown('sync', 'service.now'))).toMatchObject({
      fate: 'unknown',
      gate: 'sync',
      missing: 'service.now',
      backupCopy: { rule: 'x/y' },
    });
  });

  test('a verdict that lets an item through changes nothing but the verdict on its copy', () => {
    const waiting: JournalEntry = { type: 'item.waiting', items: ['a'], gate: 'download', rule: 'p/q', also: ['p/r'] };
    const before = row(waiting);
    expect(row(waiting, judged(['a'], 'eligibility', null, 'eligible'))).toEqual({
      ...before,
      backupCopy: { outcome: 'eligible', gate: 'eligibility', rule: null },
    });
  });

  test('tells which rows a line changes, before and after, and passes over strangers', () => {
    const ledger = new Ledger(ITEMS);
    const told: unknown[] = [];
    for (const line of lines(judged(['b', 'stranger'], 'capture', 'x/y', 'never-in-backup'), {
      type: 'device.erased',
    })) {
      ledger.apply(line, (index, before, after) => told.push([index, before.fate, after.fate]));
    }
    expect(told).toEqual([[1, null, 'never-in-backup']]);
    expect(ledger.row('stranger')).toBeUndefined();
  });
});

test.each([
  ['never-in-backup', 'sync/off', 'sync/off'],
  ['excluded', 'sync/off', 'sync/off'],
  ['excluded', null, 'x/locked'],
  ['not-downloaded', 'sync/off', 'x/locked'],
  ['restored', 'sync/off', 'x/locked'],
] as const)('of what ended %s, with sync withheld by %s, %s speaks to the customer', (fate, syncWithheld, spoken) => {
  expect(ruleSpokenOf({ rule: 'x/locked', fate, syncWithheld })).toBe(spoken);
});
