import { expect, test } from 'vitest';
import type { Change } from '../../../src/insight/what-if/answer.ts';
import { setInWords } from '../../../src/insight/what-if/set-words.ts';

const change = (title: string, when: Change['when']): Change => ({
  path: title,
  title,
  from: 'a',
  to: 'b',
  group: 'outside',
  when,
  again: false,
  changes: {},
});

test('a set is told as a sentence: what is done, and behind it what nobody knows yet', () => {
  const asked = change('Whether Health is in iCloud: Yes', 'find-out');
  expect(setInWords([asked, change('Switch iCloud on', 'now'), change('iCloud Photos on', 'now')])).toBe(
    'Switch iCloud on, and iCloud Photos on, if this turns out so: whether Health is in iCloud: Yes',
  );
  expect(setInWords([asked])).toBe('Whether Health is in iCloud: Yes');
});
