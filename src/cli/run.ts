import { basename } from 'node:path';
import { type Command, InvalidArgumentError, Option } from 'commander';
import { type Gate, GATE_ORDER } from '../model/fates.ts';
import { InputError } from '../model/problem.ts';
import { loadScenario } from '../scenario/load.ts';
import { runAsJson } from '../report/run-json.ts';
import { runAsText } from '../report/run-text.ts';
import { reportInputFrom } from '../report/report-input.ts';
import type { Run } from '../run/play.ts';
import { guarded } from './faults.ts';
import { refuseExisting, writeWhole } from './write-whole.ts';
import { type Opened, openScenario, playOpened } from './scenarios.ts';
import { paintFor, print, printJson, widthFor } from './terminal.ts';

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
      'write the run there as a scenario that expects what was observed, for you to read and accept',
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
  if (record !== undefined) refuseExisting(record, force);
  const opened = openScenario(file);
  const played =
    inspect === undefined && !stately
      ? playOpened(opened, { attempts })
      : await playFollowed(opened, attempts, inspect, stately);
  if (journal !== undefined) writeWhole(journal, played.journal.toText(), force);
  if (record !== undefined) writeWhole(record, await recordOf(played, record), force);
  const input = reportInputFrom(played);
  if (json) printJson(runAsJson(input));
  else print(runAsText(input, { paint: paintFor(process.stdout), width: widthFor(process.stdout) }, until));
}

/** A record is read before it is written: what nobody could check again is not kept. */
async function recordOf(played: Run, record: string): Promise<string> {
  const { recordToScenario } = await import('../insight/explain/record-to-scenario.ts');
  const text = recordToScenario(played);
  try {
    loadScenario(text, record);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const reason = error.problems[0]?.message ?? '';
    throw new InputError([
      {
        file: record,
        line: 1,
        column: 1,
        message: `this run cannot be recorded as a scenario that could be read again: ${reason}`,
        advice: 'Keep its journal with --journal, or record a scenario with fewer items.',
      },
    ]);
  }
  return text;
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
