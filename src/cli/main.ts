import { Command, CommanderError } from 'commander';
import { reportFault } from './faults.ts';
import { EXIT, leave, print, printError, setExit, writeStraight } from './terminal.ts';

interface Registering {
  readonly register: (program: Command) => void;
}
/**
 * A new command: one file that exports `register`, and one row here. Loaded only when it is used, because a cold start
 * pays for one command; the help loads all.
 */
const COMMANDS: Readonly<Record<string, () => Promise<Registering>>> = {
  run: () => import('./run.ts'),
  check: () => import('./check.ts'),
  list: () => import('./list.ts'),
  compare: () => import('./compare.ts'),
  why: () => import('./why.ts'),
  'what-if': () => import('./what-if.ts'),
  ways: () => import('./ways.ts'),
  stuck: () => import('./stuck.ts'),
  before: () => import('./before.ts'),
  coverage: () => import('./coverage.ts'),
  explore: () => import('./explore.ts'),
  inspect: () => import('./inspect.ts'),
  quiz: () => import('./quiz.ts'),
  lesson: () => import('./lesson.ts'),
  schema: () => import('./schema.ts'),
  pack: () => import('./pack.ts'),
  page: () => import('./page.ts'),
  grade: () => import('./grade.ts'),
  import: () => import('./import.ts'),
  words: () => import('./words.ts'),
};

async function main(args: readonly string[]): Promise<void> {
  const program = new Command('restore-sim')
    .description('What an iPhone restore brings back, what it does not, and why.')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .exitOverride()
    .configureOutput({ writeOut: print, writeErr: printError })
    .showHelpAfterError('Use --help to see what is possible.');
  const named = args
    .filter((arg) => !arg.startsWith('-'))
    .slice(0, 2)
    .find((arg) => Object.hasOwn(COMMANDS, arg));
  for (const [name, load] of Object.entries(COMMANDS))
    if (named === undefined || name === named) (await load()).register(program);
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) setExit(EXIT.badInput);
  }
}

writeStraight();
void main(process.argv.slice(2)).catch(reportFault).finally(leave);
