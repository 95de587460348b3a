import type { Item } from '../model/world.ts';
import type { Run } from '../run/play.ts';
import type { Changes } from '../scenario/change.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Lesson, LessonCase, Task } from './lesson.ts';

/** One case as one learner meets it in one task: drawn, played, and found to lead to what the lesson wants. */
export interface Variant {
  readonly lesson: Lesson;
  readonly case: LessonCase;
  readonly task: Task;
  /** The place of the task in the lesson, from 0. */
  readonly taskIndex: number;
  readonly learner: string;
  /** How often was drawn until the wishes held, from 1. */
  readonly tries: number;
  /** What `vary` gave. */
  readonly drawn: Changes;
  readonly scenario: Scenario;
  /** Played to its end: the key to all questions. */
  readonly run: Run;
  /** The items that are asked about, in the order of the world. */
  readonly items: readonly Item[];
}
