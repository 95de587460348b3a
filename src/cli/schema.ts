import type { Command } from 'commander';
import { scenarioJsonSchema } from '../scenario/json-schema.ts';
import { guarded } from './faults.ts';
import { writeWhole } from './write-whole.ts';
import { printError, printJson } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a scenario file, for editors')
    .option('-o, --output <file>', 'write it to a file instead')
    .option('--force', 'write over a file that exists')
    .action(guarded(schema));
}

function schema({ output, force = false }: { readonly output?: string; readonly force?: boolean }): void {
  if (output === undefined) {
    printJson(scenarioJsonSchema());
    return;
  }
  writeWhole(output, `${JSON.stringify(scenarioJsonSchema(), null, 2)}\n`, force);
  printError(`restore-sim: wrote ${output}`);
}
