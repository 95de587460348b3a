import { describe, expect, test } from 'vitest';
import { listConditions } from '../../../src/insight/what-if/conditions.ts';
import { isBroughtBack } from '../../../src/insight/what-if/search.ts';
import { bareScenario } from '../../../src/insight/what-if/small-world.ts';
import { Stopped } from '../../../src/insight/what-if/trial-worlds.ts';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { FATES, FATE_ORDER } from '../../../src/model/fates.ts';
import { InputError } from '../../../src/model/problem.ts';
import { compareWithExpectation } from '../../../src/run/expected.ts';
import { play } from '../../../src/run/play.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import { story } from '../stories.ts';
import { paths, read, setsFor } from './what-if-sets.ts';

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
        'another-way: device.name=old iPhone',
        'before-the-backup: newBackup=computer',
        'before-the-backup: services.keychain.atBackup=on + services.keychain.now=on',
      ]);
    },
  );

  test('a service that never was on is nothing to switch on now, unless somebody leaves open what it holds', () => {
    const sets = (services: string, uploaded = ''): string[] =>
      setsFor(
        `world: { device: { name: phone, state: in-use }, services: ${services}, ` +
          'backups: [{ id: nightly, device: phone, made: 2026-02-20 }], ' +
          `items: [{ category: photos, created: 2026-02-25${uploaded} }] }`,
        'photos',
      ).filter((set) => set.includes('photos.uploaded'));
    expect(sets('{}')).toEqual([]);
    expect(sets('{}', ', uploaded: unknown')).toEqual(['now: items.photos.uploaded=yes + services.photos.now=on']);
    expect(sets('{ photos: { now: "on" } }')).toEqual(['find-out: items.photos.uploaded=yes']);
  });

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
    ).toMatchObject([{ sets: [], notAtAll: [], trials: 0, complete: true }]);
  });

  test('what no app holds is not said to hang on one', () => {
    const why = (item: string): string =>
      String(
        whatIf(read(`world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [${item}] }`), 'key')[0]?.notAtAll,
      );
    const key = 'id: key, category: app-keychain, policy: excludes-itself';
    expect(why(`{ ${key} }`)).not.toMatch(/The app: no change/);
    expect(why(`{ ${key}, app: bank }`)).toMatch(/The app: no change/);
    expect(why('{ id: key, category: app-data, policy: excludes-itself }')).toMatch(/The app: no change/);
  });

  test('whoever asked may stop at any run', () => {
    const text = 'world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [{ category: wifi }] }';
    for (const runs of [1, 5]) {
      const seen: number[] = [];
      const onRun = (played: number): boolean => seen.push(played) < runs;
      expect(() => whatIf(read(text), 'wifi', { onRun })).toThrow(Stopped);
      expect(seen).toEqual(Array.from({ length: runs }, (_, played) => played));
    }
  });

  test('where the story ends before the restore, waiting is what helps', () => {
    const text = `
world: { backups: [{ id: nightly, made: 2026-02-28 }], items: [{ id: photo, category: photos, bytes: 1 GB }] }
script: [{ end: here }]`;
    expect(whatIf(read(text), 'photo')).toMatchObject([{ fate: null, complete: true }]);
    expect(whatIf(read(text), 'everything')).toHaveLength(1);
    expect(setsFor(text, 'photo')).toEqual(['now: script.end=waited']);
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

test('what can be altered and does not suffice is not said to be past altering', () => {
  const items = [{ id: 'game', category: 'app', app: 'game', store: 'withdrawn', offloaded: 'yes' }];
  const [answer] = whatIf(story({ backups: [{ id: 'nightly', made: '2026-02-28' }], items }), 'game');
  expect(answer?.sets).toEqual([]);
  const fixed = answer?.notAtAll.filter((says) => says.endsWith('no change of conditions can alter this.'));
  expect(fixed).toEqual(['The store: no change of conditions can alter this.']);
});

test('in a large world no app is told of for itself that stands there for its data alone', () => {
  const photos = Array.from({ length: 301 }, (_, n) => ({ id: `p${n}`, category: 'photos' }));
  const apps = ['bank', 'chat'].flatMap((app) => [
    { id: app, category: 'app', app, store: 'withdrawn' },
    { id: `${app}-data`, category: 'app-data', app },
  ]);
  const backups = [{ id: 'last', device: 'old', made: '2026-02-28' }];
  const large = story({ device: { state: 'in-use', name: 'new' }, backups, items: [...photos, ...apps] });
  expect(whatIf(large, 'everything').map(({ items }) => items)).toEqual([
    ['bank', 'chat'],
    ['bank-data'],
    ['chat-data'],
  ]);
});

test('what would not have left is brought back to nobody, and all else that works is', () => {
  const works = FATE_ORDER.filter((fate) => FATES[fate].works);
  expect(works.filter((fate) => !isBroughtBack(fate))).toEqual(['never-left']);
  expect(FATE_ORDER.filter((fate) => !FATES[fate].works && isBroughtBack(fate))).toEqual([]);
  expect([isBroughtBack(null), isBroughtBack(undefined)]).toEqual([false, false]);
});

describe('another backup is chosen', () => {
  const world = (backups: string, device = ''): string => `
route: computer
world:
  device: { name: old iPhone${device} }
  backups: [${backups}]
  items: [{ category: voice-memos, created: 2025-07-01, deleted: 2025-12-01 }]`;
  const found = (text: string): string[] => setsFor(text, 'voice-memos').map((set) => set.replace(/^[\w-]+: /u, ''));
  const newest = '{ id: newest, made: 2026-01-31 }';

  test('and not brought about by spoiling the one that would have been taken', () => {
    expect(found(world(`${newest}, { id: older, made: 2025-09-10 }`))).toEqual(['script.backup=older']);
    expect(found(world(`{ id: newest, made: 2026-01-31, damaged: yes }, { id: older, made: 2025-09-10 }`))).toEqual([
      'script.backup=older',
    ]);
    // Nor with the device, whose name says which backups are its own.
    expect(found(world(`${newest}, { id: older, made: 2025-09-10 }`).replace('old iPhone', 'another'))).toEqual([
      'script.backup=older',
    ]);
  });

  test('together with what the other one needs', () => {
    expect(found(world(`${newest}, { id: older, made: 2025-09-10, encrypted: yes, password: forgotten }`))).toEqual([
      'backups.older.password=known + script.backup=older',
      'backups.older.encrypted=no + script.backup=older',
    ]);
  });

  test('or made to fit where none does', () => {
    expect(found(world(`${newest}, { id: older, made: 2025-09-10 }`, ', supervised: yes'))).toEqual([
      'device.supervised=no + script.backup=older',
      'backups.older.supervised=yes',
    ]);
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
    // That the app can be begun anew alters nothing for them.
    expect(answer?.notAtAll).toContain('What it needs: no change of conditions can alter this.');
  });
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
