import { expect, test } from 'vitest';
import { OUTCOMES, type Outcome } from '../../../src/model/fates.ts';
import { outcomeOn } from '../../../src/model/on-way.ts';
import { FORCED_RESTARTS, ICONS_STAND_STILL } from '../../../src/rulebook/tables/forced-restarts.ts';

const ENDS = Object.keys(OUTCOMES) as Outcome[];

test('of a move from phone to phone nothing that every way shares is said of a backup', () => {
  const said = [
    ...ENDS.map((outcome) => outcomeOn('direct', outcome).means),
    ...[...Object.values(FORCED_RESTARTS), ICONS_STAND_STILL].map(({ says, saysOfMove = says }) => saysOfMove),
  ];
  expect(said.filter((says) => /\bbackups?\b/i.test(says))).toEqual([]);
});

test('of a backup the same sentences speak as they stand', () => {
  for (const outcome of ENDS) expect(outcomeOn('icloud', outcome)).toEqual(OUTCOMES[outcome]);
});
