import { spoken, voiceOf } from '../report/device-voice.ts';
import { type Command, InvalidArgumentError } from 'commander';
import { parseStuckMoment, type StuckMoment } from '../insight/stuck/moment.ts';
import { storyAt, stuckAt } from '../insight/stuck/stuck.ts';
import { InputError } from '../model/problem.ts';
import { stuckAsText, stuckHeadline } from '../report/stuck-text.ts';
import { nodeDigest } from './digest.ts';
import { guarded } from './faults.ts';
import { locating, openScenario } from './scenarios.ts';
import { outputPage, print, printJson } from './terminal.ts';

interface Options {
  readonly at: StuckMoment;
  readonly json?: true;
}

export function register(program: Command): void {
  program
    .command('stuck')
    .summary('say whether a restore is still working, waiting for somebody, or over')
    .description(
      'Plays a scenario up to a moment and says whether the restore is working, waiting for somebody, or over: what ' +
        'it waits for, how long, what stopping it now would cost, and whether a forced restart helps.',
    )
    .argument('<file>', 'the scenario file')
    .option(
      '--at <time>',
      'the moment: 2h, “90 min” or 12:30 after the start, or #14 for a step; without it, the end of the story',
      readMoment,
      { end: true } satisfies StuckMoment,
    )
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(stuck));
}

function readMoment(text: string): StuckMoment {
  const moment = parseStuckMoment(text);
  if (moment === undefined)
    throw new InvalidArgumentError('Write a time such as 2h, “90 min” or 12:30 (hours and minutes), or a step, #14.');
  return moment;
}

function stuck(file: string, { at, json }: Options): void {
  const opened = openScenario(file);
  const { scenario } = opened;
  const found = locating(opened, () => storyAt(scenario, at, { digest: nodeDigest }));
  if (!found)
    throw new InputError([
      {
        file,
        message: 'this story has no such step',
        advice: 'Name an earlier one; “run --json” says how many it has.',
      },
    ]);
  const answer = stuckAt(found);
  const { world } = found.simulation.file;
  if (json) printJson(spoken({ says: stuckHeadline(answer), ...answer }, voiceOf(world)));
  else print(voiceOf(world)(stuckAsText(world, answer, outputPage())));
}
