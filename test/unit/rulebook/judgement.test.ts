import { describe, expect, test } from 'vitest';
import type { Gate } from '../../../src/model/fates.ts';
import { CaseFile } from '../../../src/rulebook/case/case-file.ts';
import { type Situation, SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';
import { decide, decideAll, questionFor } from '../../../src/rulebook/judge/decide.ts';
import { freeze, groupByVerdict, judge, judgeAnew, judgeAtClose } from '../../../src/rulebook/judge/judgement.ts';
import type { RuleBook } from '../../../src/rulebook/tables/rule.ts';
import { story } from '../stories.ts';
import { ruleOf } from './rule-of.ts';

const WORLD = {
  accounts: [{ id: 'mara' }, { id: 'jonas' }],
  backups: [{ id: 'nightly', made: '2026-02-28', encrypted: 'unknown' }],
  items: [
    { id: 'known', category: 'app-keychain', protection: 'migratory' },
    { id: 'unknown', category: 'app-keychain', protection: 'unknown' },
    { id: 'other', category: 'messages' },
    { id: 'film', category: 'films', account: 'jonas' },
    { id: 'song', category: 'music', account: 'mara' },
  ],
};

const situation: Situation = { ...SITUATION_AT_START, backup: 'nightly', account: 'mara', ios: '18.3' };
const fileFor = (book: RuleBook): CaseFile => new CaseFile(story(WORLD, { route: 'computer' }).world, book, 'a test');
const verdictOn = (id: string, book: RuleBook, gates: readonly Gate[] = ['capture', 'eligibility']) => {
  const file = fileFor(book);
  const item = file.world.items.find((one) => one.id === id);
  if (!item) throw new Error(`no ${id}`);
  return decide(questionFor(file, item, situation), gates);
};

const MIGRATES = { 'item.protection': 'migratory' } as const;
const ENCRYPTED = { 'backup.encrypted': 'yes' } as const;
const keychain = { categories: ['app-keychain'] } as const;

describe('a row of the rule book', () => {
  test('that hangs on several facts that are not given asks for the first of them', () => {
    expect(verdictOn('unknown', { a: ruleOf('capture', { ...ENCRYPTED, ...MIGRATES }, keychain) })).toMatchObject({
      outcome: 'unknown',
      missing: 'backup.encrypted',
    });
    expect(verdictOn('unknown', { a: ruleOf('capture', { ...MIGRATES, ...ENCRYPTED }, keychain) })).toMatchObject({
      outcome: 'unknown',
      missing: 'item.protection',
    });
  });

  test('hangs on nothing when another of its facts does not hold', () => {
    const cells = { ...ENCRYPTED, 'item.protection': 'this-device-only' } as const;
    expect(verdictOn('known', { a: ruleOf('capture', cells, keychain) })).toBeNull();
  });

  test('speaks of its own editions, routes and categories alone', () => {
    for (const scope of [{ editions: ['ios7'] }, { routes: ['icloud'] }, { categories: ['photos'] }] as const)
      expect(verdictOn('known', { a: ruleOf('capture', {}, scope) })).toBeNull();
    expect(verdictOn('known', { a: ruleOf('capture', {}, { editions: ['modern'], routes: ['computer'] }) })?.rule).toBe(
      'a',
    );
  });

  test('behind the first is named only when it would have stopped the item for certain', () => {
    const book = {
      first: ruleOf('capture', MIGRATES, keychain),
      perhaps: ruleOf('capture', ENCRYPTED, keychain),
      too: ruleOf('eligibility', MIGRATES, keychain),
      elsewhere: ruleOf('download', MIGRATES, keychain),
      never: ruleOf('eligibility', { 'item.protection': 'this-device-only' }, keychain),
    };
    expect(verdictOn('known', book)).toEqual({ gate: 'capture', rule: 'first', outcome: 'excluded', also: ['too'] });
  });

  test('at an earlier gate comes first, wherever it stands in the book', () => {
    const book = { late: ruleOf('eligibility', {}), early: ruleOf('capture', {}) };
    expect(verdictOn('other', book)).toMatchObject({ rule: 'early', also: ['late'] });
  });
});

describe('many items at once', () => {
  test('are judged as each of them is by itself', () => {
    const book = {
      a: ruleOf('capture', MIGRATES, keychain),
      b: ruleOf('eligibility', { 'item.password': 'not-asked' }, { categories: ['films', 'music'] }),
    };
    const file = fileFor(book);
    const gates: readonly Gate[] = ['capture', 'eligibility'];
    const { items } = file.world;
    const each = items.map((item) => decide(questionFor(file, item, situation), gates));
    expect(each.map((verdict) => verdict?.outcome ?? null)).toEqual(['excluded', 'unknown', null, 'excluded', null]);
    expect(decideAll(file, items, situation, gates)).toEqual(each);
  });

  test('stand together when the same rule treats them alike, and apart in whatever else is told of them', () => {
    const { items } = fileFor({}).world;
    const verdict = { gate: 'capture', rule: 'a', outcome: 'excluded', also: [] } as const;
    const groups = (...verdicts: Parameters<typeof groupByVerdict>[1]) =>
      groupByVerdict(items.slice(0, verdicts.length), verdicts, 'sync').map((group) => group.items);
    expect(groups(verdict, { ...verdict })).toEqual([['known', 'unknown']]);
    for (const other of [
      { ...verdict, gate: 'eligibility' },
      { ...verdict, rule: 'b' },
      { ...verdict, outcome: 'pending' },
      { ...verdict, missing: 'item.protection' },
      { ...verdict, also: ['b'] },
      null,
    ] as const)
      expect(groups(verdict, other, verdict)).toEqual([['known', 'other'], ['unknown']]);
    expect(groupByVerdict(items.slice(0, 2), [null, { ...verdict, missing: 'item.protection' }], 'sync')).toEqual([
      { items: ['known'], gate: 'sync', rule: null, outcome: 'eligible', also: [] },
      { items: ['unknown'], gate: 'capture', rule: 'a', outcome: 'excluded', missing: 'item.protection', also: [] },
    ]);
  });
});

describe('verdicts of a moment', () => {
  const book = {
    asked: ruleOf('download', { 'item.password': 'not-asked' }, { categories: ['films', 'music'], outcome: 'pending' }),
    given: ruleOf('download', { 'item.password': 'given' }, { categories: ['films', 'music'], outcome: 'pending' }),
    refused: ruleOf('download', { 'item.password': 'skipped' }, { categories: ['films', 'music'] }),
    always: ruleOf('download', {}, { categories: ['messages'], outcome: 'pending' }),
    stops: ruleOf('capture', MIGRATES, keychain),
  };
  const file = fileFor(book);
  const { items } = file.world;
  const skipped: Situation = { ...situation, passwordsSkipped: ['jonas'] };

  test('are taken anew for those items alone to which a change makes a difference', () => {
    expect(judgeAnew(file, items, situation, skipped, 'download')).toEqual([
      { items: ['film'], gate: 'download', rule: 'refused', outcome: 'excluded', also: [] },
    ]);
    // Another rule with the same outcome is a difference, too.
    expect(
      judgeAnew(file, items, situation, { ...situation, passwordsGiven: ['jonas'] }, 'download').map(
        ({ rule }) => rule,
      ),
    ).toEqual(['given']);
    expect(judgeAnew(file, items, skipped, skipped, 'download')).toEqual([]);
  });

  test('say of items that pass that they do, at the gate that was asked', () => {
    const passed = judge(file, items, situation, 'placement');
    expect(passed).toEqual([
      { items: items.map(({ id }) => id), gate: 'placement', rule: null, outcome: 'eligible', also: [] },
    ]);
  });

  test('at the close are those of all gates of the restore', () => {
    const groups = judgeAtClose(file, items, situation, 'listing');
    expect(groups.map(({ items: ids, gate, rule }) => [ids, gate, rule])).toEqual([
      [['known'], 'capture', 'stops'],
      [['unknown'], 'capture', 'stops'],
      [['other'], 'download', 'always'],
      [['film'], 'download', 'asked'],
      [['song'], 'listing', null],
    ]);
  });

  test('at the close ask nobody whether a backup held it, where it is certain that the restore brought nothing', () => {
    const kept = (...rows: readonly Partial<RuleBook[string]>[]) => {
      const behind = Object.fromEntries(rows.map((row, at) => [`row-${at}`, ruleOf('placement', {}, row)]));
      const closed = fileFor({ held: ruleOf('capture', MIGRATES, keychain), ...behind });
      const [{ rule, outcome, missing, also } = { rule: null }] = judgeAtClose(
        closed,
        closed.world.items.slice(1, 2),
        situation,
        'listing',
      );
      return { rule, outcome, missing, also };
    };
    expect(kept({ outcome: 'pending' }, { outcome: 'not-downloaded' }, { outcome: 'excluded' })).toEqual({
      rule: 'row-1',
      outcome: 'not-downloaded',
      missing: undefined,
      also: ['row-2'],
    });
    // What is lost for good, or waits, hangs on what the backup held.
    expect(kept({ outcome: 'pending' })).toMatchObject({ rule: 'held', outcome: 'unknown', also: ['row-0'] });
  });

  test('at the freeze count what is stopped and what is excluded, and keep the rest in the order of the world', () => {
    const { eligible, stopped, excluded, categories, groups } = freeze(file, situation);
    expect(eligible.map(({ id }) => id)).toEqual(['other', 'film', 'song']);
    expect([stopped, excluded]).toEqual([2, 1]);
    expect(categories.toSorted()).toEqual(['app-keychain', 'films', 'messages', 'music']);
    expect(groups['app-keychain']?.map(({ items: ids, outcome }) => [ids, outcome])).toEqual([
      [['known'], 'excluded'],
      [['unknown'], 'unknown'],
    ]);
  });
});
