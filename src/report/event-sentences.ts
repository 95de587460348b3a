import { isScriptEvent, SCRIPT_EVENTS } from '../model/events.ts';
import { spokenDatum, type SpokenNames } from '../model/spoken-names.ts';
import { UNNAMED_ACCOUNT } from '../model/world.ts';

type Data = Readonly<Record<string, string>>;

/** What a person or the surroundings do, as a sentence to be read aloud. */
export function eventSentence(event: string, data: Data, names: SpokenNames): string {
  if (!isScriptEvent(event)) return event;
  const { sentence } = SCRIPT_EVENTS[event];
  const words = typeof sentence === 'string' ? sentence : sentence[data['password'] === 'wrong' ? 'wrong' : 'right'];
  return words.replaceAll(/\{(as )?(\w+)\}/g, (_, as: string | undefined, name: string) => {
    if (name === 'account' && data['account'] === UNNAMED_ACCOUNT)
      return as === undefined ? 'their own account' : 'with their own account';
    if (name === 'choice') return choiceWords(data);
    const value = data[name];
    return `${as ?? ''}${value === undefined ? name : spokenDatum(name, value, names)}`;
  });
}

/** What somebody chose with an act, behind it. */
const CHOICES: Readonly<Record<string, string>> = {
  'esim keep': ' and keeps the eSIM',
  'esim delete': ' and deletes the eSIM',
  'copies keep': ' and keeps a copy of what iCloud keeps',
  'copies remove': ' and keeps no copy',
};
const choiceWords = (data: Data): string =>
  Object.entries(data)
    .map(([name, value]) => CHOICES[`${name} ${value}`])
    .filter((words) => words !== undefined)
    .join('');

/** The words on the button for it. */
export const buttonWords = (event: string): string => (isScriptEvent(event) ? SCRIPT_EVENTS[event].title : event);
