import { expect, test } from 'vitest';
import { askedInstead, debriefQuestions, isConfident, type Mistake, mistakesBy } from '../../../src/teach/debrief.ts';
import type { Round } from '../../../src/teach/diagnose/round.ts';
import { harmOf } from '../../../src/teach/answer-fate.ts';
import type { BetMark } from '../../../src/teach/score.ts';
import { confusionOf } from '../../../src/teach/confusions.ts';
import type { Fate } from '../../../src/model/fates.ts';

let n = 0;
function wrong(title: string, said: Fate, is: Fate, rule: string, sure?: 'guess' | 'think' | 'sure'): Mistake {
  const harm = harmOf(said, is);
  const mark: BetMark = {
    task: 0,
    n: (n += 1),
    question: 'fate',
    bet: { answer: said, ...(sure === undefined ? {} : { sure }) },
    key: is,
    right: said === is,
    points: said === is ? 1 : 0,
    truth: { fate: is, gate: null, rule },
    ...(said === is ? {} : { confusion: confusionOf(said, is) }),
    ...(harm === undefined ? {} : { harm }),
  };
  return { mark, title };
}

const MISTAKES = [
  wrong('Notes', 'excluded', 'never-in-backup', 'capture/after-backup', 'sure'),
  wrong('Codes', 'restored', 'excluded', 'keychain/locked-to-the-old-device', 'guess'),
  wrong('Cards', 'pending', 'excluded', 'keychain/locked-to-the-old-device', 'think'),
  wrong('Photos', 'restored', 'excluded', 'keychain/locked-to-the-old-device', 'sure'),
  wrong('Mail', 'restored', 'restored', 'capture/after-backup', 'sure'),
];

test('harm leads, and in each kind the mistakes of which one was sure', () => {
  const groups = mistakesBy('confusion', MISTAKES);
  expect(groups.map(({ key }) => key)).toEqual(['restored/excluded', 'pending/excluded', 'excluded/never-in-backup']);
  expect(groups[0]?.mistakes.map(({ title }) => title)).toEqual(['Photos', 'Codes']);
  expect(mistakesBy('confusion', MISTAKES.toReversed())).toEqual(groups);
  expect(mistakesBy('rule', MISTAKES).map(({ key, mistakes }) => [key, mistakes.length])).toEqual([
    ['keychain/locked-to-the-old-device', 3],
    ['capture/after-backup', 1],
  ]);
});

test('three questions, each beside one’s own mistakes; what was right stands nowhere', () => {
  const [surprised, first, never] = debriefQuestions(MISTAKES);
  expect(surprised?.beside.map(({ title }) => title)).toEqual(['Photos', 'Notes']);
  expect(surprised?.beside.every(isConfident)).toBe(true);
  expect(first?.beside).toHaveLength(2);
  expect(first?.beside.every(({ says }) => says.endsWith('?'))).toBe(true);
  expect(never?.beside.map(({ title }) => title)).toEqual(['Photos', 'Codes', 'Cards']);
  expect(never?.beside[0]?.says).toMatch(/^“Restored”\. Say instead: “.+”$/);
  // The same mistake in another task is one line.
  const again = debriefQuestions([
    ...MISTAKES,
    wrong('Photos', 'restored', 'excluded', 'keychain/locked-to-the-old-device', 'sure'),
  ]);
  expect(again.map(({ beside }) => beside.map(({ title, says }) => `${title} ${says}`))).toEqual(
    debriefQuestions(MISTAKES).map(({ beside }) => beside.map(({ title, says }) => `${title} ${says}`)),
  );
  expect(debriefQuestions([]).map(({ beside }) => beside)).toEqual([[], [], []]);
});

test('of questions asked, those come first that cost most', () => {
  const note = (question: string, regret: number) => ({ question, regret, idle: regret === 1 });
  const round = {
    asked: [note('app.login', 1), note('app.policy', 0), note('item.created', 0.25), note('app.login', 0.5)],
  };
  expect(askedInstead([round as unknown as Round])).toEqual([
    expect.objectContaining({ question: 'app.login', times: 2, regret: 1.5, idle: 1 }),
    expect.objectContaining({ question: 'item.created', times: 1, regret: 0.25, idle: 0 }),
  ]);
});
