import { isScriptEvent, SCRIPT_EVENTS } from '../../model/events.ts';
import { spokenData, type SpokenNames } from '../../model/spoken-names.ts';
import type { JournalLine, Refusal } from '../../run/journal-line.ts';
import { wordsOfRefusal } from '../../run/refusal-words.ts';

type Refused = Extract<JournalLine, { type: 'refused' }>;

/** Why an event was refused, for a person. */
export interface ExplainedRefusal {
  readonly event: string;
  /** The words of the button. */
  readonly title: string;
  readonly says: string;
  readonly guards: readonly (Refusal & { readonly words: string })[];
  /** What can be done instead: events and the words of their buttons. */
  readonly possible: readonly { readonly event: string; readonly title: string }[];
}

/** Throws a TypeError for a line that is no refusal. */
export function explainRefusal(line: JournalLine, names: SpokenNames): ExplainedRefusal {
  if (line.type !== 'refused') throw new TypeError(`line ${line.n} is no refusal`);
  const guards = line.guards.map((refusal) => ({ ...refusal, words: wordsOfRefusal(refusal) }));
  return {
    event: line.event,
    title: titleOf(line.event),
    says: sentenceOf(line, guards, names),
    guards,
    possible: line.possible.map((event) => ({ event, title: titleOf(event) })),
  };
}

const titleOf = (event: string): string => (isScriptEvent(event) ? SCRIPT_EVENTS[event].title : event);

function sentenceOf(
  { event, data }: Refused,
  guards: readonly { readonly words: string }[],
  names: SpokenNames,
): string {
  const named = spokenData(data, names);
  const about = named.length > 0 ? ` (${named.join(', ')})` : '';
  const reasons = [...new Set(guards.map(({ words }) => words))];
  const because = reasons.length > 0 ? reasons.join(' ') : 'Nothing on this screen offers it now.';
  return `“${titleOf(event)}”${about} is not possible here. ${because}`;
}
