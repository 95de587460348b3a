import { describe, expect, test } from 'vitest';
import { withChanges } from '../../../src/scenario/change.ts';
import { problemsOf, story } from '../stories.ts';

type Plain = Record<string, unknown>;
const PHOTOS = { category: 'photos' };
const stated = (world: Plain, changes: Record<string, string>, rest: Plain = {}) =>
  withChanges(story(world, rest), changes).stated as { readonly world: Plain; readonly [key: string]: unknown };

describe('another route', () => {
  const backups = [
    { id: 'a', made: '2026-02-01' },
    { id: 'b', made: '2026-02-01', kind: 'computer' },
  ];
  const kinds = (from: string, to: string) =>
    (stated({ backups }, { route: to }, { route: from }).world['backups'] as Plain[]).map(({ kind }) => kind);

  test('leaves the backups that say nothing where they lay', () => {
    expect(kinds('icloud', 'direct')).toEqual(['icloud', 'computer']);
    expect(kinds('computer', 'icloud')).toEqual(['computer', 'computer']);
    expect(kinds('direct', 'computer')).toEqual(['icloud', 'computer']);
  });

  test('leaves the old phone of a direct transfer there, and makes none up', () => {
    const old = (from: string, to: string, world: Plain = {}) =>
      stated(world, { route: to }, { route: from }).world['oldPhone'];
    expect(old('direct', 'icloud')).toEqual({});
    expect(old('direct', 'icloud', { oldPhone: { name: 'Red' } })).toEqual({ name: 'Red' });
    expect(old('direct', 'direct')).toBeUndefined();
    expect(old('icloud', 'computer')).toBeUndefined();
    expect(old('icloud', 'direct')).toBeUndefined();
  });

  test('leaves of the script what can be done there, and writes none where none was', () => {
    const script = (entries?: readonly Plain[]) =>
      stated({ backups }, { route: 'computer' }, entries === undefined ? {} : { script: entries });
    const chosen = (backup: string) => ({ do: 'backup.chosen', backup });
    expect(script([chosen('a'), { wait: '1 day' }, chosen('b')])['script']).toEqual([{ wait: '1 day' }, chosen('b')]);
    expect(script([chosen('a')])['script']).toEqual([]);
    expect(Object.hasOwn(script(), 'script')).toBe(false);
  });

  test('is played where no backup is stated', () => {
    expect(stated({}, { route: 'computer' })).toMatchObject({ route: 'computer', world: {} });
  });
});

describe('a new backup', () => {
  const added = (world: Plain, kind = 'icloud', rest: Plain = {}) =>
    (stated(world, { newBackup: kind }, rest).world['backups'] as Plain[]).at(-1);

  test('without another to go by is of the device, with today’s date', () => {
    const device = { name: 'Blue', kind: 'ipad', model: 'iPad Air', ios: '17.5' };
    expect(added({ today: '2026-01-02', device })).toStrictEqual({
      id: 'new-icloud',
      kind: 'icloud',
      device: 'Blue',
      deviceKind: 'ipad',
      model: 'iPad Air',
      ios: '17.5',
      made: '2026-01-02',
    });
  });

  test('is of the old phone where there is one, and encrypted on a computer', () => {
    const oldPhone = { name: 'Red', model: 'iPhone 12', ios: '16.1' };
    expect(added({ today: '2026-01-02', oldPhone }, 'computer')).toStrictEqual({
      id: 'new-computer',
      kind: 'computer',
      device: 'Red',
      deviceKind: 'iphone',
      model: 'iPhone 12',
      ios: '16.1',
      made: '2026-01-02',
      encrypted: 'yes',
    });
  });

  test('is made today, with what runs on it today, where the old phone is still at hand', () => {
    const oldPhone = { name: 'Red', model: 'iPhone 12', ios: '17.1' };
    const backups = [{ id: 'b', made: '2026-02-02', account: 'mara', device: 'Red', model: 'iPhone 12', ios: '15.1' }];
    const world = { today: '2026-03-01', accounts: [{ id: 'mara' }], backups };
    expect(added({ ...world, oldPhone })).toMatchObject({
      device: 'Red',
      ios: '17.1',
      made: '2026-03-01',
      account: 'mara',
    });
    expect(added({ ...world, oldPhone: { ...oldPhone, state: 'gone' } })).toMatchObject({
      ios: '15.1',
      made: '2026-02-02',
    });
  });

  test('cannot be made in iCloud where the organisation forbids it, unless it allows it too', () => {
    const world = { organisation: { icloudBackup: 'forbidden' } };
    expect(problemsOf(() => added(world))).toMatchObject([
      { message: expect.stringContaining('the organisation forbids iCloud Backup') as string },
    ]);
    expect(added(world, 'computer')).toMatchObject({ kind: 'computer' });
    const both = { newBackup: 'icloud', 'organisation.icloudBackup': 'allowed' };
    expect((stated(world, both).world['backups'] as Plain[]).at(-1)).toMatchObject({ kind: 'icloud' });
  });

  test('stands behind the others, and is as new as the newest', () => {
    const backups = [
      { id: 'b', made: '2026-02-02', account: 'mara', device: 'Green', model: 'iPhone 11', ios: '15.1' },
      { id: 'a', made: '2026-02-01' },
    ];
    expect(added({ accounts: [{ id: 'mara' }], backups })).toMatchObject({
      device: 'Green',
      made: '2026-02-02',
      account: 'mara',
    });
    expect(stated({ backups: backups.slice(1) }, { newBackup: 'computer' }).world['backups']).toHaveLength(2);
  });
});

describe('what a changed condition writes', () => {
  test('a service in one word becomes two, and no other word does', () => {
    const world = { services: { photos: 'on', account: 'mara' }, accounts: [{ id: 'mara' }] };
    expect(stated(world, { 'services.photos.now': 'off' }).world['services']).toEqual({
      photos: { atBackup: 'on', now: 'off' },
      account: 'mara',
    });
    const nested = { services: { photos: { atBackup: 'off', now: 'on' } } };
    expect(stated(nested, { 'services.photos.now': 'off' }).world['services']).toEqual({
      photos: { atBackup: 'off', now: 'off' },
    });
  });

  test('the account of the starting world where none is stated, and none where they are', () => {
    expect(stated({ items: [PHOTOS] }, { 'accounts.customer.password': 'forgotten' }).world['accounts']).toEqual([
      { id: 'customer', password: 'forgotten' },
    ]);
    const own = { accounts: [{ id: 'mara' }, { id: 'ola' }] };
    expect(stated(own, { 'accounts.ola.twoFactor': 'off' }).world['accounts']).toEqual([
      { id: 'mara' },
      { id: 'ola', twoFactor: 'off' },
    ]);
  });

  test('what the phone refused may be done otherwise, in each attempt', () => {
    const script = [{ do: 'back', refused: true }, { do: 'back' }, { wait: 'next' }];
    const changed = withChanges(story({}, { script, attempts: [{ script }, {}] }), { 'device.passcode': 'no' });
    const refused = (entries: readonly object[] | undefined) =>
      entries?.map((entry) => ('refused' in entry ? entry.refused : undefined));
    expect(refused(changed.script)).toEqual(['perhaps', undefined, undefined]);
    expect(changed.attempts.map((attempt) => refused(attempt.script))).toEqual([
      ['perhaps', undefined, undefined],
      undefined,
    ]);
    expect(changed.script[1]).toStrictEqual(story({}, { script }).script[1]);
  });
});

describe('a changed condition that is refused', () => {
  const refusal = (world: Plain, changes: Record<string, string>) => problemsOf(() => stated(world, changes));
  test.each<[what: string, changes: Record<string, string>, message: string, advice?: string]>([
    [
      'a word that is none',
      { 'device.passcode': 'maybe' },
      'changed condition device.passcode: world.device.passcode: “maybe” is not one of yes, no',
    ],
    [
      'a word that is near to one',
      { 'surroundings.wifi': 'onn' },
      'changed condition surroundings.wifi: world.surroundings.wifi: “onn” is not one of on, off',
      'Did you mean “on”?',
    ],
    ['a list', { accounts: 'x' }, 'changed condition accounts: world.accounts: “x” is not a list'],
    [
      'a part that is near to none',
      { 'backups.purple-and-green.password': 'known' },
      'there is no condition “backups.purple-and-green.password” in this scenario',
    ],
    [
      'a part behind a word',
      { 'device.name.first': 'x' },
      'there is no condition “device.name.first” in this scenario',
    ],
    [
      'a part behind one half of a service',
      { 'services.photos.now.x': 'y' },
      'there is no condition “services.photos.now.x” in this scenario',
    ],
    [
      'a script that has no such part',
      { 'script.nothing': 'x' },
      'there is no condition “script.nothing” in this scenario',
    ],
    ['a forbidden step', { 'device.prototype.x': 'x' }, 'there is no condition “device.prototype.x” in this scenario'],
  ])('%s', (_what, changes, message, advice) => {
    const world = {
      device: { name: 'Blue' },
      backups: [{ id: 'nightly', made: '2026-02-01' }],
      items: [PHOTOS],
      services: { photos: 'on' },
    };
    expect(refusal(world, changes)).toStrictEqual([
      { file: 'a-test/story', message, ...(advice === undefined ? {} : { advice }) },
    ]);
  });
});
