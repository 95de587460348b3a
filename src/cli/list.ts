import type { Command } from 'commander';
import { InputError } from '../model/problem.ts';
import { type Listed, listAsText } from '../report/list-text.ts';
import { guarded, reportFault } from './faults.ts';
import { defaultScenarios, findScenarios } from './files.ts';
import { openScenario } from './scenarios.ts';
import { paintFor, print, printJson, Progress, widthFor } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('list')
    .summary('list the scenarios by theme, with the behaviours they show')
    .argument('[paths...]', 'scenario files or folders (default: scenarios/)')
    .option('--json', 'print the answer as one JSON array')
    .action(guarded(list));
}

function list(paths: readonly string[], { json }: { readonly json?: true }): void {
  const found = findScenarios(paths.length > 0 ? paths : [defaultScenarios()]);
  const progress = new Progress(found.length, 'scenarios');
  const scenarios = found.flatMap(({ file, id }, index): Listed[] => {
    progress.step(index);
    try {
      const { title, edition, route, shows } = openScenario(file, id).scenario;
      return [{ id, file, title, edition, route, shows }];
    } catch (error) {
      // One broken file must not hide the others.
      if (!(error instanceof InputError)) throw error;
      progress.clear();
      reportFault(error);
      return [];
    }
  });
  progress.clear();
  if (json) printJson(scenarios);
  else print(listAsText(scenarios, { paint: paintFor(process.stdout), width: widthFor(process.stdout) }));
}
