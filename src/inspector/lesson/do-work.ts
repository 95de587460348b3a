import { must } from '../../model/must.ts';
import { worldsFor } from '../../teach/diagnose/customers.ts';
import { type ItemTwin, itemTwinOf, itemTwinSearch } from '../../teach/item-twin.ts';
import { caseOfTask, type Lesson, type LessonCase } from '../../teach/lesson.ts';
import { planOf, type Twin, twinOf } from '../../teach/twin.ts';
import { type Variant, variantOf } from '../../teach/variant.ts';
import { aTurn } from './a-turn.ts';
import type { PracticeAsked, WorkAsked, WorkDone } from './work-talk.ts';

/** The case in which a cause is looked for, and the item that is missed. */
export function missedIn(lesson: Lesson, place: number): { readonly one: LessonCase; readonly item: string } {
  const task = must(lesson.tasks[place], `task ${place}`);
  const name = must(caseOfTask(task), 'the case of a task');
  if (!('diagnose' in task)) throw new Error('No cause is looked for in this task.');
  return { one: must(lesson.cases[name], `the case ${name}`), item: task.about };
}

/** The twin that a task wants. */
export const twinIn = (variant: Variant): Twin | null =>
  twinOf(variant, 'twin' in variant.task ? variant.task.about : undefined);

/** The same in a thread beside the page and, where there is none, in the page itself. */
export function doWork(asked: Exclude<WorkAsked, PracticeAsked>): WorkDone {
  if (asked.kind === 'twin') {
    const twin = twinIn(variantOf(asked.lesson, asked.place, asked.learner));
    return { kind: 'twin', plan: twin && planOf(twin) };
  }
  if (asked.kind === 'item-twin')
    return { kind: 'item-twin', twin: itemTwinOf(caseAsked(asked), asked.item, asked.said) };
  const { one, item } = missedIn(asked.lesson, asked.place);
  return { kind: 'worlds', worlds: worldsFor(one, item) };
}

type ItemTwinAsked = Extract<WorkAsked, { kind: 'item-twin' }>;
const caseAsked = ({ lesson, place, learner }: ItemTwinAsked): Variant => variantOf(lesson, place, learner);

/** In the page itself. Nobody waits for the twin of an item: the page has its turn after each run. */
export async function doWorkHere(asked: WorkAsked, signal: AbortSignal): Promise<WorkDone> {
  if (asked.kind === 'practice') {
    const { doPractice } = await import('./practice/do-practice.ts');
    return doPractice(asked);
  }
  if (asked.kind !== 'item-twin') return doWork(asked);
  const search = itemTwinSearch(caseAsked(asked), asked.item, asked.said);
  for (;;) {
    const step: IteratorResult<void, ItemTwin | null> = search.next();
    if (step.done) return { kind: 'item-twin', twin: step.value };
    if (signal.aborted) return { kind: 'item-twin', twin: null };
    await aTurn();
  }
}
