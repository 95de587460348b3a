import { spoken, voiceOf } from '../report/device-voice.ts';
import type { Command } from 'commander';
import { waysOf } from '../insight/ways/ways.ts';
import { waysAsJson } from '../report/ways-json.ts';
import { waysAsText } from '../report/ways-text.ts';
import { nodeDigest } from './digest.ts';
import { guarded } from './faults.ts';
import { openScenario } from './scenarios.ts';
import { outputPage, print, printJson } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('ways')
    .summary('play the same world by every way there is, and say which brings most')
    .description(
      'Plays the world of a scenario by every way that exists in it: phone to phone, each iCloud backup, each ' +
        'computer backup, set up as new. Prints what each way brings, what has to be known on it, how long it takes, ' +
        'and by which rules they differ. The script of the scenario is left out.',
    )
    .argument('<file>', 'the scenario file')
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(ways));
}

function ways(file: string, { json }: { readonly json?: true }): void {
  const { scenario } = openScenario(file);
  const answer = waysOf(scenario, { digest: nodeDigest });
  if (json) printJson(spoken(waysAsJson(scenario.world, answer), voiceOf(scenario.world)));
  else print(voiceOf(scenario.world)(waysAsText(scenario.world, answer, outputPage())));
}
