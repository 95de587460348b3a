import type { Lesson } from '../../teach/lesson.ts';

/** Lessons that were opened from a file or made here: they hold until the page is left, and lie nowhere else. */
const opened = new Map<string, Lesson>();

export const ownLesson = (id: string): Lesson | undefined => opened.get(id);
export const ownLessons = (): readonly Lesson[] => [...opened.values()];
export function takeInLesson(lesson: Lesson): void {
  opened.set(lesson.id, lesson);
}
