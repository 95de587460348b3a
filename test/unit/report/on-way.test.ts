import { expect, test } from 'vitest';
import { storyAt, stuckAt } from '../../../src/insight/stuck/stuck.ts';
import { OUTCOMES, type Outcome } from '../../../src/model/fates.ts';
import { must } from '../../../src/model/must.ts';
import { outcomeOn } from '../../../src/model/on-way.ts';
import { FORCED_RESTARTS, ICONS_STAND_STILL, restartOn } from '../../../src/rulebook/tables/forced-restarts.ts';
import { story } from '../stories.ts';

const ENDS = Object.keys(OUTCOMES) as Outcome[];

test('of a move from phone to phone nothing that every way shares is said of a backup', () => {
  const said = [
    ...ENDS.map((outcome) => outcomeOn('direct', outcome).means),
    ...[...Object.values(FORCED_RESTARTS), ICONS_STAND_STILL].map((restart) => restartOn('direct', restart).says),
  ];
  expect(said.filter((says) => /\bbackups?\b/i.test(says))).toEqual([]);
});

test('of a backup the same sentences speak as they stand', () => {
  for (const outcome of ENDS) expect(outcomeOn('icloud', outcome)).toEqual(OUTCOMES[outcome]);
});

test('stuck says of a move that is over what is said of moves, and nothing else', () => {
  const moved = story({ oldPhone: {}, items: [{ category: 'messages' }] }, { route: 'direct' });
  const { state, route, restart } = stuckAt(must(storyAt(moved, { end: true }), 'the end'));
  expect({ state, route }).toEqual({ state: 'over', route: 'direct' });
  expect(restart).toEqual({ ...restartOn('direct', FORCED_RESTARTS.over), isPlayed: false, changes: [] });
  expect(restart).not.toHaveProperty('saysOfMove');
});
