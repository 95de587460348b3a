import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { situationFor } from '../../../src/insight/explain/situation-for.ts';
import { InputError } from '../../../src/model/problem.ts';
import type { Item } from '../../../src/model/world.ts';
import { itemSchema } from '../../../src/model/items.ts';
import { CATEGORIES } from '../../../src/rulebook/categories/categories.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { questionFor } from '../../../src/rulebook/judge/decide.ts';
import { itemConditions, listConditions } from '../../../src/insight/what-if/conditions.ts';
import { minimalSets } from '../../../src/insight/what-if/minimal-sets.ts';
import { bareScenario, READ_FIELDS, smallWorld } from '../../../src/insight/what-if/small-world.ts';
import type { Change } from '../../../src/insight/what-if/answer.ts';
import { changesOf, isBroughtBack } from '../../../src/insight/what-if/search.ts';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { compareWithExpectation } from '../../../src/run/expected.ts';
import { play } from '../../../src/run/play.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import { hasEffect } from '../../../src/scenario/item-fields.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

const read = (text: string): Scenario =>
  loadScenario(`title: t\nwhy: w\n${text}\nexpect: { outcome: completed }`, 'story');
const paths = (changes: readonly Change[]): string =>
  changes
    .map(({ path, to }) => `${path}=${to}`)
    .toSorted()
    .join(' + ');
const setsFor = (text: string, item: string): string[] =>
  (whatIf(read(text), item)[0]?.sets ?? []).map(({ when, changes }) => `${when}: ${paths(changes)}`);

describe('what would bring it back', () => {
  test(
    'passwords from the iCloud backup of another iPhone: the old iPhone, iCloud Keychain, or an encrypted ' +
      'computer backup',
    () => {
      expect(
        setsFor(
          'world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [{ category: passwords }] }',
          'passwords',
        ),
      ).toEqual([
        'now: items.passwords.uploaded=yes + services.keychain.now=on',
        'another-way: device.name=old iPhone',
        'before-the-backup: newBackup=computer',
        'before-the-backup: services.keychain.atBackup=on + services.keychain.now=on',
      ]);
    },
  );

  test('two hindrances need two changes, and no single one is offered', () => {
    const text = `
world:
  device: { name: phone }
  backups: [{ id: nightly, made: 2026-02-28 }]
  items:
    - { category: app, app: bank, runsOn: ipad-only }
    - { id: secret, category: app-data, app: bank, runsOn: ipad-only, policy: bound-to-device }`;
    expect(setsFor(text, 'secret')).toEqual(['another-way: device.kind=ipad + device.name=old iPhone']);
  });

  test('a password skipped in the script and one that nobody knows', () => {
    const text = (password: string, script: string) => `
world:
  accounts: [{ id: mara }, { id: jonas, password: ${password} }]
  backups: [{ id: nightly, made: 2026-02-28 }]
  items: [{ id: film, category: films, account: jonas }]
script: ${script}`;
    expect(setsFor(text('known', '[{ do: store.passwordSkipped, account: jonas }]'), 'film')).toEqual([
      'now: script.password.jonas=given',
    ]);
    expect(setsFor(text('forgotten', '[]'), 'film')).toEqual(['now: accounts.jonas.password=known']);
  });

  test('a stopped restore, a lost line, a full phone, a wrong account, an old iOS', () => {
    const film = 'backups: [{ id: nightly, made: 2026-02-28 }], items: [{ category: local-files, bytes: 9 GB }]';
    expect(setsFor(`world: { ${film} }\nscript: [{ do: stop.tapped, during: download }]`, 'local-files')).toContain(
      'now: script.stop=never',
    );
    expect(setsFor(`world: { ${film}, surroundings: { wifi: off } }`, 'local-files')).toContain(
      'now: surroundings.wifi=on',
    );
    expect(setsFor(`world: { ${film}, device: { free: 8 GB } }`, 'local-files')).toContain(
      'now: device.free=9000000000',
    );
    expect(setsFor(`world: { ${film}, device: { ios: "17.0" } }`, 'local-files')).toContain('now: device.ios=18.3');
    expect(
      setsFor(
        'world: { accounts: [{ id: mara }, { id: ola }], backups: [{ id: hers, account: ola, made: ' +
          '2026-02-28 }], items: [{ category: local-files }] }',
        'local-files',
      ),
    ).toContain('now: script.account=ola');
  });

  test('nothing helps: says why, and an item that is there needs nothing', () => {
    const [answer] = whatIf(
      read(
        'world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [{ category: films, store: withdrawn ' +
          '}, { category: messages }] }',
      ),
      'films',
    );
    expect(answer).toMatchObject({ sets: [], fate: 'not-downloaded', complete: true });
    expect(answer?.notAtAll.join(' ')).toMatch(/no longer offers it.*The store: no change/);
    expect(
      whatIf(
        read('world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [{ category: messages }] }'),
        'messages',
      ),
    ).toMatchObject([{ sets: [], notAtAll: [] }]);
  });

  test('for a category, and for everything that dropped', () => {
    const text =
      'world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [{ category: passwords }, { category: ' +
      'wifi }, { category: messages }, { id: f1, category: films, store: refunded }, { id: f2, category: ' +
      'films, store: refunded }] }';
    expect(whatIf(read(text), 'everything').map(({ item }) => item)).toEqual(['passwords', 'wifi', 'f1', 'f2']);
    expect(whatIf(read(text), 'wifi').map(({ item }) => item)).toEqual(['wifi']);
    expect(() => whatIf(read(text), 'pasword')).toThrow(InputError);
  });

  test('a story that cannot be played as it stands is the asker’s to put right, not one in which nothing helps', () => {
    const text = `
world:
  backups: [{ id: nightly, made: 2026-02-28 }]
  items: [{ category: wifi }]
script: [{ do: keychain.passcodeEntered }]`;
    expect(() => whatIf(read(text), 'wifi')).toThrow(/keychain\.passcodeEntered.* is not possible/);
  });

  test('every set is proved by a run, with its other effects', () => {
    const scenario = read(
      'world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [{ category: passwords }, { id: codes, ' +
        'category: app-keychain, protection: this-device-only }] }',
    );
    const [answer] = whatIf(scenario, 'passwords');
    for (const { changes, fate, fingerprint } of answer?.sets ?? []) {
      const run = play(
        withChanges(
          bareScenario(scenario),
          Object.assign({}, ...changes.map((change) => change.changes)) as Record<string, string>,
        ),
      );
      expect(run.ledger.row('passwords')?.fate).toBe(fate);
      expect(run.fingerprints.outcome).toBe(fingerprint);
    }
    expect(answer?.sets.find(({ when }) => when === 'another-way')?.effects).toEqual([
      { id: 'codes', title: expect.any(String) as string, items: 1, from: 'excluded', to: 'restored' },
    ]);
  });
});

describe('what a told set says of itself', () => {
  test('what takes effect at once needs no other restore; one change that does makes the whole set need it', () => {
    const again = (text: string, item: string): string[] =>
      (whatIf(read(text), item)[0]?.sets ?? []).map((set) => `${set.again}: ${paths(set.changes)}`);
    const passwords = again(
      'world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [{ category: passwords }] }',
      'passwords',
    );
    expect(passwords).toEqual([
      'false: items.passwords.uploaded=yes + services.keychain.now=on',
      'true: device.name=old iPhone',
      'true: newBackup=computer',
      'true: services.keychain.atBackup=on + services.keychain.now=on',
    ]);
    expect(
      again(
        `world:
  accounts: [{ id: mara }, { id: jonas }]
  backups: [{ id: nightly, made: 2026-02-28 }]
  items: [{ id: film, category: films, account: jonas }]
script: [{ do: store.passwordSkipped, account: jonas }]`,
        'film',
      ),
    ).toEqual(['false: script.password.jonas=given']);
    const forgotten = (item: string): string[] =>
      again(
        `world:
  accounts: [{ id: mara }, { id: jonas, password: forgotten }]
  backups: [{ id: nightly, made: 2026-02-28, account: mara }]
  items: [{ category: films, account: jonas }, { category: ${item} }]`,
        'films',
      );
    expect(forgotten('messages')).toEqual(['false: accounts.jonas.password=known']);
    // Of the account that signs in it is needed before there is anything on the phone.
    expect(
      again(
        `world:
  accounts: [{ id: mara, password: forgotten }]
  backups: [{ id: nightly, made: 2026-02-28, account: mara }]
  items: [{ category: messages }]`,
        'messages',
      ),
    ).toContain('true: accounts.mara.password=known');
  });

  test('enough room in iCloud is room for everything that uploads', () => {
    const text = (room: string): string => `world:
  accounts: [{ id: mara, room: ${room} }]
  backups: [{ id: b, made: 2026-02-28 }]
  services: { photos: on }
  items:
    - { id: old, category: photos, bytes: 2 GB, created: 2020-01-01 }
    - { id: young, category: photos, bytes: 3 GB, created: 2025-01-01 }`;
    expect(setsFor(text('4 GB'), 'young')).toContain('before-the-backup: accounts.mara.room=5000000000');
    expect(setsFor(text('5 GB'), 'young')).toEqual([]);
  });

  test('a service that is not known does not stand beside the one change that suffices', () => {
    const sets = setsFor(
      `edition: ios7
world:
  device: { sim: none }
  backups: [{ id: b, made: 2014-02-20 }]
  services: { messages: unknown }
  items: [{ category: messages }]`,
      'messages',
    );
    expect(sets).toContain('now: device.sim=same');
    expect(sets.filter((set) => set.includes('device.sim=same') && set.includes(' + '))).toEqual([]);
  });
});

/** Every minimal set up to `largest`, by trying all of them. */
function bruteForce(scenario: Scenario, id: string, changes: readonly Change[], largest: number): string[] {
  const found: (readonly number[])[] = [];
  const suffices = (set: readonly number[]): boolean => {
    try {
      const run = play(
        withChanges(scenario, Object.assign({}, ...set.map((at) => changes[at]?.changes)) as Record<string, string>),
      );
      const fate = run.ledger.row(id)?.fate;
      return isBroughtBack(fate);
    } catch {
      return false;
    }
  };
  const grow = (from: number, set: readonly number[], size: number): void => {
    if (size === 0) {
      if (!found.some((smaller) => smaller.every((at) => set.includes(at))) && suffices(set)) found.push(set);
      return;
    }
    for (let at = from; at < changes.length; at += 1) {
      if (!set.some((other) => changes[other]?.path === changes[at]?.path)) grow(at + 1, [...set, at], size - 1);
    }
  };
  for (let size = 0; size <= largest; size += 1) grow(0, [], size);
  return found.map((set) => paths(set.flatMap((at) => changes[at] ?? []))).toSorted();
}

const SMALL_WORLDS: Readonly<Record<string, readonly [item: string, text: string]>> = {
  'photos under iCloud Photos that never uploaded': [
    'photos',
    'world: { accounts: [{ id: mara, room: 1 GB }], backups: [{ id: b, made: 2026-02-28 }], services: { ' +
      'photos: on }, items: [{ category: photos, bytes: 4 GB }] }',
  ],
  'keychain with a lost passcode and two-factor off': [
    'passwords',
    'world: { accounts: [{ id: mara, twoFactor: off, devicePasscode: forgotten }], backups: [{ id: b, made: ' +
      '2026-02-28 }], services: { keychain: on }, items: [{ category: passwords }] }',
  ],
  'health in a plain computer backup': [
    'health',
    'route: computer\nworld: { backups: [{ id: b, made: 2026-02-28 }], items: [{ category: health }] }',
  ],
  'an encrypted backup whose password is gone': [
    'messages',
    'route: computer\nworld: { backups: [{ id: b, made: 2026-02-28, encrypted: yes, password: forgotten }], ' +
      'items: [{ category: messages }] }',
  ],
  'a managed app of a supervised device': [
    'tasks',
    'world: { device: { supervised: yes }, organisation: { appStore: forbidden }, backups: [{ id: b, made: ' +
      '2026-02-28 }], items: [{ category: app, app: work }, { id: tasks, category: app-data, app: work, ' +
      'management: remove-with-profile }] }',
  ],
  'a device in use that may not be erased': [
    'notes',
    'world: { device: { state: in-use, findMy: on }, accounts: [{ id: mara, password: forgotten }], backups: ' +
      '[{ id: b, made: 2026-02-28 }], items: [{ category: notes }] }',
  ],
  'a newer backup that never finished, of another account, with an older one': [
    'notes',
    'world: { accounts: [{ id: mara }, { id: ola }], backups: [{ id: b, made: 2026-02-28, complete: no }, { ' +
      'id: c, made: 2026-02-01, account: ola }], items: [{ category: notes }] }',
  ],
  'passcode removed': [
    'vault',
    'world: { device: { passcode: no }, backups: [{ id: b, made: 2026-02-28 }], items: [{ id: vault, ' +
      'category: app-data, protection: security-state, backupSwitch: off }] }',
  ],
};

describe('against brute force', () => {
  test.each(Object.entries(SMALL_WORLDS))(
    '%s',
    (_name, [item, text]) => {
      const scenario = bareScenario(read(text));
      const own = new Set(scenario.world.items.map(({ id }) => id));
      const changes = [...listConditions(scenario), ...itemConditions(scenario, own)]
        .filter(({ when }) => when !== 'never')
        .flatMap(changesOf);
      const found = (whatIf(read(text), item, { largest: 2 })[0]?.sets ?? [])
        .map((set) => paths(set.changes))
        .toSorted();
      expect(found).toEqual(bruteForce(scenario, item, changes, 2));
    },
    120_000,
  );

  test('any family of sufficient sets: the search finds the minimal ones and only those', () => {
    const family = fc.array(fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(family, (sufficient) => {
        const holds = (set: readonly number[]): boolean =>
          sufficient.some((part) => part.every((option) => set.includes(option)));
        // What a failing trial names: for every sufficient set at least one option that is missing.
        const trial = (set: readonly number[]) =>
          holds(set)
            ? { suffices: true as const }
            : {
                suffices: false as const,
                next: sufficient.map((part) => part.find((option) => !set.includes(option)) ?? 0),
              };
        const minimal = sufficient.filter(
          (set) =>
            !sufficient.some((other) => other.length < set.length && other.every((option) => set.includes(option))),
        );
        const expected = [...new Set(minimal.map((set) => set.toSorted().join(' ')))].toSorted();
        const { sets, complete } = minimalSets(trial, () => false, { largest: 8, most: 100_000 });
        expect(sets.map((set) => set.join(' ')).toSorted()).toEqual(expected);
        expect(complete).toBe(true);
      }),
    );
  });

  test('a set that suffices is told without what it does not need, though no trial named the needed part alone', () => {
    const suffices = (set: readonly number[]): boolean => set.includes(2) || (set.includes(0) && set.includes(3));
    const trial = (set: readonly number[]) =>
      suffices(set) ? { suffices: true as const } : { suffices: false as const, next: set.length === 0 ? [0] : [2, 3] };
    const { sets, trials, complete } = minimalSets(trial, () => false, { largest: 3, most: 100 });
    expect({ sets, complete }).toEqual({ sets: [[2], [0, 3]], complete: true });
    // The empty set, 0, 0 with 2, 2 alone, 0 with 3 and 3 alone: no set is tried twice.
    expect(trials).toBe(6);
    expect(minimalSets(trial, () => false, { largest: 3, most: 3 })).toMatchObject({ sets: [], complete: false });
  });

  test('says when a limit cut the search short', () => {
    const never = () => ({ suffices: false as const, next: [0, 1, 2, 3] });
    expect(minimalSets(never, () => false, { largest: 2, most: 100 })).toMatchObject({ sets: [], complete: false });
    expect(minimalSets(never, () => false, { largest: 9, most: 3 })).toMatchObject({ trials: 3, complete: false });
    expect(minimalSets(never, () => false, { largest: 9, most: 100 }).complete).toBe(true);
  });
});

describe('an app that hangs over what it holds', () => {
  const hanging = read(`world:
  backups: [{ id: nightly, made: 2026-02-28 }]
  items:
    - { id: warner, category: app, app: warner, start: hangs }
    - { id: diary, category: app-data, app: warner }
    - { category: messages }`);

  test('works once it is begun anew, which takes its data along', () => {
    const [answer] = whatIf(hanging, 'warner');
    expect(answer?.fate).toBe('of-no-use');
    expect(answer?.sets.map(({ changes }) => changes.map(({ path }) => path))).toEqual([['script.anew.warner']]);
    expect(answer?.sets[0]?.effects).toMatchObject([{ id: 'diary', to: 'lost-later' }]);
  });

  test('says why nothing brings its data to use', () => {
    const [answer] = whatIf(hanging, 'diary');
    expect(answer?.sets).toEqual([]);
    expect(answer?.notAtAll.length).toBeGreaterThan(0);
  });
});

describe('one item for many', () => {
  const many = read(`
world:
  accounts: [{ id: mara, room: 3 GB }]
  device: { free: 20 GB }
  backups: [{ id: b, made: 2026-02-28 }]
  services: { photos: { atBackup: off, now: on } }
  items:
${Array.from(
  { length: 400 },
  (_, n) =>
    `    - { id: p${n}, category: ${['photos', 'passwords', 'films', 'local-files'][n % 4]}, bytes: ` +
    `${n % 4 === 0 ? '40 MB' : '1 MB'}, created: 2026-0${1 + (n % 3)}-01 }`,
).join('\n')}`);

  test('the small world tells of every item what the large one tells', () => {
    const whole = play(many).ledger;
    const small = smallWorld(many, 'p5');
    expect(small.scenario.world.items.length).toBeLessThan(20);
    const rows = play(small.scenario).ledger;
    for (const { id, fate, rule, gate } of whole.rows)
      expect({ id, ...pick(rows.row(small.standIn(id))) }).toEqual({ id, fate, rule, gate });
    expect([...small.standsFor.values()].flat()).toHaveLength(400);
    const total = (world: Scenario['world']): number => world.items.reduce((sum, { bytes }) => sum + bytes, 0);
    expect(total(small.scenario.world)).toBe(total(many.world));
  });

  test('items that differ in one field alone are told apart, whichever field it is', () => {
    const others: Readonly<Record<string, string>> = {
      account: 'ola',
      on: 'another phone',
      app: 'sketch',
      fails: '{ at: capture }',
      deleted: '2026-01-05',
      heldBy: '[]',
      needs: '[one]',
    };
    const shape = itemSchema.shape as Readonly<Record<string, { readonly def: unknown }>>;
    expect([...READ_FIELDS, 'id', 'title', 'count', 'bytes', 'category', 'created', 'app'].toSorted()).toEqual(
      Object.keys(shape).toSorted(),
    );
    for (const field of [...READ_FIELDS, 'app']) {
      const kinds = ['app-data', 'app', 'app-keychain', 'photos', 'music', 'profiles', 'network-settings'] as const;
      const category = kinds.find((kind) => hasEffect(field as keyof Item, kind));
      expect(category, field).toBeDefined();
      // What is usual may hang on the category: the keychain of an app does not sync.
      const usual = read(`world: { items: [{ category: ${category} }] }`).world.items[0]?.[field as 'policy'];
      const value = others[field] ?? wordsOf(shape[field]).find((word) => word !== usual);
      expect(value, field).toBeDefined();
      const scenario = read(`
world:
  accounts: [{ id: mara }, { id: ola }]
  backups: [{ id: b, made: 2026-02-28 }]
  items:
    - { id: one, category: ${category} }
    - { id: two, category: ${category} }
    - { id: three, category: ${category}, ${field}: ${value} }`);
      const { standsFor } = smallWorld(scenario);
      // A part and what needs it are each meant by their ids.
      const groups = field === 'needs' ? [['one'], ['two'], ['three']] : [['one', 'two'], ['three']];
      expect([...standsFor.values()], field).toEqual(groups);
    }
  });

  test('no fact reads what the small world adds up or leaves out', () => {
    const touched: Set<PropertyKey> = new Set();
    const scenario = read('world: { backups: [{ id: b, made: 2026-02-28 }], items: [{ category: photos }] }');
    const run = play(scenario);
    const { file } = run.simulation;
    for (const category of Object.keys(CATEGORIES)) {
      for (const part of [
        {},
        { created: '2026-03-01' },
        { app: 'sketch' },
        { syncs: 'off' },
        { uploaded: 'no' },
      ] as const) {
        const item = new Proxy({ ...file.world.items[0], category, ...part } as Item, {
          get: (whole, key) => {
            touched.add(key);
            return Reflect.get(whole, key) as unknown;
          },
        });
        for (const gate of ['placement', 'sync'] as const) {
          const situation = situationFor(run.journal.lines, Number.POSITIVE_INFINITY, gate);
          const question = questionFor(file, item, { ...situation, erased: true });
          for (const fact of Object.values(FACTS)) fact.read(question);
        }
      }
    }
    expect(['title', 'count', 'bytes'].filter((field) => touched.has(field))).toEqual([]);
    expect([...touched]).toEqual(expect.arrayContaining(['category', 'created', 'app', 'policy', 'uploaded']));
  });

  test('an answer for one is an answer for its group', () => {
    const answers = whatIf(many, 'passwords');
    expect(answers.flatMap(({ items }) => items)).toHaveLength(100);
    expect(answers.length).toBeLessThan(4);
  });
});
/** The words that a field may hold, under whatever the schema wraps them in. */
function wordsOf(field: unknown): readonly string[] {
  const { options, def } = field as {
    readonly options?: readonly string[];
    readonly def?: { readonly innerType?: unknown };
  };
  return options ?? (def?.innerType === undefined ? [] : wordsOf(def.innerType));
}
const pick = (row: { fate: unknown; rule: unknown; gate: unknown } | undefined) => ({
  fate: row?.fate,
  rule: row?.rule,
  gate: row?.gate,
});

describe('conditions', () => {
  const scenario = read(
    'world: { backups: [{ id: nightly, made: 2026-02-28 }], services: { photos: on }, items: [{ category: ' +
      'photos }, { category: passwords }] }',
  );

  test('every choice of every condition can be set, and is then what the scenario says', () => {
    for (const { path, choices, value } of listConditions(scenario)) {
      for (const choice of choices.filter((other) => other.value !== value)) {
        const changed = withChanges(bareScenario(scenario), choice.changes);
        if (path === 'newBackup' || path.startsWith('script.')) continue;
        expect(listConditions(changed).find((other) => other.path === path)?.value ?? choice.value, path).toBe(
          choice.value,
        );
      }
    }
  });

  test('what cannot matter does not matter', () => {
    const before = play(scenario).fingerprints.outcome;
    const idle = listConditions(scenario).filter(({ cannotMatter }) => cannotMatter !== undefined);
    expect(idle.map(({ path }) => path)).toEqual(['surroundings.speed', 'surroundings.region']);
    for (const { choices } of idle)
      for (const { changes } of choices) expect(play(withChanges(scenario, changes)).fingerprints.outcome).toBe(before);
  });

  test('a changed scenario still says what it expects', () =>
    expect(compareWithExpectation(play(scenario))).toHaveLength(1));
});
