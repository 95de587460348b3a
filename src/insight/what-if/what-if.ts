import { must } from '../../model/must.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { findItem } from '../explain/find-item.ts';
import type { WhatIfAnswer } from './answer.ts';
import { type WhatIfOptions, WhatIfSearch, rowWorks } from './search.ts';
import { type SmallWorld, bareScenario, smallWorld } from './small-world.ts';
import { asItIs, isWhole } from './trial-worlds.ts';

/**
 * What would bring an item, a category or `everything` that dropped back: one answer for each group of items that
 * rules treat alike.
 * Throws an InputError for a target that is not in the scenario.
 */
export function whatIf(scenario: Scenario, target: string, options: WhatIfOptions = {}): readonly WhatIfAnswer[] {
  const whole = isWhole(scenario);
  const ofCategory = options.oneItem ? [] : scenario.world.items.filter(({ category }) => category === target);
  const isMany = !options.oneItem && (target === 'everything' || ofCategory.length > 1);
  const one = isMany ? undefined : (ofCategory[0] ?? findItem(scenario, target)).id;
  const small: SmallWorld = whole ? asItIs(bareScenario(scenario)) : smallWorld(scenario, one);
  const search = new WhatIfSearch(small, options);
  const base = search.rowsUnchanged();
  return small.scenario.world.items
    .filter(
      ({ id, category }) =>
        (one === undefined ? target === 'everything' || category === target : id === one) &&
        must(small.standsFor.get(id), id).length > 0,
    )
    .filter(({ id }) => one !== undefined || !rowWorks(must(base.get(id), id)))
    .map(({ id }) => search.answer(id));
}
