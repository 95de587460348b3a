/*
 * All that is ever kept of a learner's work: which lesson, which seed, and what was chosen. Everything else is worked
 * out again by playing the same variant.
 *
 *   1|02-the-four|k7f2|t1=31.02.1x|t2:--30~95
 *
 * The first part is the form of the text. Each task begins with `t` and its place; `=` says that its bets are locked,
 * `:` that they are not; every choice takes two characters; `~` and a number are the seconds it took.
 */

/** How sure: a guess, I think so, I am sure. */
export const CERTAINTIES = ['guess', 'think', 'sure'] as const;
export type Certainty = (typeof CERTAINTIES)[number];

export const CERTAINTY_WORDS: Readonly<Record<Certainty, string>> = {
  guess: 'I guess',
  think: 'I think so',
  sure: 'I am sure',
};

/**
 * What a learner did in a task. In tasks with questions the n-th choice answers the n-th question, and `none` stands
 * for one that is still open; when a cause is looked for they stand in the order in which they were made.
 */
export type LearnerChoice =
  | { readonly did: 'bet'; readonly option: number; readonly sure?: Certainty }
  | { readonly did: 'asked'; readonly question: number }
  | { readonly did: 'named'; readonly cause: number }
  | { readonly did: 'none' };

export interface TaskLog {
  /** Nothing in it changes any more. */
  readonly locked: boolean;
  readonly choices: readonly LearnerChoice[];
  readonly seconds?: number;
}

export interface LessonAttempt {
  readonly lesson: string;
  /** The learner's part of the seed: letters, digits and hyphens. */
  readonly learner: string;
  /** By the place of the task. */
  readonly tasks: ReadonlyMap<number, TaskLog>;
}
