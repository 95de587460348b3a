import { expect, test } from 'vitest';
import { withChanges } from '../../../src/scenario/change.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const READ = loadScenario(
  `title: A backup whose list was read
why: What was read belongs to that backup alone.
route: computer
world:
  backups:
    - { id: read, made: 2026-02-28, encrypted: yes, list: read, keychain: moves }
    - { id: hazy, made: 2026-02-20, encrypted: unknown, list: read }
  services: { photos: { atBackup: unknown, now: off }, messages: on }
  items:
    - { category: photos, listed: yes }
    - { category: health, listed: no, syncs: unknown }
    - { category: messages, listed: yes }
  copies:
    - { id: read, kind: own-backup, of: [health], made: 2026-02-20 }
    - { id: photos, kind: recently-deleted, of: [photos], deleted: 2026-02-20 }
`,
  'read.yaml',
);
const readOf = (path: string, value: string) => {
  const { world } = withChanges(READ, { [path]: value });
  return [world.backups[0]?.list, world.backups[0]?.keychain, world.items.map(({ listed }) => listed).join(' ')];
};
const AS_READ = ['read', 'moves', 'yes no yes'];

test.each([
  ['backups.read.encrypted', 'no'],
  ['backups.read.made', '2026-02-27'],
  ['services.messages.atBackup', 'off'],
  ['services.messages', 'off'],
])('%s makes another backup, whose list nobody has read', (path, value) =>
  expect(readOf(path, value)).toEqual(['not-read', 'as-encrypted', 'yes no yes']),
);

test.each([
  ['services.photos.atBackup', 'on'],
  ['services.messages.now', 'off'],
  ['services.account', 'customer'],
  ['backups.read.password', 'forgotten'],
  ['device.passcode', 'no'],
  ['copies.read.made', '2026-02-21'],
  ['copies.photos.deleted', '2026-02-21'],
  ['items.health.syncs', 'off'],
])('%s is learnt, or speaks of another day: the list stands', (path, value) =>
  expect(readOf(path, value)).toEqual(AS_READ),
);

test.each([
  ['photos.created', 'unknown no yes'],
  ['messages.created', 'yes no unknown'],
  ['messages.syncs', 'yes no unknown'],
])('an item of which that was otherwise is in no list that was read: %s', (path, listed) => {
  const value = path.endsWith('syncs') ? 'off' : '2026-03-01';
  expect(readOf(`items.${path}`, value)).toEqual(['read', 'moves', listed]);
});

test('of two backups the one that was made otherwise has another list, and none if nobody knew how it was made', () => {
  const lists = (path: string, value: string) =>
    withChanges(READ, { [path]: value }).world.backups.map(({ list }) => list);
  expect(lists('backups.hazy.encrypted', 'no')).toEqual(['read', 'read']);
  expect(lists('backups.hazy.ios', '17.1')).toEqual(['read', 'not-read']);
  expect(lists('backups.read.encrypted', 'no')).toEqual(['not-read', 'read']);
});

test('a new backup beside it has its own list, which nobody has read', () => {
  const { world } = withChanges(READ, { newBackup: 'computer' });
  expect(world.backups.map(({ id, list }) => [id, list])).toEqual([
    ['read', 'read'],
    ['hazy', 'read'],
    ['new-computer', 'not-read'],
  ]);
});
