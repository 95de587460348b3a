import * as fc from 'fast-check';
import { expect } from 'vitest';
import { itemConditions, listConditions } from '../../src/insight/what-if/conditions.ts';
import { InputError } from '../../src/model/problem.ts';
import { canonical } from '../../src/model/canonical.ts';
import { play } from '../../src/run/play.ts';
import { withChanges } from '../../src/scenario/change.ts';
import type { Changes } from '../../src/scenario/conditions.ts';
import { law } from './law.ts';
import { expectSameFates, TRANSFORMATION_NAMES, triedWorlds } from './metamorphic.ts';
import { type Drama, dramas } from './worlds.ts';

for (const name of TRANSFORMATION_NAMES)
  law(`${name}: the same fates, gates and rules`, triedWorlds([name]), (tried) => void expectSameFates(tried), 30);

law(
  'all of it at once: the same fates, gates and rules',
  triedWorlds(TRANSFORMATION_NAMES, 3),
  (tried) => void expectSameFates(tried),
  60,
);

law(
  'the order of keys decides nothing, not even a line of the journal',
  triedWorlds(['the keys of every map in another order']),
  (tried) => {
    expect(expectSameFates(tried).fingerprints).toEqual(tried.drama.run.fingerprints);
  },
  30,
);

/** Up to six values of conditions of one world, and the places at which they are asked for. */
const changed = fc.tuple(
  dramas({ scripts: 'timeless' }),
  fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 2, maxLength: 6 }),
  fc.nat(1_000_000),
);

function someChanges({ scenario }: Drama, picks: readonly (readonly [number, number])[]): Changes {
  const conditions = [
    ...listConditions(scenario),
    ...itemConditions(scenario, new Set(scenario.world.items.map(({ id }) => id))),
  ];
  const changes: Record<string, string> = {};
  for (const [which, choice] of picks) {
    // The few that turn the whole scenario round are picked as often as all the others together.
    const few = conditions.filter(({ path }) => ['route', 'newBackup', 'script'].includes(path.split('.')[0] ?? ''));
    const list = which % 2 === 0 && few.length > 0 ? few : conditions;
    const condition = list[which % list.length];
    Object.assign(changes, condition?.choices[choice % condition.choices.length]?.changes);
  }
  return changes;
}

/** The end and the journal of an attempt under changes, or why there is none. */
function attemptUnder({ scenario }: Drama, change: Changes): unknown {
  try {
    const { fingerprints, journal } = play({ ...scenario, attempts: [{ change }] });
    const began = journal.lines.find(({ type }) => type === 'attempt.began');
    return { fingerprints, began: JSON.stringify(began) };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return error.problems;
  }
}

law(
  'changed conditions are a set: in any order the same end, the same journal, the same words of the attempt',
  changed,
  ([drama, picks, seed]) => {
    const changes = someChanges(drama, picks);
    const other = Object.fromEntries(
      Object.entries(changes)
        .map((entry, index) => ({ entry, rank: (seed * (index + 3)) % 97 }))
        .toSorted((a, b) => b.rank - a.rank)
        .map(({ entry }) => entry),
    );
    expect(attemptUnder(drama, other)).toEqual(attemptUnder(drama, changes));
    const reversed = Object.fromEntries(Object.entries(changes).toReversed());
    expect(attemptUnder(drama, reversed)).toEqual(attemptUnder(drama, changes));
  },
  50,
);

law('a changed scenario shares what no change touches, and the first stays as it was', changed, ([drama, picks]) => {
  const { scenario } = drama;
  const before = canonical(scenario.stated);
  const changes = Object.fromEntries(
    Object.entries(someChanges(drama, picks)).filter(([path]) => path.startsWith('device.')),
  );
  const other = withChanges(scenario, changes).stated;
  expect((other['world'] as Record<string, unknown>)['items']).toBe(
    (scenario.stated['world'] as Record<string, unknown>)['items'],
  );
  expect(canonical(scenario.stated)).toBe(before);
});
