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
  const [first, second] = [one, other] as readonly Readonly<Record<string, string>>[];
  const names = Object.keys(one);
  return names.length === Object.keys(other).length && names.every((name) => first?.[name] === second?.[name]);
}
