import { exactly } from './exactly.ts';
import { must } from './must.ts';

/**
 * Calendar days and durations without the host's clock, time zone or locale.
 * A day is `2026-03-01`; a moment is `2026-03-01T10:30`; both count as UTC.
 */
const DAY = /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2}))?Z?)?$/;
const DAYS_OF_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY_LENGTH = 24 * HOUR;
export const YEAR = 365 * DAY_LENGTH;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

/** Days since 1970-01-01 of a civil date (Howard Hinnant's days_from_civil). */
export function daysFromCivil(year: number, month: number, day: number): number {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** Milliseconds since 1970 of a day or moment; `undefined` for a date that cannot be (`2026-02-30`). */
export function parseMoment(text: string): number | undefined {
  const match = DAY.exec(text);
  if (!match) return undefined;
  // A day without a time is its first moment.
  const parts = match.slice(1).map((part = '0') => Number(part));
  const [year, month, day, hour, minute, second] = exactly(6, parts, 'the parts of a moment');
  if (month < 1 || month > 12) return undefined;
  const last = month === 2 && isLeap(year) ? 29 : must(DAYS_OF_MONTH[month - 1], 'the length of a month');
  if (year < 2007 || year > 2100 || day < 1 || day > last || hour > 23 || minute > 59 || second > 59) return undefined;
  return daysFromCivil(year, month, day) * DAY_LENGTH + hour * HOUR + minute * MINUTE + second * 1000;
}

/** Whether one date lies on a later day than another, whatever times of day they give. */
export const isLaterDay = (date: string, than: string): boolean => date.slice(0, 10) > than.slice(0, 10);

/** The first moment of a day that has been read before, such as a date of a world. */
const momentOfDay = (text: string): number => must(parseMoment(text.slice(0, 10)), `the day “${text}”`);

/** Whole days from one day or moment to a later one, by calendar day. */
export function daysBetween(earlier: string, later: string): number {
  return Math.round((momentOfDay(later) - momentOfDay(earlier)) / DAY_LENGTH);
}

/** The day that lies `days` after (or, negative, before) a day. */
export function addDays(day: string, days: number): string {
  return formatDay(momentOfDay(day) + days * DAY_LENGTH);
}

function formatDay(ms: number): string {
  const z = Math.floor(ms / DAY_LENGTH) + 719_468;
  const era = Math.floor(z / 146_097);
  const dayOfEra = z - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const shifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1;
  const month = shifted < 10 ? shifted + 3 : shifted - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** `28 February 2026`; `28 February` within that year. */
export function dayInWords(date: string, withinYearOf?: string): string {
  const [year, month, day] = exactly(3, date.slice(0, 10).split('-'), 'the parts of a date');
  const words = `${Number(day)} ${must(MONTHS[Number(month) - 1], 'a month')}`;
  return withinYearOf?.startsWith(year) ? words : `${words} ${year}`;
}

/** A text in which days stand as a file writes them, as people read them. */
export const daysInWords = (text: string): string =>
  text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b(?!T)/g, (day) => (parseMoment(day) === undefined ? day : dayInWords(day)));

/** `28 February 2026`, and the time of day where it is given: `28 February 2026, 23:30`. */
export function momentInWords(moment: string): string {
  const [day, time] = moment.split('T');
  return [dayInWords(must(day, 'the day of a moment')), ...(time === undefined ? [] : [time])].join(', ');
}

/** Simulated time as `2 d 03:04:05`, or `03:04:05` within the first day. */
export function formatElapsed(ms: number): string {
  const days = Math.floor(ms / DAY_LENGTH);
  const rest = [
    Math.floor((ms % DAY_LENGTH) / HOUR),
    Math.floor((ms % HOUR) / MINUTE),
    Math.floor((ms % MINUTE) / 1000),
  ];
  const clock = rest.map((part) => String(part).padStart(2, '0')).join(':');
  return days > 0 ? `${days} d ${clock}` : clock;
}
