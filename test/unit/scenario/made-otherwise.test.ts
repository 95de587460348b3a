import { expect, test } from 'vitest';
import { withChanges } from '../../../src/scenario/change.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const READ = loadScenario(
  `title: A backup whose list was read
why: What was read belongs to that backup alone.
route: computer
world:
  backups: [{ id: read, made: 2026-02-28, encrypted: yes, list: read, keychain: moves }]
  services: { photos: { atBackup: unknown, now: off }, messages: on }
  items: [{ category: photos, listed: yes }, { category: health, listed: no }]
`,
  'read.yaml',
);
const readOf = (path: string, value: string) => {
  const { world } = withChanges(READ, { [path]: value });
  return [world.backups[0]?.list, world.backups[0]?.keychain, world.items.map(({ listed }) => listed).join(' ')];
};
const AS_READ = ['read', 'moves', 'yes no'];

test.each([
  ['backups.read.encrypted', 'no'],
  ['backups.read.made', '2026-02-27'],
  ['services.messages.atBackup', 'off'],
  ['services.messages', 'off'],
])('%s makes another backup, whose list nobody has read', (path, value) =>
  expect(readOf(path, value)).toEqual(['not-read', 'as-encrypted', 'yes no']),
);

test.each([
  ['services.photos.atBackup', 'on'],
  ['services.messages.now', 'off'],
  ['services.account', 'customer'],
  ['backups.read.password', 'forgotten'],
  ['device.passcode', 'no'],
])('%s is learnt, or speaks of another day: the list stands', (path, value) =>
  expect(readOf(path, value)).toEqual(AS_READ),
);

test('an item that was made later is in no list that was read', () =>
  expect(readOf('items.photos.created', '2026-03-01')).toEqual(['read', 'moves', 'unknown no']));

test('a new backup beside it has its own list, which nobody has read', () => {
  const { world } = withChanges(READ, { newBackup: 'computer' });
  expect(world.backups.map(({ id, list }) => [id, list])).toEqual([
    ['read', 'read'],
    ['new-computer', 'not-read'],
  ]);
});
