import type { Fate } from '../../../model/fates.ts';
import { type Mistake, type MistakeGroup, mistakesBy } from '../../../teach/debrief.ts';
import type { AttemptResult } from '../../../teach/results/attempt-result.ts';
import type { Confusions } from '../Matrix.tsx';

/** What a whole class said of what it is. */
export function summedMatrix(results: readonly AttemptResult[]): Confusions {
  const sum: Partial<Record<Fate, Partial<Record<Fate, number>>>> = {};
  for (const { score } of results)
    for (const [is, said] of Object.entries(score.matrix) as [Fate, Partial<Record<Fate, number>>][])
      for (const [one, times] of Object.entries(said) as [Fate, number][]) {
        const row = sum[is];
        const before = row?.[one];
        sum[is] = { ...row, [one]: before === undefined ? times : before + times };
      }
  return sum;
}

/** What to talk about first: as one learner's debrief has it, over all of them. */
export const talkOfClass = (results: readonly AttemptResult[]): readonly MistakeGroup[] =>
  mistakesBy('confusion', results.flatMap(mistakesIn));

const mistakesIn = ({ tasks }: AttemptResult): Mistake[] =>
  tasks.flatMap(({ log, marks, variant }) =>
    log.locked
      ? marks.map((mark) => {
          const item = variant.scenario.world.items.find(({ id }) => id === mark.item);
          return { mark, title: item ? item.title : null };
        })
      : [],
  );
