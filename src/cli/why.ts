import { voiceOf } from '../report/device-voice.ts';
import type { Command } from 'commander';
import { explainRefusal } from '../insight/explain/refusals.ts';
import { explainItem } from '../insight/explain/why.ts';
import { guarded } from './faults.ts';
import { openScenario, playOpened } from './scenarios.ts';
import { paintFor, print, printJson, widthFor } from './terminal.ts';
import { refusalAsText, whyAsText } from './why-text.ts';

export function register(program: Command): void {
  program
    .command('why')
    .summary('follow one item through the gates: the deciding rule, the values compared, the source')
    .description(
      'Plays a scenario and tells why one item is where it is. For an event that the phone refused, name the event.',
    )
    .argument('<file>', 'the scenario file')
    .argument('<item>', 'the id or title of an item, or a refused event such as stop.tapped')
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(why));
}

function why(file: string, item: string, { json }: { readonly json?: true }): void {
  const run = playOpened(openScenario(file));
  const voice = voiceOf(run.world);
  const refused = run.journal.lines
    .filter((line) => line.type === 'refused' && line.event === item)
    .map(explainRefusal);
  const sheet = { paint: paintFor(process.stdout), width: widthFor(process.stdout) };
  if (refused.length > 0) {
    if (json) printJson({ event: item, refused });
    else print(voice(refused.map((each) => refusalAsText(each, sheet)).join('\n\n')));
    return;
  }
  const explanation = explainItem(run, item);
  if (json) printJson(explanation);
  else print(voice(whyAsText(explanation, sheet)));
}
