import { cellOf } from '../../model/optional.ts';
import { csv } from '../../report/csv.ts';
import { attemptText } from '../attempt.ts';
import { type AttemptResult, lessonVersion } from './attempt-result.ts';

/** The columns of a result that is handed in. The last one holds the whole attempt, in its first row. */
export const RESULT_COLUMNS = [
  'lesson',
  'task',
  'variant',
  'learner',
  'n',
  'question',
  'item',
  'bet',
  'certainty',
  'key',
  'right',
  'harm',
  'rule',
  'gate',
  'seconds',
  'tries',
  'fingerprint',
  'version',
  'attempt',
] as const;
export type ResultColumn = (typeof RESULT_COLUMNS)[number];
export type ResultRow = Readonly<Record<ResultColumn, string>>;

/** One row for each question of the lesson; of a task that is not locked yet nothing is said that would help. */
export function rowsOfResult(result: AttemptResult): ResultRow[] {
  const { lesson, attempt, tasks } = result;
  const version = lessonVersion(lesson);
  const rows = tasks.flatMap(({ variant, marks, log }) => {
    const fingerprint = log.locked ? variant.run.fingerprints.outcome.slice(0, 16) : '';
    return marks.map((mark): ResultRow => {
      const { bet, harm, truth } = mark;
      const told = (word: string | null | undefined): string => (log.locked && word ? word : '');
      return {
        lesson: lesson.id,
        task: String(mark.task + 1),
        variant: variant.seed,
        learner: attempt.learner,
        n: String(mark.n + 1),
        question: mark.question,
        item: cellOf(mark.item),
        bet: cellOf(bet?.answer),
        certainty: cellOf(bet?.sure),
        key: told(mark.key),
        right: told(mark.right ? 'yes' : 'no'),
        harm: told(harm),
        rule: told(truth.rule),
        gate: told(truth.gate),
        seconds: log.seconds === undefined ? '' : String(log.seconds),
        tries: log.locked ? String(variant.tries) : '',
        fingerprint,
        version,
        attempt: '',
      };
    });
  });
  return rows.map((row, place) => (place === 0 ? { ...row, attempt: attemptText(attempt) } : row));
}

/** The file that a learner hands in. */
export const resultCsv = (result: AttemptResult): string =>
  csv([RESULT_COLUMNS, ...rowsOfResult(result).map((row) => RESULT_COLUMNS.map((column) => row[column]))]);
