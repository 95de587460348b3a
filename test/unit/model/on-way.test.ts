import { expect, test } from 'vitest';
import { OUTCOMES, type Outcome } from '../../../src/model/fates.ts';
import { onWay, outcomeOn } from '../../../src/model/on-way.ts';
import { FORCED_RESTARTS } from '../../../src/rulebook/tables/forced-restarts.ts';

const ENDS = Object.keys(OUTCOMES) as Outcome[];

test('of a move from phone to phone nothing that every way shares is said of a backup', () => {
  const said = [
    ...ENDS.map((outcome) => outcomeOn('direct', outcome).means),
    ...Object.values(FORCED_RESTARTS).map(({ says }) => onWay('direct', says)),
  ];
  expect(said.filter((says) => /\bbackups?\b/i.test(says))).toEqual([]);
});

test('of a backup the same sentences speak as they stand', () => {
  for (const outcome of ENDS) expect(outcomeOn('icloud', outcome)).toEqual(OUTCOMES[outcome]);
  for (const { says } of Object.values(FORCED_RESTARTS)) expect(onWay('computer', says)).toBe(says);
});
