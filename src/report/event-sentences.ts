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
    const value = data[name];
    return `${as ?? ''}${value === undefined ? name : spokenDatum(name, value, names)}`;
  });
}

/** The words on the button for it. */
export const buttonWords = (event: string): string => (isScriptEvent(event) ? SCRIPT_EVENTS[event].title : event);
