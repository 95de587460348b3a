import type { TaskKind } from '../lesson.ts';
import type { AttemptResult } from './attempt-result.ts';
import { kindsKnown } from './tasks-known.ts';
import { percentOf } from './told-answer.ts';
import { GRADE_REMARKS, type GradedResult, type GradeRemark } from './grade.ts';

/** The kinds of task in which something is asked, each with its column. */
const KIND_COLUMNS = ['predict', 'twin', 'say', 'diagnose'] as const satisfies readonly TaskKind[];

/** A class as a table: a row for each result. */
export const GRADE_COLUMNS = [
  'file',
  'lesson',
  'learner',
  'right',
  'of',
  'percent',
  'passed',
  ...KIND_COLUMNS,
  'questions',
  'best',
  'confusions',
  'harms',
  'remarks',
];

export const gradeRows = (graded: readonly GradedResult[]): (string | number | null)[][] =>
  graded.map(({ handedIn: { file, lesson, learner }, result, remarks }) => {
    const score = result && result.score;
    return [
      file,
      lesson,
      learner,
      score && score.points,
      score && score.of,
      score && percentOf(score.share),
      score && (score.passed ? 'yes' : 'no'),
      ...kindCells(result),
      score && inWords(score.confusions),
      score && inWords(score.harms),
      remarks.map(remarkInWords).join('; '),
    ];
  });

/** What each kind of task brought; where causes were found, the questions it took and those of the best questioner. */
function kindCells(result: AttemptResult | null): (string | number | null)[] {
  const known = result ? kindsKnown([result]) : {};
  const asked = known.diagnose?.asked;
  return [
    ...KIND_COLUMNS.map((kind) => {
      const tally = known[kind];
      return tally === undefined ? null : `${tally.right} of ${tally.of}`;
    }),
    asked ? asked.spent : null,
    asked ? asked.best : null,
  ];
}

export const remarkInWords = ({ word, detail }: GradeRemark): string => `${GRADE_REMARKS[word]} (${detail})`;

const inWords = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts)
    .map(([what, times]) => `${what} ${times}`)
    .join(', ');
