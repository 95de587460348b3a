import { expect, test } from 'vitest';
import { minimalSets, type SearchLimits, type Trial } from '../../../src/insight/what-if/minimal-sets.ts';
import { Draw } from '../../../src/model/draw.ts';
import { must } from '../../../src/model/must.ts';

type Options = readonly number[];
const WIDE: SearchLimits = { largest: 6, most: 1000 };
const never = (): boolean => false;
const isPart = (part: Options, whole: Options): boolean => part.every((option) => whole.includes(option));

/** What each set shows, by its options: `true` suffices, and a list names what could make a difference further. */
function trialOf(shown: Readonly<Record<string, true | Options>>) {
  const asked: string[] = [];
  const trial = (set: Options): Trial => {
    asked.push(set.join(' '));
    const answer = must(shown[set.join(' ')], `what [${set.join(' ')}] shows`);
    return answer === true ? { suffices: true } : { suffices: false, next: answer };
  };
  return { asked, trial };
}

/** A world in which each of some sets suffices; what fails names the first option that each of them lacks. */
function drawnWorld(draw: Draw) {
  const drawn = Array.from({ length: 1 + draw.below(4) }, () =>
    draw.some([0, 1, 2, 3, 4, 5], 1 + draw.below(3)).toSorted((a, b) => a - b),
  );
  const ways = drawn.filter(
    (way, place) =>
      !drawn.some((other, at) => at !== place && isPart(other, way) && (other.length < way.length || at < place)),
  );
  const trial = (set: Options): Trial => {
    if (ways.some((way) => isPart(way, set))) return { suffices: true };
    return {
      suffices: false,
      next: ways.map((way) =>
        must(
          way.find((option) => !set.includes(option)),
          'a lack',
        ),
      ),
    };
  };
  return { ways, trial };
}
const inWords = (sets: readonly Options[]): string[] => sets.map((set) => set.join(' ')).toSorted();

test('in every drawn world just the minimal sets are found, smaller ones first', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const { ways, trial } = drawnWorld(new Draw(`minimal sets ${seed}`));
    const { sets, complete } = minimalSets(trial, never, WIDE);
    expect(inWords(sets), `world ${seed}`).toEqual(inWords(ways));
    expect(sets.map(({ length }) => length)).toEqual(sets.map(({ length }) => length).toSorted());
    expect(complete).toBe(true);
  }
});

test('options that cannot stand together are in no set', () => {
  for (let seed = 0; seed < 300; seed += 1) {
    const draw = new Draw(`minimal sets that exclude ${seed}`);
    const { ways, trial } = drawnWorld(draw);
    const [a, b] = draw.some([0, 1, 2, 3, 4, 5], 2);
    const isPair = (x: number, y: number): boolean => (x === a && y === b) || (x === b && y === a);
    const left = ways.filter((way) => !way.includes(must(a, 'a')) || !way.includes(must(b, 'b')));
    expect(inWords(minimalSets(trial, isPair, WIDE).sets), `world ${seed}`).toEqual(inWords(left));
  }
});

test('larger sets than are wanted are not looked for, and it is said that there could be some', () => {
  for (let seed = 0; seed < 100; seed += 1) {
    const { ways, trial } = drawnWorld(new Draw(`minimal sets up to two ${seed}`));
    const { sets, complete } = minimalSets(trial, never, { ...WIDE, largest: 2 });
    const small = ways.filter(({ length }) => length <= 2);
    expect(inWords(sets)).toEqual(inWords(small));
    // There could be some wherever a trial of two named a third: it need not have been needed.
    if (small.length < ways.length) expect(complete).toBe(false);
  }
});

test('the bound is reached and nothing further is named: all was looked at', () => {
  const { trial } = trialOf({ '': [0], 0: [] });
  expect(minimalSets(trial, never, { ...WIDE, largest: 1 })).toEqual({ sets: [], trials: 2, complete: true });
});

test('what a trial named and what was not needed is left out of the answer', () => {
  const one = trialOf({ '': [0], 0: [1], '0 1': true, 1: true });
  expect(minimalSets(one.trial, never, WIDE)).toEqual({ sets: [[1]], trials: 4, complete: true });
  expect(one.asked).toEqual(['', '0', '0 1', '1']);
});

test('each part that does it alone is told, and what holds such a part is not tried', () => {
  const { asked, trial } = trialOf({ '': [0], 0: [1], '0 1': [2], '0 1 2': true, 1: true, 2: true });
  expect(minimalSets(trial, never, WIDE)).toEqual({ sets: [[1], [2]], trials: 6, complete: true });
  expect(asked).toEqual(['', '0', '0 1', '0 1 2', '1', '2']);
});

test('a set that is come by in two ways is tried once, and one that holds a set that suffices never', () => {
  const { asked, trial } = trialOf({ '': [0, 1, 2], 0: [1], 1: [0], 2: true, '0 1': [2] });
  expect(minimalSets(trial, never, WIDE)).toEqual({ sets: [[2]], trials: 5, complete: true });
  expect(asked).toEqual(['', '0', '1', '2', '0 1']);
});

test('nothing is asked beyond the most trials, and it is said that the search was cut', () => {
  const shown = { '': [0, 1], 0: [2], 1: [2], '0 2': true, '1 2': true, 2: [0, 1] } as const;
  for (const [most, sets, complete] of [
    [1, [], false],
    [4, [], false],
    [5, [[0, 2]], false],
    [
      6,
      [
        [0, 2],
        [1, 2],
      ],
      true,
    ],
  ] as const) {
    const { asked, trial } = trialOf(shown);
    expect(minimalSets(trial, never, { ...WIDE, most }), `${most} trials`).toEqual({ sets, trials: most, complete });
    expect(asked).toHaveLength(most);
  }
});

test('what suffices without a change needs no set', () => {
  expect(minimalSets(trialOf({ '': true }).trial, never, WIDE)).toEqual({ sets: [[]], trials: 1, complete: true });
});

test('a part found late stands before the larger sets', () => {
  const { trial } = trialOf({ '': [0, 2], 0: [1], 2: [3], '0 1': true, 1: [], '2 3': true, 3: true });
  expect(minimalSets(trial, never, WIDE).sets).toEqual([[3], [0, 1]]);
});
