import { lessonFor, type Practice, practiceCodes } from '../../../teach/practice.ts';
import type { PracticeCard } from '../../../teach/practice-look.ts';
import type { BrowserShelf } from '../browser-shelf.ts';
import { lessonBeside, type ListedLesson } from '../lessons-beside.ts';
import { workBeside } from '../work-beside.ts';

const two = (part: number): string => String(part).padStart(2, '0');

/** A moment as a day of the place where the page is. */
export function localDay(at: number): string {
  const date = new Date(at);
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

/** A case of the lesson that teaches most of what is due, out of those beside the page, and not one that was begun. */
export async function findPractice(
  shelf: BrowserShelf,
  listed: readonly ListedLesson[],
  due: readonly PracticeCard[],
  now: number,
  signal: AbortSignal,
): Promise<Practice | null> {
  const read = await Promise.all(listed.map(({ id }) => lessonBeside(id)));
  const lesson = lessonFor(
    read.filter((one) => one !== undefined),
    due,
  );
  if (!lesson) return null;
  const day = localDay(now);
  const begun = practiceCodes(day).filter((code) => shelf.read(lesson.id, code) !== null);
  const done = await workBeside({ kind: 'practice', lesson, due, day, begun }, signal);
  return done.kind === 'practice' ? done.practice : null;
}
