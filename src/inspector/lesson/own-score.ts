import { readAttempt } from '../../teach/attempt.ts';
import { type Score, scoreOf } from '../../teach/score.ts';
import { lessonBeside } from './lessons-beside.ts';
import { markedTasks } from './marks-of-attempt.ts';
import { ownLesson } from './own-lesson.ts';

/** What the locked answers of an attempt are worth. `null` where there is no such lesson. */
export async function ownScore(id: string, text: string): Promise<Score | null> {
  const lesson = ownLesson(id) ?? (await lessonBeside(id));
  if (!lesson) return null;
  const marks = markedTasks(lesson, readAttempt(text)).flatMap((task) => task.marks);
  return scoreOf(marks, lesson.pass);
}
