import { describe, expect, test } from 'vitest';
import { allTransitions, CoverageCount, gapsOf, hasGaps } from '../../../src/insight/explain/coverage.ts';
import type { AnyStateNode } from 'xstate';
import { MACHINES } from '../../../machines/machines.ts';
import { must } from '../../../src/model/must.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';
import type { RuleBook } from '../../../src/rulebook/tables/rule.ts';
import type { BehaviourId } from '../../../src/rulebook/evidence/behaviours.ts';
import { transitionName } from '../../../src/run/actors.ts';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';

const [front, behind, silent] = Object.keys(RULES).map((id) => must(id, 'a rule')) as [string, string, string];
const book = Object.fromEntries([front, behind, silent].map((id) => [id, must((RULES as RuleBook)[id], id)]));

const judged = (rule: string, also: readonly string[]): JournalLine => ({
  n: 1,
  step: 1,
  atMs: 0,
  actor: 'simulation/restore/eligibility',
  type: 'item.judged',
  items: ['photos'],
  gate: 'eligibility',
  rule,
  outcome: 'excluded',
  also,
});
const waiting = (rule: string, also: readonly string[]): JournalLine => ({
  n: 1,
  step: 1,
  atMs: 0,
  actor: 'simulation/restore/contentDownload',
  type: 'item.waiting',
  items: ['photos'],
  gate: 'download',
  rule,
  also,
});

const statesOf = (...lines: readonly JournalLine[]) => {
  const count = new CoverageCount(book);
  count.add({ id: 'one', shows: [], lines });
  return count.coverage.rules.map(({ id, state, scenarios }) => [id, state, scenarios]);
};

describe('rules that stand behind another', () => {
  test.each([
    ['a verdict', judged],
    ['a wait', waiting],
  ])('%s: the rule behind is shadowed, one that is named nowhere never had its turn', (_name, line) => {
    expect(statesOf(line(front, [behind]))).toEqual([
      [front, 'fired', ['one']],
      [behind, 'shadowed', []],
      [silent, 'never', []],
    ]);
  });

  test('whoever decided once is no longer shadowed', () => {
    expect(statesOf(judged(front, [behind]), judged(behind, [front]))).toEqual([
      [front, 'fired', ['one']],
      [behind, 'fired', ['one']],
      [silent, 'never', []],
    ]);
  });

  test('the gaps name both kinds apart', () => {
    const count = new CoverageCount(book);
    count.add({ id: 'one', shows: [], lines: [judged(front, [behind])] });
    expect(gapsOf(count.coverage)).toMatchObject({ shadowed: [behind], never: [silent] });
  });
});

const line = (entry: JournalEntry, actor = 'simulation'): JournalLine => ({ n: 1, step: 1, atMs: 0, actor, ...entry });

describe('what a scenario shows', () => {
  const coverageOf = (lines: readonly JournalLine[], shows: readonly BehaviourId[] = [], ids = ['one']) => {
    const count = new CoverageCount(book);
    for (const id of ids) count.add({ id, shows, lines });
    return count.coverage;
  };
  const fired = (...lines: readonly JournalLine[]) =>
    coverageOf(lines)
      .rules.filter(({ state }) => state === 'fired')
      .map(({ id }) => id);

  test('are the rules of what arrived, of what sync withholds and of each verdict, and none where no rule was', () => {
    const arrived = (rule: string | null) =>
      line({ type: 'item.arrived', items: ['a'], gate: 'sync', from: 'sync', rule });
    const withheld = line({ type: 'sync.withheld', items: ['a'], rule: front });
    expect(fired(arrived(behind))).toEqual([behind]);
    expect(fired(withheld)).toEqual([front]);
    expect(
      fired(
        arrived(null),
        line({ type: 'item.judged', items: ['a'], gate: 'sync', rule: null, outcome: 'eligible', also: [] }),
      ),
    ).toEqual([]);
    expect(
      coverageOf([line({ type: 'sync.withheld', items: ['a'], rule: null as never })]).rules.map(({ state }) => state),
    ).toEqual(['never', 'never', 'never']);
  });

  test('are the transitions that were taken, under their machine', () => {
    const { machine, transition } = must(allTransitions()[3], 'a transition');
    const taken = line({ type: 'transition', event: 'x', taken: [transition], states: [] }, `simulation/${machine}`);
    const { transitions } = coverageOf([taken], [], ['two', 'one']);
    const shown = transitions.filter(({ scenarios }) => scenarios.length > 0);
    expect(shown).toEqual([{ machine, transition, scenarios: ['one', 'two'] }]);
    expect(gapsOf({ behaviours: [], rules: [], transitions }).transitions).toHaveLength(transitions.length - 1);
    expect(
      new Set([...gapsOf({ behaviours: [], rules: [], transitions }).transitions, `${machine}: ${transition}`]),
    ).toEqual(new Set(transitions.map((each) => `${each.machine}: ${each.transition}`)));
  });

  test('are the behaviours that it says, each with the rules that decided and show it', () => {
    const shows = must(book[front], front).shows;
    const behaviour = must(shows[0], 'a behaviour');
    const { behaviours } = coverageOf([judged(front, [behind])], [behaviour]);
    expect(behaviours.find(({ id }) => id === behaviour)).toMatchObject({ rules: [front], scenarios: ['one'] });
    expect(
      behaviours
        .filter(({ rules }) => rules.length > 0)
        .map(({ id }) => id)
        .toSorted(),
    ).toEqual([...shows].toSorted());
    const gaps = gapsOf({ behaviours, rules: [], transitions: [] });
    expect(gaps.behaviours).toHaveLength(behaviours.length - 1);
    expect([...gaps.behaviours, behaviour].toSorted()).toEqual(behaviours.map(({ id }) => id).toSorted());
    expect(gaps).toMatchObject({ shadowed: [], never: [], transitions: [] });
  });
});

test('every transition of every machine is there once, without those that only keep an event to themselves', () => {
  const all = allTransitions();
  const names = all.map(({ machine, transition }) => `${machine} ${transition}`);
  expect(new Set(names).size).toBe(names.length);
  expect(new Set(all.map(({ machine }) => machine))).toEqual(new Set(Object.keys(MACHINES)));
  // Deep states have ways out too.
  expect(names.some((name) => /^\S+ \w+\.\w+/.test(name))).toBe(true);
  const kept: string[] = [];
  const expected = new Set<string>();
  for (const [machine, { root }] of Object.entries(MACHINES)) {
    const open: AnyStateNode[] = [root as AnyStateNode];
    for (let node = open.pop(); node; node = open.pop()) {
      open.push(...(Object.values(node.states) as AnyStateNode[]));
      for (const way of [...node.transitions.values()].flat().concat(node.always ?? [])) {
        const name = `${machine} ${transitionName(way)}`;
        if (way.target === undefined && way.actions.length === 0) kept.push(name);
        else expected.add(name);
      }
    }
  }
  expect(kept.length).toBeGreaterThan(0);
  expect(new Set(names)).toEqual(expected);
});

test('there are gaps while one list has something in it', () => {
  const none = { behaviours: [], shadowed: [], never: [], transitions: [] };
  expect(hasGaps(none)).toBe(false);
  for (const name of Object.keys(none)) expect(hasGaps({ ...none, [name]: ['x'] })).toBe(true);
});
