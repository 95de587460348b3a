import { must } from '../../model/must.ts';
import { ruleSpokenOf } from '../../run/ledger.ts';
import { inOrder } from '../../scenario/conditions.ts';
import type { DiagnoseTask, Lesson, LessonCase } from '../lesson.ts';
import { rowOf } from '../questions/question.ts';
import { type DrawOptions, type Variant, variantOf } from '../variant.ts';
import { isNotThere } from './seen.ts';
import { type CaseWorlds, type DiagnoseSource, worldsOf } from './worlds.ts';

/** What is looked through to find the cause in a case. */
export const diagnoseSource = ({ scenario, vary, want: { notThere } }: LessonCase, item: string): DiagnoseSource => ({
  scenario,
  vary,
  item,
  notThere: notThere === undefined ? [item] : notThere,
});

const known = new WeakMap<LessonCase, Map<string, CaseWorlds>>();

/** What was worked out elsewhere, such as in a worker, is not worked out again. */
export function rememberWorlds(one: LessonCase, item: string, worlds: CaseWorlds): void {
  let ofCase = known.get(one);
  if (!ofCase) known.set(one, (ofCase = new Map()));
  ofCase.set(item, worlds);
}

export const rememberedWorlds = (one: LessonCase, item: string): CaseWorlds | undefined => known.get(one)?.get(item);

/** Every world of a case that shows the symptom; played once. */
export function worldsFor(one: LessonCase, item: string): CaseWorlds {
  let worlds = rememberedWorlds(one, item);
  if (!worlds) rememberWorlds(one, item, (worlds = worldsOf(diagnoseSource(one, item))));
  return worlds;
}

/** The task of which a variant is. */
export function diagnoseTaskOf({ task }: Variant): DiagnoseTask {
  if ('diagnose' in task) return task;
  throw new Error('No cause is looked for in this task.');
}

/** Draws until somebody calls with a cause that nobody had before. */
const MOST_DRAWS = 24;

/**
 * The customers of a task, one for each round: variants like any other, drawn by how often each case is so, and each
 * with a cause of its own as long as another comes up.
 */
export function customersOf(lesson: Lesson, place: number, learner: string, options?: DrawOptions): readonly Variant[] {
  const { about, rounds } = diagnoseTaskOf(variantOf(lesson, place, learner, options));
  const customers: Variant[] = [];
  const used = new Set<string | null>();
  for (let round = 0; round < rounds; round += 1) {
    let first: Variant | undefined;
    let other: Variant | undefined;
    for (let n = 0; n < MOST_DRAWS && !other; n += 1) {
      const variant = variantOf(lesson, place, learner, { ...options, round: round + n * rounds });
      const row = rowOf(variant, { id: about });
      if (!isNotThere(row)) continue;
      first ??= variant;
      if (!used.has(ruleSpokenOf(row))) other = variant;
    }
    const customer = must(other ?? first, `a customer who misses “${about}”`);
    used.add(ruleSpokenOf(rowOf(customer, { id: about })));
    customers.push(customer);
  }
  return customers;
}

/** The place of the world in which a customer lives. */
export function worldOfCustomer({ worlds }: CaseWorlds, { drawn }: Variant): number {
  const key = JSON.stringify(inOrder(drawn));
  const place = worlds.findIndex(({ changes }) => JSON.stringify(inOrder(changes)) === key);
  return must(place < 0 ? undefined : place, 'the world of a customer');
}
