import type { Command } from 'commander';
import { lessonOfScenario } from '../teach/make-lesson.ts';
import { guarded } from './faults.ts';
import { openScenario } from './scenarios.ts';
import { print, printError, Progress } from './terminal.ts';
import { refuseExisting, writeWhole } from './write-whole.ts';

interface Options {
  readonly output?: string;
  readonly force?: boolean;
}

export function register(program: Command): void {
  program
    .command('lesson')
    .summary('make a lesson file of a scenario: what varies in it are the conditions that matter')
    .description(
      'Plays a scenario under each condition that can be another, and writes a lesson in which those vary that ' +
        'change what becomes of an item. What it is for is left to you; “check” tells what is still wrong with it.',
    )
    .argument('<file>', 'the scenario file')
    .option('-o, --output <file>', 'write it to a file instead of printing it')
    .option('--force', 'write over a file that exists')
    .action(guarded(lesson));
}

function lesson(file: string, { output, force = false }: Options): void {
  if (output !== undefined) refuseExisting(output, force);
  const { scenario } = openScenario(file);
  const progress = new Progress(undefined, 'runs');
  const steps = lessonOfScenario(scenario, output ?? 'lesson.yaml');
  let step = steps.next();
  while (step.done !== true) {
    progress.step(step.value);
    step = steps.next();
  }
  progress.clear();
  if (output === undefined) {
    print(step.value);
    return;
  }
  writeWhole(output, step.value, force);
  printError(`restore-sim: wrote ${output}; try it with: restore-sim check ${output}`);
}
