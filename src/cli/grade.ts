import type { Command } from 'commander';
import { InputError } from '../model/problem.ts';
import { csv } from '../report/csv.ts';
import type { Lesson } from '../teach/lesson.ts';
import { gradeAll, type GradedResult } from '../teach/results/grade.ts';
import { GRADE_COLUMNS, gradeRows } from '../teach/results/grade-rows.ts';
import { gradeText } from '../teach/results/grade-text.ts';
import { readHandedIn } from '../teach/results/handed-in.ts';
import { nodeDigest } from './digest.ts';
import { guarded } from './faults.ts';
import { readText } from './files.ts';
import { lessonSources, openLessonToGive } from './lesson-files.ts';
import { EXIT, outputPage, print, printJson, setExit } from './terminal.ts';

interface Options {
  readonly csv?: true;
  readonly json?: true;
  readonly lesson?: readonly string[];
}

export function register(program: Command): void {
  program
    .command('grade')
    .summary('work out again what learners handed in')
    .description(
      'Plays the variant of every learner again, works out anew what is right, and names what is remarkable: results ' +
        'that were edited, copied, or answered in another version. Exit code 1 when something is.',
    )
    .argument('<file...>', 'results as the lesson saves them (CSV), or texts of attempts')
    .option('--lesson <file...>', 'lesson files that lie elsewhere than in the folder “lessons”')
    .option('--csv', 'print a table for a spreadsheet, a row for each learner')
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(grade));
}

function grade(files: readonly string[], options: Options): void {
  const handedIn = files.flatMap((file) => readHandedIn(readText(file), file));
  const graded = gradeAll(handedIn, lessonFinder(options.lesson), nodeDigest);
  if (options.csv) print(csv([GRADE_COLUMNS, ...gradeRows(graded)]).replaceAll('\r\n', '\n'));
  else if (options.json) printJson({ results: gradeRows(graded).map(asObject) });
  else print(gradeText(graded, outputPage()));
  if (graded.some(isRemarkable)) setExit(EXIT.doesNotHold);
}

const asObject = (row: readonly (string | number | null)[]) =>
  Object.fromEntries(GRADE_COLUMNS.map((column, place) => [column, row[place]]));

const isRemarkable = ({ remarks }: GradedResult): boolean => remarks.some(({ word }) => word !== 'unfinished');

/** Each lesson is read once; `undefined` for one that is not there. */
function lessonFinder(files: readonly string[] = []): (id: string) => Lesson | undefined {
  const sources = lessonSources();
  const found = new Map<string, Lesson | undefined>();
  for (const file of files) {
    const lesson = openLessonToGive(file, sources);
    found.set(lesson.id, lesson);
  }
  return (id) => {
    if (!found.has(id)) found.set(id, lessonNamed(id));
    return found.get(id);
  };

  function lessonNamed(id: string): Lesson | undefined {
    // Names come out of files of strangers: none leads out of the folder.
    if (!/^[a-z0-9][a-z0-9-]{0,63}$/.test(id)) return undefined;
    try {
      return openLessonToGive(id, sources);
    } catch (error) {
      if (error instanceof InputError) return undefined;
      throw error;
    }
  }
}
