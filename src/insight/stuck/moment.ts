import { exactly } from '../../model/exactly.ts';
import { parseDuration } from '../../model/duration.ts';
import { DAY_LENGTH, HOUR, MINUTE } from '../../model/time.ts';

/** A moment of a story: after so many milliseconds, after a step, or where it ends. */
export type StuckMoment = { readonly ms: number } | { readonly step: number } | { readonly end: true };

const CLOCK = /^(?:(\d+) ?d )?(\d{1,3}):([0-5]\d)(?::([0-5]\d))?$/;
const STEP = /^#(\d{1,7})$/;

/** `2h`, `90 min`, `12:30` or `1 d 03:04:05` after the start, or `#14`, a step; `undefined` for anything else. */
export function parseStuckMoment(text: string): StuckMoment | undefined {
  const step = STEP.exec(text.trim())?.[1];
  if (step !== undefined) return Number(step) >= 1 ? { step: Number(step) } : undefined;
  const clock = CLOCK.exec(text.trim());
  if (clock) {
    const parts = clock.slice(1).map((part = '0') => Number(part));
    const [days, hours, minutes, seconds] = exactly(4, parts, 'the parts of a clock');
    return { ms: days * DAY_LENGTH + hours * HOUR + minutes * MINUTE + seconds * 1000 };
  }
  const ms = parseDuration(text);
  return ms === undefined ? undefined : { ms };
}
