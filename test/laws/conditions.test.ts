import * as fc from 'fast-check';
import { expect } from 'vitest';
import { itemConditions, listConditions } from '../../src/insight/what-if/conditions.ts';
import { addDays } from '../../src/model/time.ts';
import { CATEGORIES, type CategoryId } from '../../src/rulebook/categories/categories.ts';
import type { Category } from '../../src/rulebook/categories/category.ts';
import { play, type Run } from '../../src/run/play.ts';
import { withChanges } from '../../src/scenario/change.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';
import type { Plain, WorldPlain } from './world-parts.ts';

const timeless = dramas({ scripts: 'timeless' });
const fatesOf = (run: Run) => ({ outcome: run.outcome, rows: run.ledger.rows });

/** Says first what differs, then that the fingerprints do. */
function expectSameOutcome(run: Run, other: Run): void {
  expect(fatesOf(other)).toEqual(fatesOf(run));
  expect(other.fingerprints.outcome).toBe(run.fingerprints.outcome);
}

law(
  'a faster or slower network changes no fate',
  fc.tuple(timeless, fc.constantFrom('fast', 'usual', 'slow'), fc.constantFrom('home', 'abroad')),
  ([drama, speed, region]) => {
    const other = drama.playBut(({ world }) => void Object.assign(world.surroundings, { speed, region }));
    expectSameOutcome(drama.run, other);
  },
);

law(
  'the same story on other days has the same fates',
  fc.tuple(dramas(), fc.integer({ min: -300, max: 300 })),
  ([drama, days]) => {
    expectSameOutcome(
      drama.run,
      drama.playBut(({ world }) => shiftDates(world, days)),
    );
  },
);

/** Every date of the world, wherever it stands: one that stayed behind would make it another story. */
function shiftDates(part: Plain, days: number): void {
  for (const [key, value] of Object.entries(part)) {
    if (typeof value === 'string' && DATE.test(value)) part[key] = addDays(value, days);
    else if (typeof value === 'object' && value !== null) shiftDates(value as Plain, days);
  }
}
const DATE = /^\d{4}-\d{2}-\d{2}/;

const taps = fc.array(fc.tuple(fc.constantFrom('screen.tapped', 'screen.locked', 'screen.unlocked'), fc.nat(8)), {
  minLength: 1,
  maxLength: 4,
});

law(
  'harmless taps, anywhere and in any order, change no fate and always the journal',
  fc.tuple(dramas(), taps),
  ([drama, harmless]) => {
    const tapped = drama.playBut(({ script }) => {
      const end = script.findIndex((entry) => entry['end'] !== undefined);
      for (const [tap, place] of harmless)
        script.splice(Math.min(place, end < 0 ? script.length : end), 0, { do: tap });
    });
    const run = drama.run;
    expectSameOutcome(run, tapped);
    expect(tapped.fingerprints.journal).not.toBe(run.fingerprints.journal);
  },
);

law(
  'the number of the attempt changes no fate',
  fc.tuple(dramas(), fc.integer({ min: 2, max: 4 })),
  ([drama, attempts]) => {
    const run = drama.run;
    const last = drama.play({ attempts }).attempts.at(-1);
    expect({ outcome: last?.outcome, rows: last?.rows }).toEqual(fatesOf(run));
    expect(last?.fingerprint).toBe(run.fingerprints.outcome);
  },
);

law('the order in which items are listed changes no fate', dramas({ but: withoutScarcity }), (drama) => {
  const reversed = drama.playBut(({ world }) => void (world.items = world.items.toReversed()));
  const run = drama.run;
  expect(reversed.fingerprints.outcome).toBe(run.fingerprints.outcome);
});

/**
 * Space is shared by everything on a device, and the room in iCloud by everything uploaded; the first app of a name
 * stands for it.
 */
function withoutScarcity(world: WorldPlain): void {
  world.device['free'] = '16 TB';
  for (const account of world.accounts) delete account['room'];
  const apps = new Set<unknown>();
  world.items = world.items.filter(({ category, app }) => {
    if (category !== 'app' || !apps.has(app)) {
      apps.add(category === 'app' ? app : undefined);
      return true;
    }
    return false;
  });
}

const CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  policy: ['ordinary', 'server', 'own-cloud', 'excludes-itself', 'bound-to-device', 'same-model', 'unknown'],
  backupSwitch: ['on', 'off', 'unknown'],
  store: ['available', 'withdrawn', 'refunded', 'other-region', 'unknown'],
  runsOn: ['any', 'iphone-only', 'ipad-only'],
  offloaded: ['yes', 'no'],
  protection: [
    'none',
    'migratory',
    'this-device-only',
    'when-passcode-set',
    'secure-enclave',
    'user-presence',
    'unreadable',
    'security-state',
    'unknown',
  ],
  management: ['none', 'prevent-backup', 'remove-with-profile', 'assigned-to-user', 'assigned-to-device'],
  uploaded: ['yes', 'no', 'unknown'],
  syncs: ['on', 'off', 'unknown'],
};
const changes = fc
  .constantFrom(...Object.entries(CONDITIONS))
  .chain(([key, values]) => fc.record({ place: fc.nat(13), key: fc.constant(key), value: fc.constantFrom(...values) }));

law(
  'a condition of one item leaves the fates of all others alone',
  fc.tuple(dramas({ scripts: 'timeless', but: withoutScarcity }), changes),
  ([drama, { place, key, value }]) => {
    const items = drama.stated.world.items;
    const changed = items[place % items.length];
    const other = drama.playBut(
      ({ world }) => void Object.assign(world.items[place % items.length] ?? {}, { [key]: value }),
    );
    expectOthersEqual(
      drama,
      other,
      (item) => item['id'] === changed?.['id'] || (changed?.['category'] === 'app' && item['app'] === changed['app']),
    );
  },
  50,
);

const serviceOf = (item: Plain): string | undefined => {
  const category: Category = CATEGORIES[item['category'] as CategoryId];
  return category.service;
};

law(
  'the switch of one iCloud service leaves the fates of data of other services alone',
  fc.tuple(
    dramas({ scripts: 'timeless', but: withoutScarcity }),
    fc.nat(13),
    fc.constantFrom('on', 'off', 'unknown'),
    fc.boolean(),
  ),
  ([drama, place, state, now]) => {
    const { items, services } = drama.stated.world;
    const service = serviceOf(items[place % items.length] ?? {});
    if (service === undefined) return;
    const was = services[service] ?? 'off';
    const both = typeof was === 'string' ? { atBackup: was, now: was } : was;
    const other = drama.playBut(
      ({ world }) => void (world.services[service] = { ...both, [now ? 'now' : 'atBackup']: state }),
    );
    expectOthersEqual(drama, other, (item) => serviceOf(item) === service);
  },
  50,
);

function expectOthersEqual(drama: Drama, other: Run, concerned: (item: Plain) => boolean): void {
  const before = drama.run;
  for (const item of drama.stated.world.items) {
    if (!concerned(item)) expect(other.ledger.row(String(item['id']))).toEqual(before.ledger.row(String(item['id'])));
  }
}

law('what the person does, set to what they do, changes no fate', dramas(), ({ scenario, run }) => {
  const conditions = [
    ...listConditions(scenario),
    ...itemConditions(scenario, new Set(scenario.world.items.map(({ id }) => id))),
  ]
    // Whom one signs in with and what one chooses is an act of its own, and may not be called for.
    .filter(({ path }) => path.startsWith('script.') && path !== 'script.account' && path !== 'script.backup');
  for (const { path, value } of conditions) {
    const same = play(withChanges(scenario, { [path]: value }));
    expect({ path, value, ...fatesOf(same) }).toEqual({ path, value, ...fatesOf(run) });
  }
});
