import { isScriptEvent, SCRIPT_EVENTS } from '../model/events.ts';

type Data = Readonly<Record<string, string>>;

/** What a person or the surroundings do, as a sentence to be read aloud. */
export function eventSentence(event: string, data: Data): string {
  if (!isScriptEvent(event)) return event;
  const { sentence } = SCRIPT_EVENTS[event];
  const words = typeof sentence === 'string' ? sentence : sentence[data['password'] === 'wrong' ? 'wrong' : 'right'];
  return words.replaceAll(/\{(\w+)\}/g, (_, name: string) => data[name] ?? name);
}

/** The words on the button for it. */
export const buttonWords = (event: string): string => (isScriptEvent(event) ? SCRIPT_EVENTS[event].title : event);
