import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exploreRuleLayer, type Explored } from '../../../src/insight/explore/explore.ts';
import {
  DECISIONS,
  exploreRules,
  type RuleSpace,
  ruleSpaces,
  verdictIn,
} from '../../../src/insight/explore/explore-rules.ts';
import { finish } from '../../../src/insight/explore/exploring.ts';
import { EDITIONS, ROUTES } from '../../../src/model/kinds.ts';
import { must } from '../../../src/model/must.ts';
import { UNKNOWN } from '../../../src/rulebook/facts/fact.ts';
import { type FactId, FACTS } from '../../../src/rulebook/facts/facts.ts';
import { RULES } from '../../../src/rulebook/rules/rules.ts';

const NAMES = Object.keys(FACTS).slice(0, 4) as FactId[];
const VALUES = ['a', 'b', 'c'];

const drawnRows = (maxLength: number) =>
  fc.array(
    fc
      .array(fc.option(fc.subarray(VALUES, { minLength: 1, maxLength: 2 }), { nil: null, freq: 2 }), {
        minLength: 4,
        maxLength: 4,
      })
      .map((row) => new Map(row.flatMap((values, at) => (values ? [[must(NAMES[at], 'a fact'), values]] : [])))),
    { maxLength, size: 'max' },
  );
/** Rows for a value that no combination has: those behind them decide, out of the second word of bits. */
const silent = (rows: number) =>
  Array.from({ length: rows }, () => new Map([[must(NAMES[0], 'a fact'), ['none of these']]]));

/** Four facts of three values and the answer that is missing; sections as long as two words of bits. */
const drawnSpaces = fc.oneof(
  drawnRows(62).map(spaceWith),
  fc
    .tuple(fc.integer({ min: 28, max: 33 }), drawnRows(29))
    .map(([before, rows]) => spaceWith([...silent(before), ...rows])),
);

function spaceWith(cells: readonly ReadonlyMap<FactId, readonly string[]>[]): RuleSpace {
  const [category, edition, route] = ['messages', must(EDITIONS[0], 'an edition'), ROUTES[0]];
  const facts = NAMES.map((fact) => ({ fact, values: [...VALUES, UNKNOWN] }));
  const rules = cells.map((each, at) => ({ id: `rule/${at}`, cells: each }));
  return { category, edition, route, decision: 'freeze', facts, rules, size: 4 ** NAMES.length };
}

function* combinations(lists: readonly (readonly string[])[]): Generator<readonly string[]> {
  const [first, ...rest] = lists;
  if (!first) yield [];
  else for (const value of first) for (const others of combinations(rest)) yield [value, ...others];
}

/** What the walk should count, by the words of the rule book and one combination after the other. */
function byTheWords(space: RuleSpace) {
  const decides = space.rules.map(() => 0);
  const hangs = space.rules.map(() => 0);
  let [states, passes] = [0, 0];
  for (const values of combinations(space.facts.map((fact) => fact.values))) {
    states += 1;
    const verdict = verdictIn(space, values);
    const at = space.rules.findIndex(({ id }) => id === verdict?.rule);
    if (!verdict) passes += 1;
    else if (verdict.hangs) hangs[at] = must(hangs[at], 'a rule') + 1;
    else decides[at] = must(decides[at], 'a rule') + 1;
  }
  return { states, passes, decides, hangs };
}

describe('every combination of facts', () => {
  test('is counted as the words of the rules say, however long the section is', () => {
    fc.assert(
      fc.property(drawnSpaces, (space) => {
        expect(exploreRules(space)).toEqual(byTheWords(space));
      }),
      { numRuns: 200, seed: 26 },
    );
  });

  test.each([1, 30, 31, 32, 61, 62])('of %d rules the last one has its own say', (count) => {
    // Each but the last asks for a value that the last leaves over.
    const cells = Array.from(
      { length: count },
      (_, at) => new Map([[must(NAMES[0], 'a fact'), [at < count - 1 ? 'a' : 'b']]]),
    );
    const space = spaceWith(cells);
    expect(exploreRules(space)).toEqual(byTheWords(space));
    expect(exploreRules(space).decides.at(-1)).toBe(64);
  });

  test('a section longer than the bits of two words is refused, not cut', () => {
    const cells = Array.from({ length: 63 }, () => new Map([[must(NAMES[0], 'a fact'), ['a']]]));
    expect(() => exploreRules(spaceWith(cells))).toThrow('63 rules in one section are more than 62');
  });

  test('the words ask the rules in their order, and a missing answer leaves a verdict hanging', () => {
    const [first, second] = NAMES.map((name) => must(name, 'a fact')) as [FactId, FactId];
    const space = spaceWith([
      new Map([
        [first, ['a']],
        [second, ['b']],
      ]),
      new Map([[second, ['b']]]),
    ]);
    expect(verdictIn(space, ['a', 'b', 'c', 'c'])).toEqual({ rule: 'rule/0', hangs: false });
    expect(verdictIn(space, ['b', 'b', 'c', 'c'])).toEqual({ rule: 'rule/1', hangs: false });
    expect(verdictIn(space, [UNKNOWN, 'b', 'c', 'c'])).toEqual({ rule: 'rule/0', hangs: true });
    expect(verdictIn(space, ['c', UNKNOWN, 'c', 'c'])).toEqual({ rule: 'rule/1', hangs: true });
    expect(verdictIn(space, [UNKNOWN, 'a', 'c', 'c'])).toBeNull();
  });
});

describe('the spaces of the rule book', () => {
  const spacesOf = (...categories: readonly string[]) => categories.flatMap((category) => ruleSpaces(RULES, category));
  const SOME = ['messages', 'photos', 'app', 'app-data', 'passwords', 'health'];

  test('are one for each edition, way and decision, of the category that is asked for', () => {
    const spaces = spacesOf('messages');
    expect(spaces.map(({ edition, route, decision }) => `${edition} ${route} ${decision}`)).toEqual(
      EDITIONS.flatMap((edition) =>
        ROUTES.flatMap((route) => Object.keys(DECISIONS).map((decision) => `${edition} ${route} ${decision}`)),
      ),
    );
    expect(new Set(spaces.map(({ category }) => category))).toEqual(new Set(['messages']));
    const categories = new Set(ruleSpaces({}).map(({ category }) => category));
    expect(categories.size).toBeGreaterThan(60);
  });

  test('hold no rule that what is settled rules out, and of what is settled its one value', () => {
    const begun = spacesOf(...SOME).filter(({ rules }) => rules.length > 0);
    expect(begun.length).toBeGreaterThan(20);
    for (const { decision, rules, facts, size } of begun) {
      const settled: Readonly<Record<string, string>> = DECISIONS[decision].settled;
      expect(new Set(facts.map(({ fact }) => fact))).toEqual(new Set(rules.flatMap(({ cells }) => [...cells.keys()])));
      expect(size).toBe(facts.reduce((product, { values }) => product * values.length, 1));
      for (const { fact, values } of facts) {
        const value = settled[fact];
        if (value === undefined) expect(values.at(-1)).toBe(UNKNOWN);
        else expect(values).toEqual([value]);
        for (const { cells } of rules)
          expect(value === undefined || cells.get(fact)?.includes(value) !== false).toBe(true);
      }
    }
  });

  test('hold of each fact one value for all that no rule tells apart', () => {
    for (const { facts, rules, decision } of spacesOf(...SOME)) {
      for (const { fact, values } of facts.filter((each) => !(each.fact in DECISIONS[decision].settled))) {
        const told = (value: string) => rules.map(({ cells }) => cells.get(fact)?.includes(value)).join();
        const all = Object.keys(FACTS[fact].values);
        const kept = values.slice(0, -1);
        expect(all).toEqual(expect.arrayContaining(kept));
        expect(new Set(kept.map(told)).size).toBe(kept.length);
        expect(new Set(kept.map(told))).toEqual(new Set(all.map(told)));
      }
    }
  });
});

describe('the rule layer', () => {
  const few = {
    'store/withdrawn': RULES['store/withdrawn'],
    'store/shadow': { ...RULES['store/withdrawn'], when: { 'item.store': 'withdrawn' } },
  } as const;

  test('of one category has one verdict for each combination, and compares no pairs', () => {
    const explored = finish(exploreRuleLayer(RULES, 'messages'));
    expect(explored).toMatchObject({ name: 'rules', complete: true, transitions: 0 });
    expect(explored.states).toBe(ruleSpaces(RULES, 'messages').reduce((sum, { size }) => sum + size, 0));
    expect(explored.laws.map(({ holds, states }) => [holds, states])).toEqual([
      [true, explored.states],
      [true, explored.states],
    ]);
  });

  test('names each rule that only ever stands behind another', () => {
    const { laws } = finish(exploreRuleLayer(few));
    expect(laws.map(({ holds }) => holds)).toEqual([true, false, true]);
    expect(laws[1]).toMatchObject({ broken: { world: 'rules', because: 'store/shadow decide nothing', path: [] } });
  });

  test('says how far it is, and gives what it has where somebody stops it', () => {
    const sizes = ruleSpaces(RULES, 'messages').map(({ size }) => size);
    const exploring = exploreRuleLayer(RULES, 'messages');
    const all = sizes.reduce((sum, size) => sum + size, 0);
    expect(exploring.next().value).toEqual({ part: 'rules', done: sizes[0], of: all });
    const { done, value } = exploring.next('stop');
    expect(done).toBe(true);
    expect((value as Explored).complete).toBe(false);
    expect((value as Explored).states).toBe(sizes[0]);
    expect((value as Explored).laws).toHaveLength(2);
  });
});
