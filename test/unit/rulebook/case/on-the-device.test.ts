import { describe, expect, test } from 'vitest';
import { must } from '../../../../src/model/must.ts';
import type { CaseFile } from '../../../../src/rulebook/case/case-file.ts';
import * as here from '../../../../src/rulebook/case/on-the-device.ts';
import { SITUATION_AT_START, type Situation } from '../../../../src/rulebook/case/situation.ts';
import { caseFile } from '../../stories.ts';

type Plain = Record<string, unknown>;
const at = (more: Partial<Situation> = {}): Situation => ({ ...SITUATION_AT_START, ios: '26.0', ...more });
/** What is on a device in use: an app, what it keeps, a photo, the eSIM, and what the chip holds. */
const ITEMS: readonly Plain[] = [
  { id: 'app', category: 'app', app: 'x', bytes: 10 },
  { id: 'data', category: 'app-data', app: 'x', bytes: 20 },
  { id: 'key', category: 'app-keychain', app: 'x', bytes: 0 },
  { id: 'photo', category: 'photos', bytes: 400 },
  { id: 'line', category: 'esim', bytes: 0 },
];
const phone = (world: Plain = {}, rest: Plain = {}): CaseFile =>
  caseFile(
    {
      today: '2026-03-01',
      accounts: [{ id: 'mara' }],
      items: ITEMS,
      ...world,
      device: { name: 'red', state: 'in-use', ...(world['device'] as Plain | undefined) },
      backups: (world['backups'] as Plain[] | undefined) ?? [{ id: 'b', made: '2026-02-01', device: 'red' }],
    },
    rest,
  );
const perItem = <T>(file: CaseFile, ask: (item: CaseFile['world']['items'][number]) => T) =>
  Object.fromEntries(file.world.items.map((item) => [item.id, ask(item)]));

describe('the home of an item', () => {
  const home = (item: Plain, world: Plain = {}, rest: Plain = {}): string => {
    const file = phone({ items: [{ id: 'it', category: 'photos', ...item }], ...world }, rest);
    return here.homeOf(file, must(file.item('it'), 'it'));
  };
  const TWO = [
    { id: 'old', made: '2026-01-01', device: 'green' },
    { id: 'new', made: '2026-02-01', device: 'blue' },
  ];

  test('is what it names, the maker of the newest backup, the old phone, and last this device', () => {
    expect(home({ on: 'white' }, { backups: TWO })).toBe('white');
    expect(home({}, { backups: TWO })).toBe('blue');
    expect(home({}, { backups: [], oldPhone: { name: 'old' } }, { route: 'direct' })).toBe('old');
    expect(home({}, { backups: TWO, oldPhone: { name: 'old' } }, { route: 'direct' })).toBe('old');
    expect(home({}, { backups: TWO, oldPhone: { name: 'old' } })).toBe('blue');
    expect(home({}, { backups: [] })).toBe('red');
  });

  test('says what is on a device in use, and nothing is on a new one', () => {
    const was = (world: Plain): unknown[] => here.itemsOnDevice(phone(world)).map(({ id }) => id);
    expect(was({})).toEqual(['app', 'data', 'key', 'photo', 'line']);
    expect(was({ device: { state: 'new' } })).toEqual([]);
    expect(was({ device: { state: 'set-up' } })).toEqual([]);
    expect(was({ backups: [{ id: 'b', made: '2026-02-01', device: 'blue' }] })).toEqual([]);
    expect(was({ items: [{ id: 'it', category: 'photos', deleted: '2026-01-01' }] })).toEqual([]);
    expect(perItem(phone(), here.goesWithItsApp)).toEqual({
      app: true,
      data: true,
      key: false,
      photo: false,
      line: false,
    });
    const [nameless] = phone({ items: [{ category: 'app-data' }] }).world.items.map(here.goesWithItsApp);
    expect(nameless).toBe(false);
  });
});

describe('the copy that was on the device', () => {
  const left = (situation: Partial<Situation>, world: Plain = {}, rest: Plain = {}) => {
    const file = phone(world, rest);
    return Object.values(perItem(file, (item) => here.ownCopy(file, item, at(situation)))).join(' ');
  };
  const TOOL = { software: 'idevicebackup2' };

  test.each<[string, Partial<Situation>, Plain, string]>([
    ['nothing has happened', {}, {}, 'stayed stayed stayed stayed stayed'],
    ['nothing was on it', {}, { device: { state: 'new' } }, 'none none none none none'],
    ['the app was deleted', { appsDeleted: ['x'] }, {}, 'deleted deleted stayed stayed stayed'],
    ['another app was', { appsDeleted: ['y'] }, {}, 'stayed stayed stayed stayed stayed'],
    ['it was erased', { erased: true }, {}, 'erased erased erased erased unknown'],
    ['it was erased with the line kept', { erased: true, esim: 'kept' }, {}, 'erased erased erased erased stayed'],
    ['and with the line deleted', { erased: true, esim: 'deleted' }, {}, 'erased erased erased erased erased'],
    [
      'the service erased it and keeps apps',
      { erased: true, esim: 'deleted', wiped: true },
      { device: { assigned: 'yes', ios: '26.0' }, organisation: { returnToService: 'keeps-apps' } },
      'stayed erased erased erased erased',
    ],
  ])('%s', (_, situation, world, expected) => {
    expect(left(situation, world)).toBe(expected);
  });

  test.each<[string, Plain, Partial<Situation>, string]>([
    ['Apple’s program', {}, {}, 'stayed replaced replaced replaced stayed'],
    ['a tool that adds', TOOL, {}, 'stayed stayed stayed stayed stayed'],
    ['a tool that removes', { ...TOOL, remove: 'yes' }, {}, 'replaced replaced replaced replaced stayed'],
    ['one that broke off', {}, { ended: 'failed' }, 'stayed unknown unknown unknown stayed'],
    [
      'one that broke off and leaves the old',
      { brokenOff: 'leaves-old' },
      { ended: 'failed' },
      'stayed stayed stayed stayed stayed',
    ],
    [
      'one that broke off and leaves nothing',
      { brokenOff: 'leaves-nothing' },
      { ended: 'failed' },
      'stayed replaced replaced replaced stayed',
    ],
  ])('by %s gives way or stays', (_, computer, situation, expected) => {
    expect(left({ replaced: true, ...situation }, { computer }, { route: 'computer' })).toBe(expected);
  });

  test('is taken by an erase or a computer, whatever has become of its app since', () => {
    const taken = (situation: Partial<Situation>, world: Plain = {}, rest: Plain = {}) => {
      const file = phone(world, rest);
      return file.world.items.filter((item) => here.isTaken(file, item, at(situation))).map(({ id }) => id);
    };
    const MOST = ['app', 'data', 'key', 'photo'];
    expect(taken({})).toEqual([]);
    expect(taken({ erased: true, appsDeleted: ['x'] })).toEqual(MOST);
    expect(taken({ replaced: true, ended: 'failed' }, {}, { route: 'computer' })).toEqual(['data', 'key', 'photo']);
    expect(taken({}, { device: { state: 'set-up' } })).toEqual(MOST);
    expect(taken({ erased: true }, { device: { state: 'new' } })).toEqual(MOST);
    expect(taken({}, { device: { state: 'new' } })).toEqual([]);
    expect(
      taken({ erased: true }, { device: { state: 'new' }, backups: [{ id: 'b', made: '2026-02-01', device: 'blue' }] }),
    ).toEqual([]);
  });
});

test('an app hangs over the data of an older state, and so its data with it', () => {
  const hanging = (start: string) => {
    const file = phone({ items: ITEMS.map((item) => (item['id'] === 'app' ? { ...item, start } : item)) });
    return perItem(file, (item) => here.hangingApp(file, item)?.id);
  };
  expect(hanging('hangs')).toEqual({ app: undefined, data: 'app', key: undefined, photo: undefined, line: undefined });
  expect(Object.values(hanging('works'))).toEqual([undefined, undefined, undefined, undefined, undefined]);
});

test.each([
  ['iphone', 'any', true],
  ['iphone', 'iphone-only', true],
  ['iphone', 'ipad-only', false],
  ['ipad', 'iphone-only', false],
  ['ipad', 'ipad-only', true],
])('on an %s an app for %s runs: %s', (kind, runsOn, runs) => {
  const items = [
    { id: 'app', category: 'app', app: 'x', runsOn },
    { id: 'data', category: 'app-data', app: 'x' },
  ];
  const file = phone({ device: { kind }, items });
  expect(perItem(file, (item) => here.runsHere(file, item))).toEqual({ app: runs, data: runs });
  expect(here.runsHere(file, { app: 'other', runsOn: 'any' })).toBe(true);
});

test('an erase gives back the room that the contents took', () => {
  const room = (device: Plain, situation: Partial<Situation>) => here.roomFree(phone({ device }), at(situation));
  expect(room({ free: 1000 }, {})).toBe(1000);
  expect(room({ free: 1000 }, { erased: true })).toBe(1430);
  expect(room({ free: 1000, room: 5000 }, { erased: true })).toBe(5000);
  expect(room({ free: 1000, room: 5000 }, {})).toBe(1000);
  expect(room({ free: 1000, room: 5000, state: 'new' }, { erased: true })).toBe(1000);
});
