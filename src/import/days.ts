import { addDays } from '../model/time.ts';

/** Days from 1970 to 2007, the first year that a scenario can name. */
const DAYS_TO_2007 = 13_514;
const two = (number: number): string => String(number).padStart(2, '0');

/** `2023-05-20T01:40` of milliseconds since 1970, without the host’s clock or zone. */
export function momentFromEpoch(milliseconds: number): string {
  const minutes = Math.floor(milliseconds / 60_000);
  const days = Math.floor(minutes / 1440);
  return `${addDays('2007-01-01', days - DAYS_TO_2007)}T${two(Math.floor((minutes % 1440) / 60))}:${two(minutes % 60)}`;
}

/** `2023-05-20`; undefined before 2007, where clocks that were never set and files of factories lie. */
export function dayOfSeconds(seconds: number): string | undefined {
  const days = Math.floor(seconds / 86_400);
  return days < DAYS_TO_2007 || seconds > LAST ? undefined : addDays('2007-01-01', days - DAYS_TO_2007);
}
/** The end of 2099. */
const LAST = 4_102_444_799;
