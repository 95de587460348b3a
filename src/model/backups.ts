import * as z from 'zod';
import {
  textSchema as text,
  idSchema as id,
  daySchema as day,
  versionSchema as version,
  sizeSchema as size,
  wordSchema as word,
  yesNoSchema as yesNo,
} from './fields.ts';
import { BACKUP_ROUTES, DEVICE_KINDS, NO_SERVICE } from './kinds.ts';

export const backupSchema = z.strictObject({
  id,
  kind: word(...BACKUP_ROUTES)
    .optional()
    .meta({
      description: 'Where it lies; the scenario’s route unless said otherwise, and iCloud where that is direct',
    }),
  device: text(200)
    .default('old iPhone')
    .meta({
      description:
        'The device that made it. One with the name of the device that is restored is that device: its model, kind ' +
        'and iOS are then those of the device unless said otherwise',
    }),
  deviceKind: word(...DEVICE_KINDS).default('iphone'),
  model: text(80).default('iPhone 15'),
  account: id.optional().meta({ description: 'The account that made it; the first account unless said otherwise' }),
  made: day,
  ios: version.default('18.3'),
  complete: word('yes', 'no').default('yes'),
  after180Days: word('kept', 'deleted')
    .default('kept')
    .meta({ description: 'Whether Apple uses its right to delete it after 180 days without a backup' }),
  backupTurnedOff: day.optional().meta({ description: 'The day iCloud Backup was switched off' }),
  encrypted: yesNo.default('no').meta({ description: 'Computer backups only: is “Encrypt local backup” on?' }),
  keychain: word('as-encrypted', 'moves', 'stays')
    .default('as-encrypted')
    .meta({
      description:
        'Computer backups only: what its key bag says of passwords and codes. moves: they open on another device ' +
        'too; stays: only on the device that made it; as-encrypted: nobody has looked, so its encryption decides',
    }),
  list: word('read', 'not-read').default('not-read').meta({
    description:
      'Computer backups only. read: its list of files was read, and `listed` of an item says what stands in it',
  }),
  password: word('known', 'forgotten', 'unknown')
    .default('known')
    .meta({ description: 'The password of an encrypted computer backup' }),
  damaged: word('yes', 'no').default('no'),
  space: word('plan', 'borrowed')
    .default('plan')
    .meta({
      description:
        'iCloud backups only: in the room of the plan, or in the room that Apple lends for the move to a new ' +
        'device (21 days, 42 when prolonged)',
    }),
  extended: yesNo.default('no').meta({ description: 'Borrowed room only: whether it was prolonged by 21 days' }),
  restored: day.optional().meta({
    description: 'Borrowed room only: the day on which it was restored; it is kept for 7 days after that',
  }),
  archive: word('yes', 'no')
    .optional()
    .meta({
      description:
        'Computer backups only. yes: archived, and kept beside the latest one. no: the next backup of the same ' +
        'device has overwritten it. It is there unless said otherwise',
    }),
  appList: yesNo.default('yes').meta({
    description: 'Computer backups only: whether its description (Info.plist, Applications) lists the apps',
  }),
  contents: word('whole', 'partial').default('whole').meta({
    description: 'partial: only chosen files were kept; `heldBy` of an item says whether it is among them',
  }),
  index: word('fits', 'stale', 'missing')
    .default('fits')
    .meta({
      description:
        'Computer backups only: the list of its files (Manifest). stale: it names files that were taken out or lost; ' +
        'missing: there is none',
    }),
  beta: word('yes', 'no').default('no').meta({ description: 'Whether a beta of its iOS made it' }),
  declared: z
    .strictObject({
      encrypted: word('yes', 'no').optional(),
      complete: word('yes', 'no').optional(),
      damaged: word('yes', 'no').optional(),
      items: z.number().int().min(0).max(1e9).optional(),
      bytes: size.optional(),
    })
    .prefault({})
    .meta({
      description: 'What it says of itself, where that is not so; the fields beside it say how it really is',
    }),
  supervised: word('yes', 'no', 'unknown').default('no'),
  managedBy: id.optional().meta({
    description:
      `The service that managed the device that day, or “${NO_SERVICE}”; unless said otherwise that of the ` +
      'organisation when it was supervised, and for this very device when it was enrolled by hand',
  }),
  passcodeSet: word('yes', 'no', 'unknown')
    .default('yes')
    .meta({ description: 'Whether the old device had a passcode then' }),
});
