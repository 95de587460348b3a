import { describe, expect, test } from 'vitest';
import { areApart, withItsFiles, withItsOwn } from '../../../src/insight/what-if/one-item.ts';
import { must } from '../../../src/model/must.ts';
import { type Plain, story } from '../stories.ts';

const ITEMS: readonly Plain[] = [
  { id: 'photos', category: 'photos', bytes: 1000 },
  { id: 'bank', category: 'app', app: 'bank', bytes: 500 },
];
const world = (more: Plain = {}, items: readonly Plain[] = ITEMS): Plain => ({
  accounts: [{ id: 'mara' }],
  device: { free: 1500 },
  items,
  ...more,
});

describe('no item touches another', () => {
  test('where all of them have room and nothing is said that would bind them', () => {
    expect(areApart(story(world()))).toBe(true);
    expect(areApart(story(world({}, [{ ...ITEMS[0], fails: { at: 'capture' } }])))).toBe(true);
  });

  test.each<[string, Plain, Plain?]>([
    ['the room on the device is short by one byte', world({ device: { free: 1499 } })],
    ['the room of one account is counted', world({ accounts: [{ id: 'ola' }, { id: 'mara', room: '5 GB' }] })],
    ['there is a copy beside the backup', world({ copies: [{ kind: 'recently-deleted', of: ['photos'] }] })],
    ['one stops everything', world({}, [{ ...ITEMS[0], fails: { at: 'placement', and: 'stops' } }])],
    ['one needs another', world({}, [{ ...ITEMS[0], needs: ['bank'] }, must(ITEMS[1], 'the bank')])],
    ['an app hangs', world({}, [{ ...ITEMS[1], start: 'hangs' }])],
    ['a VPN lets nothing through', world({}, [{ category: 'network-settings', onDemand: 'cuts-network' }])],
    ['somebody does something', world(), { script: [{ do: 'wifi.lost' }] }],
  ])('but not where %s', (_, stated, rest) => {
    expect(areApart(story(stated, rest))).toBe(false);
  });
});

test('what belongs to an item is its own app and what it needs, and no other app', () => {
  const scenario = story(
    world({}, [
      { id: 'bank', category: 'app', app: 'bank' },
      { id: 'chat', category: 'app', app: 'chat' },
      { id: 'no-name', category: 'app' },
      { id: 'other-data', category: 'app-data', app: 'bank' },
      { id: 'key', category: 'app-keychain', app: 'chat' },
      { id: 'data', category: 'app-data', app: 'bank', needs: ['key'] },
      { id: 'photos', category: 'photos' },
    ]),
  );
  const own = (id: string): string[] => [
    ...withItsOwn(
      scenario,
      must(
        scenario.world.items.find((item) => item.id === id),
        id,
      ),
    ),
  ];
  expect(own('data')).toEqual(['data', 'bank', 'key']);
  expect(own('key')).toEqual(['key', 'chat']);
  expect(own('chat')).toEqual(['chat']);
  expect(own('photos')).toEqual(['photos']);
  expect(own('photos')).toEqual(['photos']);
  expect(own('no-name')).toEqual(['no-name']);
});

test('on a device in use what may lie in the same files can touch it too, and the apps of that', () => {
  const items: readonly Plain[] = [
    { id: 'bank', category: 'app', app: 'bank' },
    { id: 'chat', category: 'app', app: 'chat' },
    { id: 'bank-data', category: 'app-data', app: 'bank' },
    { id: 'chat-data', category: 'app-data', app: 'chat' },
    { id: 'chat-since', category: 'app-data', app: 'chat' },
    { id: 'some-data', category: 'app-data' },
    { id: 'words', category: 'messages' },
    { id: 'words-since', category: 'messages' },
    { id: 'wifi', category: 'wifi' },
    { id: 'passwords', category: 'passwords' },
  ];
  const own = (state: string, id: string): string => {
    const scenario = story(world({ device: { free: 1500, state } }, items));
    const item = scenario.world.items.find((one) => one.id === id);
    return [...withItsFiles(scenario, must(item, id))].toSorted().join(' ');
  };
  expect(own('in-use', 'words')).toBe('words words-since');
  expect(own('new', 'words')).toBe('words');
  expect(own('in-use', 'wifi')).toBe('passwords wifi');
  expect(own('in-use', 'chat-since')).toBe('chat chat-data chat-since some-data');
  expect(own('in-use', 'some-data')).toBe('bank bank-data chat chat-data chat-since some-data');
  expect(own('in-use', 'chat')).toBe('chat');
});
