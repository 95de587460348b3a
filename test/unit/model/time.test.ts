import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, DAY_LENGTH, daysBetween, formatElapsed, HOUR, MINUTE, parseMoment } from '../../../src/model/time.ts';

const pad = (number: number): string => String(number).padStart(2, '0');
const day = fc
  .record({
    year: fc.integer({ min: 2007, max: 2100 }),
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
  })
  .map((parts) => ({ ...parts, text: `${parts.year}-${pad(parts.month)}-${pad(parts.day)}` }));

describe('parseMoment', () => {
  test('agrees with the calendar of the engine about every day, and about which days there are', () => {
    fc.assert(
      fc.property(day, ({ year, month, day: date, text }) => {
        const ms = Date.UTC(year, month - 1, date);
        const exists = new Date(ms).getUTCDate() === date;
        expect(parseMoment(text)).toBe(exists ? ms : undefined);
      }),
      { numRuns: 1000 },
    );
  });

  test('agrees with it about moments', () => {
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2007, 0, 1), max: Date.UTC(2100, 11, 31) }), (ms) => {
        const whole = ms - (ms % 1000);
        const text = new Date(whole).toISOString().slice(0, 19);
        expect(parseMoment(text)).toBe(whole);
        expect(parseMoment(`${text}Z`)).toBe(whole);
        expect(parseMoment(text.slice(0, 16))).toBe(whole - (whole % MINUTE));
      }),
    );
  });

  test.each(['2024-02-29', '2028-02-29', '2096-02-29', '2026-12-31'])('%s is a day', (text) => {
    expect(parseMoment(text)).toBe(Date.parse(text));
  });

  test.each([
    '2023-02-29',
    '2100-02-29',
    '2026-02-30',
    '2026-04-31',
    '2026-13-01',
    '2026-00-10',
    '2026-01-00',
    '2026-01-32',
    '1999-01-01',
    '2101-01-01',
    '2026-1-1',
    '26-01-01',
    '01.02.2026',
    'today',
    '',
    '2026-01-01T24:00',
    '2026-01-01T12:60',
    '2026-01-01T12:00:60',
    '2026-01-01 12:00',
    '2026-01-01T12:00+02:00',
  ])('“%s” cannot be', (text) => {
    expect(parseMoment(text)).toBeUndefined();
  });
});

describe('days', () => {
  test('a day and a number of days later are that many days apart', () => {
    fc.assert(
      fc.property(day, fc.integer({ min: -400, max: 400 }), ({ text }, days) => {
        fc.pre(parseMoment(text) !== undefined && Number(text.slice(0, 4)) > 2008 && Number(text.slice(0, 4)) < 2099);
        expect(daysBetween(text, addDays(text, days))).toBe(days);
        expect(addDays(addDays(text, days), -days)).toBe(text);
      }),
    );
  });

  test('are counted by the calendar, whatever the time of day', () => {
    expect(daysBetween('2026-02-28T23:59', '2026-03-01T00:01')).toBe(1);
    expect(daysBetween('2026-03-01T00:01', '2026-03-01T23:59')).toBe(0);
    expect(daysBetween('2025-09-02', '2026-03-01')).toBe(180);
    expect(addDays('2024-02-28T10:30', 1)).toBe('2024-02-29');
  });
});

describe('durations', () => {
  test('that have passed are shown with days only when there are any', () => {
    expect(formatElapsed(0)).toBe('00:00:00');
    expect(formatElapsed(3 * HOUR + 4 * MINUTE + 5000)).toBe('03:04:05');
    expect(formatElapsed(DAY_LENGTH - 1)).toBe('23:59:59');
    expect(formatElapsed(2 * DAY_LENGTH + 3 * HOUR + 4 * MINUTE + 5000)).toBe('2 d 03:04:05');
  });
});
