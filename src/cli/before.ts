import type { Command } from 'commander';
import { beforeErase } from '../insight/before/before.ts';
import { spoken, voiceOf, voiceOfOne } from '../report/device-voice.ts';
import { beforeAsText, beforeHeadline, actWords } from '../report/before-text.ts';
import { guarded } from './faults.ts';
import { openScenario } from './scenarios.ts';
import { EXIT, outputPage, print, printJson, setExit } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('before')
    .summary('say whether the phone may be erased or handed in now, and what to do first')
    .description(
      'Says whether a phone may be erased or handed in: everything whose last copy is on it, what to do first and ' +
        'where, and what cannot be saved. The phone is the device of the scenario if it is in use, else the old one. ' +
        'Exit code 0 only for yes.',
    )
    .argument('<file>', 'the scenario file')
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(before));
}

function before(file: string, { json }: { readonly json?: true }): void {
  const { scenario } = openScenario(file);
  const { world } = scenario;
  const answer = beforeErase(scenario);
  const voice = answer.phone ? voiceOfOne(world, answer.phone.kind) : voiceOf(world);
  if (answer.may !== 'yes') setExit(EXIT.doesNotHold);
  if (json)
    printJson(
      spoken(
        {
          says: beforeHeadline(answer),
          ...answer,
          phone: answer.phone && { name: answer.phone.name, kind: answer.phone.kind },
          acts: answer.acts.map((act) => ({ ...act, ...actWords(world, act), saves: act.saves })),
        },
        voice,
      ),
    );
  else {
    const text = beforeAsText(world, answer, outputPage());
    print(voice(text));
  }
}
