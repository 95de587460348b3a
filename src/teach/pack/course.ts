import { cutTo, safeName } from './xml.ts';

/** What a package tells an LMS of one lesson; the lesson itself lies in the page. */
export interface CourseLesson {
  readonly id: string;
  readonly title: string;
  readonly why: string;
  /** The share of right answers from which it counts as passed, 0 to 1. */
  readonly pass: number;
}

/** The name of the one page in every package; every other file lies inside it. */
export const PLAYER_PAGE = 'index.html';

export const courseTitle = (lessons: readonly CourseLesson[], length: number): string =>
  cutTo(length, lessons.map(({ title }) => title).join(' · '));

/** Of its lessons alone: a newer version of the same lessons is the same course to an LMS. */
export const courseId = (lessons: readonly CourseLesson[]): string => lessons.map(({ id }) => safeName(id)).join('.');

/** How the page is told which of its lessons it is opened for; with one lesson it need not be told. */
export const parametersFor = (lessons: readonly CourseLesson[], { id }: CourseLesson): string | undefined =>
  lessons.length > 1 ? `?lesson=${encodeURIComponent(id)}` : undefined;

/** A number without an exponent, rounded down: nobody passes by rounding. */
export const decimal = (value: number): string => String(Math.floor(value * 10_000 + 1e-6) / 10_000);
