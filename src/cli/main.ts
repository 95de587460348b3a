import { Command, CommanderError } from 'commander';
import { reportFault } from './faults.ts';
import { systemReason } from './files.ts';
import { EXIT, print, printError, setExit } from './terminal.ts';

interface Registering {
  readonly register: (program: Command) => void;
}
interface Entry {
  readonly usage: string;
  readonly summary: string;
  /** Loaded only when the command is used: a cold start pays for one command. */
  readonly load: () => Promise<Registering>;
}

const later = import.meta.glob<Registering>(['./why.ts', './what-if.ts', './explore.ts', './import.ts']);
const whenThere = (name: string, usage: string, summary: string): Record<string, Entry> => {
  const load = later[`./${name}.ts`];
  return load ? { [name]: { usage, summary, load } } : {};
};

/** A new command: one file that exports `register`, and one row here. */
const COMMANDS: Readonly<Record<string, Entry>> = {
  run: {
    usage: 'run <file>',
    summary: 'play a scenario and tell what came back, what did not, and why',
    load: () => import('./run.ts'),
  },
  check: {
    usage: 'check [paths...]',
    summary: 'play scenarios twice and compare them with what they expect',
    load: () => import('./check.ts'),
  },
  list: {
    usage: 'list [paths...]',
    summary: 'list the scenarios by theme, with the behaviours they show',
    load: () => import('./list.ts'),
  },
  compare: {
    usage: 'compare <a> <b>',
    summary: 'put two scenarios or journals side by side',
    load: () => import('./compare.ts'),
  },
  ...whenThere(
    'why',
    'why <file> <item>',
    'follow one item through the gates: the deciding rule, the values compared, the source',
  ),
  ...whenThere(
    'what-if',
    'what-if <file> <item>',
    'find the changed conditions that bring an item back, each proved by a run',
  ),
  coverage: {
    usage: 'coverage [paths...]',
    summary: 'count which behaviours, rules and transitions the scenarios show',
    load: () => import('./coverage.ts'),
  },
  ...whenThere('explore', 'explore', 'explore everything that can happen, and check the laws'),
  ...whenThere('import', 'import <folder>', 'turn a real backup folder into a scenario'),
  inspect: { usage: 'inspect [file]', summary: 'step through a scenario', load: () => import('./inspect.ts') },
  schema: {
    usage: 'schema',
    summary: 'print the JSON Schema of a scenario file, for editors',
    load: () => import('./schema.ts'),
  },
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
  for (const [name, { usage, summary, load }] of Object.entries(COMMANDS)) {
    if (name === named) (await load()).register(program);
    else program.command(usage).description(summary);
  }
  try {
    await program.parseAsync(args, { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    if (error.exitCode !== 0) setExit(EXIT.badInput);
  }
}

// A reader that has seen enough, such as `head`, is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  printError(`restore-sim: the answer cannot be written: ${systemReason(error) ?? error.message}`);
  setExit(EXIT.badInput);
});
// What cannot be said cannot be said; the exit code still tells how it went.
process.stderr.on('error', () => {});

try {
  await main(process.argv.slice(2));
} catch (error) {
  reportFault(error);
}
