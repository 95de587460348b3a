import type { Command } from 'commander';
import { compareSides, type Side } from '../insight/explain/compare.ts';
import { compareAsText } from '../report/compare-text.ts';
import { readJournal } from '../run/read-journal.ts';
import { loadScenario } from '../scenario/load.ts';
import { guarded } from './faults.ts';
import { besideOf, readText, scenarioIdOf } from './files.ts';
import { playOpened } from './scenarios.ts';
import { outputPage, print, printJson } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('compare')
    .summary('put two scenarios or journals side by side: what differs, and from where on')
    .description(
      'Compares two scenarios, or journals written with run --journal: conditions, ends of items, and the ' +
        'first line that differs.',
    )
    .argument('<a>', 'a scenario file or a journal')
    .argument('<b>', 'another one')
    .option('--json', 'print the answer as one JSON object')
    .action(guarded(compare));
}

function compare(fileA: string, fileB: string, { json }: { readonly json?: true }): void {
  const [a, b] = [readSide(fileA), readSide(fileB)];
  const comparison = compareSides(a, b);
  if (json) printJson({ a: a.name, b: b.name, ...comparison });
  else print(compareAsText({ a, b }, comparison, outputPage()));
}

/** Bytes of the largest journal that is read: a run over 100,000 items writes about a tenth of it. */
const MAX_JOURNAL_SIZE = 200_000_000;

function readSide(file: string): Side {
  const text = readText(file, file.endsWith('.jsonl') ? MAX_JOURNAL_SIZE : undefined);
  if (file.endsWith('.jsonl') || text.trimStart().startsWith('{"n":'))
    return { name: file, world: null, script: [], lines: readJournal(file, text) };
  const scenario = loadScenario(text, file, scenarioIdOf(file), besideOf(file));
  const run = playOpened({ file, text, scenario });
  return { name: scenario.id, world: scenario.world, script: scenario.script, lines: run.journal.lines };
}
