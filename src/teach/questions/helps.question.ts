import type { Item } from '../../model/world.ts';
import { itemConditions, listConditions } from '../../insight/what-if/conditions.ts';
import { changesOf } from '../../insight/what-if/search.ts';
import type { WhatIfAnswer } from '../../insight/what-if/answer.ts';
import { whatIf } from '../../insight/what-if/what-if.ts';
import { must } from '../../model/must.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { drawFor, NOTHING_OF_IT, orNothing } from './offered.ts';
import type { BetOption, ItemQuestion } from './question.ts';

const answers = new WeakMap<Scenario, Map<string, WhatIfAnswer>>();

/** What would bring one item by a single change, each proved by a run; looked for once. */
export function helpFor(scenario: Scenario, { id }: Pick<Item, 'id'>): WhatIfAnswer {
  let known = answers.get(scenario);
  if (!known) answers.set(scenario, (known = new Map()));
  let answer = known.get(id);
  if (!answer)
    known.set(id, (answer = must(whatIf(scenario, id, { oneItem: true, largest: 1 })[0], `an answer for ${id}`)));
  return answer;
}

const wordOf = (path: string, to: string): string => `${path}=${to}`;

/** Whatever is right in itself: the first proved set of one change, which is the one that could be done first. */
function singles({ sets }: WhatIfAnswer): BetOption[] {
  return sets.flatMap(({ changes }) => {
    const [change] = changes;
    return change && changes.length === 1 ? [{ word: wordOf(change.path, change.to), says: change.title }] : [];
  });
}

/** One change that would have brought it, proved by a run; the others are changes that were tried and do not. */
export const HELPS_QUESTION: ItemQuestion = {
  options: (variant, item) => {
    const { scenario } = variant;
    const proved = singles(helpFor(scenario, item));
    const draw = drawFor(variant, item, 'helps');
    const inSets = new Set(proved.map(({ word }) => word));
    const conditions = [...listConditions(scenario), ...itemConditions(scenario, new Set([item.id]))];
    const others = conditions
      .filter(({ when }) => when !== 'never')
      .flatMap(changesOf)
      .map(({ path, to, title }): BetOption => ({ word: wordOf(path, to), says: title }));
    return orNothing(
      'None of these alone',
      draw,
      proved[0],
      draw.shuffled(others).filter(({ word, says }) => !inSets.has(word) && proved.every((one) => one.says !== says)),
    );
  },
  key: ({ scenario }, item) => singles(helpFor(scenario, item))[0]?.word ?? NOTHING_OF_IT,
};
