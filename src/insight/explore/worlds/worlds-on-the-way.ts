import { type ExploredWorld, FROZEN, SIGNED_OUT, SURROUNDINGS, NIGHTLY, OLD } from '../explored-world.ts';

/** What stands in the way of a restore before it begins, and what breaks one off. */
export const WORLDS_ON_THE_WAY: readonly ExploredWorld[] = [
  {
    name: 'a device in use',
    why: 'Find My is on, the device has to be erased, and the iOS is too old for the newest backup.',
    world: {
      device: { state: 'in-use', findMy: 'on', ios: '17.0', latestIos: '18.3' },
      accounts: [{ id: 'mara' }, { id: 'ola', twoFactor: 'off' }],
      backups: [NIGHTLY, { ...OLD, account: 'ola', ios: '16.0' }],
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
      backups: [NIGHTLY],
      items: [{ category: 'messages' }],
    },
    without: SURROUNDINGS,
  },
  {
    name: 'a phone that lets nobody in',
    why: 'Nobody knows its passcode. Whatever erases it, it asks for its account afterwards.',
    route: 'computer',
    world: {
      device: { state: 'in-use', lockedOut: 'yes', findMy: 'on' },
      backups: [NIGHTLY],
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
      backups: [NIGHTLY],
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
      backups: [{ ...NIGHTLY, complete: 'no' }],
      items: [{ category: 'messages' }],
    },
    without: SIGNED_OUT,
  },
  {
    name: 'locked for good',
    why: 'Nobody knows the password of the account that the device is locked to.',
    world: { device: { activationLock: 'password-forgotten' }, backups: [NIGHTLY], items: [{ category: 'messages' }] },
    without: SIGNED_OUT,
  },
  {
    name: 'not enough room',
    why: 'The backup does not fit, an older one does not either.',
    world: {
      device: { free: 1e9 },
      surroundings: { wifi: 'on', power: 'off' },
      backups: [NIGHTLY, OLD],
      items: [{ category: 'local-files', bytes: 2e9 }],
    },
    without: SIGNED_OUT,
  },
  {
    name: 'no Wi-Fi and no power at first',
    why: 'Both are missing from the start and can come and go at any time.',
    world: { surroundings: { wifi: 'off', power: 'off' }, backups: [NIGHTLY], items: [{ category: 'messages' }] },
    without: SIGNED_OUT,
  },
  {
    name: 'a damaged backup',
    why: 'The backup turns out to be damaged.',
    world: { backups: [{ ...NIGHTLY, damaged: 'yes' }], items: [{ category: 'messages' }] },
    without: SIGNED_OUT,
  },
  {
    name: 'from a computer, encrypted',
    why: 'A device in use, an encrypted backup with its password, a cable that can be pulled, a sign-in afterwards.',
    route: 'computer',
    world: {
      device: { state: 'in-use', findMy: 'on' },
      backups: [{ ...NIGHTLY, encrypted: 'yes' }],
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
    world: { device: { ios: '17.0', latestIos: '18.3' }, backups: [NIGHTLY], items: [{ category: 'messages' }] },
    without: ['power.lost', ...SIGNED_OUT],
  },
  {
    name: 'no room for the computer’s backup',
    why: 'The computer breaks off with an error.',
    route: 'computer',
    world: { device: { free: 1 }, backups: [NIGHTLY], items: [{ category: 'messages', bytes: 2e9 }] },
    without: ['wifi.lost', ...SIGNED_OUT],
  },
  {
    name: 'a restart left to the person',
    why: 'A tool adds to the device and restarts nothing, and an earlier restore still waits for its restart.',
    route: 'computer',
    world: {
      computer: { software: 'idevicebackup2', systemFiles: 'yes', restarts: 'no', staging: 'left-over' },
      backups: [NIGHTLY],
      items: [{ category: 'messages' }],
    },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
  {
    name: 'one item stops it',
    why: 'Photos come down, and the restore breaks off at one of them.',
    world: {
      backups: [NIGHTLY],
      items: [
        { category: 'photos', bytes: 1e9 },
        { id: 'bad', category: 'photos', bytes: 2e9, fails: { at: 'download', and: 'stops' } },
      ],
    },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
];
