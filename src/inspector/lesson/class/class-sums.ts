import type { Fate } from '../../../model/fates.ts';
import { type Mistake, type MistakeGroup, mistakesBy } from '../../../teach/debrief.ts';
import type { AttemptResult } from '../../../teach/results/attempt-result.ts';
import type { RightOf } from '../../../teach/score.ts';
import type { Confusions } from '../Matrix.tsx';

/** What a whole class said of what it is. */
export function summedMatrix(results: readonly AttemptResult[]): Confusions {
  const sum: Partial<Record<Fate, Partial<Record<Fate, number>>>> = {};
  for (const { score } of results)
    for (const [is, said] of Object.entries(score.matrix) as [Fate, Partial<Record<Fate, number>>][])
      for (const [one, times] of Object.entries(said) as [Fate, number][]) {
        const row = (sum[is] ??= {});
        const before = row[one];
        row[one] = before === undefined ? times : before + times;
      }
  return sum;
}

/** How often each rule was known, the one that was known least first. */
export function rulesOfClass(results: readonly AttemptResult[]): readonly (RightOf & { readonly rule: string })[] {
  const rules = new Map<string, RightOf>();
  for (const { score } of results)
    for (const [rule, { right, of }] of Object.entries(score.rules)) {
      const before = rules.get(rule);
      rules.set(rule, before ? { right: before.right + right, of: before.of + of } : { right, of });
    }
  return [...rules]
    .map(([rule, tally]) => ({ rule, ...tally }))
    .toSorted((a, b) => a.right / a.of - b.right / b.of || b.of - a.of || (a.rule < b.rule ? -1 : 1));
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
