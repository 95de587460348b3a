import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { SEED } from '../laws/seed.ts';

test(`what is generated is the same in every run (seed ${SEED})`, () => {
  expect(fc.readConfigureGlobal().seed).toBe(SEED);
  const draw = (): number[] => {
    const drawn: number[] = [];
    fc.assert(fc.property(fc.nat(), (number) => void drawn.push(number)));
    return drawn;
  };
  expect(draw()).toEqual(draw());
});
