import type { CategoryId } from '../rulebook/categories/categories.ts';
import type { ReferenceId } from '../rulebook/evidence/references.ts';
import type { JsonGroup } from './json.ts';

/** Something that an app keeps, beside the app itself. */
export interface AppPart {
  /** Behind the name of the tile: the chats of `whatsapp` are `whatsapp-chats`. */
  readonly key: string;
  readonly title: string;
  readonly category: CategoryId;
  /** What a file says of it. */
  readonly says?: JsonGroup;
}

/** A kind of app that a customer names, with what such an app usually does with its data. */
export interface AppTile {
  readonly title: string;
  /** What the app itself is called in the case; as the tile unless said otherwise. */
  readonly name?: string;
  /** One sentence: what is usual for it. */
  readonly means: string;
  /** What a file says of the app itself. */
  readonly app?: JsonGroup;
  readonly parts: readonly AppPart[];
  /** Copies that such an app can make itself, of these parts. */
  readonly copies?: readonly {
    readonly key: string;
    readonly kind: 'own-backup' | 'own-transfer';
    readonly of: string;
  }[];
  /** Where the usual policy is said; empty where it is what holds for every app. */
  readonly cites: readonly ReferenceId[];
}

const data = (title: string, says?: JsonGroup): AppPart => ({
  key: 'data',
  title,
  category: 'app-data',
  ...(says ? { says } : {}),
});
const codes = (title: string, says: JsonGroup): AppPart => ({ key: 'codes', title, category: 'app-keychain', says });

/** Kinds of apps, those first that customers ask for most. */
export const APP_TILES = {
  'some-app': {
    title: 'An app that keeps its data on the phone',
    name: 'The app',
    means: 'Its data go with the backup unless its maker or a switch says otherwise.',
    parts: [data('Data of the app')],
    cites: ['EL-32'],
  },
  whatsapp: {
    title: 'WhatsApp',
    means:
      'It can make a backup of its own. Whether the backup of the phone holds the chats too, its own pages differ.',
    parts: [{ key: 'chats', title: 'WhatsApp: chats', category: 'app-data', says: { policy: 'own-cloud' } }],
    copies: [{ key: 'own-backup', kind: 'own-backup', of: 'chats' }],
    cites: ['EL-37', 'AX-13', 'AX-14', 'AX-15'],
  },
  signal: {
    title: 'Signal',
    means: 'It stays out of every backup of the phone, and has a transfer and a backup of its own.',
    parts: [{ key: 'chats', title: 'Signal: chats', category: 'app-data', says: { policy: 'excludes-itself' } }],
    copies: [
      { key: 'own-backup', kind: 'own-backup', of: 'chats' },
      { key: 'own-transfer', kind: 'own-transfer', of: 'chats' },
    ],
    cites: ['AX-16', 'AX-17', 'AX-20', 'EL-38'],
  },
  telegram: {
    title: 'Telegram',
    means: 'Ordinary chats come with the login. Secret chats stay with one device.',
    parts: [
      { key: 'chats', title: 'Telegram: chats', category: 'app-data', says: { policy: 'server' } },
      { key: 'secret', title: 'Telegram: secret chats', category: 'app-data', says: { policy: 'bound-to-device' } },
    ],
    cites: ['AX-22'],
  },
  'other-messenger': {
    title: 'Another messenger with a backup of its own',
    name: 'Messenger',
    means: 'It can make a backup of its own, beside that of the phone.',
    parts: [{ key: 'chats', title: 'Messenger: chats', category: 'app-data', says: { policy: 'own-cloud' } }],
    copies: [{ key: 'own-backup', kind: 'own-backup', of: 'chats' }],
    cites: ['EL-38'],
  },
  authenticator: {
    title: 'Authenticator whose codes stay with the device',
    name: 'Authenticator',
    means: 'Its codes are bound to one device: on another one they are set up again.',
    parts: [codes('Authenticator: codes', { protection: 'this-device-only' })],
    cites: ['KC-07', 'AX-12'],
  },
  'authenticator-travels': {
    title: 'Authenticator whose codes may travel',
    name: 'Authenticator',
    means: 'Its codes go with an encrypted backup.',
    parts: [codes('Authenticator: codes', { protection: 'migratory' })],
    cites: ['KC-19', 'KC-01'],
  },
  'google-authenticator': {
    title: 'Google Authenticator',
    means: 'Its codes can lie in the Google account. Otherwise the old phone must hand them over.',
    parts: [codes('Google Authenticator: codes', { protection: 'this-device-only' })],
    copies: [
      { key: 'own-backup', kind: 'own-backup', of: 'codes' },
      { key: 'own-transfer', kind: 'own-transfer', of: 'codes' },
    ],
    cites: ['AX-26'],
  },
  'microsoft-authenticator': {
    title: 'Microsoft Authenticator',
    means: 'One-time codes lie in iCloud Keychain. Work, school and passwordless accounts need a new sign-in.',
    parts: [
      codes('Microsoft Authenticator: one-time codes', { syncs: 'on' }),
      {
        key: 'accounts',
        title: 'Microsoft Authenticator: work and passwordless accounts',
        category: 'app-keychain',
        says: { protection: 'this-device-only' },
      },
    ],
    cites: ['AX-23', 'AX-24', 'AX-25'],
  },
  bank: {
    title: 'Bank app',
    means: 'No move or restore keeps the login of such an app. The person registers this phone again.',
    parts: [codes('Bank app: its registration on this phone', { protection: 'this-device-only' })],
    cites: ['AX-03'],
  },
  'password-manager': {
    title: 'Password manager with a server',
    name: 'Password manager',
    means: 'Its store lies on its server and comes with the login.',
    parts: [data('Password manager: its store', { policy: 'server' })],
    cites: ['EL-28'],
  },
  'server-app': {
    title: 'App whose data lie on a server, such as for notes or social media',
    name: 'The app with a server',
    means: 'Its data come with the login, and no backup holds them.',
    parts: [data('What the app shows', { policy: 'server' })],
    cites: ['EL-28'],
  },
  'keeps-out': {
    title: 'App that stays out of backups',
    name: 'The app',
    means: 'Its maker keeps its data out of every backup.',
    parts: [data('Data of the app', { policy: 'excludes-itself' })],
    cites: ['EL-33', 'EL-34'],
  },
  'game-same-model': {
    title: 'App whose data go to the same model only',
    name: 'The app',
    means: 'Its data return to a phone of the same model alone.',
    parts: [data('Data of the app', { policy: 'same-model' })],
    cites: ['EL-27'],
  },
  'gone-from-store': {
    title: 'App that is no longer in the store',
    name: 'The app',
    means: 'The store cannot deliver it, so its data have no app to go to.',
    app: { store: 'withdrawn' },
    parts: [data('Data of the app')],
    cites: ['IC-23', 'EL-23'],
  },
  'test-build': {
    title: 'App from TestFlight',
    name: 'The app',
    means: 'A test build ends after 90 days, and its maker has to offer a new one.',
    app: { store: 'test-build' },
    parts: [data('Data of the app')],
    cites: ['AX-33', 'AX-34'],
  },
  'self-built': {
    title: 'App that somebody built or installed without the store',
    name: 'The app',
    means: 'It is in no store, so no restore brings it.',
    app: { store: 'never' },
    parts: [data('Data of the app')],
    cites: ['AX-31', 'AX-32'],
  },
  'family-app': {
    title: 'App that a family member bought and shares no more',
    name: 'The app',
    means: 'When sharing ends, all keep their own purchases only.',
    app: { store: 'not-shared' },
    parts: [data('Data of the app')],
    cites: ['AX-36'],
  },
  'work-app': {
    title: 'App that an organisation hands out',
    name: 'The app',
    means: 'It comes and goes with the management of the phone.',
    app: { management: 'remove-with-profile' },
    parts: [data('Data of the app', { management: 'remove-with-profile' })],
    cites: ['EL-41'],
  },
} as const satisfies Readonly<Record<string, AppTile>>;
export type AppTileId = keyof typeof APP_TILES;
