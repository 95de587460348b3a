import { percentOf } from './told-answer.ts';
import { GRADE_REMARKS, type GradedResult, type GradeRemark } from './grade.ts';

/** A class as a table: a row for each result. */
export const GRADE_COLUMNS = ['file', 'lesson', 'learner', 'right', 'of', 'percent', 'passed', 'confusions', 'remarks'];

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
      score && inWords(score.confusions),
      remarks.map(remarkInWords).join('; '),
    ];
  });

export const remarkInWords = ({ word, detail }: GradeRemark): string => `${GRADE_REMARKS[word]} (${detail})`;

const inWords = (counts: Readonly<Partial<Record<string, number>>>): string =>
  Object.entries(counts)
    .map(([what, times]) => `${what} ${times}`)
    .join(', ');
