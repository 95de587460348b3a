import { expect, test } from 'vitest';
import type { LearnerChoice } from '../../../src/teach/attempt.ts';
import { areOver, gameOf, type Round, roundsOf, strayChoices } from '../../../src/teach/diagnose/round.ts';
import type { CaseWorlds, SymptomWorld } from '../../../src/teach/diagnose/worlds.ts';

/** Three causes: the switch tells the first from the others, and the date those apart; the login tells nothing. */
const world = (weight: number, cause: string, ...answers: string[]): SymptomWorld => ({
  changes: {},
  weight,
  cause,
  answers,
});
const WORLDS: CaseWorlds = {
  combinations: 6,
  impossible: 0,
  questions: ['app.login', 'app.switch', 'item.created'],
  causes: ['capture/after-backup', 'capture/app-switch-off', 'app/own-cloud'],
  worlds: [
    world(2, 'capture/app-switch-off', 'done', 'off', 'before'),
    world(2, 'capture/app-switch-off', 'not-yet', 'off', 'before'),
    world(1, 'app/own-cloud', 'done', 'on', 'before'),
    world(1, 'app/own-cloud', 'not-yet', 'on', 'before'),
    world(1, 'capture/after-backup', 'done', 'on', 'after'),
    world(1, 'capture/after-backup', 'not-yet', 'on', 'after'),
  ],
};
const [LOGIN, SWITCH, DATE] = [0, 1, 2].map((question) => ({ did: 'asked', question }) as const);
const [AFTER, OFF, OWN] = [0, 1, 2].map((cause) => ({ did: 'named', cause }) as const);
const GIVE_UP = { did: 'none' } as const;
const one = (truth: number, ...choices: (LearnerChoice | undefined)[]): Round => {
  const game = gameOf(WORLDS, [truth], { wrongName: 2, says: false });
  const [round] = roundsOf(
    game,
    choices.filter((choice) => choice !== undefined),
  );
  if (!round) throw new Error('no round');
  return round;
};

test('the best questions and the right name cost nothing, and are all the points there are', () => {
  const round = one(2, SWITCH, DATE, OWN);
  expect(round).toMatchObject({ end: 'found', par: 2, mean: 1.5, spent: 2, regret: 0, points: 1 });
  expect(round.asked.map(({ regret, best }) => [regret, best?.question])).toEqual([
    [0, 'app.switch'],
    [0, 'item.created'],
  ]);
  expect(one(0, SWITCH, OFF)).toMatchObject({ par: 1, spent: 1, points: 1 });
});

test('a question that tells nothing apart costs a whole one, and is said to have helped nothing', () => {
  const round = one(2, LOGIN, SWITCH, DATE, OWN);
  expect(round.asked[0]).toMatchObject({ idle: true, regret: 1, bits: 0, causesBefore: 3, causesAfter: 3 });
  expect(round).toMatchObject({ spent: 3, regret: 1, points: 0.6 });
  // Behind a settled cause there is nothing left to ask.
  expect(one(0, SWITCH, DATE).asked[1]).toMatchObject({ idle: true, regret: 1, best: null });
});

test('regret is what could be known beforehand, not what the answer happened to be', () => {
  // The date first: a quarter of the customers are known by it, all others need the switch too.
  for (const truth of [0, 4])
    expect(one(truth, DATE).asked[0]).toMatchObject({ before: 1.5, after: 0.75, regret: 0.25 });
});

test('a wrong name costs what the lesson says, rules the cause out, and is told when it was ruled out already', () => {
  const round = one(2, SWITCH, OFF, AFTER, OWN);
  expect(round.named).toEqual([
    { cause: 'capture/app-switch-off', right: false, ruledOut: true, others: 2 },
    { cause: 'capture/after-backup', right: false, ruledOut: false, others: 1 },
    { cause: 'app/own-cloud', right: true, ruledOut: false, others: 0 },
  ]);
  expect(round).toMatchObject({ end: 'found', spent: 5, regret: 4 });
});

test('who gives up has no points, and the next customer calls', () => {
  const game = gameOf(WORLDS, [0, 4], { wrongName: 2, says: false });
  const rounds = roundsOf(
    game,
    [LOGIN, GIVE_UP, SWITCH, DATE, AFTER].flatMap((choice) => choice ?? []),
  );
  expect(rounds.map(({ end, points, asked }) => [end, points, asked.length])).toEqual([
    ['given-up', 0, 1],
    ['found', 1, 2],
  ]);
  expect(areOver(game, rounds)).toBe(true);
  expect(areOver(game, roundsOf(game, [GIVE_UP]))).toBe(false);
});

test('where the sentence is asked for, a customer is done with when it is chosen', () => {
  const game = gameOf(WORLDS, [0, 4], { wrongName: 2, says: true });
  const until = (...choices: LearnerChoice[]) => roundsOf(game, choices).map(({ said, end }) => [end, said]);
  const found: LearnerChoice[] = [
    { did: 'asked', question: 1 },
    { did: 'named', cause: 1 },
  ];
  expect(until(...found)).toEqual([['found', null]]);
  expect(until(...found, { did: 'bet', option: 2 })).toEqual([
    ['found', 2],
    ['open', null],
  ]);
});

test('in a file of strangers, choices that mean nothing where they stand count as not made, and are told', () => {
  const game = gameOf(WORLDS, [0, 4], { wrongName: 2, says: true });
  const own: LearnerChoice[] = [
    { did: 'asked', question: 1 },
    { did: 'named', cause: 1 },
    { did: 'bet', option: 2 },
    { did: 'asked', question: 2 },
    { did: 'none' },
    { did: 'bet', option: 0 },
  ];
  expect(strayChoices(game, own)).toBe(0);
  const strangers: readonly (readonly [number, LearnerChoice])[] = [
    [0, { did: 'bet', option: 0 }],
    [1, { did: 'asked', question: 63 }],
    [1, { did: 'named', cause: 63 }],
    [2, { did: 'asked', question: 0 }],
    [2, { did: 'none' }],
    [6, { did: 'named', cause: 1 }],
  ];
  for (const [at, stray] of strangers) {
    const mixed = own.toSpliced(at, 0, stray);
    expect(roundsOf(game, mixed), JSON.stringify(stray)).toEqual(roundsOf(game, own));
    expect(strayChoices(game, mixed)).toBe(1);
  }
});

test('each choice is a fold: what was before a choice is the same without it', () => {
  const choices = [DATE, LOGIN, SWITCH, OFF].flatMap((choice) => choice ?? []);
  const game = gameOf(WORLDS, [4], { wrongName: 2, says: false });
  const whole = roundsOf(game, choices)[0];
  for (const n of choices.keys()) {
    const sofar = roundsOf(game, choices.slice(0, n))[0];
    expect(whole?.asked.slice(0, sofar?.asked.length)).toEqual(sofar?.asked);
    expect(whole?.named.slice(0, sofar?.named.length)).toEqual(sofar?.named);
  }
});
