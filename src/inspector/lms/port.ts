import type { ToldAnswer, ToldScore } from '../../teach/results/told-answer.ts';

/** What an LMS had kept of an earlier visit, and how it opens the lesson. */
export interface FoundInLms {
  /** The attempt as it was kept; `null` at a first visit. */
  readonly resume: string | null;
  /** What tells this learner's variant from another's, where the LMS gives something that is no name. */
  readonly code: string | null;
  /** Browsing and reviewing leave nothing behind; a visit that is over, as after a reload, takes nothing any more. */
  readonly mode: 'normal' | 'browse' | 'review' | 'over';
}

/** What an LMS would not take: it is not tried again. */
export type NotTaken = 'score' | 'answers' | 'resume';

/** What stands after an answer, or at the end of a task. */
export interface LmsProgress {
  readonly answers: readonly ToldAnswer[];
  readonly score: ToldScore;
  /** The attempt as text: seed and bets. */
  readonly text: string;
}

/**
 * The way to whoever opened the lesson. Each act may fail in part and none throws: what was not taken is told, and the
 * lesson goes on. Score and status always go first. Nothing asks who the learner is.
 */
export interface LmsPort {
  readonly kind: 'scorm12' | 'scorm2004' | 'cmi5';
  /** How many characters of an attempt are kept for the next visit. */
  readonly room: number;
  readonly open: () => Promise<FoundInLms>;
  /** Sends what is new; `answers` are those that were never sent before. */
  readonly tell: (progress: LmsProgress) => Promise<void>;
  /** The learner is done with the lesson. */
  readonly finish: (progress: LmsProgress) => Promise<void>;
  /**
   * The window goes, perhaps for good: the last moment in which something can be kept, and only at once. `null`:
   * nothing was done, and what an earlier visit left stays as it is.
   */
  readonly leave: (progress: LmsProgress | null) => void;
  readonly notTaken: ReadonlySet<NotTaken>;
  /** Where the lesson leads back to, when the LMS says so; the visit then ends by going there. */
  readonly returnAddress: () => string | undefined;
  readonly goBack: () => Promise<void>;
}
