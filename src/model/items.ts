import * as z from 'zod/mini';
import { COPY_KINDS } from './copy-kinds.ts';
import {
  textSchema as text,
  idSchema as id,
  daySchema as day,
  sizeSchema as size,
  wordSchema as word,
  yesNoSchema as yesNo,
  onOffSchema as onOff,
  wholeSchema,
  describedSchema as described,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from './fields.ts';

/** How the keychain or the file system protects something, from not at all to never readable elsewhere. */
export const PROTECTIONS = [
  'none',
  'migratory',
  'this-device-only',
  'when-passcode-set',
  'secure-enclave',
  'user-presence',
  'unreadable',
  'security-state',
  'unknown',
] as const;
export type Protection = (typeof PROTECTIONS)[number];

export const itemSchema = z.strictObject({
  id: optional(id, 'Its name in this file; the category’s unless said otherwise'),
  category: id,
  title: optional(text(10_000)),
  count: byDefault(wholeSchema(0, 1e9), 1),
  bytes: byDefault(size, 0),
  created: optional(day, 'When it came to be; before the backup unless said otherwise'),
  on: optional(
    text(200),
    'The device that holds it. Unless said, the device in use where it has a backup of its own, else the one that ' +
      'made the newest backup',
  ),
  deleted: optional(day, 'The day on which it was deleted from the device; later backups do not hold it'),
  heldBy: optional(
    z.array(id).check(z.maxLength(1000)),
    'The backups that hold it; what could be in them by its dates unless said, [] for none',
  ),
  needs: byDefault(
    z.array(id).check(z.maxLength(20)),
    [],
    'Items without which it is of no use, such as the key of a sealed store',
  ),
  app: optional(id, 'The app it belongs to'),
  policy: byDefault(
    word('ordinary', 'server', 'own-cloud', 'excludes-itself', 'bound-to-device', 'same-model', 'unknown'),
    'ordinary',
  ),
  backupSwitch: byDefault(onOff, 'on', 'The app’s own switch in the iCloud Backup settings'),
  ownSwitch: byDefault(
    word('none', 'in', 'out', 'unknown'),
    'none',
    'A switch in the app itself for its data in backups. out asks for them to be left out, which is only a wish: ' +
      '`inBackup` says how it turned out, and it is not known unless said',
  ),
  store: byDefault(
    word('available', 'withdrawn', 'refunded', 'other-region', 'not-shared', 'test-build', 'never', 'unknown'),
    'available',
    'not-shared: a family member bought it and shares it no more. test-build: it came by TestFlight. never: it ' +
      'never was in the store, such as an app that its owner or an organisation built',
  ),
  start: byDefault(
    word('works', 'hangs'),
    'works',
    'Apps only. hangs: with data of an older state restored, it comes no further than its first pages',
  ),
  onDemand: byDefault(
    word('off', 'works', 'cuts-network'),
    'off',
    'VPN entries only: whether it connects by itself. cuts-network: once restored, nothing gets through until it ' +
      'is switched off in Settings',
  ),
  deviceMark: byDefault(
    word('none', 'in-its-data'),
    'none',
    'in-its-data: the app tells devices apart by a mark among these data, so that a restored copy looks like the ' +
      'device that made the backup',
  ),
  overTwoGigabytes: byDefault(
    yesNo,
    'no',
    'Videos under iPhone OS 3 only: whether it is a single video of more than 2 GB',
  ),
  runsOn: byDefault(word('any', 'iphone-only', 'ipad-only'), 'any'),
  offloaded: byDefault(word('yes', 'no'), 'no'),
  account: optional(id, 'The account that bought it or that it belongs to'),
  protection: optional(
    word(...PROTECTIONS),
    'Keychain or data protection class; the category’s own unless said otherwise',
  ),
  management: byDefault(
    word('none', 'prevent-backup', 'remove-with-profile', 'assigned-to-user', 'assigned-to-device'),
    'none',
  ),
  uploaded: optional(
    yesNo,
    'Whether the iCloud service holds it; worked out from the room in iCloud unless said. Of mail, and of what was ' +
      'synced from a computer: whether that server or computer still does; no is of mail that was fetched (POP) and ' +
      'taken off there, or of music from a computer that is gone',
  ),
  inBackup: optional(
    yesNo,
    'Whether the backup brings it, where sources differ or are silent; with policy own-cloud or a copy of ' +
      'the app’s own, whether the phone’s backup holds it too; with `ownSwitch`, whether it does in spite of it. Not ' +
      'known unless said',
  ),
  listed: byDefault(
    yesNo,
    'unknown',
    'Whether the list of files of the computer backup names it; counts for a backup with `list: read` alone. What ' +
      'was looked up in no list is judged by the rules',
  ),
  putBack: byDefault(
    word('ordinary', 'same-device', 'never', 'unknown'),
    'ordinary',
    'What the file list of iOS says of these files when a backup is restored. same-device: they stay with the ' +
      'device that made it; never: they are not put back; unknown: nobody knows what they are',
  ),
  syncs: optional(
    onOff,
    'off: kept only on the device even while its service is on; on unless said otherwise, but off for the codes ' +
      'of apps, which their app has to mark for iCloud Keychain',
  ),
  installedBy: optional(
    word('organisation', 'person'),
    'Profiles: who put it there; the organisation where one manages the device unless said',
  ),
  carried: optional(yesNo, 'Phone to phone: whether it was seen to come over, where no source says so'),
  stillShown: optional(
    yesNo,
    'After a program has added a backup to a device in use: whether the device was seen to show it still, where it ' +
      'lies in files that the backup holds too and no source says so',
  ),
  fails: optional(
    z.strictObject({
      at: described(
        word('capture', 'placement', 'download'),
        'Where it cannot be read or written: in the backup, in its place, or when it comes down',
      ),
      and: byDefault(
        word('skipped', 'stops'),
        'skipped',
        'skipped: the rest goes its way without it. stops: the whole restore breaks off there',
      ),
      because: byDefault(
        word('damage', 'bad-name'),
        'damage',
        'bad-name: its data group has a slash in its name, which stops a restore by a computer onto iOS 18.1 or ' +
          'later and nothing else',
      ),
    }),
    'A damaged item, which fails alone or stops everything',
  ),
});

const ofTheApp = 'The app’s own backup or transfer only';
export const copySchema = z.strictObject({
  id: optional(id, 'Its name in this file; its kind unless said otherwise'),
  kind: word(...COPY_KINDS),
  of: z.array(id).check(z.minLength(1)),
  exists: byDefault(yesNo, 'yes', `${ofTheApp}: whether it was made, or is offered by the app`),
  made: optional(day, 'The app’s own backup only: its day; what came later is not in it'),
  until: optional(day, 'The app’s own backup only: the last day on which its maker keeps it'),
  days: optional(
    wholeSchema(1, 100_000),
    'The app’s own backup only: how many days back it reaches, such as 45 for attachments; all unless said',
  ),
  account: optional(id, 'The app’s own backup only: the account under which alone it opens'),
  password: byDefault(
    word('none', 'known', 'forgotten'),
    'none',
    'The app’s own backup only: the password or the long key with which it is sealed',
  ),
  number: byDefault(
    word('same', 'changed'),
    'same',
    `${ofTheApp}: the phone number or login for which it was made, compared with the one now`,
  ),
  oldPhone: byDefault(
    word('there', 'gone', 'unknown', 'as-it-stands'),
    'as-it-stands',
    'The app’s own transfer only: whether the old phone still has the app and its data. as-it-stands: where the ' +
      'phone is there, they are. One that is gone, erased or broken has nothing, whatever stands here',
  ),
  afterFailure: byDefault(
    word('kept', 'emptied', 'unknown'),
    'kept',
    'The app’s own transfer only: whether the old phone still has them after one that broke off',
  ),
  fails: byDefault(word('yes', 'no'), 'no', `${ofTheApp}: whether it breaks off each time`),
  deleted: optional(day, 'Recently Deleted: the day it was deleted'),
  where: optional(text(200)),
});
