import * as z from 'zod';
import { MAX_SIZE_SIZE, parseBytes } from './bytes.ts';
import { isForbiddenName } from './names.ts';
import { newestFirst } from './newest-first.ts';
import { optionsOf, PROGRAM_IDS, type ProgramOptions } from './programs.ts';
import { parseMoment } from './time.ts';
import { compareVersions, isVersion } from './version.ts';

/** Everything a restore depends on, as the scenario states it. Frozen for the whole run. */

const isWhole = (word: string): boolean => !/\p{Cs}/u.test(word);
/** Free words, without half characters: those can be neither fingerprinted nor written down. */
export const textSchema = (longest: number) =>
  z.string().min(1).max(longest).refine(isWhole, 'a text of whole characters (half of one stands in it)');
const text = textSchema;
/** The one rule for ids, at every door. */
export const idSchema = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]{0,63}$/, 'small letters, digits and hyphens')
  .refine((word) => !isForbiddenName(word), 'a word that can be an id; choose another');
const id = idSchema;
const day = z.string().refine((word) => parseMoment(word) !== undefined, 'a date that exists, such as 2026-03-01');
const version = z.string().refine(isVersion, 'a version such as "18.3.1"');
const size = z
  .union([z.number().int().min(0).max(MAX_SIZE_SIZE), z.string()])
  .transform((value, context) => {
    const bytes = typeof value === 'number' ? value : parseBytes(value);
    if (bytes !== undefined && bytes <= MAX_SIZE_SIZE) return bytes;
    context.addIssue({ code: 'custom', message: 'a size between 0 B and 16 TB, such as 38.6 GB', input: value });
    return z.NEVER;
  })
  .meta({ description: 'A size, such as 38.6 GB, 120 kB or a number of bytes' });

const word = <const T extends readonly [string, ...string[]]>(...words: T) => z.enum(words);
const yesNo = word('yes', 'no', 'unknown');
const onOff = word('on', 'off', 'unknown');
const allowed = word('allowed', 'forbidden');
const option = (description: string) =>
  word('yes', 'no')
    .optional()
    .meta({ description: `${description}; as the program does by itself unless said otherwise` });

export const EDITIONS = ['ios7', 'ios8', 'modern'] as const;
export const ROUTES = ['icloud', 'computer', 'direct'] as const;
/** The ways that need a backup; the third takes the data from the old phone itself. */
export const BACKUP_ROUTES = ['icloud', 'computer'] as const satisfies readonly (typeof ROUTES)[number][];
export const DEVICE_KINDS = ['iphone', 'ipad', 'ipod'] as const;

export const deviceSchema = z.strictObject({
  name: text(200)
    .default('new iPhone')
    .meta({
      description:
        'The same name as a backup’s `device` means: the very same device. Unless said otherwise new iPhone, new ' +
        'iPad or new iPod touch, by its kind; so with its model',
    }),
  kind: word(...DEVICE_KINDS).default('iphone'),
  model: text(80).default('iPhone 15'),
  ios: version.default('18.3'),
  latestIos: version
    .optional()
    .meta({ description: 'The newest iOS this model can run; it can be updated up to here' }),
  state: word('new', 'set-up', 'in-use')
    .default('new')
    .meta({
      description:
        'new: at its first screen, erased or never used; set-up: in use, with nothing of before on it; ' +
        'in-use: what lives on this device by `on` or by the newest backup is on it',
    }),
  passcode: word('yes', 'no').default('yes').meta({ description: 'Whether a passcode is chosen in Setup Assistant' }),
  findMy: word('on', 'off').default('off'),
  activationLock: word('off', 'password-known', 'password-forgotten').default('off'),
  free: size.default(128e9).meta({ description: 'Free room on the device before the restore' }),
  room: size.optional().meta({
    description: 'All its room, as it stands free after an erase; what is free and what its items take unless said',
  }),
  sim: word('same', 'other', 'none', 'unknown')
    .default('same')
    .meta({ description: 'The SIM, compared with the one present at the backup' }),
  supervised: word('yes', 'no').default('no'),
  stolenDeviceProtection: word('off', 'on', 'everywhere', 'unknown')
    .default('off')
    .meta({
      description:
        'on: away from familiar places; everywhere: at familiar places too. Without effect before iOS 17.3; from iOS ' +
        '26.4 on not known unless said, since reports differ',
    }),
  place: word('familiar', 'unfamiliar', 'unknown')
    .default('familiar')
    .meta({ description: 'Whether the phone knows the place where the person is, such as home or work' }),
  face: word('works', 'fails')
    .default('works')
    .meta({ description: 'Whether Face ID or Touch ID knows the person who holds the phone' }),
  assigned: word('yes', 'no').default('no').meta({
    description: 'Whether it is assigned to an organisation’s service, so that Setup comes to Remote Management',
  }),
});

/** What a backup says of management when no service managed the device that day. */
export const NO_SERVICE = 'none';

/** What an organisation can have its service do when it erases a phone from afar. */
export const RETURNS = ['off', 'on', 'keeps-apps'] as const;

export const organisationSchema = z.strictObject({
  icloudBackup: allowed.default('allowed'),
  erase: allowed.default('allowed'),
  restorePane: allowed.default('allowed'),
  directPane: allowed.default('allowed').meta({
    description: 'The page of the move from phone to phone in Setup; an assigned phone never shows it, hidden or not',
  }),
  nearbySetup: allowed
    .default('allowed')
    .meta({ description: 'forbidden: after an erase by the organisation the first start offers no Quick Start' }),
  passcodePane: allowed.default('allowed').meta({ description: 'The page on which a passcode is chosen' }),
  accountPane: allowed
    .default('allowed')
    .meta({ description: 'The page in the rest of Setup that asks for the account after a computer restore' }),
  appStore: allowed.default('allowed'),
  pairing: allowed.default('allowed'),
  keychainSync: allowed.default('allowed'),
  photosSync: allowed.default('allowed'),
  documentSync: allowed.default('allowed'),
  service: id.default('management').meta({ description: 'The service to which the device is assigned' }),
  enrolment: word('automatic', 'by-hand')
    .default('automatic')
    .meta({ description: 'How the device came under management' }),
  skipEnrolment: allowed
    .default('forbidden')
    .meta({ description: 'Whether the Remote Management page lets the person go on without it' }),
  profileRemoval: allowed
    .default('allowed')
    .meta({ description: 'Whether the person may remove the management profile on the phone' }),
  record: word('kept', 'gone', 'unknown')
    .default('kept')
    .meta({ description: 'Whether the service of the old profile still knows this device' }),
  certificate: word('valid', 'expired', 'unknown').optional().meta({
    description: 'That of the enrolment in the backup; expired when the backup is over a year old, else valid',
  }),
  afterOlderBackup: word('enrols', 'missing', 'unknown')
    .optional()
    .meta({
      description:
        'What follows when this phone gets a backup from before its enrolment: Setup enrols it, or the enrolment is ' +
        'missing. Worked out from the iOS and the way unless said',
    }),
  keepsEsim: word('yes', 'no')
    .default('no')
    .meta({ description: 'Whether an erase by the service asks to keep the eSIM' }),
  returnToService: word(...RETURNS)
    .default('off')
    .meta({ description: 'Whether a phone that the service erases sets itself up again, and whether apps stay' }),
  sendsProfile: word('yes', 'no')
    .default('yes')
    .meta({ description: 'Whether the command for Return to Service brings the management profile along' }),
  movesTo: id.optional().meta({ description: 'Another service that the device is given to without an erase' }),
  deliversApps: word('yes', 'no')
    .default('yes')
    .meta({ description: 'Whether the new service delivers the managed apps before it lets the phone go on' }),
});

/** The account of a phone whose scenario names none: told as the customer’s, never by this word. */
export const UNNAMED_ACCOUNT = 'customer';
/** An account as a person reads it: by its name, or as the customer’s own where nobody has named it. */
export const accountInWords = (account: string): string =>
  account === UNNAMED_ACCOUNT ? 'the customer’s account' : account;

export const accountSchema = z.strictObject({
  id,
  kind: word('personal', 'managed')
    .default('personal')
    .meta({ description: 'managed: a Managed Apple Account, which belongs to an organisation' }),
  services: allowed.or(word('unknown')).default('allowed').meta({
    description: 'Managed accounts only: whether the organisation lets it use iCloud services',
  }),
  signIn: word('anywhere', 'supervised')
    .default('anywhere')
    .meta({ description: 'Managed accounts only: the devices on which the organisation lets it sign in' }),
  password: word('known', 'forgotten').default('known'),
  twoFactor: word('off', 'code-arrives', 'code-cannot-arrive').default('code-arrives'),
  advancedDataProtection: word('on', 'off').default('off'),
  recovery: word('available', 'lost')
    .default('available')
    .meta({ description: 'A trusted device, recovery contact or recovery key' }),
  devicePasscode: word('known', 'forgotten')
    .optional()
    .meta({
      description:
        'The passcode of an older device, which opens all that iCloud keeps encrypted from end to end; known, ' +
        'but forgotten where recovery is lost, unless said otherwise',
    }),
  room: size
    .optional()
    .meta({ description: 'Space for uploads in iCloud; photos upload from the oldest on until it is used up' }),
});

export const backupSchema = z.strictObject({
  id,
  kind: word(...BACKUP_ROUTES)
    .optional()
    .meta({
      description: 'Where it lies; the scenario’s route unless said otherwise, and iCloud where that is direct',
    }),
  device: text(200).default('old iPhone'),
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
  password: word('known', 'forgotten')
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
  supervised: word('yes', 'no').default('no'),
  managedBy: id.optional().meta({
    description:
      `The service that managed the device that day, or “${NO_SERVICE}”; that of the organisation when it was ` +
      'supervised unless said otherwise',
  }),
  passcodeSet: word('yes', 'no', 'unknown')
    .default('yes')
    .meta({ description: 'Whether the old device had a passcode then' }),
});

/** The phone that a person comes from: the source of a move from phone to phone. It holds its data as of today. */
export const oldPhoneSchema = z.strictObject({
  name: text(200).optional().meta({
    description: 'The device of the newest backup of another device unless said otherwise, else “old iPhone”',
  }),
  kind: word(...DEVICE_KINDS)
    .optional()
    .meta({ description: 'As that backup says, else as the new device' }),
  model: text(80).optional().meta({ description: 'As that backup says, else iPhone 13' }),
  ios: version.optional().meta({ description: 'As that backup says, else as the new device' }),
  account: id.optional().meta({ description: 'The account signed in on it; the first account unless said otherwise' }),
  state: word('at-hand', 'erased', 'gone', 'broken', 'unknown')
    .default('at-hand')
    .meta({ description: 'at-hand: it is there, can be switched on and still holds its data' }),
  passcode: word('known', 'forgotten').default('known').meta({ description: 'Whether somebody knows its passcode' }),
  near: word('yes', 'no')
    .default('yes')
    .meta({ description: 'Both phones lie close together, with Wi-Fi and Bluetooth on' }),
  managedBlocksQuickStart: word('yes', 'no')
    .default('no')
    .meta({ description: 'yes: an organisation that manages the old phone keeps it from setting up another one' }),
  stolenDeviceProtection: word('off', 'on', 'everywhere').default('off').meta({
    description: 'on: away from familiar places; everywhere: at familiar places too. Without effect before iOS 17.3',
  }),
  place: word('familiar', 'unfamiliar')
    .default('familiar')
    .meta({ description: 'Whether the old phone knows the place, such as home or work' }),
  face: word('works', 'fails')
    .default('works')
    .meta({ description: 'Whether the face or finger that the old phone knows is there' }),
  esimTransfer: word('allowed', 'by-carrier-only', 'unknown')
    .default('unknown')
    .meta({ description: 'Whether the carrier allows the line to move from phone to phone' }),
  watch: word('worn', 'put-away')
    .default('worn')
    .meta({ description: 'Whether its Apple Watch is worn and unlocked, so that it can be asked' }),
  fits: yesNo.default('unknown').meta({
    description: 'Whether the new phone has room for it; known where it is more than enough, else what that phone said',
  }),
  brokenOffMove: word('leaves-nothing', 'unknown')
    .default('unknown')
    .meta({ description: 'What a move that breaks off in the middle leaves on the new phone' }),
});

/** When only the person’s own devices hold the keys: by standard, with Advanced Data Protection, or never. */
export type EndToEnd = 'always' | 'advanced' | 'never';
export interface ServiceRow {
  readonly endToEnd: EndToEnd;
  /** Whether a Managed Apple Account can keep it, where its organisation allows. `unknown`: no source says. */
  readonly managed: 'yes' | 'no' | 'unknown';
  /** The first iOS that has it (facts IC-12, VS-12, VS-13, EE-11); `null` where no source was found. */
  readonly since: string | null;
  /** The first iOS under which it is encrypted so, where it had been kept otherwise before (EE-10). */
  readonly sealedSince?: string;
}

/** iCloud services that keep a copy of their own. */
export const SERVICES = {
  contacts: { endToEnd: 'never', managed: 'yes', since: null },
  calendars: { endToEnd: 'never', managed: 'yes', since: null },
  keychain: { endToEnd: 'always', managed: 'yes', since: null },
  reminders: { endToEnd: 'advanced', managed: 'yes', since: null },
  notes: { endToEnd: 'advanced', managed: 'yes', since: null },
  safari: { endToEnd: 'advanced', managed: 'unknown', since: null },
  home: { endToEnd: 'always', managed: 'unknown', since: null, sealedSince: '16.2' },
  health: { endToEnd: 'always', managed: 'no', since: '11' },
  journal: { endToEnd: 'always', managed: 'unknown', since: '17.2' },
  messages: { endToEnd: 'always', managed: 'yes', since: '11.4' },
  'voice-memos': { endToEnd: 'advanced', managed: 'unknown', since: '12' },
  drive: { endToEnd: 'advanced', managed: 'yes', since: null },
  // iCloud Photos came with iOS 8 (C11), but shared albums are older: their rules name the editions.
  photos: { endToEnd: 'advanced', managed: 'unknown', since: null },
  'screen-time': { endToEnd: 'always', managed: 'unknown', since: null },
} as const satisfies Readonly<Record<string, ServiceRow>>;
export type ServiceId = keyof typeof SERVICES;
export const SERVICE_IDS = Object.keys(SERVICES) as readonly ServiceId[];

const service = z.union([
  onOff.transform((state) => ({ atBackup: state, now: state })),
  z.strictObject({ atBackup: onOff.default('off'), now: onOff.default('off') }),
]);
const off = { atBackup: 'off', now: 'off' } as const;
const serviceFields = Object.fromEntries(SERVICE_IDS.map((name) => [name, service.default(off)])) as Record<
  ServiceId,
  z.ZodDefault<typeof service>
>;

export const servicesSchema = z.strictObject({
  account: id.optional().meta({ description: 'Whose iCloud it is; the first account unless said otherwise' }),
  ...serviceFields,
});

/** Whether an iOS has a service at all: nothing can be kept in one that came later. */
export function hasService(ios: string, name: ServiceId): boolean {
  const { since } = SERVICES[name];
  return since === null || compareVersions(ios, since) >= 0;
}

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
  store: word('available', 'withdrawn', 'refunded', 'other-region', 'not-shared', 'test-build', 'never', 'unknown')
    .default('available')
    .meta({
      description:
        'not-shared: a family member bought it and shares it no more. test-build: it came by TestFlight. never: it ' +
        'never was in the store, such as an app that its owner or an organisation built',
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
      'the app’s own, whether the phone’s backup holds it too. Not known unless said',
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
    })
    .optional()
    .meta({ description: 'A damaged item, which fails alone or stops everything' }),
});

export const COPY_KINDS = [
  'own-backup',
  'own-transfer',
  'recently-deleted',
  'other-device',
  'computer-library',
  'web',
  'photo-service',
  'older-backup',
  'recovery-tool',
] as const;
/** A backup that the app makes itself, and its own way of moving from phone to phone: copies with conditions. */
export const OWN_WAYS = ['own-backup', 'own-transfer'] as const satisfies readonly (typeof COPY_KINDS)[number][];
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
  oldPhone: word('there', 'gone', 'unknown')
    .default('there')
    .meta({ description: 'The app’s own transfer only: whether the old phone still has the app and its data' }),
  fails: word('yes', 'no')
    .default('no')
    .meta({ description: `${ofTheApp}: whether it breaks off each time` }),
  deleted: day.optional().meta({ description: 'Recently Deleted: the day it was deleted' }),
  where: text(200).optional(),
});

export const worldSchema = z.strictObject({
  today: day.default('2026-03-01').meta({ description: 'The day the restore begins; ages are counted up to here' }),
  device: deviceSchema.prefault({}),
  accounts: z
    .array(accountSchema)
    .max(50)
    .default([accountSchema.parse({ id: UNNAMED_ACCOUNT })])
    .meta({
      description:
        'The first is whose phone it is: it signs in, and owns what names no other account. The order of the rest ' +
        'decides nothing. Where none is stated, it is the one that a script signs in with, else the customer’s own, ' +
        `which nobody names (\`${UNNAMED_ACCOUNT}\`). \`[]\`: the customer has none`,
    }),
  backups: z.array(backupSchema).max(500).default([]),
  oldPhone: oldPhoneSchema
    .optional()
    .meta({ description: 'The phone that the person comes from; route direct has one unless said otherwise' }),
  services: servicesSchema.prefault({}),
  surroundings: z
    .strictObject({
      wifi: word('on', 'off').default('on'),
      power: word('on', 'off').default('on'),
      speed: word('fast', 'usual', 'slow').default('fast'),
      region: word('home', 'abroad').default('home'),
    })
    .prefault({}),
  organisation: organisationSchema.prefault({}),
  computer: z
    .strictObject({
      software: word(...PROGRAM_IDS)
        .default('finder')
        .meta({
          description:
            'The program that restores. Each has its own defaults for the options below. tool: one that is not ' +
            'named; it brings what Apple’s programs bring and adds it to what is there',
        }),
      systemFiles: option('Whether everything outside apps is asked for too (--system)'),
      keepsSettings: option('Whether the device keeps its own settings (--settings puts back those of the backup)'),
      installsApps: option('Whether the device is told which apps to install (not with --skip-apps)'),
      remove: option('Whether what the backup lacks is removed from a device in use (--remove)'),
      restarts: option('Whether the device is restarted at the end (not with --no-reboot)'),
      copiesFirst: option('Whether the folder of the backup is copied before (--copy)'),
      staging: word('empty', 'left-over').default('empty').meta({
        description: 'left-over: data of an earlier restore still wait for the restart that never came',
      }),
    })
    .prefault({}),
  copies: z.array(copySchema).max(1000).default([]),
  items: z.array(itemSchema).max(200_000).default([]),
});

type Deep<T> = T extends (infer U)[]
  ? readonly Deep<U>[]
  : T extends object
    ? { readonly [K in keyof T]: Deep<T[K]> }
    : T;
type StatedAccount = Deep<z.output<typeof accountSchema>>;
export type Account = StatedAccount & { readonly devicePasscode: NonNullable<StatedAccount['devicePasscode']> };
/** A backup, or the old phone in the place of one (`CaseFile.backup`). */
export type Backup = Omit<Deep<z.output<typeof backupSchema>>, 'kind'> & {
  readonly kind: Route;
  readonly account: string;
};
type StatedOldPhone = Deep<z.output<typeof oldPhoneSchema>>;
/** The old phone with what the world says of it, and what follows from its newest backup. */
export type OldPhone = StatedOldPhone & {
  readonly account: string;
  readonly name: string;
  readonly kind: DeviceKind;
  readonly model: string;
  readonly ios: string;
};
type StatedItem = Deep<z.output<typeof itemSchema>>;
export type Item = StatedItem & {
  readonly id: string;
  readonly title: string;
  readonly syncs: NonNullable<StatedItem['syncs']>;
};
/** What an item has from its category unless it says otherwise. */
export type ItemDefaults = Pick<Item, 'title' | 'syncs'>;
export type Copy = Deep<z.output<typeof copySchema>>;
export type DeviceKind = (typeof DEVICE_KINDS)[number];
export type CopyKind = (typeof COPY_KINDS)[number];
export type Edition = (typeof EDITIONS)[number];
export type Route = (typeof ROUTES)[number];
type Stated = Deep<z.output<typeof worldSchema>>;

/** The program that restores, with what it does: stated, or its own default. */
export type Computer = Readonly<Pick<Stated['computer'], 'software' | 'staging'> & ProgramOptions>;

/** The stated world with the few values filled in that depend on others. */
export interface World extends Omit<Stated, 'accounts' | 'backups' | 'services' | 'items' | 'oldPhone' | 'computer'> {
  readonly edition: Edition;
  readonly route: Route;
  readonly accounts: readonly Account[];
  readonly backups: readonly Backup[];
  /** `null` in a world that speaks of none. */
  readonly oldPhone: OldPhone | null;
  readonly services: Omit<Stated['services'], 'account'> & { readonly account: string };
  readonly computer: Computer;
  readonly items: readonly Item[];
}
export type WorldInput = z.input<typeof worldSchema>;

const isComplete = (item: Stated['items'][number]): item is Item =>
  item.id !== undefined && item.title !== undefined && item.syncs !== undefined;

/** Whoever has lost every way into the account has lost the passcodes of its devices too. */
const withPasscode = (account: StatedAccount): Account => ({
  ...account,
  devicePasscode: account.devicePasscode ?? (account.recovery === 'lost' ? 'forgotten' : 'known'),
});

/** `defaultsOf` says what an item has from its category. */
export function completeWorld(
  stated: Stated,
  edition: Edition,
  route: Route,
  defaultsOf: (category: string) => ItemDefaults = (category) => ({ title: category, syncs: 'on' }),
): World {
  // A world without accounts is one in which nobody owns anything; no account has this name.
  const first = stated.accounts[0]?.id ?? '';
  return {
    ...stated,
    edition,
    route,
    accounts: stated.accounts.map(withPasscode),
    backups: stated.backups.map((backup) => ({
      ...backup,
      kind: backup.kind ?? (route === 'direct' ? 'icloud' : route),
      account: backup.account ?? first,
    })),
    oldPhone: completeOldPhone(stated, route, first),
    services: { ...stated.services, account: stated.services.account ?? first },
    computer: { ...stated.computer, ...optionsOf(stated.computer.software, stated.computer) },
    items: stated.items.map((item) => {
      if (isComplete(item)) return item;
      const { title, syncs } = defaultsOf(item.category);
      return { ...item, id: item.id ?? item.category, title: item.title ?? title, syncs: item.syncs ?? syncs };
    }),
  };
}

/** An old phone of which nothing is said and that left no backup. */
const OLD_PHONE_UNNAMED = { name: 'old iPhone', model: 'iPhone 13' };

/** What the world does not say of the old phone is known from its newest backup. */
function completeOldPhone({ oldPhone, backups, device }: Stated, route: Route, firstAccount: string): OldPhone | null {
  const said = oldPhone ?? (route === 'direct' ? oldPhoneSchema.parse({}) : undefined);
  if (said === undefined) return null;
  const isItsOwn = (name: string): boolean => (said.name === undefined ? name !== device.name : name === said.name);
  const newest = backups.filter((backup) => isItsOwn(backup.device)).toSorted(newestFirst)[0];
  return {
    ...said,
    account: said.account ?? firstAccount,
    name: said.name ?? newest?.device ?? OLD_PHONE_UNNAMED.name,
    kind: said.kind ?? newest?.deviceKind ?? device.kind,
    model: said.model ?? newest?.model ?? OLD_PHONE_UNNAMED.model,
    ios: said.ios ?? newest?.ios ?? device.ios,
  };
}
