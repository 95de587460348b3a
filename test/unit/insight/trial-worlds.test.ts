import { describe, expect, test } from 'vitest';
import { asItIs, isWhole, smallestWorld, trialRun } from '../../../src/insight/what-if/trial-worlds.ts';
import { type Plain, story } from '../stories.ts';

const photos = (count: number): Plain[] =>
  Array.from({ length: count }, (_, n) => ({ id: `p${n}`, category: 'photos' }));
const withScript = (count: number, ...script: Plain[]) => story({ items: photos(count) }, { script });

describe('the whole world is played', () => {
  test('up to a size, and further where the script hangs on moments', () => {
    expect(isWhole(withScript(300))).toBe(true);
    expect(isWhole(withScript(301))).toBe(false);
    expect(isWhole(withScript(301, { do: 'screen.tapped' }))).toBe(false);
    expect(isWhole(withScript(301, { wait: '1 hour' }))).toBe(true);
    expect(isWhole(withScript(301, { do: 'wifi.lost', during: 'placement', after: '1 minute' }))).toBe(true);
    expect(isWhole(withScript(301, { do: 'stop.tapped' }))).toBe(true);
    expect(isWhole(withScript(2001, { do: 'stop.tapped' }))).toBe(false);
    expect(isWhole(withScript(2001, { do: 'screen.tapped', step: 4 }))).toBe(true);
  });

  test('with each item for itself', () => {
    const { standIn, standsFor, scenario } = asItIs(withScript(2));
    expect([standIn('p1'), [...standsFor], scenario.world.items.length]).toEqual([
      'p1',
      [
        ['p0', ['p0']],
        ['p1', ['p1']],
      ],
      2,
    ]);
  });
});

test('the smallest world holds what is asked about alone', () => {
  expect(smallestWorld(withScript(5), new Set(['p1', 'p3']), 'p1').world.items.map(({ id }) => id)).toEqual([
    'p1',
    'p3',
  ]);
});

test('the smallest world has no copy of what it leaves out', () => {
  const copies = [
    { kind: 'web', of: ['p2'] },
    { kind: 'web', of: ['p1', 'p2'] },
  ];
  const { world } = smallestWorld(story({ items: photos(5), copies }), new Set(['p1', 'p3']), 'p1');
  expect(world.copies.map(({ of }) => of)).toEqual([['p1']]);
});

test('a fault of the program is no world that cannot be', () => {
  const broken = new Proxy(withScript(1), {
    get: () => {
      throw new TypeError('broken');
    },
  });
  expect(() => trialRun(broken, {})).toThrow(TypeError);
});

describe('a trial', () => {
  const backups = [
    { id: 'unfinished', made: '2026-02-28', complete: 'no' },
    { id: 'before', made: '2026-02-27' },
  ];
  const script = [{ do: 'backup.chosen', backup: 'unfinished', during: 'listing', after: '4 seconds', refused: true }];
  const refused = story({ backups, items: photos(1) }, { script });

  test('lets what was refused be accepted', () => {
    expect(trialRun(refused, {})?.ledger.row('p0')?.fate).toBe('restored');
    expect(trialRun(refused, { 'backups.unfinished.complete': 'yes' })?.ledger.row('p0')?.fate).toBe('restored');
  });

  test('lets an erase be accepted that the story says was refused', () => {
    const device = { state: 'in-use', findMy: 'on' };
    const world = { device, accounts: [{ id: 'mara', password: 'forgotten' }], backups, items: photos(1) };
    const turnedAway = story(world, { script: [{ do: 'erase.requested', refused: true }] });
    expect(trialRun(turnedAway, {})?.ledger.row('p0')?.fate).toBe('not-downloaded');
    expect(trialRun(turnedAway, { 'accounts.mara.password': 'known' })?.ledger.row('p0')?.fate).toBe('restored');
  });

  test('of conditions that there are not brings nothing back', () => {
    expect(trialRun(refused, { 'backups.another.made': '2026-01-01' })).toBeNull();
  });
});
