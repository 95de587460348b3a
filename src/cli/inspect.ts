import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Command, InvalidArgumentError } from 'commander';
import { browserLine, GOOD_TO_KNOW_WHEN_WATCHING, linesToWatch, WATCH_CLAIM } from '../report/how-to-watch.ts';
import { ACCEPTED_ORIGINS } from '../report/loopback.ts';
import { builtFolder, packedFiles } from './built.ts';
import { guarded } from './faults.ts';
import { readText } from './files.ts';
import { openBrowser } from './serve/open-browser.ts';
import { serve, type Serving } from './serve/server.ts';
import { print, stay } from './terminal.ts';

interface Options {
  readonly port: number;
  readonly open: boolean;
}

export const FIRST_PORT = 4173;

export function register(program: Command): void {
  program
    .command('inspect')
    .summary('step through a scenario in the browser')
    .description('Serves the inspector to this computer only, and opens it. Ctrl-C ends it.')
    .argument('[file]', 'the scenario file (default: the showcase)')
    .option('--port <n>', 'the first port to try', readPort, FIRST_PORT)
    .option('--no-open', 'only print the address')
    .addHelpText('after', () => howToWatch())
    .action(guarded(inspect));
}

function howToWatch(): string {
  return `
For engineers, under “More” in the page, stands Watch.
${WATCH_CLAIM}
${linesToWatch(`ws://127.0.0.1:${FIRST_PORT}`)
  .map((line) => `  ${line}`)
  .join('\n')}
In a web page createBrowserInspector works as well, imported in place of the other:
  ${browserLine(`http://127.0.0.1:${FIRST_PORT}`)}
${GOOD_TO_KNOW_WHEN_WATCHING.map((line) => `- ${line}`).join('\n')}
- Web pages are let in from this computer only: ${ACCEPTED_ORIGINS}.`;
}

export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : -1;
  if (port < 0 || port > 65_535)
    throw new InvalidArgumentError('Write a port number from 0 to 65535; 0 takes any that is free.');
  return port;
}

async function inspect(file: string | undefined, { port, open }: Options): Promise<void> {
  const folder = join(builtFolder(), 'inspector');
  const isOpen = existsSync(join(folder, 'index.html'));
  const packed = isOpen ? undefined : packedFiles();
  if (!isOpen && !packed) throw new Error('the inspector is not built; “npm run build” builds it');
  // Told at once when it cannot be read; the page reads it anew at every reload.
  if (file !== undefined) readText(file);
  const serving = await serve({
    folder,
    packed,
    port,
    ...(file === undefined ? {} : { file: { name: basename(file), read: () => readText(file) } }),
  });
  print(`The inspector is at ${serving.address}\nCtrl-C ends it.`);
  if (open) openBrowser(serving.address);
  endWith(serving);
}

function endWith(serving: Serving): void {
  stay();
  const end = () => void serving.close().then(() => process.exit());
  process.once('SIGINT', end);
  process.once('SIGTERM', end);
}
