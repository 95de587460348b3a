import { FATES } from '../model/fates.ts';
import type { Item } from '../model/world.ts';
import { drawFor } from './questions/offered.ts';
import { type PutQuestion, rowOf } from './questions/question.ts';
import { questionsOfKinds } from './questions/questions.ts';
import type { SayTask } from './lesson.ts';
import type { Variant } from './variant.ts';

/**
 * The questions that a task puts, in the order in which bets are kept. Where a cause is looked for, or a twin, the
 * course of the task decides what is asked.
 */
export function putQuestions(variant: Variant): readonly PutQuestion[] {
  const { task } = variant;
  if ('predict' in task) return questionsOfKinds(variant, task.ask);
  if ('say' in task) return questionsOfKinds(variant, ['say'], itemsToSpeakOf(variant, task));
  return [];
}

/** Of what came back there is little to say: what did not comes first. */
function itemsToSpeakOf(variant: Variant, { items: wanted }: SayTask): readonly Item[] {
  const isMissing = (item: Item): boolean => {
    const { fate } = rowOf(variant, item);
    return fate !== null && !FATES[fate].works;
  };
  const order = new Map(variant.items.map((item) => [item, drawFor(variant, item, 'spoken-of').below(2 ** 32)]));
  const chosen = new Set(
    variant.items
      .toSorted((a, b) => Number(isMissing(b)) - Number(isMissing(a)) || Number(order.get(a)) - Number(order.get(b)))
      .slice(0, wanted),
  );
  return variant.items.filter((item) => chosen.has(item));
}
