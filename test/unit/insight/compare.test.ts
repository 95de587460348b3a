import { describe, expect, test } from 'vitest';
import {
  compareSides,
  conditionDifferences,
  firstDifference,
  itemsNamed,
  partingGate,
  type Side,
} from '../../../src/insight/explain/compare.ts';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';
import { play } from '../../../src/run/play.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { story } from '../stories.ts';

const lines = (...entries: readonly JournalEntry[]): JournalLine[] =>
  entries.map(
    (entry, index) => ({ n: index + 1, step: index + 1, atMs: 0, actor: 'simulation', ...entry }) as JournalLine,
  );
const erased: JournalEntry = { type: 'device.erased' };
const settled = (ios: string): JournalEntry => ({ type: 'situation.changed', changed: { ios } });
const verdict = (rule: string): JournalEntry => ({
  type: 'item.judged',
  items: ['a'],
  gate: 'capture',
  rule,
  outcome: 'never-in-backup',
  also: [],
});

describe('the first line at which two journals part', () => {
  test('is the first that says something else, not one that only stands elsewhere', () => {
    const [a, b] = [lines(erased, verdict('x/y')), lines(erased, verdict('x/z'))];
    expect(firstDifference(a, a)).toBeNull();
    expect(firstDifference(a, b)).toEqual({ a: a[1], b: b[1] });
    expect(
      firstDifference(
        a,
        a.map((line) => ({ ...line, n: line.n + 7 })),
      ),
    ).toBeNull();
    expect(
      firstDifference(
        a,
        a.map((line) => ({ ...line, atMs: 5 })),
      ),
    ).toEqual({ a: a[0], b: { ...a[0], atMs: 5 } });
  });

  test('is the one that only the longer has', () => {
    const [short, long] = [lines(erased), lines(erased, verdict('x/y'))];
    expect(firstDifference(short, long)).toEqual({ a: null, b: long[1] });
    expect(firstDifference(long, short)).toEqual({ a: long[1], b: null });
    expect(firstDifference([], [])).toBeNull();
  });

  test('is something that happened, before something that was only settled by it', () => {
    const [a, b] = [lines(settled('18.1'), verdict('x/y')), lines(settled('18.2'), verdict('x/z'))];
    expect(firstDifference(a, b)).toEqual({ a: a[1], b: b[1] });
    const [c, d] = [lines(settled('18.1'), verdict('x/y')), lines(settled('18.2'), verdict('x/y'))];
    expect(firstDifference(c, d)).toEqual({ a: c[0], b: d[0] });
  });

  test('is not the beginning, when only the conditions differ that are compared for themselves', () => {
    const began = (world: string, items: number): JournalEntry => ({
      type: 'story.began',
      world,
      edition: 'modern',
      route: 'icloud',
      items,
      wifi: true,
      power: true,
    });
    expect(firstDifference(lines(began('1', 2)), lines(began('2', 2)))).toBeNull();
    expect(firstDifference(lines(began('1', 2)), lines(began('1', 3)))).not.toBeNull();
  });
});

describe('conditions', () => {
  test('are told leaf by leaf, parts of lists by their id, and what only one side has with null', () => {
    const a = { device: { passcode: 'yes', sim: 'same' }, backups: [{ id: 'x', made: '1' }], list: ['p', { q: 1 }] };
    const b = { device: { passcode: 'no', sim: 'same' }, backups: [{ id: 'y', made: '1' }], list: ['p', { q: 2 }] };
    expect(conditionDifferences(a, b)).toEqual([
      { condition: 'device.passcode', a: 'yes', b: 'no' },
      { condition: 'backups.x.id', a: 'x', b: null },
      { condition: 'backups.x.made', a: '1', b: null },
      { condition: 'list.2.q', a: '1', b: '2' },
      { condition: 'backups.y.id', a: null, b: 'y' },
      { condition: 'backups.y.made', a: null, b: '1' },
    ]);
    expect(conditionDifferences({ a: undefined }, {})).toEqual([]);
  });
});

describe('two sides', () => {
  const WORLD = {
    backups: [{ id: 'nightly', made: '2026-02-28' }],
    items: [{ category: 'messages', bytes: '20 MB' }, { category: 'bluetooth' }, { category: 'payment-cards' }],
  };
  const sideOf = (scenario: Scenario): Side => ({
    name: 'a side',
    world: scenario.world,
    script: scenario.script,
    lines: play(scenario).journal.lines,
  });
  const base = story(WORLD);

  test('that are one have nothing to tell', () => {
    expect(compareSides(sideOf(base), sideOf(base))).toEqual({
      outcomes: { a: 'completed-with-exclusions', b: 'completed-with-exclusions' },
      conditions: [],
      items: [],
      firstDifference: null,
    });
  });

  test('name the items whose ends differ, those first that part at an earlier gate', () => {
    const same = { ...WORLD, backups: [{ id: 'nightly', device: 'new iPhone', made: '2026-02-28' }] };
    const gone = { ...same, backups: [{ id: 'nightly', device: 'new iPhone', made: '2026-02-28', damaged: 'yes' }] };
    const { outcomes, items } = compareSides(sideOf(story(same)), sideOf(story(gone)));
    expect(outcomes.a).not.toBe(outcomes.b);
    expect(items.length).toBeGreaterThan(1);
    expect(items.map(partingGate)).toEqual(items.map(partingGate).toSorted((a, b) => a - b));
    const { a, b } = compareSides(sideOf(story(same)), sideOf(base)).items.find(({ id }) => id === 'bluetooth') ?? {};
    expect([a?.fate, b?.fate]).toEqual(['restored', 'excluded']);
  });

  test('are compared in their first attempts alone', () => {
    const again = story(WORLD, { attempts: [{ change: { 'surroundings.wifi': 'off' } }] });
    expect(compareSides(sideOf(base), sideOf(again))).toMatchObject({
      outcomes: { a: 'completed-with-exclusions', b: 'completed-with-exclusions' },
      items: [],
    });
  });

  test('of which one has only a journal tell what the journals say of their conditions', () => {
    const journalOf = (scenario: Scenario): Side => ({ ...sideOf(scenario), world: null, script: [] });
    const told = compareSides(journalOf(base), journalOf(story({ ...WORLD, surroundings: { power: 'off' } })));
    expect(told.conditions).toContainEqual({ condition: 'power', a: 'true', b: 'false' });
    expect(told.conditions.map(({ condition }) => condition)).not.toContain('wifi');
    const again = story(WORLD, { attempts: [{ change: { 'surroundings.wifi': 'off' } }] });
    expect(compareSides(journalOf(base), journalOf(again)).conditions).toContainEqual({
      condition: 'attempt 2: surroundings.wifi',
      a: null,
      b: 'off',
    });
  });

  test('a journal names its items in the order in which it first speaks of them', () => {
    const waiting: JournalEntry = { type: 'item.waiting', items: ['c', 'a'], gate: 'sync', rule: 's/w', also: [] };
    const arrived: JournalEntry = { type: 'item.arrived', items: ['d'], gate: 'sync', from: 'sync', rule: null };
    const withheld: JournalEntry = { type: 'sync.withheld', items: ['e', 'c'], rule: 's/o' };
    expect(itemsNamed(lines(erased, verdict('x/y'), waiting, arrived, withheld))).toEqual(['a', 'c', 'd', 'e']);
  });
});

describe('ends that differ', () => {
  const WORLD = {
    items: [
      { id: 'a', category: 'notes' },
      { id: 'b', category: 'health' },
      { id: 'c', category: 'messages' },
    ],
  };
  const judged = (
    id: string,
    gate: 'capture' | 'eligibility',
    rule: string,
    outcome: 'excluded' | 'never-in-backup',
  ): JournalEntry => ({
    type: 'item.judged',
    items: [id],
    gate,
    rule,
    outcome,
    also: [],
  });
  const differing = (a: readonly JournalEntry[], b: readonly JournalEntry[]) => {
    const sideOf = (entries: readonly JournalEntry[]): Side => ({
      name: 'x',
      world: story(WORLD).world,
      script: [],
      lines: lines(...entries),
    });
    return compareSides(sideOf(a), sideOf(b)).items.map(({ id }) => id);
  };

  test('differ in fate, gate or rule, each alone', () => {
    const base = judged('a', 'capture', 'x/y', 'excluded');
    expect(differing([base], [base])).toEqual([]);
    expect(differing([base], [judged('a', 'eligibility', 'x/y', 'excluded')])).toEqual(['a']);
    expect(differing([base], [judged('a', 'capture', 'x/z', 'excluded')])).toEqual(['a']);
    expect(differing([base], [judged('a', 'capture', 'x/y', 'never-in-backup')])).toEqual(['a']);
  });

  test('come in the order of their gates, then of the items', () => {
    const early = (id: string) => judged(id, 'capture', 'x/y', 'excluded');
    const late = (id: string) => judged(id, 'eligibility', 'x/y', 'excluded');
    expect(differing([], [late('a'), early('b'), early('c')])).toEqual(['b', 'c', 'a']);
    expect(differing([], [early('c'), early('b'), early('a')])).toEqual(['a', 'b', 'c']);
    expect(differing([late('a'), early('c')], [])).toEqual(['c', 'a']);
  });

  test('may be of items that one side does not have', () => {
    const sideOf = (ids: readonly string[], ...entries: readonly JournalEntry[]): Side => ({
      name: 'x',
      world: story({ items: ids.map((id) => ({ id, category: 'notes' })) }).world,
      script: [],
      lines: lines(...entries),
    });
    const [verdictOfA, verdictOfB] = [
      judged('a', 'capture', 'x/y', 'excluded'),
      judged('b', 'capture', 'x/y', 'excluded'),
    ];
    expect(compareSides(sideOf(['a'], verdictOfA), sideOf(['b'], verdictOfB)).items).toEqual([
      { id: 'a', a: { fate: 'excluded', gate: 'capture', rule: 'x/y' }, b: null },
      { id: 'b', a: null, b: { fate: 'excluded', gate: 'capture', rule: 'x/y' } },
    ]);
  });

  test('of two worlds are told with what differs in them, scripts included', () => {
    const sideOf = (world: object, script: Side['script'] = []): Side => ({
      name: 'x',
      world: story({ ...WORLD, ...world }).world,
      script,
      lines: [],
    });
    const { conditions } = compareSides(sideOf({}), sideOf({ device: { sim: 'none' } }, [{ end: 'here' }]));
    expect(conditions).toEqual([
      { condition: 'device.sim', a: sideOf({}).world?.device.sim, b: 'none' },
      { condition: 'script.1.end', a: null, b: 'here' },
    ]);
  });

  test('of one side with a world and one without are those that the journal names', () => {
    const end: JournalEntry = judged('a', 'capture', 'x/y', 'excluded');
    const began: JournalEntry = {
      type: 'story.began',
      world: 'w',
      edition: 'modern',
      route: 'icloud',
      items: 3,
      wifi: true,
      power: true,
    };
    const world: Side = { name: 'x', world: story(WORLD).world, script: [], lines: lines(began, end) };
    const journal: Side = { ...world, world: null };
    for (const [a, b] of [
      [world, journal],
      [journal, world],
    ] as const)
      expect(compareSides(a, b).conditions).toEqual([]);
    const other: Side = { ...journal, lines: lines({ ...began, route: 'computer' }, end) };
    expect(compareSides(world, other).conditions).toEqual([{ condition: 'route', a: 'icloud', b: 'computer' }]);
  });

  test('of journals tell what was compared with the backup', () => {
    const compared = (now: string) =>
      ({
        type: 'conditions.compared',
        differences: [{ fact: 'device.passcode', backup: 'yes', now }],
      }) as unknown as JournalEntry;
    const sideOf = (now: string): Side => ({ name: 'x', world: null, script: [], lines: lines(compared(now)) });
    expect(compareSides(sideOf('yes'), sideOf('no')).conditions).toEqual([
      { condition: 'device.passcode', a: 'yes → yes', b: 'yes → no' },
    ]);
  });

  test('count only in the first attempt, wherever the second begins', () => {
    const again: JournalEntry = { type: 'attempt.began', attempt: 2, changes: {}, wifi: true, power: true };
    const first: JournalEntry = { ...again, attempt: 1 };
    const end = judged('a', 'capture', 'x/y', 'excluded');
    expect(differing([end], [end, again, judged('b', 'capture', 'x/y', 'excluded')])).toEqual([]);
    expect(differing([], [again, end])).toEqual([]);
    expect(differing([], [first, end])).toEqual(['a']);
  });
});

test('conditions in lists go by their id, or by their place, and texts by themselves', () => {
  expect(
    conditionDifferences(
      { list: [null, 'x', { id: 'i', v: 1 }, { v: 1 }] },
      { list: [null, { id: 'i', v: 2 }, { v: 2 }] },
    ),
  ).toEqual([
    { condition: 'list.x', a: 'x', b: null },
    { condition: 'list.i.v', a: '1', b: '2' },
    { condition: 'list.4.v', a: '1', b: null },
    { condition: 'list.3.v', a: null, b: '2' },
  ]);
});

test('the gate at which two ends part is the earlier of the two, and the last when there is none', () => {
  const end = (gate: 'capture' | 'sync' | null) => ({ fate: null, gate, rule: null });
  const gates = [
    { id: 'x', a: end('sync'), b: end('capture') },
    { id: 'x', a: end('sync'), b: null },
    { id: 'x', a: null, b: end(null) },
  ].map(partingGate);
  expect(gates[0]).toBe(0);
  expect(gates).toEqual(gates.toSorted((a, b) => a - b));
  expect(new Set(gates).size).toBe(3);
});
