import {
  ACTS_ON_APPS,
  type ExploredWorld,
  FROZEN,
  LEFT_EARLY,
  SIGNED_OUT,
  SURROUNDINGS,
  NIGHTLY,
} from '../explored-world.ts';

/** What comes back, and what a person does with it: apps, purchases, sealed data and accounts. */
export const WORLDS_OF_DATA: readonly ExploredWorld[] = [
  {
    name: 'a purchase of another account',
    why: 'Two accounts, a film of the other one, passwords in iCloud Keychain; power and Wi-Fi come and go.',
    world: {
      accounts: [{ id: 'mara' }, { id: 'jonas' }],
      backups: [NIGHTLY],
      services: { keychain: 'on' },
      items: [{ category: 'passwords' }, { id: 'film', category: 'films', account: 'jonas', bytes: 1e9 }],
    },
    without: [...SIGNED_OUT, ...FROZEN],
  },
  {
    name: 'photos and an app with a server',
    why: 'Photos come by sync, the data of an app after its login; Stop Restoring in between.',
    world: {
      backups: [NIGHTLY],
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
      backups: [NIGHTLY],
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
      backups: [NIGHTLY],
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
      backups: [NIGHTLY],
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
      backups: [NIGHTLY],
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
      backups: [NIGHTLY],
      services: { notes: 'on' },
      items: [{ category: 'notes' }, { category: 'payment-cards' }],
    },
    without: [...SURROUNDINGS, ...FROZEN, 'person.gaveUp', 'setup.asNew', 'move.failed'],
  },
  {
    name: 'a VPN that cuts the network',
    why: 'A restored VPN lets nothing through to the downloads and to sync until it is switched off.',
    world: {
      backups: [NIGHTLY],
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
      backups: [NIGHTLY],
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
];
