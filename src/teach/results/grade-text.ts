import { FATES } from '../../model/fates.ts';
import { addToGroup } from '../../model/groups.ts';
import { clip, padEnd, padStart, sanitise, widthOf } from '../../report/layout.ts';
import type { Paint } from '../../report/paint.ts';
import { type Confusion, fatesOf } from '../confusions.ts';
import type { AttemptResult } from './attempt-result.ts';
import { remarkInWords } from './grade-rows.ts';
import type { GradedResult } from './grade.ts';
import { rulesKnown } from './rules-known.ts';
import { type TaskKnown, tasksKnown } from './tasks-known.ts';
import { percentOf } from './told-answer.ts';

interface TextStyle {
  readonly paint: Paint;
  readonly width: number;
}

/** Rules and confusions that are worth talking about: the rest is in the table. */
const MOST = 8;

/** A class in words: every learner, then what was mixed up, then the rules that were known least. */
export function gradeText(graded: readonly GradedResult[], { paint, width }: TextStyle): string {
  const lessons = new Map<string, GradedResult[]>();
  for (const one of graded) addToGroup(lessons, one.handedIn.lesson, [one]);
  const lines = [...lessons].flatMap(([id, results]) => {
    const known = results.flatMap(({ result }) => (result === null ? [] : [result]));
    const title = known[0]?.lesson.title;
    return [
      paint.heading(sanitise(title === undefined ? id : `${title} (${id})`)),
      ...results.flatMap((one) => learnerLines(one, results, paint, width)),
      ...(known.length > 0 ? section('Task by task', tasksKnown(known).map(taskLine), paint) : []),
      ...(known.length > 0 ? section('Mixed up most', confusionLines(known).slice(0, MOST), paint) : []),
      ...(known.length > 0 ? section('Known least', ruleLines(known).slice(0, MOST), paint) : []),
      '',
    ];
  });
  return lines.join('\n').trimEnd();
}

function learnerLines(
  { handedIn, result, remarks }: GradedResult,
  all: readonly GradedResult[],
  paint: Paint,
  width: number,
): string[] {
  const wide = Math.min(24, Math.max(...all.map((one) => widthOf(one.handedIn.learner))));
  const who = padEnd(clip(sanitise(handedIn.learner), wide), wide);
  const said = result
    ? `${padStart(String(percentOf(result.score.share)), 6)} %  ${result.score.points} of ${result.score.of}  ` +
      (result.score.passed ? paint.good('passed') : paint.warm('not passed'))
    : paint.bad('not graded');
  return [
    `  ${who}  ${said}`,
    ...remarks.map(
      (remark) => `    ${paint.warm('!')} ${clip(sanitise(remarkInWords(remark)), Math.max(40, width - 6))}`,
    ),
  ];
}

const taskLine = ({ place, kind, right, of, asked }: TaskKnown): string =>
  `  ${padStart(`${right} of ${of}`, 10)}  ${place + 1} ${kind}${asked === null ? '' : `, ${askedInWords(asked)}`}`;

/** Where causes were found. */
const askedInWords = ({ spent, best }: { readonly spent: number; readonly best: number }): string =>
  `${spent} questions where it was found; the best questioner asks ${best}`;

const section = (title: string, lines: readonly string[], paint: Paint): string[] =>
  lines.length === 0 ? [] : ['', `  ${paint.title(title)}`, ...lines];

function confusionLines(results: readonly AttemptResult[]): string[] {
  const counts = new Map<string, number>();
  for (const { score } of results)
    for (const [confusion, times] of Object.entries(score.confusions)) {
      const before = counts.get(confusion);
      counts.set(confusion, before === undefined ? times : before + times);
    }
  return [...counts]
    .toSorted(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .map(([confusion, times]) => {
      const [said, is] = fatesOf(confusion as Confusion).map((fate) => FATES[fate].word);
      return `  ${padStart(String(times), 4)} ×  said ${said}, is ${is}`;
    });
}

const ruleLines = (results: readonly AttemptResult[]): string[] =>
  rulesKnown(results)
    .filter(({ right, of }) => right < of)
    .map(({ rule, right, of }) => `  ${padStart(`${right} of ${of}`, 8)}  ${rule}`);
