import { eachOf } from '../model/optional.ts';
import { countCombinations, weightOfAll } from './diagnose/combinations.ts';
import { MOST_WEIGHT } from './diagnose/par.ts';
import { nearOrKnown } from '../model/near-word.ts';
import type { Complaint } from '../scenario/complaint.ts';
import { caseOfTask, type Lesson, type LessonCase, type Task, taskKindOf } from './lesson.ts';

/** What a lesson says of its own parts and no schema can see: names that lead nowhere, wishes that nothing can meet. */
export function* checkLesson(lesson: Lesson): Generator<Complaint> {
  const { confusions, rules } = lesson.teaches;
  if (confusions.length + rules.length === 0)
    yield {
      path: ['teaches'],
      at: 'key',
      message: 'the lesson does not say what it teaches',
      advice: 'Write “confusions: [excluded/pending]” or “rules: [sync/photos]” below it.',
    };
  for (const [index, task] of lesson.tasks.entries()) yield* checkTask(lesson, task, ['tasks', index]);
  for (const one of Object.values(lesson.cases)) yield* checkCase(lesson, one, ['cases', one.name]);
}

type Path = readonly PropertyKey[];

function* unknownName(kind: string, name: string, known: readonly string[], path: Path): Generator<Complaint> {
  if (known.includes(name)) return;
  yield {
    path,
    message: `there is no ${kind} “${name}” here`,
    advice: nearOrKnown(name, known),
  };
}

/** Tasks in which the learner does not know yet what will happen. */
const isOpen = (task: Task): boolean => !('example' in task) && !('debrief' in task);

function* checkTask(lesson: Lesson, task: Task, path: Path): Generator<Complaint> {
  const name = caseOfTask(task);
  if (name === undefined) return;
  const kind = taskKindOf(task);
  const one = Object.hasOwn(lesson.cases, name) ? lesson.cases[name] : undefined;
  if (!one) {
    yield* unknownName('case', name, Object.keys(lesson.cases), [...path, kind]);
    return;
  }
  const items = one.scenario.world.items.map(({ id }) => id);
  if ('example' in task)
    for (const [at, item] of eachOf(task.stopAt).entries())
      yield* unknownName('item', item, items, [...path, 'stopAt', at]);
  if ('diagnose' in task) {
    yield* unknownName('item', task.about, items, [...path, 'about']);
    if (one.vary.length === 0)
      yield {
        path: [...path, kind],
        message: `the case “${name}” has one world only: there is nothing to find out`,
        advice: `Write below “vary” of the case what can be the cause.`,
      };
    if (countCombinations(one.vary) > MOST_WORLDS || weightOfAll(one.vary) > MOST_WEIGHT)
      yield {
        path: ['cases', name, 'vary'],
        at: 'key',
        message: `more can vary in the case “${name}” than can be looked through to find a cause`,
        advice: `Let less vary, so that there are at most ${MOST_WORLDS} combinations, or write smaller weights.`,
      };
    if (one.want.notThere?.includes(task.about) !== true)
      yield {
        path: [...path, 'about'],
        message: `nothing says that “${task.about}” is missing, which is what the customer complains of`,
        advice: `Write “want: { notThere: [${task.about}] }” in the case “${name}”.`,
      };
  }
  if (isOpen(task) && one.customer === undefined)
    yield {
      path: [...path, kind],
      message: `the case “${name}” has no words of the customer, and what happens is not told yet`,
      advice: 'Write “customer: …” in the case: what the person says, without the cause.',
    };
}

/** So many worlds are played in a second, and a questioner for them is worked out in another. */
const MOST_WORLDS = 4096;

function* checkCase({ tasks }: Lesson, one: LessonCase, path: Path): Generator<Complaint> {
  const { scenario, want, asked, draw, name } = one;
  const items = scenario.world.items.map(({ id }) => id);
  if (!tasks.some((task) => caseOfTask(task) === name))
    yield {
      path,
      at: 'key',
      message: `no task is about the case “${name}”`,
      advice: `Write one below “tasks”, such as “- predict: ${name}”, or leave the case out.`,
    };
  for (const [at, item] of eachOf(want.notThere).entries())
    yield* unknownName('item', item, items, [...path, 'want', 'notThere', at]);
  const most = draw ?? asked.length;
  if (draw !== undefined && draw > asked.length)
    yield {
      path: [...path, 'draw'],
      message: `${draw} items cannot be drawn of ${asked.length}`,
      advice: 'Write a smaller number, or more items.',
    };
  for (const wish of ['fates', 'gates'] as const) {
    const numbers = want[wish];
    const wanted = numbers === undefined ? 0 : Object.values(numbers).reduce((sum, number) => sum + number, 0);
    if (wanted > most)
      yield {
        path: [...path, 'want', wish],
        message: `${wanted} items are wanted here, and only ${most} are asked about`,
        advice: 'Write smaller numbers, or draw more items.',
      };
  }
}
