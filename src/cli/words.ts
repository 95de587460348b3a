import { Argument, type Command } from 'commander';
import { type Word, wordsAsText, wordList } from '../report/vocabulary.ts';
import { scenarioFields } from '../scenario/fields.ts';
import { WORD_KIND_ORDER, type WordKind } from '../scenario/word-kinds.ts';
import { guarded } from './faults.ts';
import { outputPage, print, printJson } from './terminal.ts';

export function register(program: Command): void {
  program
    .command('words')
    .summary('print every word that a scenario file may be written in, with its meaning')
    .description(
      'Prints all words of one kind with what they mean. “fields” are the keys of a scenario file, each with what it ' +
        'takes, what holds where it is not written, and its description.',
    )
    .addArgument(new Argument('<kind>', 'the kind of words').choices(WORD_KIND_ORDER))
    .option('--json', 'print the answer as one JSON array')
    .action(guarded(words));
}

function words(kind: WordKind, { json }: { readonly json?: true }): void {
  if (json) printJson(kind === 'fields' ? scenarioFields() : (wordList(kind) satisfies readonly Word[]));
  else print(wordsAsText(wordList(kind), outputPage()));
}
