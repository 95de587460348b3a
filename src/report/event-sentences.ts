import { isScriptEvent, SCRIPT_EVENTS } from '../model/events.ts';
import { accountInWords, UNNAMED_ACCOUNT } from '../model/world.ts';

type Data = Readonly<Record<string, string>>;

/** What a person or the surroundings do, as a sentence to be read aloud. */
export function eventSentence(event: string, data: Data): string {
  if (!isScriptEvent(event)) return event;
  const { sentence } = SCRIPT_EVENTS[event];
  const words = typeof sentence === 'string' ? sentence : sentence[data['password'] === 'wrong' ? 'wrong' : 'right'];
  return words.replaceAll(/\{(as )?(\w+)\}/g, (_, as: string | undefined, name: string) => {
    if (name === 'account' && data['account'] === UNNAMED_ACCOUNT)
      return as === undefined ? 'their own account' : 'with their own account';
    return `${as ?? ''}${data[name] ?? name}`;
  });
}

/** What an event carries, as a person reads it. */
export const dataWords = (data: Data): string[] =>
  Object.entries(data).map(([name, value]) => (name === 'account' ? accountInWords(value) : value));

/** The words on the button for it. */
export const buttonWords = (event: string): string => (isScriptEvent(event) ? SCRIPT_EVENTS[event].title : event);
