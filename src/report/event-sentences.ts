import { cellOf } from '../model/optional.ts';
import type { EVENT_DATA } from '../model/event-row.ts';
import { isScriptEvent, SCRIPT_EVENTS } from '../model/events.ts';
import { must } from '../model/must.ts';
import { spokenDatum, type SpokenNames } from '../model/spoken-names.ts';
import { CUSTOMERS_ACCOUNT } from '../model/account-names.ts';

type Data = Readonly<Record<string, string>>;

/** What a person or the surroundings do, as a sentence to be read aloud. */
export function eventSentence(event: string, data: Data, names: SpokenNames): string {
  if (!isScriptEvent(event)) return event;
  const { sentence } = SCRIPT_EVENTS[event];
  const words = typeof sentence === 'string' ? sentence : sentence[data['password'] === 'wrong' ? 'wrong' : 'right'];
  return words.replaceAll(/\{(as )?(\w+)\}/g, (_, as: string | undefined, name: string) => {
    const value = data[name];
    if (name === 'account' && value !== undefined) {
      const account = names.account(value);
      if (account === CUSTOMERS_ACCOUNT) return as === undefined ? 'their own account' : 'with their own account';
      // An account that has no name of its own is used, and nobody is it.
      return as === undefined || account === value ? `${cellOf(as)}${account}` : `with ${account}`;
    }
    if (isChoice(name)) return value === undefined ? '' : must(wordsOf(name)[value], `the words for ${name} ${value}`);
    return `${cellOf(as)}${value === undefined ? name : spokenDatum(name, value, names)}`;
  });
}

type Choice = 'esim' | 'copies';
/** What somebody may choose with an act, said behind it; nothing where they do not say. */
const CHOICES: { readonly [name in Choice]: Readonly<Record<(typeof EVENT_DATA)[name][number], string>> } = {
  esim: { keep: ' and keeps the eSIM', delete: ' and deletes the eSIM' },
  copies: { keep: ' and keeps a copy of what iCloud keeps', remove: ' and keeps no copy' },
};
const isChoice = (name: string): name is Choice => Object.hasOwn(CHOICES, name);
const wordsOf = (name: Choice): Readonly<Record<string, string>> => CHOICES[name];

/** The words on the button for it. */
export const buttonWords = (event: string): string => (isScriptEvent(event) ? SCRIPT_EVENTS[event].title : event);
