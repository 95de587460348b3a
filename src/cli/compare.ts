import type { Command } from 'commander';
import { compareSides, type Side } from '../insight/explain/compare.ts';
import { InputError } from '../model/problem.ts';
import { compareAsText } from '../report/compare-text.ts';
import type { JournalLine } from '../run/journal.ts';
import { loadScenario } from '../scenario/load.ts';
import { guarded } from './faults.ts';
import { besideOf, readText, scenarioIdOf } from './files.ts';
import { playOpened } from './scenarios.ts';
import { paintFor, print, printJson, widthFor } from './terminal.ts';

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
  else
    print(
      compareAsText({ a: a.name, b: b.name }, comparison, {
        paint: paintFor(process.stdout),
        width: widthFor(process.stdout),
      }),
    );
}

/** Bytes of the largest journal that is read: a run over 100,000 items writes about a tenth of it. */
const MAX_JOURNAL_SIZE = 200_000_000;

function readSide(file: string): Side {
  const text = readText(file, file.endsWith('.jsonl') ? MAX_JOURNAL_SIZE : undefined);
  if (text.trimStart().startsWith('{"n":'))
    return { name: file, world: null, script: [], lines: readJournal(file, text) };
  const scenario = loadScenario(text, file, scenarioIdOf(file), besideOf(file));
  const run = playOpened({ file, text, scenario });
  return { name: scenario.id, world: scenario.world, script: scenario.script, lines: run.journal.lines };
}

const LISTS = ['items', 'states', 'taken', 'also', 'guards', 'possible', 'differences'] as const;

function readJournal(file: string, text: string): JournalLine[] {
  return text.split('\n').flatMap((line, index) => {
    if (line.trim() === '') return [];
    const value = parseLine(line);
    if (!value)
      throw new InputError([
        {
          file,
          line: index + 1,
          column: 1,
          excerpt: line.slice(0, 120),
          message: 'this is not a line of a journal',
          advice: 'A journal is what run --journal writes.',
        },
      ]);
    return [value as unknown as JournalLine];
  });
}

function parseLine(line: string): Record<string, unknown> | undefined {
  try {
    const value = JSON.parse(line) as unknown;
    if (typeof value !== 'object' || value === null) return undefined;
    const entry = value as Record<string, unknown>;
    const based =
      Number.isInteger(entry['n']) &&
      Number.isInteger(entry['step']) &&
      Number.isFinite(entry['at']) &&
      typeof entry['actor'] === 'string' &&
      typeof entry['type'] === 'string';
    const listed = LISTS.every(
      (name) =>
        entry[name] === undefined ||
        Array.isArray(entry[name]) ||
        (name === 'items' && entry['type'] === 'story.began'),
    );
    return based && listed ? entry : undefined;
  } catch {
    return undefined;
  }
}
