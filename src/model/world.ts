import * as z from 'zod/mini';
import { UNNAMED_ACCOUNT } from './account-names.ts';
import { backupSchema } from './backups.ts';
import { deviceSchema, oldPhoneSchema } from './devices.ts';
import {
  idSchema as id,
  daySchema as day,
  sizeSchema as size,
  wordSchema as word,
  allowedSchema as allowed,
  optionSchema as option,
  optionalSchema as optional,
  defaultSchema as byDefault,
} from './fields.ts';
import { itemSchema, copySchema } from './items.ts';
import type { DeviceKind, Edition, Route } from './kinds.ts';
import { newestFirst } from './newest-first.ts';
import { optionsOf, PROGRAM_IDS, type ProgramOptions } from './programs.ts';
import { servicesSchema } from './services-schema.ts';

/** Everything a restore depends on, as the scenario states it. Frozen for the whole run. */

/** What an organisation can have its service do when it erases a phone from afar. */
export const RETURNS = ['off', 'on', 'keeps-apps'] as const;

export const organisationSchema = z.strictObject({
  icloudBackup: byDefault(allowed, 'allowed'),
  erase: byDefault(allowed, 'allowed'),
  restorePane: byDefault(allowed, 'allowed'),
  directPane: byDefault(
    allowed,
    'allowed',
    'The page of the move from phone to phone in Setup; an assigned phone never shows it, hidden or not',
  ),
  nearbySetup: byDefault(
    allowed,
    'allowed',
    'forbidden: after an erase by the organisation the first start offers no Quick Start',
  ),
  passcodePane: byDefault(allowed, 'allowed', 'The page on which a passcode is chosen'),
  accountPane: byDefault(
    allowed,
    'allowed',
    'The page in the rest of Setup that asks for the account after a computer restore',
  ),
  simPane: byDefault(allowed, 'allowed', 'The page of Setup that offers to move the line'),
  watchPane: byDefault(allowed, 'allowed', 'The page of Setup that asks for the Apple Watch'),
  paymentPane: byDefault(
    allowed,
    'allowed',
    'The page for cards in Wallet; without effect on what returns, as the next three',
  ),
  biometricPane: byDefault(allowed, 'allowed', 'The page for Face ID or Touch ID'),
  messagesPane: byDefault(allowed, 'allowed', 'The page for Messages and FaceTime'),
  reportPane: byDefault(
    allowed,
    'allowed',
    'The page that reports a finished restore or update; it can be hidden since iOS 14',
  ),
  appStore: byDefault(allowed, 'allowed'),
  pairing: byDefault(allowed, 'allowed'),
  keychainSync: byDefault(allowed, 'allowed'),
  photosSync: byDefault(allowed, 'allowed'),
  documentSync: byDefault(allowed, 'allowed'),
  service: byDefault(id, 'management', 'The service to which the device is assigned'),
  enrolment: byDefault(word('automatic', 'by-hand'), 'automatic', 'How the device came under management'),
  skipEnrolment: byDefault(allowed, 'forbidden', 'Whether the Remote Management page lets the person go on without it'),
  enrolmentLogin: byDefault(
    word('none', 'known', 'not-known'),
    'none',
    'Whether Remote Management asks for a login of the organisation, and whether the person has it. not-known: ' +
      'nobody can enrol the device, such as one that was bought used and never released',
  ),
  profileRemoval: byDefault(allowed, 'allowed', 'Whether the person may remove the management profile on the phone'),
  record: byDefault(
    word('kept', 'gone', 'unknown'),
    'kept',
    'Whether the service of the old profile still knows this device',
  ),
  certificate: optional(
    word('valid', 'expired', 'unknown'),
    'That of the enrolment in the backup; expired when the backup is over a year old, else valid',
  ),
  afterOlderBackup: optional(
    word('enrols', 'missing', 'unknown'),
    'What follows when this phone gets a backup from before its enrolment: Setup enrols it, or the enrolment is ' +
      'missing. Worked out from the iOS and the way unless said',
  ),
  keepsEsim: byDefault(word('yes', 'no'), 'no', 'Whether an erase by the service asks to keep the eSIM'),
  returnToService: byDefault(
    word(...RETURNS),
    'off',
    'Whether a phone that the service erases sets itself up again, and whether apps stay',
  ),
  sendsProfile: byDefault(
    word('yes', 'no'),
    'yes',
    'Whether the command for Return to Service brings the management profile along',
  ),
  bypassCode: byDefault(
    word('none', 'known', 'of-earlier-service'),
    'none',
    'The code of the organisation against Activation Lock. of-earlier-service: one that a service made before ' +
      'another took the device over; it does not count any more',
  ),
  addedByConfigurator: optional(
    day,
    'The day on which Apple Configurator added the device to the organisation; a reseller did unless said',
  ),
  otherSupervision: byDefault(
    word('comes', 'stays-out', 'unknown'),
    'unknown',
    'iCloud only: what becomes of profiles where the backup is of a supervised device and this one is not, or ' +
      'the reverse, and nobody assigned it. No source says',
  ),
  movesTo: optional(id, 'Another service that the device is given to without an erase'),
  deliversApps: byDefault(
    word('yes', 'no'),
    'yes',
    'Whether the new service delivers the managed apps before it lets the phone go on',
  ),
});

export const accountSchema = z.strictObject({
  id,
  kind: byDefault(
    word('personal', 'managed'),
    'personal',
    'managed: a Managed Apple Account, which belongs to an organisation',
  ),
  services: byDefault(
    z.union([allowed, word('unknown')]),
    'allowed',
    'Managed accounts only: whether the organisation lets it use iCloud services',
  ),
  signIn: byDefault(
    word('anywhere', 'managed', 'supervised'),
    'anywhere',
    'Managed accounts only: the devices on which the organisation lets it sign in. supervised: managed and ' +
      'supervised ones. Where a device stops meeting this, the account is signed out by itself',
  ),
  password: byDefault(word('known', 'forgotten'), 'known'),
  twoFactor: byDefault(word('off', 'code-arrives', 'code-cannot-arrive'), 'code-arrives'),
  advancedDataProtection: byDefault(word('on', 'off'), 'off'),
  recovery: byDefault(word('available', 'lost'), 'available', 'A trusted device, recovery contact or recovery key'),
  devicePasscode: optional(
    word('known', 'forgotten'),
    'The passcode of an older device, which opens all that iCloud keeps encrypted from end to end; known, ' +
      'but forgotten where recovery is lost, unless said otherwise',
  ),
  room: optional(size, 'Space for uploads in iCloud; photos upload from the oldest on until it is used up'),
});

export const worldSchema = z.strictObject({
  today: byDefault(day, '2026-03-01', 'The day the restore begins; ages are counted up to here'),
  device: z.prefault(deviceSchema, {}),
  accounts: byDefault(
    z.array(accountSchema).check(z.maxLength(50)),
    [accountSchema.parse({ id: UNNAMED_ACCOUNT })],
    'The first is whose phone it is: it signs in, and owns what names no other account. The order of the rest ' +
      'decides nothing. Where none is stated, it is the one that a script signs in with, else the customer’s own, ' +
      `which nobody names (\`${UNNAMED_ACCOUNT}\`). \`[]\`: the customer has none`,
  ),
  backups: byDefault(z.array(backupSchema).check(z.maxLength(500)), []),
  oldPhone: optional(
    oldPhoneSchema,
    'The phone that the person comes from; route direct has one unless said otherwise',
  ),
  services: z.prefault(servicesSchema, {}),
  surroundings: z.prefault(
    z.strictObject({
      wifi: byDefault(word('on', 'off'), 'on'),
      power: byDefault(word('on', 'off'), 'on'),
      speed: byDefault(word('fast', 'usual', 'slow'), 'fast'),
      region: byDefault(word('home', 'abroad'), 'home'),
    }),
    {},
  ),
  organisation: z.prefault(organisationSchema, {}),
  computer: z.prefault(
    z.strictObject({
      software: byDefault(
        word(...PROGRAM_IDS),
        'finder',
        'The program that restores. Each has its own defaults for the options below. tool: one that is not ' +
          'named; it brings what Apple’s programs bring and adds it to what is there',
      ),
      systemFiles: option('Whether everything outside apps is asked for too (--system)'),
      keepsSettings: option('Whether the device keeps its own settings (--settings puts back those of the backup)'),
      installsApps: option('Whether the device is told which apps to install (not with --skip-apps)'),
      remove: option('Whether what the backup lacks is removed from a device in use (--remove)'),
      restarts: option('Whether the device is restarted at the end (not with --no-reboot)'),
      copiesFirst: option('Whether the folder of the backup is copied before (--copy)'),
      build: byDefault(
        word('current', 'before-september-2020'),
        'current',
        'Tools only: one from before September 2020 stops with an error where a backup has no list of its apps',
      ),
      staging: byDefault(
        word('empty', 'left-over'),
        'empty',
        'left-over: data of an earlier restore still wait for the restart that never came',
      ),
      brokenOff: byDefault(
        word('unknown', 'leaves-old', 'leaves-nothing'),
        'unknown',
        'What a computer restore that breaks off leaves of the old contents of a device in use. No source says',
      ),
    }),
    {},
  ),
  copies: byDefault(z.array(copySchema).check(z.maxLength(1000)), []),
  items: byDefault(z.array(itemSchema).check(z.maxLength(200_000)), []),
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
type Stated = Deep<z.output<typeof worldSchema>>;

/** The program that restores, with what it does: stated, or its own default. */
export type Computer = Readonly<
  Pick<Stated['computer'], 'software' | 'build' | 'staging' | 'brokenOff'> & ProgramOptions
>;

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

/** Codes that a server or the app’s own cloud keeps are no keys of the phone: they come as data of the app. */
function codesOnAServer(item: Item): Item {
  if (item.category !== 'app-keychain' || (item.policy !== 'server' && item.policy !== 'own-cloud')) return item;
  const { protection: _onThePhone, ...data } = item;
  return { ...data, category: 'app-data' };
}

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
      if (isComplete(item)) return codesOnAServer(item);
      const { title, syncs } = defaultsOf(item.category);
      // What is usual comes first: V8 gives an object that a key is added to after a spread a hidden class of its own,
      // which takes more room than the item.
      const whole = { id: item.category, title, syncs, ...item };
      if (isComplete(whole)) return codesOnAServer(whole);
      return codesOnAServer({
        ...whole,
        id: item.id ?? item.category,
        title: item.title ?? title,
        syncs: item.syncs ?? syncs,
      });
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
