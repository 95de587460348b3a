import { expect, test } from 'vitest';
import { EDITIONS, type Edition, ROUTES } from '../../../../src/model/kinds.ts';
import { hasService } from '../../../../src/model/services.ts';
import { CATEGORIES, type CategoryId } from '../../../../src/rulebook/categories/categories.ts';
import type { Category } from '../../../../src/rulebook/categories/category.ts';
import type { FactId } from '../../../../src/rulebook/facts/facts.ts';
import { decide } from '../../../../src/rulebook/judge/decide.ts';
import { IOS_ERAS, erasWithin } from '../../../../src/rulebook/tables/ios-versions.ts';
import type { Rule } from '../../../../src/rulebook/tables/rule.ts';
import { KNOBS } from './knobs.ts';
import { IOS, build, categoryIds, draft, rules } from './one-item-world.ts';
import { all, cellsIn, factsOf, gatesFor } from './rows.ts';

/** Every way to fill the cells of a row, one value for each fact. */
function* fillings(rule: Rule): Generator<readonly (readonly [FactId, string])[]> {
  const facts = factsOf(rule);
  let ways: (readonly (readonly [FactId, string])[])[] = [[]];
  for (const fact of facts)
    ways = ways.flatMap((way) => (cellsIn(rule).get(fact) ?? []).map((value) => [...way, [fact, value] as const]));
  yield* ways;
}

/** Worlds in which nothing but the cells of the row differs from a restore that goes well. */
function* worldsFor(rule: Rule) {
  for (const edition of all(rule.editions, EDITIONS)) {
    for (const route of all(rule.routes, ROUTES)) {
      for (const category of all(rule.categories, categoryIds)) {
        for (const filling of fillings(rule)) {
          const d = draft();
          for (const [fact, value] of filling) KNOBS[fact]?.(d, value);
          yield build(d, edition, route, category);
        }
      }
    }
  }
}

test('every fact that a rule compares can be brought about by a world', () => {
  const compared = new Set(rules.flatMap(([, rule]) => factsOf(rule)));
  const missing = [...compared].filter((fact) => KNOBS[fact] === undefined && !fact.startsWith('category.'));
  expect(missing).toEqual([]);
});

test.each(rules)('%s decides in some world', (id, rule) => {
  const gates = gatesFor(rule);
  for (const { question } of worldsFor(rule)) {
    const verdict = decide(question, gates);
    if (verdict?.rule !== id) continue;
    expect(verdict).toMatchObject({ gate: rule.gate, outcome: rule.outcome });
    return;
  }
  expect.unreachable('another row always comes first');
});

/** A row that names versions, and each era of iOS with which it must be silent. */
const outOfTime = rules.flatMap(([id, rule]) =>
  (['backup', 'device'] as const).flatMap((whose) => {
    const named = rule.ios?.[whose];
    if (named === undefined) return [];
    const within: readonly string[] = erasWithin(named);
    return Object.keys(IOS_ERAS)
      .filter((era) => !within.includes(era))
      .map((era) => [id, whose, era, rule] as const);
  }),
);

test.each(outOfTime)('%s is silent where the %s is of the era %s', (id, whose, era, rule) => {
  const gates = gatesFor(rule);
  for (const edition of all(rule.editions, EDITIONS)) {
    for (const route of all(rule.routes, ROUTES)) {
      for (const category of all(rule.categories, categoryIds)) {
        const d = draft();
        for (const [fact, values] of cellsIn(rule)) if (values[0] !== undefined) KNOBS[fact]?.(d, values[0]);
        KNOBS[`${whose}.ios`]?.(d, era);
        const verdict = decide(build(d, edition, route, category).question, gates);
        expect([verdict?.rule, ...(verdict?.also ?? [])]).not.toContain(id);
      }
    }
  }
});

/** Whether the service of a category, if it has one, was there in the days of an edition. */
const isThere = (edition: Edition, category: CategoryId): boolean => {
  const { service }: Category = CATEGORIES[category];
  return service === undefined || hasService(IOS[edition], service);
};

test.each(rules)('%s speaks up in each edition, on each route and for each category that it names', (id, rule) => {
  const gates = gatesFor(rule);
  const silent = new Set(
    all(rule.editions, EDITIONS).flatMap((edition) =>
      all(rule.routes, ROUTES).flatMap((route) =>
        all(rule.categories, categoryIds)
          .filter((category) => isThere(edition, category))
          .map((category) => `${edition} ${route} ${category}`),
      ),
    ),
  );
  for (const { question, file, item } of worldsFor(rule)) {
    const verdict = decide(question, gates);
    if (verdict?.rule === id || verdict?.also.includes(id))
      silent.delete(`${file.world.edition} ${file.world.route} ${item.category}`);
  }
  // A row for all kinds of data may be out of question for some of them.
  if (rule.categories !== 'all') expect([...silent]).toEqual([]);
  else expect(silent.size).toBeLessThan(EDITIONS.length * ROUTES.length * categoryIds.length);
});
