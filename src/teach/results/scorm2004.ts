import { cutTo } from '../pack/xml.ts';
import { type LmsElement, inLmsWords, isoDuration, percentOf, type ToldAnswer, type ToldScore } from './told-answer.ts';

/** The longest text that `cmi.suspend_data` has to hold. */
export const SUSPEND_DATA_2004 = 64_000;
const DESCRIPTION = 250;

export function scoreIn2004({ share, pass, isDone }: ToldScore): readonly LmsElement[] {
  const raw = percentOf(share);
  return [
    ['cmi.score.scaled', String(Math.round(raw * 100) / 10_000)],
    ['cmi.completion_status', isDone ? 'completed' : 'incomplete'],
    ['cmi.success_status', isDone ? (raw >= percentOf(pass) ? 'passed' : 'failed') : 'unknown'],
    ['cmi.score.raw', String(raw)],
    ['cmi.score.min', '0'],
    ['cmi.score.max', '100'],
  ];
}

/** One answer as a `choice` among words; what was asked stands beside it for people. */
export function answerIn2004(answer: ToldAnswer, first: number, timestamp: string): readonly LmsElement[] {
  const at = `cmi.interactions.${first}`;
  const elements: LmsElement[] = [
    [`${at}.id`, inLmsWords(answer.id)],
    [`${at}.type`, 'choice'],
    [`${at}.timestamp`, timestamp],
    [`${at}.correct_responses.0.pattern`, inLmsWords(answer.key)],
    [`${at}.weighting`, '1'],
    [`${at}.learner_response`, inLmsWords(answer.bet)],
    [`${at}.result`, answer.right ? 'correct' : 'incorrect'],
    [`${at}.latency`, isoDuration(answer.seconds)],
    [`${at}.description`, cutTo(DESCRIPTION, answer.asks)],
  ];
  if (answer.rule !== undefined) elements.splice(2, 0, [`${at}.objectives.0.id`, inLmsWords(answer.rule)]);
  if (answer.certainty === undefined) return elements;
  const sure = `cmi.interactions.${first + 1}`;
  return [
    ...elements,
    [`${sure}.id`, `${inLmsWords(answer.id, 240)}_sure`],
    [`${sure}.type`, 'likert'],
    [`${sure}.timestamp`, timestamp],
    [`${sure}.weighting`, '0'],
    [`${sure}.learner_response`, `sure_${answer.certainty}`],
    [`${sure}.result`, 'neutral'],
    [`${sure}.description`, cutTo(DESCRIPTION, `How sure, 1 to 3: ${answer.asks}`)],
  ];
}

export const resumeIn2004 = (text: string): readonly LmsElement[] => [
  ['cmi.suspend_data', text.slice(0, SUSPEND_DATA_2004)],
  ['cmi.exit', 'suspend'],
];

export const leaveIn2004 = (seconds: number, isDone: boolean): readonly LmsElement[] => [
  ['cmi.session_time', isoDuration(seconds)],
  ['cmi.exit', isDone ? 'normal' : 'suspend'],
];
