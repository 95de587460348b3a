import { describe, expect, test } from 'vitest';
import { must } from '../../../../src/model/must.ts';
import type { Item } from '../../../../src/model/world.ts';
import { CATEGORIES } from '../../../../src/rulebook/categories/categories.ts';
import { beyondRoom, byUpload, type CaseFile, categoryOf, OLD_PHONE } from '../../../../src/rulebook/case/case-file.ts';
import { at, file, itemOf, TODAY } from './two-accounts.ts';

type Plain = Record<string, unknown>;

describe('a case file', () => {
  const home = file({
    backups: [{ id: 'nightly', made: '2026-02-28', account: 'ola' }],
    items: [
      { id: 'letters', category: 'app', app: 'letters', account: 'ola' },
      { id: 'drafts', category: 'app-data', app: 'letters' },
      { id: 'song', category: 'music' },
    ],
  });

  test('finds what has a name, and nothing by another', () => {
    expect(['mara', 'ola', 'kim', null, undefined].map((id) => home.account(id)?.id)).toEqual([
      'mara',
      'ola',
      undefined,
      undefined,
      undefined,
    ]);
    expect(['nightly', 'weekly', OLD_PHONE, null].map((id) => home.backup(id)?.id)).toEqual([
      'nightly',
      undefined,
      undefined,
      undefined,
    ]);
    expect([home.item('song')?.id, home.item('tune')]).toEqual(['song', undefined]);
    expect(['letters', 'drafts', undefined].map((app) => home.appItem(app)?.id)).toEqual([
      'letters',
      undefined,
      undefined,
    ]);
    expect(home.itemsOfApp('letters').map(({ id }) => id)).toEqual(['letters', 'drafts']);
    expect(home.itemsOfApp('drafts')).toEqual([]);
  });

  test('has the old phone for a source made today', () => {
    const direct = file({ oldPhone: { name: 'blue', ios: '17.0', account: 'ola' } }, { route: 'direct' });
    expect(direct.backup(OLD_PHONE)).toMatchObject({
      id: OLD_PHONE,
      kind: 'direct',
      made: TODAY,
      device: 'blue',
      ios: '17.0',
      account: 'ola',
    });
    expect(home.backup(OLD_PHONE)).toBeNull();
  });

  test('knows who bought an item: itself, its app, the backup, and last whoever owned the device', () => {
    const backup = home.backup('nightly');
    expect(home.buyerOf({ ...itemOf(home, 'song'), account: 'kim' }, backup)).toBe('kim');
    expect(home.buyerOf(itemOf(home, 'drafts'), null)).toBe('ola');
    expect(home.buyerOf(itemOf(home, 'song'), backup)).toBe('ola');
    expect(home.buyerOf(itemOf(home, 'song'), null)).toBe('mara');
  });

  test('knows the kinds of data, and says which it does not', () => {
    expect(categoryOf(itemOf(home, 'song'))).toBe(CATEGORIES.music);
    expect(() => categoryOf({ category: 'nothing' })).toThrow('the category nothing is missing');
  });

  test('writes itself as its digest alone', () => {
    expect(JSON.parse(JSON.stringify(home))).toEqual({ caseFile: 'a test' });
  });

  test('works out once what hangs on it, and once for each situation', () => {
    let worked = 0;
    const derive = (): number => (worked += 1);
    expect([home.remember('once', derive), home.remember('once', derive)]).toEqual([1, 1]);
    const [one, equal, other] = [at(), at(), at({ erased: true })];
    expect([one, one, equal, other].map((situation) => home.rememberFor(situation, 'x', derive))).toEqual([2, 2, 2, 3]);
    expect(home.rememberFor(one, 'y', derive)).toBe(4);
  });
});

describe('what iCloud holds', () => {
  const photo = (id: string, created: string | undefined, more: Plain = {}): Plain => ({
    id,
    category: 'photos',
    bytes: 100,
    ...(created === undefined ? {} : { created }),
    ...more,
  });
  const world = (items: readonly Plain[], room: number | undefined, now = 'on'): CaseFile =>
    file({
      accounts: [
        { id: 'mara', ...(room === undefined ? {} : { room }) },
        { id: 'ola', room: 0 },
      ],
      services: { photos: { atBackup: now, now } },
      items,
    });
  const held = (of: CaseFile): string[] => of.world.items.filter((item) => of.isUploaded(item)).map(({ id }) => id);
  const THREE = [photo('c', '2026-01-03'), photo('a', '2026-01-01'), photo('b', '2026-01-02')];

  test('is taken up from the oldest on, until the room is used up', () => {
    expect(held(world(THREE, 300))).toEqual(['c', 'a', 'b']);
    expect(held(world(THREE, 299))).toEqual(['a', 'b']);
    expect(held(world(THREE, 200))).toEqual(['a', 'b']);
    expect(held(world(THREE, 99))).toEqual([]);
    expect(held(world(THREE, undefined))).toEqual(['c', 'a', 'b']);
    expect(held(world(THREE, 0, 'off'))).toEqual(['c', 'a', 'b']);
  });

  test('and what is in no need of room, or of which it is known, goes by itself', () => {
    const others = [
      { id: 'mail', category: 'messages', bytes: 500 },
      photo('kept', '2025-01-01', { syncs: 'off' }),
      photo('known', '2025-01-01', { uploaded: 'yes' }),
      photo('not', '2025-01-01', { uploaded: 'no' }),
      photo('deleted', '2025-01-01', { deleted: '2026-01-05' }),
      photo('seen', '2025-01-01', { deleted: '2026-01-05', uploaded: 'yes' }),
    ];
    expect(held(world(others, 50))).toEqual(['mail', 'kept', 'known', 'seen']);
    expect(held(world(others, undefined))).toEqual(['mail', 'kept', 'known', 'seen']);
    const ofOla = file({
      accounts: [{ id: 'mara' }, { id: 'ola', room: 150 }],
      services: { account: 'ola', photos: { atBackup: 'on', now: 'on' } },
      items: THREE,
    });
    expect(held(ofOla)).toEqual(['a']);
  });

  test('of two of one moment the one comes first whose name does, and what has no date is the oldest', () => {
    const items = world([photo('b', '2026-01-01'), photo('a', '2026-01-01'), photo('z', undefined)], undefined).world
      .items;
    expect(items.toSorted(byUpload).map(({ id }) => id)).toEqual(['z', 'a', 'b']);
    const [b, a, z] = items.map((item) => must(item, 'an item')) as [Item, Item, Item];
    expect([byUpload(b, a), byUpload(a, b), byUpload(z, a), byUpload(a, z), byUpload(a, a)]).toEqual([1, -1, -1, 1, 1]);
    expect([...beyondRoom(items, 150)]).toEqual(['a', 'b']);
  });

  test.each([
    ['photos', { atBackup: 'off', now: 'on' }, {}, true],
    ['photos', { atBackup: 'on', now: 'on' }, {}, false],
    ['photos', { atBackup: 'off', now: 'off' }, {}, false],
    ['photos', { atBackup: 'off', now: 'on' }, { uploaded: 'no' }, false],
    ['photos', { atBackup: 'off', now: 'on' }, { deleted: '2026-01-01' }, false],
    [undefined, { atBackup: 'off', now: 'on' }, {}, false],
  ] as const)('nobody knows whether %s took it up, being %o: %o', (service, states, more, expected) => {
    const since = file({ services: { photos: states }, items: [photo('it', '2025-01-01', more)] });
    expect(since.maybeUploadedSince(itemOf(since, 'it'), service)).toBe(expected);
  });
});
