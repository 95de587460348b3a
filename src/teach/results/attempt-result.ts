import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { canonical } from '../../model/canonical.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import type { Digest } from '../../run/digest.ts';
import { EMPTY_LOG, type LessonAttempt, type TaskLog } from '../attempt.ts';
import { caseOfTask, type Lesson } from '../lesson.ts';
import type { PutQuestion } from '../questions/question.ts';
import { type BetMark, marksOf, type Score, scoreOf } from '../score.ts';
import { putQuestions } from '../task-questions.ts';
import { type Variant, variantOf } from '../variant.ts';

/** One task of an attempt beside the key. */
export interface TaskResult {
  readonly variant: Variant;
  readonly questions: readonly PutQuestion[];
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

/** Plays this learner's variants and marks every bet. Throws `NoVariant` for a lesson that leads nowhere. */
export function resultOf(lesson: Lesson, attempt: LessonAttempt, digest?: Digest): AttemptResult {
  const tasks = lesson.tasks.flatMap((task, place): TaskResult[] => {
    if (caseOfTask(task) === undefined || 'example' in task) return [];
    const variant = variantOf(lesson, place, attempt.learner, { digest });
    const questions = putQuestions(variant);
    const log = attempt.tasks.get(place) ?? EMPTY_LOG;
    return questions.length === 0 ? [] : [{ variant, questions, marks: marksOf(variant, log), log }];
  });
  return {
    lesson,
    attempt,
    tasks,
    score: scoreOf(
      tasks.flatMap(({ marks }) => marks),
      lesson.pass,
    ),
    isDone: tasks.every(({ log }) => log.locked),
  };
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
