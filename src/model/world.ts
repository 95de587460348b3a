import * as z from 'zod';
import { MAX_SIZE_SIZE, parseBytes } from './bytes.ts';
import { isForbiddenName } from './names.ts';
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
export const ROUTES = ['icloud', 'computer'] as const;
export const DEVICE_KINDS = ['iphone', 'ipad', 'ipod'] as const;

export const deviceSchema = z.strictObject({
  name: text(200)
    .default('new iPhone')
    .meta({ description: 'The same name as a backup’s `device` means: the very same device' }),
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
});

export const accountSchema = z.strictObject({
  id,
  password: word('known', 'forgotten').default('known'),
  twoFactor: word('off', 'code-arrives', 'code-cannot-arrive').default('code-arrives'),
  advancedDataProtection: word('on', 'off').default('off'),
  recovery: word('available', 'lost')
    .default('available')
    .meta({ description: 'A trusted device, recovery contact or recovery key' }),
  devicePasscode: word('known', 'forgotten')
    .default('known')
    .meta({ description: 'The passcode of an older device, asked for by iCloud Keychain' }),
  room: size
    .optional()
    .meta({ description: 'Space for uploads in iCloud; photos upload from the oldest on until it is used up' }),
});

export const backupSchema = z.strictObject({
  id,
  kind: word(...ROUTES)
    .optional()
    .meta({ description: 'Where it lies; the scenario’s route unless said otherwise' }),
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
  passcodeSet: word('yes', 'no', 'unknown')
    .default('yes')
    .meta({ description: 'Whether the old device had a passcode then' }),
});

/**
 * iCloud services that keep a copy of their own. `endToEnd`: only trusted devices hold its keys. `since`: the first iOS
 * that has it (facts IC-12, VS-12, VS-13, EE-11); `null` where no source was found.
 */
export const SERVICES = {
  contacts: { endToEnd: false, since: null },
  calendars: { endToEnd: false, since: null },
  keychain: { endToEnd: true, since: null },
  reminders: { endToEnd: false, since: null },
  notes: { endToEnd: false, since: null },
  safari: { endToEnd: false, since: null },
  home: { endToEnd: true, since: null },
  health: { endToEnd: true, since: '11' },
  journal: { endToEnd: true, since: '17.2' },
  messages: { endToEnd: true, since: '11.4' },
  'voice-memos': { endToEnd: false, since: '12' },
  drive: { endToEnd: false, since: null },
  // iCloud Photos came with iOS 8 (C11), but shared albums are older: their rules name the editions.
  photos: { endToEnd: false, since: null },
} as const satisfies Readonly<Record<string, { readonly endToEnd: boolean; readonly since: string | null }>>;
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
  syncs: onOff.default('on').meta({ description: 'off: kept only on the device even while its service is on' }),
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
    .default([accountSchema.parse({ id: 'mara' })])
    .meta({
      description:
        'The first is whose phone it is: it signs in, and owns what names no other account. The order of the rest ' +
        'decides nothing',
    }),
  backups: z.array(backupSchema).max(500).default([]),
  services: servicesSchema.prefault({}),
  surroundings: z
    .strictObject({
      wifi: word('on', 'off').default('on'),
      power: word('on', 'off').default('on'),
      speed: word('fast', 'usual', 'slow').default('fast'),
      region: word('home', 'abroad').default('home'),
    })
    .prefault({}),
  organisation: z
    .strictObject({
      icloudBackup: allowed.default('allowed'),
      erase: allowed.default('allowed'),
      restorePane: allowed.default('allowed'),
      appStore: allowed.default('allowed'),
      pairing: allowed.default('allowed'),
      keychainSync: allowed.default('allowed'),
      photosSync: allowed.default('allowed'),
      documentSync: allowed.default('allowed'),
    })
    .prefault({}),
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
export type Account = Deep<z.output<typeof accountSchema>>;
export type Backup = Deep<z.output<typeof backupSchema>> & { readonly kind: Route; readonly account: string };
export type Item = Deep<z.output<typeof itemSchema>> & { readonly id: string; readonly title: string };
export type Copy = Deep<z.output<typeof copySchema>>;
export type DeviceKind = (typeof DEVICE_KINDS)[number];
export type CopyKind = (typeof COPY_KINDS)[number];
export type Edition = (typeof EDITIONS)[number];
export type Route = (typeof ROUTES)[number];
type Stated = Deep<z.output<typeof worldSchema>>;

/** The program that restores, with what it does: stated, or its own default. */
export type Computer = Readonly<Pick<Stated['computer'], 'software' | 'staging'> & ProgramOptions>;

/** The stated world with the few values filled in that depend on others. */
export interface World extends Omit<Stated, 'backups' | 'services' | 'items' | 'computer'> {
  readonly edition: Edition;
  readonly route: Route;
  readonly backups: readonly Backup[];
  readonly services: Omit<Stated['services'], 'account'> & { readonly account: string };
  readonly computer: Computer;
  readonly items: readonly Item[];
}
export type WorldInput = z.input<typeof worldSchema>;

const isNamed = (item: Stated['items'][number]): item is Item => item.id !== undefined && item.title !== undefined;

/** `titleOf` names an item that has no title of its own. */
export function completeWorld(
  stated: Stated,
  edition: Edition,
  route: Route,
  titleOf: (category: string) => string = (category) => category,
): World {
  // A world without accounts is one in which nobody owns anything; no account has this name.
  const first = stated.accounts[0]?.id ?? '';
  return {
    ...stated,
    edition,
    route,
    backups: stated.backups.map((backup) => ({
      ...backup,
      kind: backup.kind ?? route,
      account: backup.account ?? first,
    })),
    services: { ...stated.services, account: stated.services.account ?? first },
    computer: { ...stated.computer, ...optionsOf(stated.computer.software, stated.computer) },
    items: stated.items.map((item) =>
      isNamed(item) ? item : { ...item, id: item.id ?? item.category, title: item.title ?? titleOf(item.category) },
    ),
  };
}
