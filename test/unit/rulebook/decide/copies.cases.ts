import { type Case, SYNC, both, erasedHere, item, serviceOn, situation } from './case.ts';
import { UNTIL_THE_END } from './one-item-world.ts';

/** Where the copies are: in the backup, in iCloud, on the old phone. */
export const CASES_OF_COPIES: readonly Case[] = [
  {
    when: 'photos are in iCloud Photos',
    category: 'photos',
    world: serviceOn,
    rule: 'capture/photos-in-icloud',
    outcome: 'never-in-backup',
  },
  {
    when: 'photos are in iCloud Photos and the phone syncs',
    category: 'photos',
    world: serviceOn,
    gates: SYNC,
    rule: 'sync/photos',
    outcome: 'synced',
  },
  { when: 'photos are not in iCloud Photos', category: 'photos', rule: null },
  {
    when: 'nobody knows whether iCloud Photos was on',
    category: 'photos',
    world: (d) => void (d.service.atBackup = 'unknown'),
    rule: 'capture/photos-in-icloud',
    outcome: 'unknown',
    missing: 'service.at-backup',
  },
  {
    when: 'photos of an iPhone meet an iPad under iOS 7',
    category: 'photos',
    edition: 'ios7',
    world: (d) => void (d.device['kind'] = 'ipad'),
    rule: 'device/camera-roll-of-another-kind-ios7',
  },
  {
    when: 'photos of an iPhone meet an iPad under iOS 8 without the library',
    category: 'photos',
    edition: 'ios8',
    world: (d) => void (d.device['kind'] = 'ipad'),
    rule: 'device/camera-roll-of-another-kind-ios8',
  },
  {
    when: 'photos of an iPhone meet an iPad today',
    category: 'photos',
    world: (d) => void (d.device['kind'] = 'ipad'),
    rule: null,
  },
  {
    when: 'a photo is newer than the backup and the old phone still has it',
    category: 'photos',
    world: item({ created: '2026-02-20' }),
    rule: 'capture/after-backup',
    outcome: 'never-in-backup',
  },
  {
    when: 'a photo is newer than the backup and its phone was erased',
    category: 'photos',
    world: both(erasedHere, item({ created: '2026-02-20' })),
    rule: 'erase/only-copy-after-backup',
    outcome: 'lost-at-erase',
  },
  {
    when: 'a photo had not been uploaded and its phone was erased',
    category: 'photos',
    world: both(erasedHere, serviceOn, item({ uploaded: 'no' })),
    rule: 'erase/photos-not-uploaded',
    outcome: 'lost-at-erase',
  },
  {
    when: 'a photo had been uploaded and its phone was erased',
    category: 'photos',
    world: both(erasedHere, serviceOn),
    rule: 'capture/photos-in-icloud',
    outcome: 'never-in-backup',
  },
  {
    when: 'there was no backup and the phone was erased',
    category: 'notes',
    gates: UNTIL_THE_END,
    world: both(
      item({ on: 'new iPhone', heldBy: [] }),
      situation({ backup: null, blocked: 'no-backup', erased: true }),
    ),
    rule: 'erase/no-usable-backup',
    outcome: 'lost-at-erase',
  },
  {
    when: 'there was no backup and the old phone still has it',
    category: 'notes',
    gates: UNTIL_THE_END,
    world: situation({ backup: null, blocked: 'no-backup', erased: true }),
    rule: 'listing/no-backup',
    outcome: 'not-downloaded',
  },
  {
    when: 'the backup needs a newer iOS',
    category: 'notes',
    gates: UNTIL_THE_END,
    world: situation({ backup: null, blocked: 'newer-ios' }),
    rule: 'listing/newer-ios',
  },
];
