import * as z from 'zod/mini';
import { SCRIPT_EVENTS } from '../model/events.ts';
import { describedSchema, readAsSchema, refuseValue } from '../model/fields.ts';
import { parseDuration } from '../model/duration.ts';
import { YEAR } from '../model/time.ts';

/** Longer than any restore, and short enough that no sum of them loses its milliseconds. */
export const MAX_DURATION = 10 * YEAR;

export function readDuration(value: string, context: z.core.ParsePayload): number {
  const ms = parseDuration(value);
  if (ms !== undefined && ms <= MAX_DURATION) return ms;
  return refuseValue(context, `a duration such as 40 minutes or 2 days, of ${MAX_DURATION / YEAR} years at most`);
}
export const durationSchema = describedSchema(
  readAsSchema(z.string(), readDuration),
  `A duration, such as 40 minutes or 2 days; ${MAX_DURATION / YEAR} years at most`,
);

/** The words of a table, for a schema. */
export const keysOf = <T extends string>(table: Readonly<Record<T, unknown>>) => Object.keys(table) as [T, ...T[]];

/** What a script, or an expectation of one, may name. */
export const scriptEvent = z.literal(keysOf(SCRIPT_EVENTS));

const changedTo = readAsSchema(z.union([z.string().check(z.maxLength(10_000)), z.number()]), String);
/** Changed conditions: paths into the world, and their new values. */
export const changesSchema = z.record(z.string().check(z.maxLength(200)), changedTo);
