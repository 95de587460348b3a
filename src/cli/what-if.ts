import { spoken, voiceOf } from '../report/device-voice.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { Stopped } from '../insight/what-if/trial-worlds.ts';
import { whatIf } from '../insight/what-if/what-if.ts';
import type { WhatIfAnswer } from '../insight/what-if/answer.ts';
import { routeTaken } from '../run/route-taken.ts';
import { guarded } from './faults.ts';
import { openScenario, playOpened } from './scenarios.ts';
import { outputPage, print, printError, printJson, Progress } from './terminal.ts';
import { whatIfAsText } from './what-if-text.ts';

interface Options {
  readonly largest?: number;
  readonly item?: true;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('what-if')
    .summary('find the changed conditions that bring an item back, each proved by a run')
    .description(
      'Finds every smallest set of changed conditions that brings an item back. Each set is proved by a run ' +
        'of the changed scenario.',
    )
    .argument('<file>', 'the scenario file')
    .argument('<item>', 'the id or title of an item, a category, or “everything” for all that dropped')
    .option('--item', 'the word is the id or title of one item, also where a category is called the same')
    .option('--largest <n>', 'conditions in the largest set looked for', readLargest)
    .option('--json', 'print the answer as JSON')
    .action(guarded(tellWhatIf));
}

function readLargest(text: string): number {
  if (!/^[1-8]$/.test(text)) throw new InvalidArgumentError('Write a whole number from 1 to 8.');
  return Number(text);
}

function tellWhatIf(file: string, target: string, { largest, item, json }: Options): void {
  const opened = openScenario(file);
  const { scenario } = opened;
  const progress = new Progress(undefined, 'runs');
  const onRun = (runs: number): void => progress.step(runs);
  const answers = withoutStop(() =>
    whatIf(scenario, target, { onRun, oneItem: item === true, ...(largest === undefined ? {} : { largest }) }),
  );
  progress.clear();
  if (!json) {
    const route = routeTaken(scenario.world, playOpened(opened).journal.lines);
    print(voiceOf(scenario.world)(whatIfAsText(answers, route, outputPage())));
  } else
    printJson(
      spoken(
        answers.length === 1 && (item || target !== 'everything')
          ? answers[0]
          : { item: target, answers, sets: answers.flatMap(({ sets }) => sets) },
        voiceOf(scenario.world),
      ),
    );
}

function withoutStop(search: () => readonly WhatIfAnswer[]): readonly WhatIfAnswer[] {
  try {
    return search();
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
    printError('The search was stopped.');
    return [];
  }
}
