import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Fate, FATE_ORDER, FATES } from '../../src/model/fates.ts';
import {
  attemptText,
  CERTAINTIES,
  type LearnerChoice,
  type LessonAttempt,
  logOf,
  MOST_PLACES,
  newAttempt,
  readAttempt,
  type TaskLog,
  withBet,
  withLock,
} from '../../src/teach/attempt.ts';
import { CONFUSION_ORDER, fatesOf, MIXED_UP, pairOf } from '../../src/teach/confusions.ts';
import { tellsApart, tellsWhy } from '../../src/teach/fate-signs.ts';
import { harmOf, HARM_ORDER } from '../../src/teach/answer-fate.ts';
import { type BetMark, pointsFor, scoreOf } from '../../src/teach/score.ts';
import { law } from './law.ts';

const fates = fc.constantFrom(...FATE_ORDER);
const certainties = fc.constantFrom(...CERTAINTIES);

const fateMark = ([said, is, sure]: readonly [Fate, Fate, (typeof CERTAINTIES)[number]]): BetMark => {
  const harm = harmOf(said, is);
  return {
    task: 0,
    n: 0,
    question: 'fate',
    item: 'photos',
    bet: { answer: said, sure },
    key: is,
    right: said === is,
    points: said === is ? 1 : 0,
    truth: { fate: is, gate: 'sync', rule: 'sync/photos' },
    said,
    ...(said === is ? {} : { confusion: `${said}/${is}` as const }),
    ...(harm === undefined ? {} : { harm }),
  };
};
const marks = fc.array(fc.tuple(fates, fates, certainties).map(fateMark), { minLength: 1, maxLength: 40 });

law('the order of answers changes nothing in a score', fc.tuple(marks, fc.infiniteStream(fc.nat())), ([all, order]) => {
  const withParts = all.map((mark, at) => ({ ...mark, points: mark.points / (1 + (at % 7)) }));
  const shuffled = withParts
    .map((mark) => ({ mark, at: order.next().value as number }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ mark }) => mark);
  expect(JSON.stringify(scoreOf(shuffled, 0.8))).toBe(JSON.stringify(scoreOf(withParts, 0.8)));
});

law('who is right everywhere has everything, who is wrong everywhere nothing', marks, (all) => {
  const right = all.map((mark) => fateMark([mark.key as Fate, mark.key as Fate, 'sure']));
  expect(scoreOf(right, 1)).toMatchObject({ share: 1, passed: true, harms: {}, confusions: {} });
  const wrong = all.map((mark) =>
    fateMark([
      FATE_ORDER[(FATE_ORDER.indexOf(mark.key as Fate) + 1) % FATE_ORDER.length] as Fate,
      mark.key as Fate,
      'sure',
    ]),
  );
  const score = scoreOf(wrong, 0.01);
  expect(score).toMatchObject({ share: 0, passed: false });
  expect(Object.values(score.harms).reduce((sum, times) => sum + times, 0)).toBe(all.length);
});

law('the cells of the matrix, the harms and the confusions add up to the bets', marks, (all) => {
  const { matrix, harms, confusions, certainty, certaintyPoints } = scoreOf(all, 0.8);
  const sum = (table: Readonly<Record<string, number>>): number =>
    Object.values(table).reduce((total, count) => total + count, 0);
  expect(Object.values(matrix).reduce((total, row) => total + sum(row), 0)).toBe(all.length);
  const wrong = all.filter(({ right }) => !right).length;
  expect(sum(harms)).toBe(wrong);
  expect(sum(confusions)).toBe(wrong);
  expect(Object.values(certainty).reduce((total, { of }) => total + of, 0)).toBe(all.length);
  expect(certaintyPoints).toBe(
    all.reduce((total, { bet, right }) => total + pointsFor(bet?.sure ?? 'guess', right), 0),
  );
});

test('the harm of every pair of fates follows from two properties, and every harm comes up', () => {
  for (const said of FATE_ORDER)
    for (const is of FATE_ORDER) {
      const [before, after] = [FATES[said], FATES[is]];
      const expected =
        said === is
          ? undefined
          : before.works && after.works
            ? 'wrong-source'
            : before.works
              ? 'false-promise'
              : after.works || (before.closed && !after.closed)
                ? 'false-alarm'
                : !before.closed && after.closed
                  ? 'false-hope'
                  : 'wrong-reason';
      expect(harmOf(said, is), `${said} for ${is}`).toBe(expected);
    }
  const found = new Set(CONFUSION_ORDER.map((pair) => harmOf(...fatesOf(pair))));
  expect([...HARM_ORDER].filter((harm) => !found.has(harm))).toEqual([]);
});

test('honesty pays: on the scale of certainty the best word is the one that is meant', () => {
  const expectedOf = (chance: number) =>
    CERTAINTIES.map((sure) => chance * pointsFor(sure, true) + (1 - chance) * pointsFor(sure, false));
  const best = (chance: number) => {
    const worth = expectedOf(chance);
    return CERTAINTIES[worth.indexOf(Math.max(...worth))];
  };
  expect([0.3, 0.6, 0.7, 0.78, 0.85, 1].map(best)).toEqual(['guess', 'guess', 'think', 'think', 'sure', 'sure']);
});

test('every pair of fates has words that tell it apart, on every way, and no two pairs have the same', () => {
  for (const route of ['icloud', 'computer', 'direct'] as const) {
    const texts = CONFUSION_ORDER.map((pair) => tellsApart(route, ...fatesOf(pair)));
    expect(new Set(texts).size).toBe(CONFUSION_ORDER.length);
    for (const text of texts) expect(text.length).toBeGreaterThan(60);
    expect(new Set(FATE_ORDER.map((fate) => tellsWhy(route, fate))).size).toBe(FATE_ORDER.length);
  }
  expect(tellsApart('direct', 'excluded', 'never-in-backup')).not.toContain('backup');
  expect(new Set(MIXED_UP.map(pairOf)).size).toBe(MIXED_UP.length);
});

const places = fc.nat({ max: MOST_PLACES - 1 });
const choices: fc.Arbitrary<LearnerChoice> = fc.oneof(
  fc.record({ did: fc.constant('bet' as const), option: places }),
  fc.record({ did: fc.constant('bet' as const), option: places, sure: certainties }),
  fc.record({ did: fc.constant('asked' as const), question: places }),
  fc.record({ did: fc.constant('named' as const), cause: places }),
  fc.constant({ did: 'none' as const }),
);
const logs: fc.Arbitrary<TaskLog> = fc.oneof(
  fc.record({ locked: fc.boolean(), choices: fc.array(choices, { maxLength: 30 }) }),
  fc.record({ locked: fc.boolean(), choices: fc.array(choices, { maxLength: 30 }), seconds: fc.nat({ max: 999_999 }) }),
);
const attempts: fc.Arbitrary<LessonAttempt> = fc
  .record({
    lesson: fc.constantFrom('02-the-four', 'a', 'x-1'),
    learner: fc.constantFrom('k7f2', 'Mara-1', '9'),
    tasks: fc.uniqueArray(fc.tuple(fc.nat({ max: 59 }), logs), { selector: ([task]) => task, maxLength: 8 }),
  })
  .map(({ lesson, learner, tasks }) => ({
    lesson,
    learner,
    tasks: new Map(tasks.toSorted(([a], [b]) => a - b)),
  }));

law(
  'the text of an attempt is the attempt',
  attempts,
  (attempt) => {
    const text = attemptText(attempt);
    expect(readAttempt(text)).toEqual(attempt);
    expect(attemptText(readAttempt(text))).toBe(text);
  },
  60,
);

law(
  'a text with one character changed is another attempt, or none',
  fc.tuple(attempts, fc.nat()),
  ([attempt, at]) => {
    const text = attemptText(attempt);
    const place = at % text.length;
    const other = `${text.slice(0, place)}${text[place] === 'Z' ? 'Y' : 'Z'}${text.slice(place + 1)}`;
    let read: LessonAttempt | undefined;
    try {
      read = readAttempt(other);
    } catch {
      return;
    }
    expect(read).not.toEqual(attempt);
  },
  60,
);

test('what is locked never changes again', () => {
  const open = withBet(newAttempt('one', 'mara'), 2, 1, 5, 'sure');
  expect(logOf(open, 2).choices).toEqual([{ did: 'none' }, { did: 'bet', option: 5, sure: 'sure' }]);
  const locked = withLock(open, 2, 40);
  expect(withBet(locked, 2, 1, 6, 'guess')).toBe(locked);
  expect(withLock(locked, 2, 99)).toBe(locked);
  expect(attemptText(locked)).toBe('1|one|mara|t2=--F2~40');
});

test('sixty tasks of nine items with three questions each fit into 4,096 characters', () => {
  let attempt = newAttempt('12-the-longest-name-that-a-lesson-has', 'k7f2');
  for (let task = 0; task < 60; task += 1) {
    for (let n = 0; n < 27; n += 1) attempt = withBet(attempt, task, n, n % 12, 'sure');
    attempt = withLock(attempt, task, 3600);
  }
  expect(attemptText(attempt).length).toBeLessThanOrEqual(4096);
});

test.each([
  '',
  '2|one|mara',
  '1|One|mara',
  '1|one|mara|t1',
  '1|one|mara|t1=F',
  '1|one|mara|t1=F9',
  '1|one|mara|t1=|t1=',
])('“%s” is the text of no attempt', (text) => expect(() => readAttempt(text)).toThrow(/attempt|choice|task 1/));
