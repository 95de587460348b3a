import type { Command } from 'commander';
import { scenarioJsonSchema } from '../scenario/json-schema.ts';
import { lessonJsonSchema } from '../teach/lesson-schema.ts';
import { guarded } from './faults.ts';
import { writeWhole } from './write-whole.ts';
import { printError, printJson } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('schema')
    .summary('print the JSON Schema of a scenario file, for editors')
    .option('--lesson', 'that of a lesson file instead')
    .option('-o, --output <file>', 'write it to a file instead')
    .option('--force', 'write over a file that exists')
    .action(guarded(schema));
}

interface Options {
  readonly lesson?: true;
  readonly output?: string;
  readonly force?: boolean;
}

function schema({ lesson, output, force = false }: Options): void {
  const printed = lesson ? lessonJsonSchema() : scenarioJsonSchema();
  if (output === undefined) {
    printJson(printed);
    return;
  }
  writeWhole(output, `${JSON.stringify(printed, null, 2)}\n`, force);
  printError(`restore-sim: wrote ${output}`);
}
