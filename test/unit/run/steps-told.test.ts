import { expect, test } from 'vitest';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';
import { screensShown } from '../../../src/run/screens-shown.ts';
import { stepsTold, toldInWords } from '../../../src/run/steps-told.ts';

type Told = JournalEntry & { readonly step: number; readonly actor?: string };
const linesOf = (...entries: readonly Told[]): JournalLine[] =>
  entries.map((entry, index) => ({ n: index + 1, atMs: 0, actor: 'simulation/restore', ...entry }) as JournalLine);
const given = (step: number, by: 'person' | 'surroundings' | 'clock' | 'run', event: string): Told => ({
  step,
  type: 'event',
  by,
  event,
  data: {},
});
const judged = (step: number, outcome: 'eligible' | 'excluded'): Told => ({
  step,
  type: 'item.judged',
  items: ['a'],
  gate: 'capture',
  rule: 'a/rule',
  outcome,
  also: [],
});
const shows = (step: number, ...states: readonly string[]): Told => ({ step, type: 'actor.started', states });

const STORY = linesOf(
  shows(1, 'setUp.hello'),
  given(2, 'person', 'screen.tapped'),
  { step: 2, type: 'refused', event: 'screen.tapped', data: {}, guards: [], possible: [] },
  given(3, 'surroundings', 'wifi.lost'),
  { step: 3, type: 'alert.raised', alert: 'wifi-lost' },
  { step: 3, type: 'prompt.shown', prompt: 'account-password' },
  given(4, 'clock', 'clock.moved'),
  { step: 4, type: 'alert.cleared', alert: 'wifi-lost' },
  given(5, 'run', 'story.ended'),
  given(6, 'person', 'back'),
  judged(6, 'eligible'),
  judged(6, 'excluded'),
  judged(6, 'excluded'),
  { step: 7, type: 'restore.ended', outcome: 'stopped', because: null },
);

test('what a story tells, step by step, in the words of a file', () => {
  expect(stepsTold([{ id: 'a' }], STORY).map((step) => step.map(toldInWords))).toEqual([
    ['screen: hello'],
    ['do: screen.tapped', 'refused: screen.tapped'],
    ['do: wifi.lost', 'alert: wifi-lost', 'prompt: account-password'],
    ['cleared: wifi-lost'],
    ['do: back', 'item: a, fate: excluded'],
    ['outcome: stopped'],
  ]);
});

test('a screen and a sheet are told when they come up, and once more when they come again', () => {
  const at = (step: number, actor: string, ...states: readonly string[]): Told => ({
    step,
    type: 'transition',
    event: 'x',
    taken: [],
    states,
    actor,
  });
  const lines = linesOf(
    shows(1, 'setUp.hello'),
    at(2, 'simulation/restore', 'setUp.hello'),
    at(3, 'simulation/restore', 'failed'),
    at(4, 'simulation/restore', 'setUp.hello'),
  );
  expect(stepsTold([], lines).map((step) => step.map(toldInWords))).toEqual([
    ['screen: hello'],
    ['screen: failed'],
    ['screen: hello'],
  ]);
  expect(screensShown(lines)).toEqual(['hello', 'failed', 'hello']);
});

test('a sheet is told when it comes up, not while it stays, and not when it goes', () => {
  const asking = (step: number, ...states: readonly string[]): Told => ({
    ...shows(step, ...states),
    actor: 'simulation/icloudSync',
  });
  const lines = linesOf(
    shows(1, 'setUp.hello'),
    asking(2, 'syncing.chain.asking'),
    asking(3, 'syncing.chain.asking'),
    asking(4, 'off'),
    asking(5, 'syncing.chain.asking'),
  );
  const words = ['screen: hello', 'screen: keychain-passcode', 'screen: keychain-passcode'];
  expect(stepsTold([], lines).flat().map(toldInWords)).toEqual(words);
  expect(screensShown(lines)).toEqual(words.map((word) => word.replace('screen: ', '')));
});

test('a further attempt takes the fates back and tells none', () => {
  const again: Told = { step: 3, type: 'attempt.began', attempt: 2, changes: {}, wifi: true, power: true };
  const lines = linesOf(judged(2, 'excluded'), again, judged(4, 'excluded'));
  expect(
    stepsTold([{ id: 'a' }], lines)
      .flat()
      .map(toldInWords),
  ).toEqual(['item: a, fate: excluded', 'screen: hello', 'item: a, fate: excluded']);
});
