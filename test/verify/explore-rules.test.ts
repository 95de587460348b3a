import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exploreRuleLayer } from '../../src/insight/explore/explore.ts';
import { exploreRules, ruleSpaces, verdictIn } from '../../src/insight/explore/explore-rules.ts';
import { finish } from '../../src/insight/explore/exploring.ts';
import { explorePairs } from '../../src/insight/explore/independence.ts';
import { CATEGORIES } from '../../src/rulebook/categories/categories.ts';
import { RULES } from '../../src/rulebook/rules/rules.ts';

const spaces = ruleSpaces(RULES);

describe('every combination of the facts that rules read', () => {
  test('has one verdict, every rule decides somewhere, and categories do not touch', () => {
    const { laws, states } = finish(exploreRuleLayer(RULES));
    expect(laws.filter(({ holds }) => !holds)).toEqual([]);
    expect(laws).toHaveLength(3);
    expect(states).toBe(spaces.reduce((sum, { size }) => sum + size, 0));
    expect(states).toBeGreaterThan(20_000_000);
  }, 120_000);

  test('the walk counts what the words of the rule book say', () => {
    const small = spaces.filter(({ size, rules }) => size > 1 && size <= 3000 && rules.length > 0);
    expect(small.length).toBeGreaterThan(300);
    fc.assert(
      fc.property(fc.constantFrom(...small), (space) => {
        const decides = new Map<string, number>();
        const hangs = new Map<string, number>();
        let passes = 0;
        for (const values of combinations(space.facts.map((fact) => fact.values))) {
          const verdict = verdictIn(space, values);
          if (!verdict) passes += 1;
          else
            (verdict.hangs ? hangs : decides).set(
              verdict.rule,
              ((verdict.hangs ? hangs : decides).get(verdict.rule) ?? 0) + 1,
            );
        }
        const walked = exploreRules(space);
        expect(walked.passes).toBe(passes);
        expect(walked.decides).toEqual(space.rules.map(({ id }) => decides.get(id) ?? 0));
        expect(walked.hangs).toEqual(space.rules.map(({ id }) => hangs.get(id) ?? 0));
      }),
      { numRuns: 60 },
    );
  });

  test('a rule that always stands behind another is found', () => {
    const shadow = { ...RULES['store/withdrawn'], when: { 'item.store': 'withdrawn' } } as const;
    const book = { ...RULES, 'store/shadow': shadow };
    const { laws } = finish(exploreRuleLayer(book));
    expect(laws.find(({ name }) => name === 'every rule decides somewhere')).toMatchObject({
      holds: false,
      broken: { because: 'store/shadow decide nothing' },
    });
  }, 120_000);
});

describe('pairs of categories', () => {
  test('all of them were compared, on each of the three ways', () => {
    const count = Object.keys(CATEGORIES).length;
    expect(explorePairs(RULES)).toEqual({ pairs: count * (count - 1), compared: 2 * count * (count - 1) * 24 });
  });
});

function* combinations(lists: readonly (readonly string[])[]): Generator<readonly string[]> {
  const [first, ...rest] = lists;
  if (!first) yield [];
  else for (const value of first) for (const others of combinations(rest)) yield [value, ...others];
}
