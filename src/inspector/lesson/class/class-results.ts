import { InputError } from '../../../model/problem.ts';
import type { Lesson } from '../../../teach/lesson.ts';
import { resultOf } from '../../../teach/results/attempt-result.ts';
import { gradeAll, type GradedResult } from '../../../teach/results/grade.ts';
import { type HandedIn, readHandedIn } from '../../../teach/results/handed-in.ts';
import { aTurn } from '../a-turn.ts';
import { lessonBeside } from '../lessons-beside.ts';
import { ownLesson } from '../own-lesson.ts';

/** A file that is no result. */
export interface RefusedFile {
  readonly file: string;
  readonly says: string;
}

export interface ClassResults {
  readonly graded: readonly GradedResult[];
  readonly refused: readonly RefusedFile[];
}

/** A result has a few thousand characters for each learner; a class of hundreds may stand in one file. */
const MOST_BYTES = 8_000_000;

/**
 * Reads what was handed in, and plays every learner's cases again. Each is played by itself, so that the page gets its
 * turn in between; putting them side by side then costs next to nothing.
 */
export async function gradeFiles(files: readonly File[], onPlayed: (played: number) => void): Promise<ClassResults> {
  const refused: RefusedFile[] = [];
  const handedIn: HandedIn[] = [];
  for (const file of files) {
    const read = await readFile(file);
    if ('says' in read) refused.push(read);
    else handedIn.push(...read.handedIn);
  }
  const lessons = new Map<string, Lesson>();
  for (const id of new Set(handedIn.map(({ lesson }) => lesson))) {
    const lesson = ownLesson(id) ?? (await lessonBeside(id));
    if (lesson) lessons.set(id, lesson);
  }
  for (const [played, { attempt, lesson }] of handedIn.entries()) {
    const known = lessons.get(lesson);
    if (known && attempt) resultOf(known, attempt);
    onPlayed(played + 1);
    await aTurn();
  }
  return { graded: gradeAll(handedIn, (id) => lessons.get(id)), refused };
}

async function readFile(file: File): Promise<RefusedFile | { readonly handedIn: readonly HandedIn[] }> {
  if (file.size > MOST_BYTES) return { file: file.name, says: 'This file is too large for a result.' };
  try {
    return { handedIn: readHandedIn(await file.text(), file.name) };
  } catch (error) {
    if (error instanceof InputError)
      return { file: file.name, says: error.problems.map(({ message }) => message).join('; ') };
    throw error;
  }
}
