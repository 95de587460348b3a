import { describe, expect, test } from 'vitest';
import { parseDuration } from '../../../src/model/duration.ts';
import { DAY_LENGTH, HOUR, MINUTE } from '../../../src/model/time.ts';

describe('durations', () => {
  test.each([
    ['20 seconds', 20_000],
    ['1 second', 1000],
    ['40 minutes', 40 * MINUTE],
    ['5 min', 5 * MINUTE],
    ['1.5 hours', 90 * MINUTE],
    ['2 h', 2 * HOUR],
    ['1 day', DAY_LENGTH],
    ['2 weeks', 14 * DAY_LENGTH],
    ['1 month', 30 * DAY_LENGTH],
    ['2 years', 730 * DAY_LENGTH],
    ['0 days', 0],
    ['30s', 30_000],
    ['1h30m', 90 * MINUTE],
    ['2 days 3 hours', 51 * HOUR],
    ['1 hour and 20 minutes', 80 * MINUTE],
    ['1 week, 2 d', 9 * DAY_LENGTH],
  ])('“%s” lasts %d ms', (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each([
    '',
    '40',
    'minutes',
    '-1 day',
    '1,5 hours',
    '1 fortnight',
    '1e3 seconds',
    'a day',
    '1h30',
    '30 min 1 h',
    '1h 1h',
    '1 hourly',
    '2 h,',
  ])('“%s” is no duration', (text) => {
    expect(parseDuration(text)).toBeUndefined();
  });
});
