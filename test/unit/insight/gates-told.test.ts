import { describe, expect, test } from 'vitest';
import { situationFor, situationSaid } from '../../../src/insight/explain/situation-for.ts';
import { explainItem, type GateState } from '../../../src/insight/explain/why.ts';
import { type Fate, FORMS, type Gate } from '../../../src/model/fates.ts';
import { must } from '../../../src/model/must.ts';
import { SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';
import { CATEGORIES } from '../../../src/rulebook/categories/categories.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';
import { Ledger, type LedgerRow } from '../../../src/run/ledger.ts';
import { play } from '../../../src/run/play.ts';
import { caseFile, story } from '../stories.ts';

type Told = JournalEntry & { readonly actor?: string };
const linesOf = (...entries: readonly Told[]): JournalLine[] =>
  entries.map((entry, index) => ({ n: index + 1, step: index + 1, atMs: 0, actor: 'simulation/restore', ...entry }));
const settled = (changed: object, actor = 'simulation/restore'): Told => ({
  type: 'situation.changed',
  changed,
  actor,
});
const FROZEN: Told = { type: 'verdicts.frozen', items: 1 } as never;
const COMPARED: Told = { type: 'conditions.compared', differences: [] } as never;
const AGAIN: Told = { type: 'attempt.began', attempt: 2, changes: {}, wifi: true, power: true };
const START = settled({ ...SITUATION_AT_START, ios: '18.3' });

const file = caseFile({
  device: { name: 'mine' },
  backups: [{ id: 'b', made: '2026-02-28', device: 'mine' }],
  services: { photos: 'on', keychain: 'on' },
  items: [
    { id: 'messages', category: 'call-history' },
    { category: 'photos' },
    { id: 'later', category: 'app', app: 'sketch' },
    { id: 'server', category: 'app-data', app: 'chat', policy: 'server' },
    { category: 'passwords' },
  ],
});

const LETTERS: Readonly<Record<GateState, string>> = {
  passed: 'P',
  brought: 'B',
  stopped: 'S',
  waits: 'W',
  'not-reached': '-',
  elsewhere: 'e',
  unknown: '?',
};
const explained = (id: string, row: Partial<LedgerRow>, ...more: readonly Told[]) => {
  const known = must(new Ledger(file.world.items).row(id), id);
  return explainItem(
    {
      simulation: { file },
      journal: { lines: linesOf(START, ...more) },
      ledger: { row: () => ({ ...known, ...row }) },
    },
    id,
  );
};
/** One letter for each gate, in their order: capture, erase, sign-in, listing, eligibility, placement, …, sync. */
const gates = (id: string, row: Partial<LedgerRow>, ...more: readonly Told[]): string =>
  explained(id, row, ...more)
    .gates.map(({ state }) => LETTERS[state])
    .join('');

const ruleOf = (gate: Gate): string => must(Object.entries(RULES).find(([, rule]) => rule.gate === gate)?.[0], gate);
const ended = (fate: Fate, gate: Gate, more: Partial<LedgerRow> = {}): Partial<LedgerRow> => ({
  fate,
  gate,
  rule: ruleOf(gate),
  ...more,
});
const ELIGIBLE = { outcome: 'eligible', gate: 'eligibility', rule: null } as const;

describe('the gates of an item', () => {
  test('nobody has come to, where nothing has been decided', () => {
    expect(gates('messages', {})).toBe('-------e');
    expect(gates('photos', {}, FROZEN)).toBe('--------');
  });

  test('are passed up to the verdict that it may be placed, and those of the other way do not concern it', () => {
    expect(gates('messages', { backupCopy: ELIGIBLE }, FROZEN)).toBe('PPPPP--e');
    expect(gates('messages', { backupCopy: ELIGIBLE }, COMPARED)).toBe('PPPPP--e');
    expect(gates('later', { backupCopy: ELIGIBLE }, FROZEN)).toBe('PPPPP--e');
    // No backup was opened in this attempt.
    expect(gates('messages', { backupCopy: ELIGIBLE })).toBe('-------e');
    expect(gates('messages', { backupCopy: ELIGIBLE }, FROZEN, AGAIN, START)).toBe('-------e');
    expect(gates('messages', { backupCopy: ELIGIBLE }, AGAIN, START, FROZEN)).toBe('PPPPP--e');
  });

  test.each<[string, Partial<LedgerRow>, string, string]>([
    [
      'placed',
      { fate: 'restored', gate: 'placement', rule: null, backupCopy: ELIGIBLE, from: 'backup' },
      'PPPPPBee',
      'PPPPPB-e',
    ],
    [
      'downloaded',
      { fate: 'restored', gate: 'download', rule: null, backupCopy: ELIGIBLE, from: 'backup' },
      'PPPPPPBe',
      'PPPPPeBe',
    ],
    ['stopped at once', ended('never-in-backup', 'capture'), 'S------e', 'S------e'],
    ['stopped where it was judged', ended('excluded', 'eligibility'), 'PPPPS--e', 'PPPPS--e'],
    ['stopped on the way', ended('not-downloaded', 'download'), 'PPPPPPSe', 'PPPPPeSe'],
    ['waiting', ended('pending', 'download'), 'PPPPPPWe', 'PPPPPeWe'],
    ['not known', ended('unknown', 'capture', { missing: 'item.in-backup' }), '?------e', '?------e'],
  ])('%s', (_what, row, here, later) => {
    expect([gates('messages', row, FROZEN), gates('later', row, FROZEN)]).toEqual([here, later]);
  });
});

describe('sync has its own answer at the end', () => {
  const COPY = { outcome: 'excluded', gate: 'eligibility', rule: ruleOf('eligibility') } as const;
  test.each<[string, string, Partial<LedgerRow>, string]>([
    ['it waits there', 'photos', ended('pending', 'sync', { backupCopy: COPY }), 'PPPPS--W'],
    ['it came there', 'photos', ended('downloaded-again', 'sync', { backupCopy: COPY }), 'PPPPS--B'],
    ['it stopped there', 'photos', ended('excluded', 'sync', { backupCopy: COPY }), 'PPPPS--S'],
    ['it is not known there', 'photos', ended('unknown', 'sync', { backupCopy: COPY }), 'PPPPS--?'],
    ['nothing was decided there', 'photos', { gate: 'sync', backupCopy: COPY }, 'PPPPS---'],
    ['its copy is withheld', 'photos', { backupCopy: ELIGIBLE, syncWithheld: ruleOf('sync') }, 'PPPPP--S'],
    ['its backup brought it', 'photos', { backupCopy: ELIGIBLE, from: 'backup' }, 'PPPPP--e'],
    ['an app brought it in its own way', 'server', ended('downloaded-again', 'sync'), '-------B'],
    ['it has no service', 'server', { syncWithheld: ruleOf('sync') }, '-------e'],
  ])('%s', (_what, id, row, letters) => {
    expect(gates(id, row, FROZEN)).toBe(letters);
  });
});

describe('the phone has the last word, and its gate is told only then', () => {
  const under = {
    fate: 'excluded',
    gate: 'eligibility',
    rule: ruleOf('eligibility'),
    missing: null,
    also: [],
  } as const;
  test.each<[string, Partial<LedgerRow>, string]>([
    ['of no use', ended('of-no-use', 'phone', { under }), 'PPPPS--eS'],
    ['still there', ended('never-left', 'phone', { under }), 'PPPPS--eB'],
    ['not known', ended('unknown', 'phone', { under }), 'PPPPS--e?'],
    ['not decided', { gate: 'phone', under }, 'PPPPS--e-'],
    ['beside a copy', ended('of-no-use', 'phone', { backupCopy: ELIGIBLE }), 'PPPPP--eS'],
    ['of what is still on the way', ended('of-no-use', 'phone', { under: { ...under, fate: null } }), '-------eS'],
  ])('%s', (_what, row, letters) => {
    expect(gates('messages', row, FROZEN)).toBe(letters);
  });
});

describe('at a gate is said', () => {
  const at = (gate: Gate, id: string, row: Partial<LedgerRow>, ...more: readonly Told[]) =>
    must(
      explained(id, row, FROZEN, ...more).gates.find((step) => step.gate === gate),
      gate,
    );

  test('the sentence of the rule, or what the state means', () => {
    const rule = ruleOf('eligibility');
    const stopped = ended('excluded', 'eligibility');
    expect(at('eligibility', 'messages', stopped)).toMatchObject({
      rule,
      says: RULES[rule as keyof typeof RULES].says,
    });
    expect(at('capture', 'messages', stopped)).toMatchObject({ rule: null, says: 'It passed.' });
    expect(at('download', 'messages', stopped).says).toBe('It did not get this far.');
    expect(at('sync', 'messages', stopped).says).toBe('This gate does not concern it.');
    expect(at('capture', 'messages', ended('unknown', 'capture'))).toMatchObject({
      rule: ruleOf('capture'),
      says: 'A fact is not given.',
    });
    const came = { fate: 'restored', gate: 'placement', rule: null } as const;
    expect(at('placement', 'messages', came).says).toBe('It arrived here.');
    expect(at('download', 'messages', { ...came, gate: 'download', fate: 'pending' }).says).toBe('It waits here.');
    expect(at('download', 'messages', { ...came, gate: 'download', fate: 'excluded' }).says).toBe(
      'It went no further.',
    );
  });

  test('that no backup has what its app keeps elsewhere, where it would have passed', () => {
    expect(at('capture', 'server', { backupCopy: ELIGIBLE })).toMatchObject({
      state: 'elsewhere',
      says: 'No: its app keeps it on a server or in a backup of its own.',
    });
    expect(at('capture', 'server', ended('never-in-backup', 'capture')).state).toBe('stopped');
    expect(at('erase', 'server', { backupCopy: ELIGIBLE }).state).toBe('passed');
  });

  test('that a rule behind the first shut it, and only one that keeps things out', () => {
    const shut = must(
      Object.entries(RULES).find(([, { gate, outcome }]) => gate === 'capture' && outcome === 'never-in-backup'),
      'one',
    )[0];
    const brings = Object.entries(RULES).find(
      ([, { gate, outcome }]) => gate === 'erase' && outcome !== 'excluded',
    )?.[0];
    expect(at('capture', 'messages', ended('excluded', 'eligibility', { also: [shut] }))).toMatchObject({
      state: 'stopped',
      rule: shut,
    });
    expect(
      at('listing', 'messages', ended('excluded', 'eligibility', { also: [shut, ...(brings ? [brings] : [])] })).state,
    ).toBe('passed');
  });
});

describe('an explanation says', () => {
  test('what the item is, and where its kind is held while no rule has decided', () => {
    const { item, references } = explained('server', {});
    expect(item).toEqual({
      id: 'server',
      title: file.world.items[3]?.title,
      category: 'app-data',
      categoryTitle: CATEGORIES['app-data'].title,
      form: CATEGORIES['app-data'].form,
      formWords: FORMS[CATEGORIES['app-data'].form],
      count: 1,
      bytes: 0,
    });
    expect(references.map(({ id }) => id)).toEqual(CATEGORIES['app-data'].cites);
  });

  test('that nothing has been decided yet', () => {
    expect(explained('messages', {})).toMatchObject({
      fate: null,
      word: 'On the way',
      means: 'Nothing has been decided about it yet.',
      rule: null,
      candidate: null,
      also: [],
      backupCopy: null,
      syncWithheld: null,
      missing: null,
    });
  });

  const rule = ruleOf('eligibility');
  const stopped = ended('excluded', 'eligibility');

  test('the rule that decided as such, and one that hangs on a fact as a candidate', () => {
    expect(explained('messages', stopped, FROZEN)).toMatchObject({
      rule: { id: rule },
      candidate: null,
      references: [],
    });
    const open = explained('messages', { ...stopped, fate: 'unknown', missing: 'item.protection' }, FROZEN);
    expect(open).toMatchObject({ rule: null, candidate: { id: rule }, missing: { fact: 'item.protection' } });
    expect(open.references.length).toBeGreaterThan(0);
  });

  test('of the copy in the backup what became of it, where that is another end', () => {
    const copyOf = (row: Partial<LedgerRow>) => explained('photos', row, FROZEN).backupCopy;
    const copy = { outcome: 'excluded', gate: 'eligibility', rule } as const;
    expect(copyOf({ ...ended('downloaded-again', 'sync'), backupCopy: copy })).toMatchObject({
      outcome: 'excluded',
      word: 'Excluded',
      gate: 'eligibility',
      rule: { id: rule },
      title: 'The copy in the backup',
    });
    expect(copyOf({ ...ended('downloaded-again', 'sync'), backupCopy: ELIGIBLE })).toMatchObject({
      word: 'Eligible',
      rule: null,
    });
    expect(copyOf({ ...stopped, backupCopy: copy })).toBeNull();
    // The same rule at the same gate is told once; at another gate, or by another rule, it is told.
    expect(copyOf({ ...stopped, fate: 'pending', backupCopy: copy })?.rule).toBeNull();
    expect(copyOf({ ...stopped, fate: 'pending', gate: 'download', backupCopy: copy })?.rule?.id).toBe(rule);
    expect(copyOf({ ...stopped, fate: 'pending', rule: null, backupCopy: copy })?.rule?.id).toBe(rule);
    expect(
      copyOf({ ...stopped, fate: 'pending', rule: null, backupCopy: { ...copy, outcome: 'unknown' } })?.rule,
    ).toBeNull();
  });

  test.each<[string, Gate, string]>([
    ['photos', 'capture', 'The copy in the backup'],
    ['photos', 'erase', 'What the restore did for it'],
    ['photos', 'sign-in', 'What the restore did for it'],
    ['photos', 'listing', 'What the restore did for it'],
    ['server', 'capture', 'What the restore did for it'],
  ])('what the verdict on the copy of %s at the gate %s is on', (id, gate, title) => {
    const row = { ...ended('pending', 'sync'), backupCopy: { outcome: 'excluded', gate, rule: ruleOf(gate) } } as const;
    expect(explained(id, row, FROZEN).backupCopy?.title).toBe(title);
  });

  test('why sync withholds its copy', () => {
    expect(explained('photos', { syncWithheld: ruleOf('sync') }, FROZEN).syncWithheld?.id).toBe(ruleOf('sync'));
  });

  test('what decided with the values of that moment, not with those of the end', () => {
    const row = { ...stopped, rule: 'keychain/locked-to-the-old-device' };
    const judged: Told = {
      type: 'item.judged',
      items: ['messages'],
      gate: 'eligibility',
      rule: row.rule,
      outcome: 'excluded',
      also: [],
    };
    const identity = (...more: readonly Told[]) =>
      explained('messages', row, ...more).rule?.cells.map(({ value }) => value);
    const none = identity(FROZEN);
    const own = identity(settled({ backup: 'b' }), judged, settled({ backup: null }));
    const other = identity(
      settled({ backup: 'b' }),
      { ...judged, items: ['photos'] } as Told,
      settled({ backup: null }),
    );
    expect(own).not.toEqual(none);
    expect(other).toEqual(none);
  });
});

describe('the values of a rule are those of the line that said it', () => {
  const WAITS = 'sync/keychain-waits-for-passcode';
  const AT_DIRECT = must(Object.entries(RULES).find(([, { gate }]) => gate === 'placement')?.[0], 'one');
  const asked = settled({ ...SITUATION_AT_START, ios: '18.3', keychainPasscode: 'not-asked' }, 'simulation/icloudSync');
  const given = settled({ keychainPasscode: 'given' }, 'simulation/icloudSync');
  const line = (more: object): Told =>
    ({
      type: 'item.judged',
      items: ['passwords'],
      gate: 'sync',
      rule: WAITS,
      outcome: 'pending',
      also: [],
      actor: 'simulation/icloudSync',
      ...more,
    }) as Told;
  const valuesOf = (row: Partial<LedgerRow>, ...lines: readonly Told[]) =>
    explained('passwords', row, asked, ...lines, given).rule?.cells.map(({ value }) => value);
  const PENDING: Partial<LedgerRow> = { fate: 'pending', gate: 'sync', rule: WAITS };
  const atTheEnd = valuesOf(PENDING);

  test.each([
    ['a verdict', line({})],
    ['a wait', line({ type: 'item.waiting' })],
    ['an arrival', line({ type: 'item.arrived', from: 'sync' })],
  ])('%s', (_what, said) => {
    const then = valuesOf(PENDING, said);
    expect(then).not.toEqual(atTheEnd);
    // The last one counts; and what was said of others, at another gate, or by another rule does not.
    expect(valuesOf(PENDING, said, given, said)).toEqual(atTheEnd);
    for (const other of [{ items: ['messages'] }, { gate: 'download' }, { rule: 'sync/switched-off' }])
      expect(valuesOf(PENDING, said, given, { ...said, ...other } as Told)).toEqual(then);
  });

  test('no line of another kind', () => {
    const other = line({ type: 'sync.withheld' });
    expect(valuesOf(PENDING, other)).toEqual(atTheEnd);
  });

  test('why sync withholds a copy was said in a line of its own, whatever rule stands in it', () => {
    const withheld = (row: Partial<LedgerRow>, ...lines: readonly Told[]) =>
      explained('passwords', { syncWithheld: WAITS, ...row }, asked, ...lines, given).syncWithheld?.cells.map(
        ({ value }) => value,
      );
    const said = line({ type: 'sync.withheld' });
    expect(withheld({}, said)).not.toEqual(atTheEnd);
    expect(withheld({}, line({ type: 'sync.withheld', items: ['messages'] }))).toEqual(atTheEnd);
    expect(withheld(ended('excluded', 'eligibility'), said)).toEqual(withheld({}, said));
    // Once the item itself was decided by sync, it is that line.
    expect(withheld({ ...PENDING, rule: WAITS }, said)).toEqual(atTheEnd);
    expect(withheld({ ...PENDING, rule: WAITS }, line({}))).toEqual(withheld({}, said));
    expect(explained('passwords', { ...ended('excluded', 'placement'), rule: AT_DIRECT }, asked, said).rule?.id).toBe(
      AT_DIRECT,
    );
  });

  test('that sync withholds a copy is no line of another gate', () => {
    const row = { ...ended('excluded', 'eligibility'), rule: 'keychain/locked-to-the-old-device' };
    const judged = line({ gate: 'eligibility', rule: row.rule, outcome: 'excluded', actor: 'simulation/restore' });
    const told = (...later: readonly Told[]) =>
      explained(
        'passwords',
        row,
        settled({ backup: 'b' }),
        judged,
        settled({ backup: null }),
        ...later,
      ).rule?.cells.map(({ value }) => value);
    expect(told()).not.toEqual(explained('passwords', row, FROZEN).rule?.cells.map(({ value }) => value));
    expect(told(line({ type: 'sync.withheld', actor: 'simulation/restore' }))).toEqual(told());
  });

  test('what was lacking when it was said counts, for what needs something and for an app that hangs', () => {
    const { simulation, journal, ledger } = play(
      story({
        backups: [{ id: 'b', made: '2026-02-28' }],
        items: [
          { id: 'sketch', category: 'app', app: 'sketch', start: 'hangs' },
          { id: 'drawings', category: 'app-data', app: 'sketch' },
        ],
      }),
    );
    const cells = (id: string) =>
      explainItem({ simulation, journal, ledger }, id).rule?.cells.map(({ value }) => value);
    expect([cells('sketch'), cells('drawings')]).toEqual([['first-start'], ['app-that-starts']]);
  });

  test('a first attempt that is announced is the story itself', () => {
    const first: Told = { ...AGAIN, attempt: 1 } as Told;
    expect(gates('messages', { backupCopy: ELIGIBLE }, FROZEN, first, START)).toBe('PPPPP--e');
  });

  test('on a direct move it is the copy on the old phone', () => {
    const direct = caseFile(
      { device: { name: 'new' }, oldPhone: { name: 'old' }, items: [{ category: 'photos' }] },
      { route: 'direct' },
    );
    const row = { ...must(new Ledger(direct.world.items).row('photos'), 'it'), ...ended('pending', 'sync') };
    const moved = {
      simulation: { file: direct },
      journal: { lines: linesOf(START) },
      ledger: {
        row: () => ({ ...row, backupCopy: { outcome: 'excluded', gate: 'capture', rule: ruleOf('capture') } as const }),
      },
    };
    expect(explainItem(moved, 'photos').backupCopy?.title).toBe('The copy on the old phone');
  });
});

describe('what a step goes by', () => {
  const restore = (changed: object) => settled(changed);
  const over: Told = { type: 'restore.ended', outcome: 'completed', because: null };
  const lines = linesOf(
    START,
    restore({ account: 'mara' }),
    over,
    restore({ account: 'ola' }),
    settled({ ...SITUATION_AT_START, account: 'sync' }, 'simulation/icloudSync'),
    AGAIN,
    restore({ ...SITUATION_AT_START, account: 'late' }),
    restore({ account: 'later' }),
  );
  const accountAt = (step: number, gate: Gate) => situationFor(lines, step, gate).account;

  test('is, of what was frozen, the restore as it ended by then', () => {
    expect([1, 2, 3, 4, 5].map((step) => accountAt(step, 'eligibility'))).toEqual([
      null,
      'mara',
      'mara',
      'mara',
      'mara',
    ]);
    expect([7, 8, 99].map((step) => accountAt(step, 'eligibility'))).toEqual(['late', 'later', 'later']);
  });

  test('is, of what is decided later, what is so in that step', () => {
    expect([1, 2, 3, 4, 5].map((step) => accountAt(step, 'phone'))).toEqual([null, 'mara', 'mara', 'ola', 'ola']);
    expect([4, 5, 7].map((step) => accountAt(step, 'sync'))).toEqual(['ola', 'sync', 'late']);
  });

  test('is, for whoever said a line, what that actor went by', () => {
    expect(situationSaid(lines, 3).account).toBe('ola');
    expect(situationSaid(lines, 4).account).toBe('sync');
    expect(() => situationSaid(lines, 99)).toThrow('the line of a verdict');
    expect(() => situationFor([], 1, 'sync')).toThrow('the situation of a restore');
  });
});
