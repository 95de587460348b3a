import { type ExploredWorld, SIGNED_OUT, SURROUNDINGS, NIGHTLY } from '../explored-world.ts';

/** Other ways than one restore of a phone of one’s own: an organisation, an old phone, a second time, older days. */
export const WORLDS_OF_WAYS: readonly ExploredWorld[] = [
  {
    name: 'a phone of an organisation',
    why: 'The profile of an earlier service comes back; the service can wipe the phone, retire it or be changed.',
    world: {
      device: { name: 'work', state: 'in-use', ios: '26.0', assigned: 'yes', supervised: 'yes' },
      accounts: [{ id: 'mara', twoFactor: 'off' }],
      organisation: { service: 'new', movesTo: 'newest', returnToService: 'on', skipEnrolment: 'allowed' },
      backups: [{ ...NIGHTLY, device: 'work', managedBy: 'earlier' }],
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
      backups: [NIGHTLY],
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
    world: { backups: [NIGHTLY], oldPhone: { managedBlocksQuickStart: 'yes' }, items: [{ category: 'notes' }] },
    without: [...SURROUNDINGS, ...SIGNED_OUT],
  },
  {
    name: 'twice',
    why: 'The restore is repeated under equal conditions.',
    isTwice: true,
    world: { backups: [NIGHTLY], items: [{ category: 'messages' }, { category: 'passwords' }] },
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
