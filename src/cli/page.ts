import type { Command } from 'commander';
import { builtText } from './built.ts';
import { guarded } from './faults.ts';
import { print } from './terminal.ts';
import { refuseExisting, writeWhole } from './write-whole.ts';

interface Options {
  readonly output: string;
  readonly force?: boolean;
}

export function register(program: Command): void {
  program
    .command('page')
    .summary('write the inspector as one HTML file, to open by a double click')
    .description('Writes the whole inspector as one HTML file. It needs no server and no network.')
    .requiredOption('-o, --output <file>', 'the file to write')
    .option('--force', 'write over a file that exists')
    .action(guarded(page));
}

function page({ output, force = false }: Options): void {
  refuseExisting(output, force);
  const text = builtText('restore-sim.html');
  if (text === undefined) throw new Error('the page is not built; “npm run build” builds it');
  writeWhole(output, text, force);
  print(`${output}: ${Math.ceil(Buffer.byteLength(text) / 1000)} kB`);
}
