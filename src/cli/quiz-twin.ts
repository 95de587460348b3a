import { fateOn } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { hangingIndent, sanitise } from '../report/layout.ts';
import type { Page } from '../report/story-text.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { twinOf } from '../teach/twin.ts';
import type { Variant } from '../teach/variant.ts';
import type { QuizLines } from './quiz-lines.ts';
import { print, printError } from './terminal.ts';

/** Two phones that differ in one condition: which? `undefined`: left open. */
export async function askTwin(lines: QuizLines, variant: Variant, { width }: Page): Promise<number | undefined> {
  const twin = 'twin' in variant.task ? twinOf(variant, variant.task.about) : null;
  if (!twin) {
    print('This variant has no twin.');
    return undefined;
  }
  const { item, here, there, options, key } = twin;
  const word = ({ fate }: LedgerRow): string =>
    `“${fateOn(variant.scenario.route, must(fate, `the fate of ${item.id}`)).word.toLowerCase()}”`;
  print(
    [
      ...hangingIndent(
        '',
        `${sanitise(item.title)}: here it is ${word(here)}. On a phone on which one condition is ` +
          `another it is ${word(there)}. Which one?`,
        width,
      ),
      ...options.flatMap((one, n) =>
        hangingIndent(`  ${n + 1}  `, sanitise(`${one.title}: here ${one.here}, there ${one.there}`), width),
      ),
    ].join('\n'),
  );
  for (;;) {
    const text = await lines.next('> ');
    if (text === undefined || text === '') return undefined;
    const place = Number(text) - 1;
    if (place in options) {
      const right = must(options[key], 'the right one');
      print(
        place === key
          ? '✓ That is it.'
          : `✗ It is: ${sanitise(right.title)}, here ${right.here}, there ${right.there}.`,
      );
      return place;
    }
    printError(`“${text.slice(0, 40)}” is none of the answers.`);
  }
}
