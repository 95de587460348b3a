import type { ExplainedCell, ExplainedRule } from '../insight/explain/explain-rule.ts';
import type { ExplainedRefusal } from '../insight/explain/refusals.ts';
import type { Explanation, GateState } from '../insight/explain/why.ts';
import { formatBytes, formatCount } from '../model/bytes.ts';
import { hang, padEnd, tame } from '../report/layout.ts';
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
export function whyAsText(told: Explanation, { paint, width }: Sheet): string {
  const { item, fate, word, means } = told;
  const sign = fate ? FATE_SIGNS[fate] : { sign: '→', paint: 'faint' as const };
  const size = [
    item.count === 1 ? '' : `${formatCount(item.count)} pieces`,
    item.bytes > 0 ? formatBytes(item.bytes) : '',
  ].filter((part) => part !== '');
  return [
    paint.title(tame(item.title)),
    paint.faint([item.categoryTitle, item.formWords, ...size].join(' · ')),
    `${paint[sign.paint](`${sign.sign} ${word}`)}  ${means}`,
    '',
    paint.heading('Its way through the gates'),
    ...told.gates.flatMap(({ title, state, says }) => hang(`  ${SIGNS[state]} ${padEnd(title, 12)} `, says, width)),
    ...(told.rule ? ['', paint.heading('What decided'), ...ruleLines(told.rule, width, paint)] : []),
    ...(told.missing ? ['', paint.heading('What to ask'), ...hang('  ', told.missing.ask, width)] : []),
    ...(told.backupCopy?.rule
      ? [
          '',
          paint.heading(`The copy in the backup: ${told.backupCopy.word}`),
          ...ruleLines(told.backupCopy.rule, width, paint),
        ]
      : []),
    ...(told.syncWithheld
      ? ['', paint.heading('Why iCloud does not bring its own copy'), ...ruleLines(told.syncWithheld, width, paint)]
      : []),
    ...(told.also.length > 0
      ? [
          '',
          paint.heading('What would have stopped it too'),
          ...told.also.flatMap(({ id, says }) => hang('  ', `${says} (${id})`, width)),
        ]
      : []),
    ...(told.references.length > 0
      ? [
          '',
          paint.heading('Where it is kept'),
          ...told.references.flatMap(({ says, sources }) =>
            hang('  ', `${says} (${sources.map(({ title, strength }) => `${title}, ${strength}`).join('; ')})`, width),
          ),
        ]
      : []),
    ...told.disputes.flatMap(({ about, sides, follows, because }) => [
      '',
      paint.heading(`In dispute: ${about}`),
      ...sides.flatMap(({ says }) => hang('  – ', says, width)),
      ...hang('  We follow: ', `${follows} ${because}`, width),
    ]),
  ].join('\n');
}

function ruleLines(rule: ExplainedRule, width: number, paint: Paint): string[] {
  return [
    ...hang('  ', rule.says, width),
    ...hang('  To the customer: ', rule.customer, width),
    ...rule.cells.flatMap((cell) => hang('  • ', cellText(cell), width)),
    ...rule.references.flatMap(({ id, says, sources }) =>
      hang(
        `  ${id}  `,
        `${says} — ${sources.map(({ title, strength, meaning }) => `${title} (${strength}: ${meaning})`).join('; ')}`,
        width,
      ),
    ),
    paint.faint(`  rule ${rule.id}, ${rule.group}${rule.weak ? '; the source is weak' : ''}`),
  ];
}

const cellText = ({ words, compare }: ExplainedCell): string =>
  compare ? `${words}: ${tame(compare.backup)} | ${tame(compare.now)}` : words;

/** Why an event was refused. */
export function refusalAsText({ says, guards, possible }: ExplainedRefusal, { width, paint }: Sheet): string {
  return [
    ...hang('', tame(says), width),
    ...guards.flatMap(({ actor, guard, values }) =>
      hang(
        '  • ',
        `${guard} in ${actor}: ${
          Object.entries(values)
            .map(([name, value]) => `${name} ${String(value)}`)
            .join(', ') || 'no'
        }`,
        width,
      ),
    ),
    ...hang(paint.faint('Possible instead: '), possible.map(({ title }) => title).join(', ') || 'nothing', width),
  ].join('\n');
}
