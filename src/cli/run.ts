import { basename, resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Gate, GATE_ORDER } from '../model/fates.ts';
import { InputError } from '../model/problem.ts';
import { checkLimits } from '../scenario/limits-check.ts';
import { loadScenario, problemInFile } from '../scenario/load.ts';
import { runAsJson } from '../report/run-json.ts';
import { runAsText } from '../report/run-text.ts';
import { reportInputFrom } from '../report/report-input.ts';
import type { Run } from '../run/play.ts';
import { guarded } from './faults.ts';
import { besideOf } from './files.ts';
import { refuseExisting, writeWhole } from './write-whole.ts';
import { type Opened, openScenario, playOpened } from './scenarios.ts';
import { outputPage, print, printJson } from './terminal.ts';

interface Options {
  readonly journal?: string;
  readonly record?: string;
  readonly force?: boolean;
  readonly until?: Gate;
  readonly attempts: number;
  readonly json?: true;
  /** True, or a port. */
  readonly inspect?: true | number;
  readonly stately?: true;
}

export function register(program: Command): void {
  program
    .command('run')
    .summary('play a scenario and tell what came back, what did not, and why')
    .description(
      'Plays a scenario and tells it gate by gate: what the customer sees, what comes back, what does not, and why.',
    )
    .argument('<file>', 'the scenario file')
    .option('--journal <file>', 'write the journal there, one line of JSON for each thing that happened')
    .option(
      '--record <file>',
      'write the run there as a scenario that expects what was observed, for you to read and accept; into the file ' +
        'itself where it expects nothing yet',
    )
    .option('--force', 'write over a journal or a record that exists')
    .addOption(new Option('--until <gate>', 'stop the telling after this gate').choices(GATE_ORDER))
    .option('--attempts <n>', 'erase and restore until there are n attempts', readAttempts, 1)
    .option('--json', 'print the answer as one JSON object')
    .option('--inspect [port]', 'also stream it into the inspector that is open on this computer', readPort)
    .option('--stately', 'also send it to Stately’s own inspector, over the internet')
    .action(guarded(run));
}

const MAX_ATTEMPTS = 100;

function readAttempts(text: string): number {
  const attempts = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (attempts < 1 || attempts > MAX_ATTEMPTS)
    throw new InvalidArgumentError(`Write a whole number from 1 to ${MAX_ATTEMPTS}.`);
  return attempts;
}

async function run(
  file: string,
  { journal, record, force = false, until, attempts, json, inspect, stately }: Options,
): Promise<void> {
  if (journal !== undefined) refuseExisting(journal, force);
  const opened = openScenario(file);
  // A file that expects nothing loses nothing when its own record is written into it.
  const fillsIn = record !== undefined && resolve(record) === resolve(file) && !opened.scenario.expect;
  if (record !== undefined) refuseExisting(record, force || fillsIn);
  refuseTooMuch(opened, attempts);
  const played =
    inspect === undefined && !stately
      ? playOpened(opened, { attempts })
      : await playFollowed(opened, attempts, inspect, stately);
  if (journal !== undefined) writeWhole(journal, played.journal.toText(), force);
  const input = reportInputFrom(played);
  if (record !== undefined) {
    const { recordToScenario, withObserved } = await import('../insight/explain/record-to-scenario.ts');
    if (fillsIn) {
      const whole = withObserved(opened.text, input);
      loadScenario(whole, file, opened.scenario.id, besideOf(file));
      writeWhole(record, whole, true);
    } else writeWhole(record, recordToScenario(input, { file: record }), force);
  }
  if (json) printJson(runAsJson(input));
  else print(runAsText(input, outputPage(), until));
}

/** What a file may not ask for in its attempts, the command line may not either. */
function refuseTooMuch({ file, text, scenario }: Opened, attempts: number): void {
  const complaints = checkLimits(scenario, attempts);
  if (complaints.length > 0)
    throw new InputError(
      complaints.map(({ path, message, advice }) => problemInFile(text, file, path, message, advice)),
    );
}

function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : 0;
  if (port < 1 || port > 65_535) throw new InvalidArgumentError('Write a port number from 1 to 65535, or none.');
  return port;
}

/** Plays a scenario in front of others: the code for that is loaded for nothing else. */
async function playFollowed(
  opened: Opened,
  attempts: number,
  inspect: true | number | undefined,
  stately: true | undefined,
): Promise<Run> {
  const { streamRun, sendToStately } = await import('./stream.ts');
  const streamed = {
    name: basename(opened.file),
    text: opened.text,
    play: (following: object) => playOpened(opened, { attempts, ...following }),
  };
  const played = inspect === undefined ? undefined : await streamRun(streamed, inspect === true ? undefined : inspect);
  return stately ? sendToStately(streamed) : (played ?? streamed.play({}));
}
