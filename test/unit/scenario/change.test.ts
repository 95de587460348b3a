import { describe, expect, test } from 'vitest';
import { caseFileOf } from '../../../src/run/case-file-of.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import { changedBy, inOrder, readChangesWith } from '../../../src/scenario/conditions.ts';
import { problemsOf, story } from '../stories.ts';

const scenario = story({
  device: { name: 'Phone' },
  accounts: [{ id: 'mara' }, { id: 'ola' }],
  backups: [
    { id: 'nightly', made: '2026-02-01' },
    { id: 'weekly', made: '2026-01-01' },
  ],
  services: { photos: 'on' },
  items: [
    { category: 'photos', count: 12 },
    { id: 'notes-2', category: 'notes' },
  ],
});
const changed = (changes: Record<string, string>) => withChanges(scenario, changes).world;
const refusal = (changes: Record<string, string>) =>
  problemsOf(() => withChanges(scenario, changes)).map(({ message, advice }) => [message, advice]);

describe('a changed condition', () => {
  test('leads through parts, and through lists by the id of a member', () => {
    expect(changed({ 'device.passcode': 'no' }).device.passcode).toBe('no');
    expect(changed({ 'backups.weekly.password': 'forgotten' }).backups.map(({ password }) => password)).toEqual([
      'known',
      'forgotten',
    ]);
    expect(changed({ 'accounts.ola.twoFactor': 'off' }).accounts[1]?.twoFactor).toBe('off');
    expect(changed({ 'items.notes-2.syncs': 'off' }).items[1]?.syncs).toBe('off');
  });

  test('another way leaves the choice of a backup that lies elsewhere, and keeps one that lies there', () => {
    const told = story(
      {
        backups: [
          { id: 'cloud', made: '2026-02-01' },
          { id: 'mac', kind: 'computer', made: '2026-01-01' },
        ],
        items: [{ category: 'notes' }],
      },
      { script: [{ do: 'backup.chosen', backup: 'cloud' }, { do: 'stop.tapped' }] },
    );
    const chosen = (changes: Record<string, string>) =>
      withChanges(told, changes).script.map((entry) => ('do' in entry ? entry.do : entry));
    expect(chosen({ route: 'computer' })).toEqual(['stop.tapped']);
    expect(chosen({ route: 'icloud' })).toEqual(['backup.chosen', 'stop.tapped']);
    expect(chosen({ route: 'computer', 'script.backup': 'mac' })).toEqual(['backup.chosen', 'stop.tapped']);
  });

  test('several take effect in one order: the route, a new backup, the world, the person', () => {
    const given = {
      'script.backup': 'new-computer',
      'backups.new-computer.password': 'forgotten',
      newBackup: 'computer',
      route: 'icloud',
    };
    expect(Object.keys(inOrder(given))).toEqual([
      'route',
      'newBackup',
      'backups.new-computer.password',
      'script.backup',
    ]);
    for (const changes of [given, inOrder(given)]) {
      const { route, backups } = withChanges(scenario, changes).world;
      expect([route, backups.at(-1)?.id, backups.at(-1)?.password]).toEqual(['computer', 'new-computer', 'forgotten']);
    }
  });

  test('of one stage take effect by path, a part before what is in it', () => {
    const inAnyOrder = (...paths: readonly string[]) =>
      [paths, paths.toReversed()].map((given) => Object.keys(inOrder(Object.fromEntries(given.map((p) => [p, 'x'])))));
    const told = (...paths: readonly string[]) => [paths, paths];
    for (const paths of [
      ['device.free', 'device.name'],
      ['services.photos', 'services.photos.now'],
      ['surroundings.speed', 'script.backup'],
      ['a', 'b', 'c', 'script.a', 'script.b'],
    ])
      expect(inAnyOrder(...paths)).toEqual(told(...paths));
  });

  test('none at all needs nobody who could read them', () => {
    readChangesWith(() => expect.fail('nothing is read'));
    try {
      expect(changedBy(scenario, {})).toBe(scenario);
      expect(() => changedBy(scenario, { 'device.name': 'Other' })).toThrow('nothing is read');
    } finally {
      readChangesWith(withChanges);
    }
    expect(changedBy(scenario, { 'device.name': 'Other' }).world.device.name).toBe('Other');
  });

  test('nothing is renamed: neither an id nor what an item is, and belongs to', () => {
    const paths = ['items.photos.id', 'items.notes-2.category', 'items.photos.app', 'backups.nightly.id'];
    for (const path of [...paths, 'accounts.ola.id'])
      expect(refusal({ [path]: 'other' })[0]?.[0]).toMatch(
        new RegExp(`^“${path}” cannot change: it is what the (item|backup|account) is known by$`),
      );
  });

  test('photos go up by age, wherever they stand in the list', () => {
    const old = { id: 'old', category: 'photos', bytes: 3e9, created: '2020-01-01' };
    const young = { id: 'young', category: 'photos', bytes: 3e9, created: '2025-01-01' };
    for (const items of [
      [old, young],
      [young, old],
    ]) {
      const { world } = story({ accounts: [{ id: 'mara', room: 4e9 }], services: { photos: 'on' }, items });
      const file = caseFileOf(world);
      expect(Object.fromEntries(world.items.map((item) => [item.id, file.isUploaded(item)]))).toEqual({
        old: true,
        young: false,
      });
    }
  });

  test('an item without an id of its own goes by its category', () => {
    expect(changed({ 'items.photos.count': '13' }).items[0]?.count).toBe(13);
  });

  test('a part that the scenario left to the starting world can change too', () => {
    expect(changed({ 'surroundings.speed': 'slow' }).surroundings.speed).toBe('slow');
    const bare = story({ items: [{ category: 'notes' }] });
    expect(withChanges(bare, { 'accounts.customer.password': 'forgotten' }).world.accounts[0]?.password).toBe(
      'forgotten',
    );
  });

  test('a service that was stated in one word keeps the other half', () => {
    expect(changed({ 'services.photos.now': 'off' }).services.photos).toEqual({ atBackup: 'on', now: 'off' });
  });

  test('a version stays a text, a size may be a number or a text', () => {
    expect(changed({ 'device.ios': '26' }).device.ios).toBe('26');
    expect(changed({ 'device.latestIos': '26' }).device.latestIos).toBe('26');
    expect([changed({ 'device.free': '1000' }).device.free, changed({ 'device.free': '2 GB' }).device.free]).toEqual([
      1000, 2e9,
    ]);
  });

  test('several change at once, and the scenario itself stays as it was', () => {
    const before = structuredClone(scenario.stated);
    const world = changed({ 'device.name': 'Other', 'device.sim': 'none' });
    expect([world.device.name, world.device.sim]).toEqual(['Other', 'none']);
    expect(scenario.stated).toEqual(before);
    expect(scenario.world.device.name).toBe('Phone');
  });

  test('backups stay where they lie when the route changes', () => {
    expect(withChanges(scenario, { route: 'computer' }).world.backups.map(({ kind }) => kind)).toEqual([
      'icloud',
      'icloud',
    ]);
  });

  test('a new backup is of the account that the newest one is of', () => {
    const olas = story({
      accounts: [{ id: 'mara' }, { id: 'ola' }],
      backups: [
        { id: 'old', made: '2026-01-01', account: 'mara' },
        { id: 'newest', made: '2026-02-01', account: 'ola' },
      ],
      items: [{ category: 'notes' }],
    });
    expect(withChanges(olas, { newBackup: 'icloud' }).world.backups.at(-1)).toMatchObject({
      id: 'new-icloud',
      account: 'ola',
      made: '2026-02-01',
    });
  });

  test('no change is the same scenario', () => {
    expect(withChanges(scenario, {})).toBe(scenario);
  });
});

describe('a path that leads nowhere is refused', () => {
  test.each(['__proto__.polluted', 'device.__proto__', 'constructor.prototype.polluted', 'items.photos.__proto__.x'])(
    '%s',
    (path) => {
      expect(refusal({ [path]: 'yes' }).length).toBeGreaterThan(0);
      expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
    },
  );

  test('with the name that was meant', () => {
    expect(refusal({ 'backups.nightli.password': 'forgotten' })).toEqual([
      ['there is no condition “backups.nightli.password” in this scenario', 'Did you mean “nightly”?'],
    ]);
  });

  test.each(['backups.unheard-of.password', 'items', 'items.photos', 'device.name.first', 'accounts'])('%s', (path) => {
    expect(refusal({ [path]: 'yes' }).length).toBeGreaterThan(0);
  });

  test('an unknown key and an impossible value are told by their path', () => {
    expect(refusal({ 'device.passcod': 'no' })[0]?.[0]).toContain('device.passcod');
    expect(refusal({ 'device.passcode': 'maybe' })[0]?.[0]).toContain('device.passcode');
    expect(refusal({ 'backups.nightly.made': '2026-02-30' }).length).toBe(1);
  });
});
