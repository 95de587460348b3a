import * as z from 'zod/mini';
import {
  textSchema as text,
  idSchema as id,
  daySchema as day,
  versionSchema as version,
  sizeSchema as size,
  wordSchema as word,
  yesNoSchema as yesNo,
  wholeSchema,
  describedSchema,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from './fields.ts';
import { servicesOfBackupSchema } from './services-schema.ts';
import { BACKUP_ROUTES, DEVICE_KINDS, NO_SERVICE } from './kinds.ts';

export const backupSchema = z.strictObject({
  id,
  kind: optional(
    word(...BACKUP_ROUTES),
    'Where it lies; the scenario’s route unless said otherwise, and iCloud where that is direct',
  ),
  device: byDefault(
    text(200),
    'old iPhone',
    'The device that made it. One with the name of the device that is restored is that device: its model, kind ' +
      'and iOS are then those of the device unless said otherwise',
  ),
  deviceKind: byDefault(word(...DEVICE_KINDS), 'iphone'),
  model: byDefault(text(80), 'iPhone 15'),
  account: optional(id, 'The account that made it; the first account unless said otherwise'),
  made: day,
  ios: byDefault(version, '18.3'),
  complete: byDefault(word('yes', 'no'), 'yes'),
  after180Days: byDefault(
    word('kept', 'deleted'),
    'kept',
    'Whether Apple uses its right to delete it after 180 days without a backup',
  ),
  backupTurnedOff: optional(day, 'The day iCloud Backup was switched off'),
  encrypted: byDefault(yesNo, 'no', 'Computer backups only: is “Encrypt local backup” on?'),
  keychain: byDefault(
    word('as-encrypted', 'moves', 'stays'),
    'as-encrypted',
    'Computer backups only: what its key bag says of passwords and codes. moves: they open on another device ' +
      'too; stays: only on the device that made it; as-encrypted: nobody has looked, so its encryption decides',
  ),
  list: byDefault(
    word('read', 'not-read'),
    'not-read',
    'Computer backups only. read: its list of files was read, and `listed` of an item says what stands in it',
  ),
  password: byDefault(word('known', 'forgotten', 'unknown'), 'known', 'The password of an encrypted computer backup'),
  damaged: byDefault(word('yes', 'no'), 'no'),
  space: byDefault(
    word('plan', 'borrowed'),
    'plan',
    'iCloud backups only: in the room of the plan, or in the room that Apple lends for the move to a new ' +
      'device (21 days, 42 when prolonged)',
  ),
  extended: byDefault(yesNo, 'no', 'Borrowed room only: whether it was prolonged by 21 days'),
  restored: optional(day, 'Borrowed room only: the day on which it was restored; it is kept for 7 days after that'),
  archive: optional(
    word('yes', 'no'),
    'Computer backups only. yes: archived, and kept beside the latest one. no: the next backup of the same ' +
      'device has overwritten it. It is there unless said otherwise',
  ),
  appList: byDefault(
    yesNo,
    'yes',
    'Computer backups only: whether its description (Info.plist, Applications) lists the apps',
  ),
  contents: byDefault(
    word('whole', 'partial'),
    'whole',
    'partial: only chosen files were kept; `heldBy` of an item says whether it is among them',
  ),
  index: byDefault(
    word('fits', 'stale', 'missing'),
    'fits',
    'Computer backups only: the list of its files (Manifest). stale: it names files that were taken out or lost; ' +
      'missing: there is none',
  ),
  beta: byDefault(word('yes', 'no'), 'no', 'Whether a beta of its iOS made it'),
  services: optional(
    servicesOfBackupSchema,
    'iCloud services that stood otherwise when this backup was made than `services` says, such as photos: off ' +
      'in one from before iCloud Photos was switched on',
  ),
  declared: describedSchema(
    z.prefault(
      z.strictObject({
        encrypted: optional(word('yes', 'no')),
        complete: optional(word('yes', 'no')),
        damaged: optional(word('yes', 'no')),
        items: optional(wholeSchema(0, 1e9)),
        bytes: optional(size),
      }),
      {},
    ),
    'What it says of itself, where that is not so; the fields beside it say how it really is',
  ),
  supervised: byDefault(word('yes', 'no', 'unknown'), 'no'),
  managedBy: optional(
    id,
    `The service that managed the device that day, or “${NO_SERVICE}”; unless said otherwise that of the ` +
      'organisation when it was supervised, and for this very device when it was enrolled by hand',
  ),
  passcodeSet: byDefault(word('yes', 'no', 'unknown'), 'yes', 'Whether the old device had a passcode then'),
});
