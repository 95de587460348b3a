import { cutTo } from '../pack/xml.ts';
import {
  type LmsElement,
  hoursMinutesSeconds,
  inLmsWords,
  percentOf,
  type ToldAnswer,
  type ToldScore,
} from './told-answer.ts';

/** The longest text the standard lets `cmi.suspend_data` hold; some LMS take more, and none has to. */
export const SUSPEND_DATA_12 = 4096;
const STRING = 255;

/** The score is sent before anything else: it is the part that every LMS keeps. */
export function scoreIn12({ share, pass, isDone }: ToldScore): readonly LmsElement[] {
  const raw = percentOf(share);
  return [
    ['cmi.core.score.raw', String(raw)],
    ['cmi.core.lesson_status', isDone ? (raw >= percentOf(pass) ? 'passed' : 'failed') : 'incomplete'],
    ['cmi.core.score.min', '0'],
    ['cmi.core.score.max', '100'],
  ];
}

/**
 * One answer as an interaction. `fill-in`, because a `choice` of this version holds single characters, and a report
 * should read “excluded”. It has no field for what was asked and none for how sure one was: the question is in the
 * identifier, and being sure is an interaction of its own.
 */
export function answerIn12(answer: ToldAnswer, first: number, time: string): readonly LmsElement[] {
  const at = `cmi.interactions.${first}`;
  const elements: LmsElement[] = [
    [`${at}.id`, inLmsWords(answer.id, STRING)],
    [`${at}.type`, 'fill-in'],
    [`${at}.time`, time],
    [`${at}.correct_responses.0.pattern`, cutTo(STRING, inLmsWords(answer.key))],
    [`${at}.weighting`, '1'],
    [`${at}.student_response`, cutTo(STRING, inLmsWords(answer.bet))],
    [`${at}.result`, answer.right ? 'correct' : 'wrong'],
    [`${at}.latency`, hoursMinutesSeconds(answer.seconds)],
  ];
  if (answer.rule !== undefined) elements.splice(1, 0, [`${at}.objectives.0.id`, inLmsWords(answer.rule, STRING)]);
  if (answer.certainty === undefined) return elements;
  const sure = `cmi.interactions.${first + 1}`;
  return [
    ...elements,
    [`${sure}.id`, `${inLmsWords(answer.id, STRING - 5)}_sure`],
    [`${sure}.type`, 'likert'],
    [`${sure}.time`, time],
    [`${sure}.weighting`, '0'],
    [`${sure}.student_response`, String(answer.certainty)],
    [`${sure}.result`, 'neutral'],
  ];
}

/** What is found again when the lesson is opened once more. */
export const resumeIn12 = (text: string): readonly LmsElement[] => [
  ['cmi.suspend_data', text.slice(0, SUSPEND_DATA_12)],
  ['cmi.core.exit', 'suspend'],
];

export const leaveIn12 = (seconds: number, isDone: boolean): readonly LmsElement[] => [
  ['cmi.core.session_time', hoursMinutesSeconds(seconds)],
  ['cmi.core.exit', isDone ? '' : 'suspend'],
];
