import { cellOf } from '../../model/optional.ts';
import { InputError } from '../../model/problem.ts';
import { readCsv } from '../../report/csv.ts';
import { type LessonAttempt, readAttempt } from '../attempt.ts';
import { RESULT_COLUMNS, type ResultColumn, type ResultRow } from './rows.ts';

/** One attempt out of a file that was handed in. */
export interface HandedIn {
  readonly file: string;
  readonly lesson: string;
  readonly learner: string;
  /** `null`: what stands there is no attempt any more. */
  readonly attempt: LessonAttempt | null;
  /** As they stand in the file; none where only the attempt was handed in. */
  readonly rows: readonly ResultRow[];
}

const refused = (file: string, message: string): InputError =>
  new InputError([
    {
      file,
      line: 1,
      column: 1,
      message,
      advice:
        `A result is a CSV file as the lesson saves it, with the columns ${RESULT_COLUMNS.join(', ')}; ` +
        'or the text of an attempt, 1|lesson|code|t1=….',
    },
  ]);

/** The attempts in a file; tables of a whole class may stand below each other. Throws an InputError for other files. */
export function readHandedIn(text: string, file: string): HandedIn[] {
  const plain = text.replace(/^\uFEFF/, '').trim();
  if (plain.startsWith('1|'))
    return plain.split(/\s+/).map((line) => {
      const attempt = readAttempt(line, file);
      return { file, lesson: attempt.lesson, learner: attempt.learner, attempt, rows: [] };
    });
  const [head, ...lines] = readCsv(text);
  if (head === undefined) throw refused(file, 'this file is empty');
  const names = head.map((name) => name.trim().toLowerCase());
  const absent = RESULT_COLUMNS.filter((column) => !names.includes(column));
  if (absent.length > 0)
    throw refused(
      file,
      `this is no result: ${absent.length > 3 ? 'its columns are others' : `no column “${absent[0]}”`}`,
    );
  // Spreadsheets leave out the last cells of a row when they are empty.
  const cell = (cells: readonly string[], column: ResultColumn): string => cellOf(cells[names.indexOf(column)]).trim();
  const rows = lines
    // Another class's table pasted below brings its head along.
    .filter((cells) => cell(cells, 'lesson') !== 'lesson')
    .map((cells) => Object.fromEntries(RESULT_COLUMNS.map((column) => [column, cell(cells, column)])) as ResultRow);
  if (rows.length === 0) throw refused(file, 'this result has no rows');
  return attemptsIn(rows).map((own) => handedIn(own, file));
}

/** Where the text of an attempt stands, a new one begins. */
function attemptsIn(rows: readonly ResultRow[]): ResultRow[][] {
  const found: ResultRow[][] = [];
  for (const row of rows) {
    const last = found.at(-1);
    if (last === undefined || row.attempt !== '') found.push([row]);
    else last.push(row);
  }
  return found;
}

function handedIn(rows: readonly ResultRow[], file: string): HandedIn {
  const attempt = attemptIn(rows.map((row) => row.attempt).join(''), file);
  return {
    file,
    lesson: attempt?.lesson ?? mostOften(rows.map(({ lesson }) => lesson)),
    learner: attempt?.learner ?? mostOften(rows.map(({ learner }) => learner)),
    attempt,
    rows,
  };
}

function attemptIn(text: string, file: string): LessonAttempt | null {
  try {
    return readAttempt(text, file);
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** One cell may have been changed; what most of them say counts. */
function mostOften(words: readonly string[]): string {
  const times = (word: string): number => words.filter((other) => other === word).length;
  return words.reduce((most, word) => (times(word) > times(most) ? word : most));
}
