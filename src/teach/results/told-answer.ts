/** One locked answer as a result carries it, in words that need nothing else to be read. */
export interface ToldAnswer {
  /** Which answer of the attempt it is, of letters, digits and `_`: the same again for the same question. */
  readonly id: string;
  /** What was asked, for people. */
  readonly asks: string;
  readonly options: readonly ToldOption[];
  /** Ids among the options. */
  readonly bet: string;
  readonly key: string;
  readonly right: boolean;
  /** How sure the learner was, 1 to 3; absent where it was not asked. */
  readonly certainty?: 1 | 2 | 3;
  /** The rule that decided. */
  readonly rule?: string;
  readonly gate?: string;
  /** `excluded/pending`: what was said, and what is so; absent for a right answer. */
  readonly confusion?: string;
  readonly seed: string;
  readonly fingerprint: string;
  /** From when the question stood there until it was locked. */
  readonly seconds: number;
}

export interface ToldOption {
  readonly id: string;
  readonly words: string;
}

/** How far an attempt has come, as every LMS is told before anything else. */
export interface ToldScore {
  /** Right answers of all that the lesson asks, 0 to 1. */
  readonly share: number;
  readonly pass: number;
  readonly isDone: boolean;
}

/** An element of SCORM's data model and the text it is set to. */
export type LmsElement = readonly [name: string, value: string];

/** Letters, digits and `_` only: a hyphen is refused by one LMS, a dot by another. */
export const inLmsWords = (text: string, length = 250): string =>
  text
    .replaceAll(/[^A-Za-z0-9]+/g, '_')
    .replaceAll(/^_|_$/g, '')
    .slice(0, length);

const two = (value: number): string => String(value).padStart(2, '0');

/** `HHHH:MM:SS`, of at most 9999 hours. */
export function hoursMinutesSeconds(seconds: number): string {
  const whole = Math.min(Math.max(0, Math.round(seconds)), 9999 * 3600);
  const hours = String(Math.floor(whole / 3600)).padStart(4, '0');
  return `${hours}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/** `PT5S`. */
export const isoDuration = (seconds: number): string => `PT${Math.max(0, Math.round(seconds))}S`;

/** 0 to 100 with two digits at most, rounded down: nobody passes by rounding. */
export const percentOf = (share: number): number => Math.floor(share * 10_000 + 1e-6) / 100;
