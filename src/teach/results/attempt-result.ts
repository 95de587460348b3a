import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../../model/canonical.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import type { Digest } from '../../run/digest.ts';
import { type LessonAttempt, logOf, type TaskLog } from '../attempt.ts';
import type { Lesson, Task } from '../lesson.ts';
import { type BetMark, type Score, scoreOf } from '../score.ts';
import { marksOfTask } from '../task-marks.ts';
import { putQuestions } from '../task-questions.ts';
import { type Variant, variantOf } from '../variant.ts';

/** One task of an attempt beside the key. */
export interface TaskResult {
  readonly variant: Variant;
  readonly marks: readonly BetMark[];
  readonly log: TaskLog;
}

/** An attempt with everything worked out anew from its seed. */
export interface AttemptResult {
  readonly lesson: Lesson;
  readonly attempt: LessonAttempt;
  /** Those in which something is asked. */
  readonly tasks: readonly TaskResult[];
  /** Over all that the lesson asks: what was not answered is not right. */
  readonly score: Score;
  readonly isDone: boolean;
}

interface ResultWishes {
  readonly digest?: Digest | undefined;
  /** Only of tasks that are locked: what is asked in the others may take long to be worked out. */
  readonly lockedOnly?: boolean;
}

/** Plays this learner's variants and marks every bet. Throws `NoVariant` for a lesson that leads nowhere. */
export function resultOf(
  lesson: Lesson,
  attempt: LessonAttempt,
  { digest, lockedOnly = false }: ResultWishes = {},
): AttemptResult {
  const tasks = lesson.tasks.flatMap((task, place): TaskResult[] => {
    const log = logOf(attempt, place);
    if (!asksAnything(task) || (lockedOnly && !log.locked)) return [];
    const variant = variantKept(lesson, place, attempt.learner, digest);
    const marks = marksOfTask(variant, log);
    return marks.length === 0 ? [] : [{ variant, marks, log }];
  });
  return {
    lesson,
    attempt,
    tasks,
    score: scoreOf(
      tasks.flatMap(({ marks }) => marks),
      lesson.pass,
    ),
    isDone: lesson.tasks.every((task, place) => !asksAnything(task) || logOf(attempt, place).locked),
  };
}

/** Whether there is anything in it to be right or wrong about. */
export const asksAnything = (task: Task): boolean => !('example' in task) && !('debrief' in task);

/** How much a lesson asks in all, without working out what is right in a task that is not locked yet. */
export function questionsIn({ lesson, attempt, tasks }: AttemptResult): number {
  return lesson.tasks.reduce((sum, task, place) => {
    const known = tasks.find(({ variant }) => variant.taskIndex === place);
    if (known) return sum + known.marks.length;
    if (!asksAnything(task) || logOf(attempt, place).locked) return sum;
    if ('twin' in task) return sum + 1;
    if ('diagnose' in task) return sum + task.rounds * (task.afterwards === undefined ? 1 : 2);
    return sum + putQuestions(variantKept(lesson, place, attempt.learner)).length;
  }, 0);
}

/** What is worked out of a variant is kept with it: as long as one learner works at a lesson it is the same one. */
const MOST_KEPT = 64;
const variants = new WeakMap<Lesson, Map<string, Variant>>();

function variantKept(lesson: Lesson, place: number, learner: string, digest?: Digest): Variant {
  let kept = variants.get(lesson);
  if (!kept) variants.set(lesson, (kept = new Map()));
  const key = `${place} ${learner}`;
  let variant = kept.get(key);
  if (!variant) {
    if (kept.size >= MOST_KEPT) kept.clear();
    kept.set(key, (variant = variantOf(lesson, place, learner, { digest })));
  }
  return variant;
}

/** What an attempt was marked by: another lesson file or another rule book is another version. */
export function lessonVersion(lesson: Lesson): string {
  let version = versions.get(lesson);
  if (version === undefined) {
    const text = canonical(JSON.parse(JSON.stringify({ stated: lesson.stated, rules: RULES })));
    versions.set(lesson, (version = bytesToHex(sha256(utf8ToBytes(text))).slice(0, 12)));
  }
  return version;
}
const versions = new WeakMap<Lesson, string>();
