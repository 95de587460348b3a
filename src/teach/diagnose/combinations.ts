import type { Changes } from '../../scenario/conditions.ts';
import type { Axis } from '../lesson.ts';
import { UNCHANGED } from '../variant.ts';

/** One way in which everything that varies may stand, and how often it is so. */
export interface Combination {
  readonly changes: Changes;
  readonly weight: number;
}

const NOTHING: Combination = { changes: {}, weight: 1 };

/** Every combination of the values of some axes; how often it is so is the product of how often each value is. */
export const combinationsOf = (axes: readonly Axis[]): readonly Combination[] =>
  axes.reduce<readonly Combination[]>(
    (sofar, { path, values }) =>
      sofar.flatMap(({ changes, weight }) =>
        values.map((each) => ({
          changes: each.value === UNCHANGED ? changes : { ...changes, [path]: each.value },
          weight: weight * each.weight,
        })),
      ),
    [NOTHING],
  );

/** How many there are, without making them. */
export const countCombinations = (axes: readonly Axis[]): number =>
  axes.reduce((count, { values }) => count * values.length, 1);

/** The weight of all of them together. */
export const weightOfAll = (axes: readonly Axis[]): number =>
  axes.reduce((product, { values }) => product * values.reduce((sum, { weight }) => sum + weight, 0), 1);
