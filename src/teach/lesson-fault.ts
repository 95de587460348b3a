/** What is wrong with a lesson that can be read: seen by playing it. */
export interface LessonFault {
  /** Into the file. */
  readonly path: readonly string[];
  readonly expected: string;
  readonly got: string;
}
