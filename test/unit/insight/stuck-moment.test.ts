import { expect, test } from 'vitest';
import { parseStuckMoment } from '../../../src/insight/stuck/moment.ts';

test.each([
  ['2h', { ms: 7_200_000 }],
  ['90 min', { ms: 5_400_000 }],
  ['1h30m', { ms: 5_400_000 }],
  ['30s', { ms: 30_000 }],
  ['12:30', { ms: 45_000_000 }],
  ['00:01:10', { ms: 70_000 }],
  ['1 d 03:04:05', { ms: 97_445_000 }],
  ['3 days', { ms: 259_200_000 }],
  [' #14 ', { step: 14 }],
])('%s is a moment', (text, moment) => expect(parseStuckMoment(text)).toEqual(moment));

test.each(['', 'soon', '#0', '#', '#1.5', '12', '12:70', '-1h', '1:2:3:4', '2 fortnights'])('“%s” is none', (text) =>
  expect(parseStuckMoment(text)).toBeUndefined(),
);
