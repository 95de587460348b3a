import type { Route } from '../../model/kinds.ts';
import type { PossibleEventType } from '../../run/possible-events.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { InputError } from '../../model/problem.ts';

/** A small world whose every course is explored, and what stays out so that it can be. */
export interface ExploredWorld {
  readonly name: string;
  readonly why: string;
  readonly route?: Route;
  readonly edition?: 'ios7' | 'ios8' | 'modern';
  readonly world: Readonly<Record<string, unknown>>;
  readonly without?: readonly PossibleEventType[];
  readonly attempts?: number;
}

const nightly = { id: 'nightly', made: '2026-02-28' };
const old = { id: 'old', made: '2026-02-01' };

/* What stays out of a world that is about something else. */
const SURROUNDINGS = ['wifi.lost', 'power.lost'] as const satisfies readonly PossibleEventType[];
const FROZEN = ['phone.froze', 'restart.forced'] as const satisfies readonly PossibleEventType[];
const SIGNED_OUT = ['settings.signedOut'] as const satisfies readonly PossibleEventType[];
const LEFT_EARLY = [
  'back',
  'person.gaveUp',
  'setup.asNew',
  'settings.signedIn',
  ...SIGNED_OUT,
] as const satisfies readonly PossibleEventType[];
const ACTS_ON_APPS = [
  'app.installed',
  'app.deleted',
  'app.offloaded',
  'app.signedOut',
] as const satisfies readonly PossibleEventType[];

/** The stated bounds of the life layer: these worlds, with two or three items each. */
export const EXPLORED_WORLDS: readonly ExploredWorld[] = [
  {
    name: 'a purchase of another account',
    why: 'Two accounts, a film of the other one, passwords in iCloud Keychain; power and Wi-Fi come and go.',
    world: {
      accounts: [{ id: 'mara' }, { id: 'jonas' }],
      backups: [nightly],
      services: { keychain: 'on' },
      items: [{ category: 'passwords' }, { id: 'film', category: 'films', account: 'jonas', bytes: 1e9 }],
    },
    without: [...SIGNED_OUT, ...FROZEN],
  },
  {
    name: 'photos and an app with a server',
    why: 'Photos come by sync, the data of an app after its login; Stop Restoring in between.',
    world: {
      backups: [nightly],
      services: { photos: 'on' },
      items: [
        { category: 'photos', bytes: 2e9 },
        { category: 'app', app: 'chat' },
        { id: 'chats', category: 'app-data', app: 'chat', policy: 'server' },
      ],
    },
    without: [...ACTS_ON_APPS, ...FROZEN, ...SIGNED_OUT, 'room.ranOut', 'room.freed', 'download.stuck'],
  },
  {
    name: 'what a person does with an app',
    why: 'An app and its data, while it restores and afterwards: installed, deleted, offloaded, with room and without.',
    world: {
      backups: [nightly],
      items: [
        { category: 'app', app: 'chat' },
        { id: 'chats', category: 'app-data', app: 'chat' },
      ],
    },
    without: [...SURROUNDINGS, ...FROZEN, ...LEFT_EARLY, 'app.signedOut'],
  },
  {
    name: 'an app with a backup of its own',
    why: 'The app stays out of the backup; it restores its own one, or moves the data from the old phone.',
    world: {
      backups: [nightly],
      items: [
        { category: 'app', app: 'chat' },
        { id: 'chats', category: 'app-data', app: 'chat', policy: 'excludes-itself' },
      ],
      copies: [
        { kind: 'own-backup', of: ['chats'], made: '2026-02-27' },
        { kind: 'own-transfer', of: ['chats'] },
      ],
    },
    without: [...SURROUNDINGS, ...FROZEN, ...LEFT_EARLY, 'download.stuck', 'room.ranOut', 'move.failed'],
  },
  {
    name: 'a part that is missing',
    why: 'The sealed store of an app comes and its key does not; the app can be deleted and installed anew.',
    world: {
      backups: [nightly],
      items: [
        { category: 'app', app: 'quill' },
        { id: 'sealed', category: 'app-data', app: 'quill', needs: ['key'] },
        { id: 'key', category: 'app-keychain', app: 'quill', protection: 'this-device-only' },
      ],
    },
    without: [
      ...SURROUNDINGS,
      ...FROZEN,
      ...LEFT_EARLY,
      'download.stuck',
      'room.ranOut',
      'move.failed',
      'app.offloaded',
    ],
  },
  {
    name: 'what opens end-to-end encrypted data',
    why: 'The passcode of an earlier device, a way of recovery or a reset; Messages have a key in the backup.',
    world: {
      backups: [nightly],
      services: { keychain: 'on', messages: 'on' },
      items: [{ category: 'passwords' }, { category: 'messages', bytes: 1e9 }],
    },
    without: ['power.lost', ...FROZEN, ...LEFT_EARLY],
  },
  {
    name: 'signing out and in again',
    why: 'What iCloud had brought leaves with its account, one of an organisation beside it, and comes again.',
    world: {
      accounts: [{ id: 'mara' }, { id: 'firm', kind: 'managed' }],
      backups: [nightly],
      services: { notes: 'on' },
      items: [{ category: 'notes' }, { category: 'payment-cards' }],
    },
    without: [...SURROUNDINGS, ...FROZEN, 'person.gaveUp', 'setup.asNew', 'move.failed'],
  },
  {
    name: 'a VPN that cuts the network',
    why: 'A restored VPN lets nothing through to the downloads and to sync until it is switched off.',
    world: {
      backups: [nightly],
      services: { contacts: 'on' },
      items: [
        { id: 'tunnel', category: 'network-settings', onDemand: 'cuts-network' },
        { category: 'contacts' },
        { category: 'films', bytes: 1e9 },
      ],
    },
    without: ['power.lost', ...SIGNED_OUT, 'phone.froze', 'back', 'setup.asNew', 'room.ranOut', 'move.failed'],
  },
  {
    name: 'an app that empties its server',
    why: 'The app came back in part only, and what it sends to its server is what is left of it.',
    world: {
      backups: [nightly],
      items: [
        { category: 'app', app: 'ledger' },
        { id: 'store', category: 'app-data', app: 'ledger', needs: ['key'] },
        { id: 'key', category: 'app-keychain', app: 'ledger', protection: 'this-device-only' },
        { id: 'books', category: 'app-data', app: 'ledger', policy: 'server' },
      ],
    },
    without: [
      ...SURROUNDINGS,
      ...FROZEN,
      ...LEFT_EARLY,
      'download.stuck',
      'room.ranOut',
      'move.failed',
      'app.offloaded',
      'app.signedOut',
    ],
  },
  {
    name: 'a device in use',
    why: 'Find My is on, the device has to be erased, and the iOS is too old for the newest backup.',
    world: {
      device: { state: 'in-use', findMy: 'on', ios: '17.0', latestIos: '18.3' },
      accounts: [{ id: 'mara' }, { id: 'ola', twoFactor: 'off' }],
      backups: [nightly, { ...old, account: 'ola', ios: '16.0' }],
      items: [{ category: 'messages' }, { category: 'passwords' }],
    },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
  {
    name: 'a protected device in use',
    why: 'Stolen Device Protection lets an hour pass before Find My goes off, unless a familiar place is reached.',
    route: 'computer',
    world: {
      device: { state: 'in-use', findMy: 'on', stolenDeviceProtection: 'on', place: 'unfamiliar' },
      backups: [nightly],
      items: [{ category: 'messages' }],
    },
    without: SURROUNDINGS,
  },
  {
    name: 'an account for supervised devices',
    why: 'The organisation lets its account sign in elsewhere only; another account has no backup here.',
    world: {
      accounts: [
        { id: 'firm', kind: 'managed', signIn: 'supervised' },
        { id: 'ola', twoFactor: 'off' },
      ],
      backups: [nightly],
      items: [{ category: 'messages' }],
    },
    without: SURROUNDINGS,
  },
  {
    name: 'nothing to restore from',
    why: 'A backup that never finished, a code that cannot arrive, a device locked to its earlier account.',
    world: {
      device: { activationLock: 'password-known' },
      accounts: [{ id: 'mara', twoFactor: 'code-cannot-arrive' }, { id: 'ola' }],
      backups: [{ ...nightly, complete: 'no' }],
      items: [{ category: 'messages' }],
    },
    without: SIGNED_OUT,
  },
  {
    name: 'locked for good',
    why: 'Nobody knows the password of the account that the device is locked to.',
    world: { device: { activationLock: 'password-forgotten' }, backups: [nightly], items: [{ category: 'messages' }] },
    without: SIGNED_OUT,
  },
  {
    name: 'not enough room',
    why: 'The backup does not fit, an older one does not either.',
    world: {
      device: { free: 1e9 },
      surroundings: { wifi: 'on', power: 'off' },
      backups: [nightly, old],
      items: [{ category: 'local-files', bytes: 2e9 }],
    },
    without: SIGNED_OUT,
  },
  {
    name: 'no Wi-Fi and no power at first',
    why: 'Both are missing from the start and can come and go at any time.',
    world: { surroundings: { wifi: 'off', power: 'off' }, backups: [nightly], items: [{ category: 'messages' }] },
    without: SIGNED_OUT,
  },
  {
    name: 'a damaged backup',
    why: 'The backup turns out to be damaged.',
    world: { backups: [{ ...nightly, damaged: 'yes' }], items: [{ category: 'messages' }] },
    without: SIGNED_OUT,
  },
  {
    name: 'from a computer, encrypted',
    why: 'A device in use, an encrypted backup with its password, a cable that can be pulled, a sign-in afterwards.',
    route: 'computer',
    world: {
      device: { state: 'in-use', findMy: 'on' },
      backups: [{ ...nightly, encrypted: 'yes' }],
      services: { health: 'on' },
      items: [
        { category: 'health', bytes: 1e9 },
        { category: 'app', app: 'bank' },
      ],
    },
    without: ['wifi.lost', ...SIGNED_OUT, ...FROZEN],
  },
  {
    name: 'from a computer, onto a new device',
    why: 'The choice is made in Setup; the backup is too new until an update.',
    route: 'computer',
    world: { device: { ios: '17.0', latestIos: '18.3' }, backups: [nightly], items: [{ category: 'messages' }] },
    without: ['power.lost', ...SIGNED_OUT],
  },
  {
    name: 'no room for the computer’s backup',
    why: 'The computer breaks off with an error.',
    route: 'computer',
    world: { device: { free: 1 }, backups: [nightly], items: [{ category: 'messages', bytes: 2e9 }] },
    without: ['wifi.lost', ...SIGNED_OUT],
  },
  {
    name: 'a restart left to the person',
    why: 'A tool adds to the device and restarts nothing, and an earlier restore still waits for its restart.',
    route: 'computer',
    world: {
      computer: { software: 'idevicebackup2', systemFiles: 'yes', restarts: 'no', staging: 'left-over' },
      backups: [nightly],
      items: [{ category: 'messages' }],
    },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
  {
    name: 'one item stops it',
    why: 'Photos come down, and the restore breaks off at one of them.',
    world: {
      backups: [nightly],
      items: [
        { category: 'photos', bytes: 1e9 },
        { id: 'bad', category: 'photos', bytes: 2e9, fails: { at: 'download', and: 'stops' } },
      ],
    },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
  {
    name: 'a phone of an organisation',
    why: 'The profile of an earlier service comes back; the service can wipe the phone, retire it or be changed.',
    world: {
      device: { name: 'work', state: 'in-use', ios: '26.0', assigned: 'yes', supervised: 'yes' },
      accounts: [{ id: 'mara', twoFactor: 'off' }],
      organisation: { service: 'new', movesTo: 'newest', returnToService: 'on', skipEnrolment: 'allowed' },
      backups: [{ ...nightly, device: 'work', managedBy: 'earlier' }],
      items: [{ category: 'managed-settings' }],
    },
    without: [
      'wifi.lost',
      'power.lost',
      'phone.froze',
      'restart.forced',
      'settings.signedIn',
      'settings.signedOut',
      'back',
      'stop.tapped',
    ],
  },
  {
    name: 'no page for a backup',
    why: 'The organisation hides the pages for a passcode and for a backup, and lets nobody pass Remote Management.',
    world: {
      device: { assigned: 'yes', activationLock: 'password-known' },
      organisation: { restorePane: 'forbidden', passcodePane: 'forbidden', bypassCode: 'known' },
      items: [{ category: 'profiles' }],
    },
    without: ['wifi.lost', 'power.lost', 'phone.froze', 'restart.forced', 'settings.signedIn', 'settings.signedOut'],
  },
  {
    name: 'from phone to phone',
    why: 'Two phones that lose each other, an owner who is asked for, a line and a watch, an update that comes first.',
    route: 'direct',
    world: {
      device: { ios: '18.0', latestIos: '18.3' },
      oldPhone: { ios: '18.3', stolenDeviceProtection: 'on', place: 'unfamiliar', esimTransfer: 'allowed' },
      items: [{ category: 'esim' }, { category: 'messages', bytes: 1e9 }],
    },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
  {
    name: 'from phone to phone, or from iCloud',
    why: 'The phones are joined, and the backup in iCloud is taken in the end, or not.',
    route: 'direct',
    world: {
      backups: [nightly],
      services: { keychain: 'on' },
      items: [{ category: 'watch' }, { category: 'passwords' }],
    },
    without: ['power.lost', 'phones.parted'],
  },
  {
    name: 'no old phone',
    why: 'The old phone has been erased, and the new one is in use.',
    route: 'direct',
    world: { device: { state: 'in-use' }, oldPhone: { state: 'erased' }, items: [{ category: 'notes' }] },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
  {
    name: 'an old phone that may not help',
    why: 'The organisation of the old phone keeps its card away, so the way leads back to the backup.',
    route: 'direct',
    world: { backups: [nightly], oldPhone: { managedBlocksQuickStart: 'yes' }, items: [{ category: 'notes' }] },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
  {
    name: 'twice',
    why: 'The restore is repeated under equal conditions.',
    attempts: 2,
    world: { backups: [nightly], items: [{ category: 'messages' }, { category: 'passwords' }] },
    without: [
      'wifi.lost',
      'power.lost',
      'person.gaveUp',
      'back',
      'setup.asNew',
      'settings.signedIn',
      'settings.signedOut',
    ],
  },
  {
    name: 'the days of iOS 8',
    why: 'Three backups are kept, the fourth has gone.',
    edition: 'ios8',
    world: {
      backups: ['06', '05', '04', '03'].map((day) => ({ id: `b${day}`, made: `2015-02-${day}` })),
      items: [{ category: 'photos' }],
    },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
];

export const scenarioOfWorld = ({
  name,
  why,
  route = 'icloud',
  edition = 'modern',
  world,
}: ExploredWorld): Scenario => {
  const complain = (complaints: readonly { readonly message: string }[]) =>
    complaints.map(({ message }) => ({ file: name, message }));
  const stated = { title: name, why, edition, route, world, expect: { outcome: 'in-progress' } };
  return scenarioFrom(stated, name, (complaints) => {
    throw new InputError(complain(complaints));
  });
};
