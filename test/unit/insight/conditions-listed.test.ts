import { describe, expect, test } from 'vitest';
import type { Condition } from '../../../src/insight/what-if/condition.ts';
import { itemConditions, listConditions } from '../../../src/insight/what-if/conditions.ts';
import { changesOf } from '../../../src/insight/what-if/search.ts';
import { must } from '../../../src/model/must.ts';
import { type Plain, story } from '../stories.ts';

const PHOTO = { id: 'photo', category: 'photos' };
const APP_DATA = { id: 'diary', category: 'app-data', app: 'diary' };

/** The condition of a story at a path, or nothing. */
function at(path: string, world: Plain, rest: Plain = {}): Condition | undefined {
  const scenario = story(world, rest);
  const items = new Set(scenario.world.items.map(({ id }) => id));
  return [...listConditions(scenario), ...itemConditions(scenario, items)].find((condition) => condition.path === path);
}
const titleOf = (condition: Condition | undefined, value: string): string =>
  must(must(condition, 'the condition').choices.find((choice) => choice.value === value)?.title, value);
const choicesOf = (condition: Condition | undefined): readonly string[] =>
  must(condition, 'the condition').choices.map(({ value }) => value);

test('a condition is plain data, and says nothing of what it has not', () => {
  const accounts = [{ id: 'mara', room: '5 GB' }];
  const scenario = story({ accounts, backups: [{ id: 'nightly', made: '2026-02-28' }], items: [PHOTO, APP_DATA] });
  const items = new Set(scenario.world.items.map(({ id }) => id));
  const conditions = [...listConditions(scenario), ...itemConditions(scenario, items)];
  expect(conditions.length).toBeGreaterThan(20);
  expect(JSON.parse(JSON.stringify(conditions))).toStrictEqual(conditions);
  const changes = conditions.flatMap(changesOf);
  expect(JSON.parse(JSON.stringify(changes))).toStrictEqual(changes);
});

describe('accounts', () => {
  const script = [{ do: 'settings.signedOut' }];

  test('who has none can sign in with none again', () => {
    const items = [PHOTO];
    expect(at('script.signInAgain.mara', { accounts: [{ id: 'mara' }], items }, { script })).toBeDefined();
    const without = story({ accounts: [], items }, { script });
    expect(listConditions(without).filter(({ path }) => path.startsWith('script.signInAgain'))).toEqual([]);
  });

  test('only the room of the account whose services are in use is one', () => {
    const accounts = [{ id: 'mara', room: '5 GB' }, { id: 'ola', room: '50 GB' }, { id: 'kim' }];
    const world = { accounts, services: { account: 'ola' }, items: [{ ...PHOTO, bytes: '60 GB' }] };
    expect(at('accounts.ola.room', world)).toBeDefined();
    expect(at('accounts.mara.room', world)).toBeUndefined();
    expect(at('accounts.kim.room', { ...world, services: { account: 'kim' } })).toBeUndefined();
  });
});

describe('backups', () => {
  const backups = [
    { id: 'older', made: '2026-01-01' },
    { id: 'newer', made: '2026-02-01' },
    { id: 'on-the-mac', kind: 'computer', made: '2026-02-10' },
  ];

  test('the newest of the route is the one that is taken', () => {
    expect(at('script.backup', { backups, items: [PHOTO] })?.value).toBe('newer');
  });

  test('a new one is of the day after the newest item, whatever its hour', () => {
    const items = [{ ...PHOTO, created: '2026-02-20T18:30' }];
    const made = at('backups.newer.made', { backups, items });
    expect(choicesOf(made)).toEqual(['2026-02-01', '2026-02-21']);
    const today = at('backups.newer.made', { today: '2026-02-20T20:00', backups, items });
    expect(choicesOf(today)).toEqual(['2026-02-01', '2026-02-20']);
  });

  test('what one of them says of a service is a switch of its own', () => {
    const said = [{ ...backups[0], services: { photos: 'off' } }, backups[1]];
    const world = { backups: said, services: { photos: 'on' }, items: [PHOTO] };
    expect(at('backups.older.services.photos', world)).toMatchObject({ value: 'off', service: 'photos' });
    expect(at('backups.newer.services.photos', world)).toBeUndefined();
    expect(at('backups.older.services.photos', { ...world, items: [APP_DATA] })).toBeUndefined();
  });

  test('a service that was on for one of them may hold what nobody has looked for', () => {
    const services = { photos: 'off' };
    const said = [{ ...backups[0], services: { photos: 'on' } }];
    expect(at('items.photo.uploaded', { backups: said, services, items: [PHOTO] })).toBeDefined();
    expect(at('items.photo.uploaded', { backups: backups.slice(0, 1), services, items: [PHOTO] })).toBeUndefined();
  });
});

describe('own ways of apps', () => {
  const item = { ...APP_DATA, inBackup: 'unknown' };

  test('of two copies with one name the first counts', () => {
    const copies = [
      { kind: 'own-backup', of: ['diary'], password: 'forgotten' },
      { kind: 'own-backup', of: ['diary'], password: 'known' },
    ];
    const scenario = story({ copies, items: [APP_DATA] });
    const found = listConditions(scenario).filter(({ path }) => path === 'copies.own-backup.password');
    expect(found.map(({ value }) => value)).toEqual(['forgotten']);
  });

  test('what no app keeps has no app to restore it in', () => {
    const steps = (items: readonly Plain[]): string[] => {
      const scenario = story({ copies: [{ kind: 'own-backup', of: ['diary'] }], items });
      return itemConditions(scenario, new Set(['diary']))
        .map(({ path }) => path)
        .filter((path) => path.startsWith('script.own'));
    };
    expect(steps([APP_DATA]).length).toBe(1);
    expect(steps([{ id: 'diary', category: 'app-data' }])).toEqual([]);
  });

  test('what has one may lie in both, and what is kept elsewhere does not', () => {
    const held = (kind: string): Condition | undefined =>
      at('items.diary.inBackup', { copies: [{ kind, of: ['diary'] }], items: [item] });
    expect(held('own-backup')).toMatchObject({ value: 'unknown', item: 'diary' });
    expect(held('own-transfer')).toBeDefined();
    expect(held('web')).toBeUndefined();
    expect(at('items.diary.inBackup', { items: [{ ...item, policy: 'own-cloud' }] })).toBeDefined();
    expect(at('items.diary.inBackup', { items: [item] })).toBeUndefined();
  });
});

describe('the device', () => {
  const toHave = (device: Plain): string =>
    titleOf(
      at('device.free', { device: { free: '1 GB', ...device }, items: [{ ...PHOTO, bytes: '10 GB' }] }),
      '10000000000',
    );
  const have = 'Have 10 GB free';
  const take = 'Take a device with 10 GB of room';

  test('is freed of what is on it up to its room, and a new one has nothing to free', () => {
    expect(toHave({ state: 'new' })).toBe(take);
    expect(toHave({ state: 'in-use' })).toBe(have);
    expect(toHave({ state: 'in-use', room: '64 GB' })).toBe(have);
    expect(toHave({ state: 'in-use', room: '10 GB' })).toBe(have);
    expect(toHave({ state: 'in-use', room: '9 GB' })).toBe(take);
  });

  test('that froze after a forced restart is left frozen', () => {
    const script = [{ do: 'phone.froze' }];
    expect(at('script.frozen', { items: [PHOTO] }, { script: [{ do: 'restart.forced' }, ...script] })).toBeDefined();
    expect(at('script.frozen', { items: [PHOTO] }, { script: [...script, { do: 'restart.forced' }] })).toBeUndefined();
  });

  test('is gone through with in the words of what stands in the way', () => {
    const words = (device: Plain, route = 'icloud'): string =>
      titleOf(at('script.carriesOn', { device, items: [PHOTO] }, { route, script: [{ do: 'person.gaveUp' }] }), 'yes');
    expect(words({ state: 'new', findMy: 'on' })).toBe('Go through with the restore');
    expect(words({ state: 'in-use', findMy: 'off' })).toBe('Go through with the restore');
    expect(words({ state: 'in-use', findMy: 'on' }, 'computer')).toMatch(/^Switch Find My off when the computer asks/u);
    expect(words({ state: 'in-use', findMy: 'on' })).toMatch(/^Turn Find My off with the account’s password/u);
  });
});

describe('the computer', () => {
  const items = [PHOTO];
  const inUse = { state: 'in-use' };

  test('skips the apps with an old tool alone', () => {
    const path = 'computer.build';
    const old = { software: 'idevicebackup2', build: 'before-september-2020', installsApps: 'yes' };
    const computer = { route: 'computer' };
    expect(at(path, { computer: old, items }, computer)).toBeDefined();
    expect(at(path, { computer: { ...old, installsApps: 'no' }, items }, computer)).toBeUndefined();
    expect(at(path, { computer: { ...old, build: 'current' }, items }, computer)).toBeUndefined();
    expect(at(path, { computer: { ...old, software: 'finder' }, items }, computer)).toBeUndefined();
    expect(at(path, { computer: old, items })).toBeUndefined();
  });

  test('says which program restores, and what it left, where it restores', () => {
    const open = { software: 'tool', brokenOff: 'unknown' };
    expect(at('computer.software', { computer: open, items }, { route: 'computer' })).toBeDefined();
    expect(at('computer.software', { computer: open, items })).toBeUndefined();
    expect(at('computer.brokenOff', { computer: open, device: inUse, items }, { route: 'computer' })).toBeDefined();
    expect(at('computer.brokenOff', { computer: open, device: inUse, items })).toBeUndefined();
    const seen = { ...open, brokenOff: 'leaves-old' };
    expect(at('computer.brokenOff', { computer: seen, device: inUse, items }, { route: 'computer' })).toBeUndefined();
  });

  test('may have written over what lies in the same files', () => {
    const path = 'items.diary.stillShown';
    const world = { computer: { software: 'tool' }, device: inUse, items: [APP_DATA] };
    expect(at(path, world, { route: 'computer' })).toBeDefined();
    expect(at(path, world)).toBeUndefined();
    expect(at(path, { ...world, computer: { software: 'finder' } }, { route: 'computer' })).toBeUndefined();
    const app = { id: 'diary', category: 'app', app: 'diary' };
    expect(at(path, { ...world, items: [app] }, { route: 'computer' })).toBeUndefined();
  });
});
