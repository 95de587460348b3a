import { must } from './must.ts';
import { DAY_LENGTH, HOUR, MINUTE, YEAR } from './time.ts';

const PART = /(?:^|(?<=[a-z])(?:,?\s*|\s+and\s+))(\d+(?:\.\d+)?)\s*([a-z]+)/gy;
const DURATION_UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    second: 1000,
    sec: 1000,
    s: 1000,
    minute: MINUTE,
    min: MINUTE,
    m: MINUTE,
    hour: HOUR,
    hr: HOUR,
    h: HOUR,
    day: DAY_LENGTH,
    d: DAY_LENGTH,
    week: 7 * DAY_LENGTH,
    w: 7 * DAY_LENGTH,
    month: 30 * DAY_LENGTH,
    year: YEAR,
  }),
);

/** Milliseconds of `40 days` or `1h 30m`, the larger unit first; `undefined` when the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const said = text.trim();
  let ms = 0;
  let read = '';
  let larger = Number.POSITIVE_INFINITY;
  for (const [part, count, units] of said.matchAll(PART)) {
    // Of a letter alone there is no plural: `ms` are no minutes.
    const unitMs = DURATION_UNITS.get(must(units, part).replace(/(?<=..)s$/, ''));
    if (unitMs === undefined || unitMs >= larger) return undefined;
    ms += Number(count) * unitMs;
    read += part;
    larger = unitMs;
  }
  return read !== '' && read === said ? Math.round(ms) : undefined;
}
