import { listedOr } from '../model/listed.ts';
import type { ExplainedCell, ExplainedRule } from '../insight/explain/explain-rule.ts';
import type { PlayedAnswer } from '../insight/explain/answers.ts';
import type { ExplainedRefusal } from '../insight/explain/refusals.ts';
import type { Explanation, GateState } from '../insight/explain/why.ts';
import { formatBytes, formatCount } from '../model/bytes.ts';
import { hangingIndent, padEnd, sanitise } from '../report/layout.ts';
import { FATE_SIGNS, type Paint } from '../report/paint.ts';

export interface Sheet {
  readonly paint: Paint;
  readonly width: number;
}

const SIGNS: Readonly<Record<GateState, string>> = {
  passed: '✓',
  brought: '▼',
  stopped: '✗',
  waits: '…',
  'not-reached': '·',
  elsewhere: '·',
  unknown: '?',
};

/** The way of one item through the gates, as a person reads it. */
export function whyAsText(explanation: Explanation, answers: readonly PlayedAnswer[], { paint, width }: Sheet): string {
  const { item, fate, word, means } = explanation;
  const sign = fate ? FATE_SIGNS[fate] : { sign: '→', paint: 'faint' as const };
  const size = [
    item.count === 1 ? '' : `${formatCount(item.count)} pieces`,
    item.bytes > 0 ? formatBytes(item.bytes) : '',
  ].filter((part) => part !== '');
  return [
    paint.title(sanitise(item.title)),
    paint.faint([item.categoryTitle, item.formWords, ...size].join(' · ')),
    `${paint[sign.paint](`${sign.sign} ${word}`)}  ${means}`,
    '',
    paint.heading('Its way through the gates'),
    ...explanation.gates.flatMap(({ title, state, says }) =>
      hangingIndent(`  ${SIGNS[state]} ${padEnd(title, 12)} `, says, width),
    ),
    ...(explanation.rule ? ['', paint.heading('What decided'), ...ruleLines(explanation.rule, width, paint)] : []),
    ...(explanation.rule?.mends
      ? ['', paint.heading('What makes it work'), ...hangingIndent('  ', explanation.rule.mends, width)]
      : []),
    ...(explanation.missing
      ? [
          '',
          paint.heading('What to ask'),
          ...hangingIndent('  ', explanation.missing.ask, width),
          ...alike(answers).flatMap((group) => answerLines(group, width)),
        ]
      : []),
    ...(explanation.backupCopy?.rule
      ? [
          '',
          paint.heading(`${explanation.backupCopy.title}: ${explanation.backupCopy.word}`),
          ...ruleLines(explanation.backupCopy.rule, width, paint),
        ]
      : []),
    ...(explanation.syncWithheld
      ? [
          '',
          paint.heading('Why the other copy does not come'),
          ...ruleLines(explanation.syncWithheld, width, paint, explanation.rule?.customer),
        ]
      : []),
    ...(explanation.also.length > 0
      ? [
          '',
          paint.heading('What would have stopped it too'),
          ...explanation.also.flatMap(({ id, says }) => hangingIndent('  ', `${says} (${id})`, width)),
        ]
      : []),
    ...(explanation.references.length > 0
      ? [
          '',
          paint.heading('Where it is kept'),
          ...explanation.references.flatMap(({ says, sources }) =>
            hangingIndent(
              '  ',
              `${says} (${sources.map(({ title, strength }) => `${title}, ${strength}`).join('; ')})`,
              width,
            ),
          ),
        ]
      : []),
    ...explanation.disputes.flatMap(({ about, sides, follows, because }) => [
      '',
      paint.heading(`In dispute: ${about}`),
      ...sides.flatMap(({ says }) => hangingIndent('  – ', says, width)),
      ...hangingIndent('  We follow: ', `${follows} ${because}`, width),
    ]),
  ].join('\n');
}

/** Answers from which the same follows. */
function alike(answers: readonly PlayedAnswer[]): readonly (readonly [PlayedAnswer, ...PlayedAnswer[]])[] {
  const groups = new Map<string, [PlayedAnswer, ...PlayedAnswer[]]>();
  for (const answer of answers) {
    const key = JSON.stringify([answer.fate, answer.rule, answer.says, answer.ask]);
    const group = groups.get(key);
    if (group) group.push(answer);
    else groups.set(key, [answer]);
  }
  return [...groups.values()];
}

/** What follows if it is so. */
function answerLines(group: readonly [PlayedAnswer, ...PlayedAnswer[]], width: number): string[] {
  const [{ word, says, rule, ask }] = group;
  const words = group.map((answer) => answer.words).join('; or: ');
  const by = rule === null ? '' : ` (${rule})`;
  const next = ask === null ? '' : ` Then ask: ${ask}`;
  return hangingIndent('  • If: ', `${words} → ${word}. ${says}${by}${next}`, width);
}

/** `said`: the sentence for the customer that stands there already. */
function ruleLines(rule: ExplainedRule, width: number, paint: Paint, said?: string): string[] {
  return [
    ...hangingIndent('  ', rule.says, width),
    ...(rule.customer === said ? [] : hangingIndent('  To the customer: ', rule.customer, width)),
    ...rule.cells.flatMap((cell) => hangingIndent('  • ', cellText(cell), width)),
    ...rule.ios.flatMap((words) => hangingIndent('  Holds where ', `${words}.`, width)),
    ...rule.references.flatMap(({ id, says, sources }) =>
      hangingIndent(
        `  ${id}  `,
        `${says} — ${sources.map(({ title, strength, meaning }) => `${title} (${strength}: ${meaning})`).join('; ')}`,
        width,
      ),
    ),
    paint.faint(`  rule ${rule.id}, ${rule.group}${rule.weak ? '; the source is weak' : ''}`),
  ];
}

const cellText = ({ words, compare }: ExplainedCell): string =>
  compare ? `${words}: ${sanitise(compare.backup)} | ${sanitise(compare.now)}` : words;

/** Why an event was refused. */
export function refusalAsText({ says, guards, possible }: ExplainedRefusal, { width, paint }: Sheet): string {
  return [
    ...hangingIndent('', sanitise(says), width),
    ...guards.flatMap(({ actor, guard, values }) =>
      hangingIndent(
        '  • ',
        `${guard} in ${actor}: ${listedOr(
          'no',
          Object.entries(values).map(([name, value]) => `${name} ${String(value)}`),
        )}`,
        width,
      ),
    ),
    ...hangingIndent(
      paint.faint('Possible instead: '),
      listedOr(
        'nothing',
        possible.map(({ title }) => title),
      ),
      width,
    ),
  ].join('\n');
}
