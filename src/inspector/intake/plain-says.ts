import { titleOfKey, wordsOfChoice } from './more-values.ts';
import type { WorldField } from './world-fields.ts';

/** What a field means, for who has never seen the file: its keys and words stand there as they read on the cards. */
export function plainSays({ says, choices }: Pick<WorldField, 'says' | 'choices'>): string {
  const named = says
    .replaceAll(/,? `?\[\]`? for none/g, '')
    .replaceAll(/`([^`]+)`/g, (_, word: string) => `“${/[A-Z]/.test(word) ? titleOfKey(word) : wordsOfChoice(word)}”`);
  return choices.reduce(
    (text, choice) =>
      text.replaceAll(
        new RegExp(String.raw`(?<=^|[.:;] )${choice.replaceAll(/\W/g, String.raw`\$&`)}(?=:| asks)`, 'g'),
        `“${wordsOfChoice(choice)}”`,
      ),
    named,
  );
}
