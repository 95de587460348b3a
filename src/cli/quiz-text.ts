import type { Page } from '../report/story-text.ts';
import { hangingIndent, sanitise, table } from '../report/layout.ts';
import { FATE_ORDER, FATES } from '../model/fates.ts';
import { RULE_GROUPS, type RuleGroup } from '../rulebook/tables/rule.ts';
import { CERTAINTIES, CERTAINTY_WORDS } from '../teach/attempt.ts';
import { caseFactsOf, itemFactsOf } from '../teach/case-facts.ts';
import type { BetFeedback } from '../teach/feedback.ts';
import { type Lesson, type Task, taskKindOf, type TaskKind } from '../teach/lesson.ts';
import type { PutQuestion } from '../teach/questions/question.ts';
import { HARM_ORDER, HARMS } from '../teach/answer-fate.ts';
import type { RightOf, Score } from '../teach/score.ts';
import type { Variant } from '../teach/variant.ts';

const KIND_WORDS: Readonly<Record<TaskKind, string>> = {
  example: 'See how it goes',
  predict: 'Say what will happen',
  twin: 'One condition is another',
  say: 'What do you tell the customer?',
  diagnose: 'Find the cause',
  debrief: 'Talk about it',
};

export const lessonHead = ({ title, why, minutes }: Lesson, learner: string, { paint, width }: Page): string =>
  [
    paint.title(sanitise(title)),
    ...hangingIndent('', sanitise(why.trim()), width),
    paint.faint(`About ${minutes} minutes. Your code: ${learner} (--seed ${learner} gives the same cases again)`),
  ].join('\n');

export const taskHead = (task: Task, place: number, { tasks }: Lesson, { paint }: Page): string =>
  paint.heading(`Task ${place + 1} of ${tasks.length}: ${KIND_WORDS[taskKindOf(task)]}`);

/** The customer, and what an agent knows before anything happens. */
export function caseText(variant: Variant, { paint, width }: Page): string {
  const { customer } = variant.case;
  return [
    ...(customer === undefined ? [] : [...hangingIndent('  “', `${sanitise(customer)}”`, width), '']),
    ...caseFactsOf(variant).flatMap(({ title, words }) =>
      hangingIndent(`  ${paint.faint(`${sanitise(title)}: `)}`, sanitise(words), width),
    ),
  ].join('\n');
}

/** A question with its numbered answers. */
export function questionText(variant: Variant, question: PutQuestion, page: Page): string {
  const { item, asks, options } = question;
  const known = item ? itemFactsOf(variant, item) : [];
  return [
    ...(item === undefined
      ? []
      : hangingIndent(
          '',
          `${page.paint.title(sanitise(item.title))}${known.length > 0 ? ` (${sanitise(known.join('; '))})` : ''}`,
          page.width,
        )),
    asks,
    ...options.flatMap(({ says }, at) =>
      hangingIndent(`  ${String(at + 1).padStart(2)}  `, sanitise(says), page.width),
    ),
  ].join('\n');
}

/** Values that a rule compared and that are told; what was held against something else comes first. */
const MOST_COMPARED = 2;

/** A bet turned over: every verdict with its reason and its source. */
export function feedbackText(title: string, feedback: BetFeedback, { paint, width }: Page): string {
  const { right, headline, apart, harm, compared, gate, rule, sources, disputes } = feedback;
  const [source] = sources;
  const sign = right === null ? '·' : right ? paint.good('✓') : paint.bad('✗');
  const line = (label: string, text: string): string[] => hangingIndent(`    ${label}`, sanitise(text), width);
  return [
    `${sign} ${paint.title(sanitise(title))}: ${sanitise(headline)}`,
    ...line('', apart),
    ...(harm === null ? [] : line('For the customer: ', harm)),
    ...(rule === null ? [] : line('Rule: ', `${rule.says} (${rule.id})`)),
    ...compared
      .slice(0, MOST_COMPARED)
      .flatMap(({ words, sides }) => line('– ', sides ? `${words}: then ${sides.backup}, now ${sides.now}` : words)),
    ...(gate === null ? [] : line('Gate: ', gate)),
    ...(source ? line('Source: ', `${source.title} (${source.strength}: ${source.meaning})`) : []),
    ...disputes.flatMap(({ about }) => line('Sources differ: ', about)),
  ].join('\n');
}

const count = (number: number): string => String(Math.round(number * 100) / 100);
const rightOf = ({ right, of }: RightOf): string => `${right} of ${of}`;

/** What came of it: the share, what errors would have done, what is mixed up, rules by their groups, how sure. */
export function scoreText(score: Score, pass: number, { paint, width }: Page): string {
  const { points, of, share, passed, matrix, harms, groups, certainty, certaintyPoints } = score;
  const said = FATE_ORDER.filter((fate) => Object.values(matrix).some((row) => row[fate] !== undefined));
  const is = FATE_ORDER.filter((fate) => matrix[fate] !== undefined);
  const verdict = `${Math.round(share * 100)} % (${count(points)} of ${of}; ${Math.round(pass * 100)} % passes)`;
  return [
    passed ? paint.good(`✓ ${verdict}`) : paint.bad(`✗ ${verdict}`),
    ...HARM_ORDER.flatMap((harm) => {
      const times = harms[harm];
      return times === undefined ? [] : hangingIndent(`  ${HARMS[harm].word}: ${times}. `, HARMS[harm].means, width);
    }),
    ...(is.length === 0
      ? []
      : [
          '',
          ...table(
            [{ title: 'It is' }, ...said.map((fate) => ({ title: FATES[fate].word, align: 'right' as const }))],
            is.map((fate) => [
              FATES[fate].word,
              ...said.map((other) => {
                const times = matrix[fate]?.[other];
                return times === undefined ? '·' : String(times);
              }),
            ]),
            width,
          ),
        ]),
    ...(Object.keys(groups).length === 0
      ? []
      : [
          '',
          ...(Object.entries(groups) as [RuleGroup, RightOf][]).map(
            ([group, right]) => `  ${RULE_GROUPS[group]}: ${rightOf(right)}`,
          ),
        ]),
    ...(Object.keys(certainty).length === 0
      ? []
      : [
          '',
          ...CERTAINTIES.flatMap((sure) => {
            const right = certainty[sure];
            return right ? [`  “${CERTAINTY_WORDS[sure]}”: ${rightOf(right)}`] : [];
          }),
          paint.faint(`  ${certaintyPoints} points of certainty: shown, never graded`),
        ]),
  ].join('\n');
}
