import { saidOr, listedOr } from '../../model/listed.ts';
import { must } from '../../model/must.ts';
import type { ChartTransition } from './chart.ts';

/** `cloudChoiceShown` as people read it: `cloud choice shown`. */
export const inWords = (name: string): string => name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, ' ').toLowerCase();

/** `xstate.done.actor.restart` as `restart done`; the event's own name otherwise. */
export function eventInWords(event: string): string {
  const actor = /^xstate\.(done|error)\.actor\.(.+)$/.exec(event);
  if (actor) return `${must(actor[2], 'a word')} ${must(actor[1], 'an actor')}`;
  return event.startsWith('xstate.done.state.') ? 'all done' : event;
}

export function guardInWords({ guard, otherwise }: ChartTransition): string {
  if (guard !== null) return `[${inWords(guard)}]`;
  return otherwise ? '[else]' : '';
}

/** What needs neither an event nor a condition happens at once. */
export const orAtOnce = (words: string): string => saidOr('at once', words);

/** `wifi.joined [wifi is there]`. */
export const labelOf = (transition: ChartTransition): string =>
  orAtOnce(listedOr('', [eventInWords(transition.event), guardInWords(transition)].filter(Boolean), ' '));

/** The shortest honest name, for a folded chart. */
export const shortLabelOf = (transition: ChartTransition): string =>
  saidOr(saidOr('[else]', guardInWords(transition)), eventInWords(transition.event));

/** As written out, without the guard that every wait has. */
export const mediumLabelOf = (transition: ChartTransition): string =>
  transition.guard === 'isDue' ? orAtOnce(eventInWords(transition.event)) : labelOf(transition);

/** What tells the ways out of a state apart. */
export const wayKey = ({ name, guard }: ChartTransition): string => [name, guard].join(' ');
