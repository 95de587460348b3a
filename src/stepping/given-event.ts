import type { PossibleEvent } from '../run/possible-events.ts';
import type { Frame } from './frame.ts';

/** What was given in a step, as an event that can be sent again; `null` for the clock. */
export const eventOf = (given: Frame['given']): PossibleEvent | null =>
  given && given.by !== 'clock' ? ({ type: given.event, ...given.data } as PossibleEvent) : null;

/** Whether a step is what comes of an event. */
export function isSame(frame: Frame | undefined, event: PossibleEvent): boolean {
  const given = frame?.given;
  if (!given || frame.refused) return false;
  return hasSameData({ type: given.event, ...given.data } as PossibleEvent, event);
}

/** Whether two events are one, whatever the order in which their data stand. */
export function hasSameData(one: PossibleEvent, other: PossibleEvent): boolean {
  const data: Readonly<Record<string, string>> = one;
  const others = Object.entries(other);
  return others.length === Object.keys(data).length && others.every(([name, value]) => data[name] === value);
}
