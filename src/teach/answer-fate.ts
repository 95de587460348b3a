import { type Fate, FATES } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import type { Rule } from '../rulebook/tables/rule.ts';
import type { QuestionWord } from './questions/question-words.ts';

/** What a mark is about: a question that is put, the cause of a customer’s complaint, or what differs in a twin. */
export type MarkedQuestion = QuestionWord | 'cause' | 'twin';

/** What a wrong fate does to the customer. */
export const HARMS = {
  'false-promise': { word: 'False promise', means: 'You said that it comes. It does not, or it is of no use.' },
  'false-hope': { word: 'False hope', means: 'You said that it waits. Waiting changes nothing.' },
  'false-alarm': { word: 'False alarm', means: 'You gave it up, or let them wait. It is there, or it can still come.' },
  'wrong-source': { word: 'Wrong source', means: 'It is there, and came another way than you said.' },
  'wrong-reason': { word: 'Wrong reason', means: 'It is not there, and for another reason than you said.' },
} as const satisfies Readonly<Record<string, { readonly word: string; readonly means: string }>>;
export type Harm = keyof typeof HARMS;
export const HARM_ORDER = Object.keys(HARMS) as readonly Harm[];

/**
 * Worked out from two properties of a fate: whether one can use it, and whether waiting still changes anything. What is
 * on the phone and of no use counts as not there: who promised it has promised something that does not work.
 */
export function harmOf(said: Fate, is: Fate): Harm | undefined {
  if (said === is) return undefined;
  const [before, after] = [FATES[said], FATES[is]];
  if (before.works) return after.works ? 'wrong-source' : 'false-promise';
  if (after.works) return 'false-alarm';
  if (before.closed === after.closed) return 'wrong-reason';
  return before.closed ? 'false-alarm' : 'false-hope';
}

const BOOK: Readonly<Record<string, Rule>> = RULES;

/** Where an item ends of which a sentence, or a cause, is true; without a rule it came back with the restore. */
const fateBy = (word: string): Fate => (Object.hasOwn(BOOK, word) ? must(BOOK[word], word).outcome : 'restored');

/** Where a wrong answer says that an item ends; `undefined` for questions that are not about that. */
export function fateSaid(question: MarkedQuestion, answer: string): Fate | undefined {
  if (question === 'fate') return answer as Fate;
  return question === 'say' || question === 'cause' ? fateBy(answer) : undefined;
}

/** What a wrong answer does to the customer who believes it: a true end told with another reason is wrong too. */
export const harmOfAnswer = (said: Fate, is: Fate): Harm =>
  harmOf(said, is) ?? (FATES[is].works ? 'wrong-source' : 'wrong-reason');
