import type { Command } from 'commander';
import { InputError } from '../model/problem.ts';
import { type Listed, listAsText, type ListedAsLesson, lessonsAsText } from '../report/list-text.ts';
import { type Lesson, taskKindOf } from '../teach/lesson.ts';
import { isLessonFile } from './check-lesson.ts';
import { guarded, reportFault } from './faults.ts';
import { defaultScenarios, findScenarios } from './files.ts';
import { lessonSources, lessonsBesideScenarios, openLesson } from './lesson-files.ts';
import { openScenario } from './scenarios.ts';
import { outputPage, print, printJson, Progress } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('list')
    .summary('list the lessons, and the scenarios by theme with the behaviours they show')
    .argument('[paths...]', 'files or folders (default: scenarios/ and lessons/)')
    .option('--json', 'print the answer as one JSON array')
    .action(guarded(list));
}

function list(paths: readonly string[], { json }: { readonly json?: true }): void {
  const found = findScenarios(paths.length > 0 ? paths : [defaultScenarios(), ...lessonsBesideScenarios()]);
  const progress = new Progress(found.length, 'files');
  const scenarios: Listed[] = [];
  const lessons: ListedAsLesson[] = [];
  const sources = lessonSources();
  for (const [index, each] of found.entries()) {
    progress.step(index);
    const { file, id } = each;
    try {
      if (isLessonFile(each)) lessons.push(lessonListed(openLesson(file, sources), file));
      else {
        const { title, edition, route, shows } = openScenario(file, id).scenario;
        scenarios.push({ id, file, title, edition, route, shows });
      }
    } catch (error) {
      // One broken file must not hide the others.
      if (!(error instanceof InputError)) throw error;
      progress.clear();
      reportFault(error);
    }
  }
  progress.clear();
  if (json) {
    printJson([...scenarios, ...lessons]);
    return;
  }
  const page = outputPage();
  if (lessons.length > 0) print(lessonsAsText(lessons, page));
  if (scenarios.length > 0 || lessons.length === 0) print(listAsText(scenarios, page));
}

const lessonListed = ({ id, title, minutes, tasks }: Lesson, file: string): ListedAsLesson => ({
  id,
  file,
  title,
  minutes,
  tasks: tasks.map(taskKindOf),
});
