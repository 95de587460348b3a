import type { Command } from 'commander';
import { CoverageCount, gapsOf, hasGaps } from '../insight/explain/coverage.ts';
import { coverageAsText, taughtAsText } from '../report/coverage-text.ts';
import { taughtBy } from '../teach/taught.ts';
import { isLessonFile } from './check-lesson.ts';
import { guarded } from './faults.ts';
import { defaultScenarios, findScenarios } from './files.ts';
import { lessonSources, lessonsBesideScenarios, openLesson } from './lesson-files.ts';
import { openScenario, playOpened } from './scenarios.ts';
import { EXIT, outputPage, print, printJson, Progress, setExit } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('coverage')
    .summary('count what the scenarios show, and what the lessons teach')
    .description(
      'Plays every scenario and counts behaviours, rules and transitions. Exit code 1 when nothing shows one of ' +
        'them. Of lessons it says which rules, groups of rules, gates and mixed-up pairs none of them teaches.',
    )
    .argument('[paths...]', 'files or folders (default: scenarios/ and lessons/)')
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(coverage));
}

function coverage(paths: readonly string[], { json }: { readonly json?: true }): void {
  const found = findScenarios(paths.length > 0 ? paths : [defaultScenarios(), ...lessonsBesideScenarios()]);
  const scenarios = found.filter((each) => !isLessonFile(each));
  const count = new CoverageCount();
  const progress = new Progress(scenarios.length, 'scenarios');
  for (const [place, { file, id }] of scenarios.entries()) {
    progress.step(place);
    const opened = openScenario(file, id);
    const run = playOpened(opened);
    count.add({ id, shows: opened.scenario.shows, lines: run.journal.lines });
  }
  progress.clear();
  const sources = lessonSources();
  const taught = taughtBy(found.filter(isLessonFile).map(({ file }) => openLesson(file, sources)));
  const result = count.coverage;
  const gaps = gapsOf(result);
  const page = outputPage();
  if (json) printJson({ ...result, missing: gaps, ...(taught.lessons === 0 ? {} : { lessons: taught }) });
  else
    print(
      [coverageAsText(result, gaps, page), ...(taught.lessons === 0 ? [] : [taughtAsText(taught, page)])].join('\n\n'),
    );
  if (hasGaps(gaps)) setExit(EXIT.doesNotHold);
}
