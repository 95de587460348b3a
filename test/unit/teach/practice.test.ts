import { expect, test } from 'vitest';
import type { BetMark } from '../../../src/teach/score.ts';
import { must } from '../../../src/model/must.ts';
import {
  afterLook,
  ALL_CARDS,
  cardsIn,
  type Deck,
  dueCards,
  lessonFor,
  practiceFor,
  readDeck,
  readLooks,
  writeDeck,
} from '../../../src/teach/practice.ts';
import { cardsOf, gradeOf, lookAt } from '../../../src/teach/practice-look.ts';
import { variantOf } from '../../../src/teach/variant.ts';
import { lessonNamed } from './lessons-read.ts';

const lesson = lessonNamed('02-the-four');
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 2, 1, 9);
const mark = (
  said: 'excluded' | 'pending',
  is: 'excluded' | 'pending',
  sure?: 'guess' | 'think' | 'sure',
): BetMark => ({
  task: 1,
  n: 0,
  question: 'fate',
  item: 'codes',
  bet: { answer: said, ...(sure === undefined ? {} : { sure }) },
  key: is,
  right: said === is,
  points: said === is ? 1 : 0,
  truth: { fate: is, gate: 'eligibility', rule: 'keychain/locked-to-the-old-device' },
  ...(said === is ? {} : { confusion: `${said}/${is}` as const, harm: 'false-alarm' }),
});
const after = (deck: Deck, marks: readonly BetMark[], now = NOW): Deck => afterLook(deck, lookAt(marks, lesson, now));
const dueIn = (deck: Deck): number[] => Object.values(deck).map(({ due, last }) => Math.round((due - last) / DAY));

test('the surer and the righter a bet, the longer until it is asked again', () => {
  const days = [
    mark('pending', 'excluded', 'sure'),
    mark('excluded', 'excluded', 'guess'),
    mark('excluded', 'excluded', 'think'),
    mark('excluded', 'excluded', 'sure'),
  ].map((one) => Math.max(...dueIn(after({}, [one]))));
  expect(days).toEqual(days.toSorted((a, b) => a - b));
  expect(days[0]).toBe(1);
  expect(new Set(days).size).toBeGreaterThan(2);
  expect(gradeOf({ ...mark('excluded', 'excluded'), bet: undefined } as never)).toBeUndefined();
});

test('a wrong bet is about the rule and the pair that was mixed up; a right one about the pairs it told apart', () => {
  expect(cardsOf(mark('pending', 'excluded'), lesson)).toEqual([
    'rule keychain/locked-to-the-old-device',
    'pair pending/excluded',
  ]);
  expect(cardsOf(mark('excluded', 'excluded'), lesson)).toContain('pair excluded/never-in-backup');
});

test('of several bets about one card the worst counts, whatever their order', () => {
  const marks = [mark('excluded', 'excluded', 'sure'), mark('pending', 'excluded', 'sure')];
  expect(after({}, marks)).toEqual(after({}, marks.toReversed()));
  expect(dueIn(after({}, marks))).toContain(1);
});

test('what is due is told from the longest overdue on, and nothing before its day', () => {
  const deck = after(
    after({}, [mark('pending', 'excluded', 'sure')]),
    [mark('excluded', 'excluded', 'sure')],
    NOW + DAY,
  );
  expect(dueCards(deck, NOW)).toEqual([]);
  const later = dueCards(deck, NOW + 400 * DAY);
  expect(later.length).toBe(Object.keys(deck).length);
  expect(later).toContain('rule keychain/locked-to-the-old-device');
});

test('a deck is kept as text, names no rule, and what is no deck is none', () => {
  const deck = after({}, [mark('pending', 'excluded', 'sure')]);
  expect(readDeck(writeDeck(deck))).toEqual(deck);
  expect(writeDeck(deck)).not.toContain('keychain');
  for (const text of ['', '{', '[]', '{"x":1}', '{"0123456789ab":{}}']) expect(readDeck(text)).toEqual(null);
  expect(new Set(ALL_CARDS).size).toBe(ALL_CARDS.length);
});

test('what was noted in lines is read as it was noted, and a line that says nothing is passed over', () => {
  const looks = [lookAt([mark('pending', 'excluded', 'sure')], lesson, NOW), lookAt([], lesson, NOW + DAY)];
  const text = looks.map((look) => JSON.stringify(look)).join('\n');
  expect(text).not.toContain('keychain');
  expect(readLooks(`${text}\n{}\nx\n{"at":1,"grades":{"0123456789ab":"best"}}\n`)).toEqual(looks);
});

test('the same reviews give the same deck, to the last digit', () => {
  let deck: Deck = {};
  for (let n = 0; n < 40; n += 1)
    deck = after(
      deck,
      [mark(n % 7 === 0 ? 'pending' : 'excluded', 'excluded', n % 3 === 0 ? 'sure' : 'guess')],
      NOW + n * 3 * DAY,
    );
  const { stability, difficulty, lapses } = must(Object.values(deck)[0], 'a card');
  // Worked out by Node 20, 22, 24 and Chromium alike.
  expect([stability, difficulty, lapses]).toEqual([7.91604658, 9.91280538, 5]);
});

test('today’s variant is the first of those whose key holds most of what is due', () => {
  const place = lesson.tasks.findIndex((task) => 'predict' in task);
  const held = [...cardsIn(variantOf(lesson, place, 'practice-2026-03-01-1'))];
  const zero = cardsIn(variantOf(lesson, place, 'practice-2026-03-01-0'));
  expect(held.some((card) => !zero.has(card))).toBe(true);
  const today = must(practiceFor(lesson, held, '2026-03-01'), 'a variant');
  expect(today).toMatchObject({ lesson: '02-the-four', place, learner: 'practice-2026-03-01-1' });
  expect(today.holds).toEqual(held);
  // What was begun is not met again; one that holds all of it ends the search.
  const some = held.slice(0, 1);
  const first = must(practiceFor(lesson, some, '2026-03-01'), 'a variant');
  const next = must(practiceFor(lesson, some, '2026-03-01', { begun: [first.learner] }), 'another variant');
  expect(next.learner).not.toBe(first.learner);
  expect(next.holds).toEqual(some);
  expect(lessonFor([lesson], held)).toMatchObject({ id: '02-the-four' });
  expect(lessonFor([], held)).toBeNull();
});
