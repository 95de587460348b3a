import * as z from 'zod';
import { COPY_KINDS } from './copy-kinds.ts';
import {
  textSchema as text,
  idSchema as id,
  daySchema as day,
  sizeSchema as size,
  wordSchema as word,
  yesNoSchema as yesNo,
  onOffSchema as onOff,
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
  id: id.optional().meta({ description: 'Its name in this file; the category’s unless said otherwise' }),
  category: id,
  title: text(10_000).optional(),
  count: z.number().int().min(0).max(1e9).default(1),
  bytes: size.default(0),
  created: day.optional().meta({ description: 'When it came to be; before the backup unless said otherwise' }),
  on: text(200).optional().meta({ description: 'The device that holds it; the backup’s device unless said otherwise' }),
  deleted: day
    .optional()
    .meta({ description: 'The day on which it was deleted from the device; later backups do not hold it' }),
  heldBy: z
    .array(id)
    .max(1000)
    .optional()
    .meta({ description: 'The backups that hold it; what could be in them by its dates unless said, [] for none' }),
  needs: z
    .array(id)
    .max(20)
    .default([])
    .meta({ description: 'Items without which it is of no use, such as the key of a sealed store' }),
  app: id.optional().meta({ description: 'The app it belongs to' }),
  policy: word(
    'ordinary',
    'server',
    'own-cloud',
    'excludes-itself',
    'bound-to-device',
    'same-model',
    'unknown',
  ).default('ordinary'),
  backupSwitch: onOff.default('on').meta({ description: 'The app’s own switch in the iCloud Backup settings' }),
  ownSwitch: word('none', 'in', 'out', 'unknown')
    .default('none')
    .meta({
      description:
        'A switch in the app itself for its data in backups. out asks for them to be left out, which is only a wish: ' +
        '`inBackup` says how it turned out, and it is not known unless said',
    }),
  store: word('available', 'withdrawn', 'refunded', 'other-region', 'not-shared', 'test-build', 'never', 'unknown')
    .default('available')
    .meta({
      description:
        'not-shared: a family member bought it and shares it no more. test-build: it came by TestFlight. never: it ' +
        'never was in the store, such as an app that its owner or an organisation built',
    }),
  start: word('works', 'hangs').default('works').meta({
    description: 'Apps only. hangs: with data of an older state restored, it comes no further than its first pages',
  }),
  onDemand: word('off', 'works', 'cuts-network')
    .default('off')
    .meta({
      description:
        'VPN entries only: whether it connects by itself. cuts-network: once restored, nothing gets through until it ' +
        'is switched off in Settings',
    }),
  deviceMark: word('none', 'in-its-data')
    .default('none')
    .meta({
      description:
        'in-its-data: the app tells devices apart by a mark among these data, so that a restored copy looks like the ' +
        'device that made the backup',
    }),
  overTwoGigabytes: yesNo.default('no').meta({
    description: 'Videos under iPhone OS 3 only: whether it is a single video of more than 2 GB',
  }),
  runsOn: word('any', 'iphone-only', 'ipad-only').default('any'),
  offloaded: word('yes', 'no').default('no'),
  account: id.optional().meta({ description: 'The account that bought it or that it belongs to' }),
  protection: word(...PROTECTIONS)
    .optional()
    .meta({ description: 'Keychain or data protection class; the category’s own unless said otherwise' }),
  management: word('none', 'prevent-backup', 'remove-with-profile', 'assigned-to-user', 'assigned-to-device').default(
    'none',
  ),
  uploaded: yesNo
    .optional()
    .meta({ description: 'Whether the iCloud service holds it; worked out from the room in iCloud unless said' }),
  inBackup: yesNo.optional().meta({
    description:
      'Whether the computer backup brings it, where sources differ or are silent; with policy own-cloud or a copy of ' +
      'the app’s own, whether the phone’s backup holds it too; with `ownSwitch`, whether it does in spite of it. Not ' +
      'known unless said',
  }),
  listed: yesNo.default('unknown').meta({
    description:
      'Whether the list of files of the computer backup names it; counts for a backup with `list: read` alone. What ' +
      'was looked up in no list is judged by the rules',
  }),
  putBack: word('ordinary', 'same-device', 'never', 'unknown')
    .default('ordinary')
    .meta({
      description:
        'What the file list of iOS says of these files when a backup is restored. same-device: they stay with the ' +
        'device that made it; never: they are not put back; unknown: nobody knows what they are',
    }),
  syncs: onOff.optional().meta({
    description:
      'off: kept only on the device even while its service is on; on unless said otherwise, but off for the codes ' +
      'of apps, which their app has to mark for iCloud Keychain',
  }),
  installedBy: word('organisation', 'person')
    .optional()
    .meta({ description: 'Profiles: who put it there; the organisation where one manages the device unless said' }),
  carried: yesNo
    .optional()
    .meta({ description: 'Phone to phone: whether it was seen to come over, where no source says so' }),
  fails: z
    .strictObject({
      at: word('capture', 'placement', 'download').meta({
        description: 'Where it cannot be read or written: in the backup, in its place, or when it comes down',
      }),
      and: word('skipped', 'stops')
        .default('skipped')
        .meta({ description: 'skipped: the rest goes its way without it. stops: the whole restore breaks off there' }),
      because: word('damage', 'bad-name')
        .default('damage')
        .meta({
          description:
            'bad-name: its data group has a slash in its name, which stops a restore by a computer onto iOS 18.1 or ' +
            'later and nothing else',
        }),
    })
    .optional()
    .meta({ description: 'A damaged item, which fails alone or stops everything' }),
});

const ofTheApp = 'The app’s own backup or transfer only';
export const copySchema = z.strictObject({
  id: id.optional().meta({ description: 'Its name in this file; its kind unless said otherwise' }),
  kind: word(...COPY_KINDS),
  of: z.array(id).min(1),
  exists: yesNo.default('yes').meta({ description: `${ofTheApp}: whether it was made, or is offered by the app` }),
  made: day.optional().meta({ description: 'The app’s own backup only: its day; what came later is not in it' }),
  until: day.optional().meta({ description: 'The app’s own backup only: the last day on which its maker keeps it' }),
  days: z.number().int().min(1).max(100_000).optional().meta({
    description:
      'The app’s own backup only: how many days back it reaches, such as 45 for attachments; all unless said',
  }),
  account: id.optional().meta({ description: 'The app’s own backup only: the account under which alone it opens' }),
  password: word('none', 'known', 'forgotten')
    .default('none')
    .meta({ description: 'The app’s own backup only: the password or the long key with which it is sealed' }),
  number: word('same', 'changed')
    .default('same')
    .meta({ description: `${ofTheApp}: the phone number or login for which it was made, compared with the one now` }),
  oldPhone: word('there', 'gone', 'unknown', 'as-it-stands')
    .default('as-it-stands')
    .meta({
      description:
        'The app’s own transfer only: whether the old phone still has the app and its data. as-it-stands: where the ' +
        'phone is there, they are. One that is gone, erased or broken has nothing, whatever stands here',
    }),
  afterFailure: word('kept', 'emptied', 'unknown').default('kept').meta({
    description: 'The app’s own transfer only: whether the old phone still has them after one that broke off',
  }),
  fails: word('yes', 'no')
    .default('no')
    .meta({ description: `${ofTheApp}: whether it breaks off each time` }),
  deleted: day.optional().meta({ description: 'Recently Deleted: the day it was deleted' }),
  where: text(200).optional(),
});
