import type { Command } from 'commander';
import { CoverageCount, gapsOf, hasGaps } from '../insight/explain/coverage.ts';
import { coverageAsText } from '../report/coverage-text.ts';
import { guarded } from './faults.ts';
import { defaultScenarios, findScenarios } from './files.ts';
import { openScenario, playOpened } from './scenarios.ts';
import { EXIT, paintFor, print, printJson, Progress, setExit, widthFor } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('coverage')
    .summary('count which behaviours, rules and transitions the scenarios show')
    .description(
      'Plays every scenario and counts behaviours, rules and transitions. Exit code 1 when nothing shows one of them.',
    )
    .argument('[paths...]', 'scenario files or folders (default: scenarios/)')
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(coverage));
}

function coverage(paths: readonly string[], { json }: { readonly json?: true }): void {
  const found = findScenarios(paths.length > 0 ? paths : [defaultScenarios()]);
  const count = new CoverageCount();
  const progress = new Progress(found.length, 'scenarios');
  for (const [place, { file, id }] of found.entries()) {
    progress.step(place);
    const opened = openScenario(file, id);
    const run = playOpened(opened);
    count.add({ id, shows: opened.scenario.shows, lines: run.journal.lines });
  }
  progress.clear();
  const result = count.coverage;
  const gaps = gapsOf(result);
  if (json) printJson({ ...result, missing: gaps });
  else print(coverageAsText(result, gaps, { paint: paintFor(process.stdout), width: widthFor(process.stdout) }));
  if (hasGaps(gaps)) setExit(EXIT.doesNotHold);
}
