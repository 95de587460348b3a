import type { Fate, Gate } from '../model/fates.ts';
import type { Certainty } from './attempt.ts';
import type { Confusion } from './confusions.ts';
import type { QuestionWord } from './questions/question-words.ts';

/** What a wrong fate does to the customer. */
export const HARMS = {
  'false-promise': { word: 'False promise', means: 'You said that it comes. It does not.' },
  'false-hope': { word: 'False hope', means: 'You said that it waits. Waiting changes nothing.' },
  'false-alarm': { word: 'False alarm', means: 'You gave it up. It is there, or it can still come.' },
  'wrong-source': { word: 'Wrong source', means: 'It is there, and came another way than you said.' },
  'wrong-reason': { word: 'Wrong reason', means: 'It is not there, and for another reason than you said.' },
} as const satisfies Readonly<Record<string, { readonly word: string; readonly means: string }>>;
export type Harm = keyof typeof HARMS;

/** One answer of a learner. */
export interface Bet {
  readonly answer: string;
  readonly sure?: Certainty;
}

/** A bet beside what the simulator says. */
export interface BetMark {
  readonly task: number;
  /** The place among the questions of the task, from 0. */
  readonly n: number;
  readonly question: QuestionWord | 'cause' | 'twin';
  /** The id of the item, where it is about one. */
  readonly item?: string;
  /** Not given: the question was left open. */
  readonly bet?: Bet;
  readonly key: string;
  readonly right: boolean;
  /** What of one point it earns; 0 or 1 but where a cause was looked for. */
  readonly points: number;
  readonly truth: { readonly fate: Fate | null; readonly gate: Gate | null; readonly rule: string | null };
  /** For a wrong fate. */
  readonly confusion?: Confusion;
  readonly harm?: Harm;
}

export interface RightOf {
  readonly right: number;
  readonly of: number;
}

/** What came of bets; nothing in it is graded but `share`. */
export interface Score {
  readonly points: number;
  readonly of: number;
  /** Points by questions, from 0 to 1; 0 where nothing was asked. */
  readonly share: number;
  readonly passed: boolean;
  /** How often each fate was said, by what it was: `matrix[is][said]`. */
  readonly matrix: Readonly<Partial<Record<Fate, Readonly<Partial<Record<Fate, number>>>>>>;
  readonly harms: Readonly<Partial<Record<Harm, number>>>;
  readonly rules: Readonly<Record<string, RightOf>>;
  readonly groups: Readonly<Record<string, RightOf>>;
  readonly gates: Readonly<Partial<Record<Gate, RightOf>>>;
  readonly confusions: Readonly<Partial<Record<Confusion, number>>>;
  /** Shown, never graded: how often right by how sure, and the points of an honest scale. */
  readonly certainty: Readonly<Partial<Record<Certainty, RightOf>>>;
  readonly certaintyPoints: number;
}
