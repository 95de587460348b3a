import type { PossibleEvent } from '../run/possible-events.ts';
import type { Frame } from './frame.ts';

/** What was given in a step, as an event that can be sent again; `null` for the clock. */
export const eventOf = (given: Frame['given']): PossibleEvent | null =>
  given && given.by !== 'clock' ? ({ type: given.event, ...given.data } as PossibleEvent) : null;

/** Whether a step is what comes of an event. */
export function isSame(frame: Frame | undefined, event: PossibleEvent): boolean {
  const given = frame?.given;
  if (!given || frame.refused) return false;
  const { type, ...data } = event;
  const names = Object.keys(data) as (keyof typeof data)[];
  return (
    given.event === type &&
    names.length === Object.keys(given.data).length &&
    names.every((name) => given.data[name] === data[name])
  );
}
