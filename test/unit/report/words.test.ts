import { describe, expect, test } from 'vitest';
import { lineWords, shortWords, storyWords } from '../../../src/report/words.ts';
import { AS_WRITTEN } from '../../../src/model/spoken-names.ts';
import { stepWords } from '../../../src/report/step-words.ts';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';

const lineOf = (entry: JournalEntry): JournalLine => ({
  n: 7,
  step: 4,
  atMs: 70_000,
  actor: 'simulation/restore',
  ...entry,
});
const names = { ...AS_WRITTEN, route: 'icloud' as const, items: (ids: readonly string[]) => ids.join(' and ') };

describe('one row of words by kind of line', () => {
  test.each<[JournalEntry, string | null, string, string | null]>([
    [
      { type: 'item.judged', items: ['a', 'b'], gate: 'eligibility', rule: 'x/y', outcome: 'excluded', also: [] },
      'Excluded, at eligibility: a and b.',
      'a, b: excluded at Eligibility by x/y',
      null,
    ],
    [
      { type: 'prompt.shown', prompt: 'backup-password' },
      'The computer asks: Backup password.',
      'the computer asks: Backup password',
      '“Enter the password to unlock your iPhone backup.”',
    ],
    [
      { type: 'prompt.shown', prompt: 'app-login' },
      'The phone asks: Log in to the app.',
      'the phone asks: Log in to the app',
      '“Log in to see your data in this app.” (in our words)',
    ],
    [
      { type: 'restore.ended', outcome: 'failed', because: 'damaged' },
      'The restore is over: failed. The backup is damaged.',
      'the restore ends: Failed',
      'Failed. ',
    ],
    [
      { type: 'prompt.answered', prompt: 'backup-password', answer: 'wrong' },
      'The answer does not fit.',
      'Backup password: wrong',
      null,
    ],
    [
      {
        type: 'situation.changed',
        changed: { passcode: false, backup: null, blocked: 'damaged', loggedIn: [], passwordsGiven: ['mara', 'ola'] },
      },
      null,
      'settled: backup: none, passcode: no, what stands in the way: The backup is damaged, ' +
        'passwords given for: mara, ola, logged in to: none',
      null,
    ],
    [
      { type: 'story.began', world: '', edition: 'modern', route: 'icloud', items: 3, wifi: false, power: true },
      'The story begins.',
      'the story begins: modern, icloud, 3 items, without Wi-Fi',
      null,
    ],
  ])('%j', (entry, short, sentence, told) => {
    const line = lineOf(entry);
    expect(shortWords(line, names)).toBe(short);
    expect(lineWords(line)).toBe(`step 4, 00:01:10: ${sentence}`);
    const text =
      storyWords(line, { edition: 'modern', kind: 'iphone', names: AS_WRITTEN, refused: false })?.text ?? null;
    if (told === null) expect(text).toBeNull();
    else expect(text).toContain(told);
  });
});

test('a step says first what was done, then what must not be missed, and no more than three things', () => {
  const entries: readonly JournalEntry[] = [
    { type: 'event', by: 'person', event: 'stop.tapped', data: {} },
    { type: 'alert.cleared', alert: 'wifi-lost' },
    { type: 'item.waiting', items: ['a'], gate: 'download', rule: 'x/y', also: [] },
    { type: 'alert.cleared', alert: 'power-lost' },
    { type: 'restore.ended', outcome: 'stopped', because: null },
  ];
  const world = { items: [], backups: [], accounts: [] };
  expect(stepWords(entries.map(lineOf), { world, route: 'icloud' })).toBe(
    'The customer taps Stop Restoring. The restore is over: stopped. The alert “Wi-Fi is gone” goes away. And 2 more.',
  );
});

test('where an item ends is called by the way that was taken', () => {
  const lines = [
    lineOf({ type: 'item.judged', items: ['a'], outcome: 'not-downloaded', gate: 'erase', rule: null, also: [] }),
  ];
  const world = { items: [], backups: [], accounts: [] };
  expect(stepWords(lines, { world, route: 'icloud' })).toBe('Not downloaded, at erase: a.');
  expect(stepWords(lines, { world, route: 'direct' })).toBe('Did not come, at erase: a.');
});
