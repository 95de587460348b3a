import type { ReferenceId } from '../../rulebook/evidence/references.ts';
import type { Findable } from './findable.ts';

/** What people say for something that scenarios call otherwise. */
interface Synonym {
  readonly people: readonly string[];
  /** What is looked for instead, in plain words: the list says so. */
  readonly means: string;
  /** Words of ours, each row enough by itself; the words of a row stand in one text. */
  readonly words?: readonly string[];
  /** Texts of the rule book that say it, each enough by itself. */
  readonly leads?: readonly Findable[];
  /** Where a product is said to be of a kind: what says so. Everyday words need nothing. */
  readonly cites?: readonly ReferenceId[];
}

/**
 * Everyday words and products, and where they lead. No product has to be in a scenario: it leads to the kind that it is
 * of, by what its cited page says. A word that scenarios have themselves needs no row.
 */
export const SEARCH_SYNONYMS: readonly Synonym[] = [
  {
    people: ['whatsapp', 'whats app', 'wechat', 'line app', 'messenger', 'chat', 'chats'],
    means: 'a messenger with a backup of its own',
    words: ['messenger', 'chat'],
    leads: [
      ['rule', 'app/own-cloud'],
      ['rule', 'app/own-cloud-login-done'],
      ['copy', 'own-backup'],
    ],
    cites: ['EL-37', 'AX-15'],
  },
  {
    people: ['cannot be opened', 'can not be opened', 'opens to an error', 'lets nobody in'],
    means: 'what is there and of no use without another part',
    leads: [
      ['rule', 'use/store-without-its-key'],
      ['rule', 'use/code-without-its-store'],
      ['rule', 'use/part-missing'],
    ],
  },
  {
    people: ['signal', 'threema'],
    means: 'an app that keeps itself out of every backup',
    words: ['keeps itself out'],
    leads: [
      ['rule', 'capture/app-excludes-itself'],
      ['rule', 'direct/app-excludes-itself'],
      ['copy', 'own-transfer'],
    ],
    cites: ['AX-16', 'AX-17'],
  },
  {
    people: ['telegram', 'instagram', 'facebook', 'gmail app', 'netflix', 'spotify'],
    means: 'an app whose data come from its maker’s server, after a login',
    leads: [
      ['rule', 'app/server-login'],
      ['rule', 'app/server-login-done'],
    ],
    cites: ['AX-22'],
  },
  {
    people: [
      'authenticator',
      'google authenticator',
      'microsoft authenticator',
      '2fa',
      'mfa',
      'otp',
      'totp',
      'one time code',
      'two factor app',
      'authy',
    ],
    means: 'codes and tokens that an app keeps safe',
    words: ['authenticator', 'token', 'codes'],
    leads: [['category', 'app-keychain']],
    cites: ['AX-26', 'AX-23'],
  },
  {
    people: ['two factor', 'two step', 'verification code', 'sms code'],
    means: 'the code that a sign-in asks for',
    words: ['two factor'],
    leads: [
      ['prompt', 'two-factor-code'],
      ['alert', 'code-not-received'],
    ],
  },
  {
    people: ['google photos', 'amazon photos', 'dropbox', 'onedrive', 'flickr', 'photo app'],
    means: 'a photo service with automatic upload',
    leads: [['copy', 'photo-service']],
    cites: ['IC-14'],
  },
  {
    people: ['email', 'emails', 'mail', 'inbox'],
    means: 'mail messages and mail accounts',
    words: ['mail'],
    leads: [
      ['category', 'mail-accounts'],
      ['category', 'mail-messages'],
    ],
  },
  {
    people: ['icloud full', 'icloud storage', 'icloud space', 'icloud storage full'],
    means: 'too little room in iCloud, so that not everything went up',
    words: ['icloud full', 'icloud too little', 'icloud fits'],
  },
  {
    people: ['google', 'gmail', 'outlook', 'exchange', 'yahoo', 'imap'],
    means: 'data kept by Gmail, Exchange and the like',
    words: ['gmail', 'exchange', 'provider'],
    leads: [['category', 'other-cloud']],
    cites: ['IC-14'],
  },
  {
    people: ['diary', 'appointments', 'ical', 'agenda'],
    means: 'calendars',
    words: ['calendar'],
    leads: [['category', 'calendars']],
  },
  {
    people: ['address book', 'phone book', 'phonebook', 'phone numbers'],
    means: 'contacts',
    words: ['contact'],
    leads: [['category', 'contacts']],
  },
  {
    people: ['picture', 'image', 'camera roll', 'gallery', 'pics', 'snaps', 'album', 'videos', 'photo library'],
    means: 'photos and videos',
    words: ['photo', 'picture'],
  },
  { people: ['texts', 'sms', 'imessage', 'text messages'], means: 'messages', words: ['message'] },
  {
    people: ['itunes', 'finder', 'mac', 'pc', 'windows', 'apple devices', 'laptop'],
    means: 'a backup on a computer',
    words: ['computer'],
    leads: [
      ['program', 'finder'],
      ['program', 'itunes'],
    ],
    cites: ['TG-20'],
  },
  {
    people: [
      'mdm',
      'intune',
      'jamf',
      'work phone',
      'company phone',
      'school ipad',
      'supervised',
      'management',
      'corporate',
    ],
    means: 'a phone that an organisation manages',
    words: ['organisation', 'work phone', 'enrolment', 'profile', 'managed'],
  },
  {
    people: [
      'transfer',
      'quick start',
      'quickstart',
      'phone to phone',
      'iphone to iphone',
      'migrate',
      'migration',
      'move to new phone',
    ],
    means: 'the move straight from phone to phone',
    leads: [
      ['route', 'direct'],
      ['theme', 'direct'],
    ],
    cites: ['PP-01', 'LS-05'],
  },
  {
    people: [
      'stuck',
      'hangs',
      'hanging',
      'frozen',
      'freezes',
      'froze',
      'not moving',
      'never finishes',
      'takes forever',
      'estimating',
    ],
    means: 'a restore that stands still',
    words: ['stuck', 'frozen', 'stands still'],
    leads: [
      ['theme', 'stuck'],
      ['event', 'phone.froze'],
      ['event', 'download.stuck'],
    ],
  },
  {
    people: ['storage', 'no space', 'full', 'memory', 'not enough storage', 'not enough space', 'capacity'],
    means: 'too little room, on the phone or in iCloud',
    words: ['room', 'full', 'not enough space', 'too big'],
    leads: [['alert', 'not-enough-space']],
  },
  {
    people: ['duplicate', 'duplicates', 'twice', 'double', 'doubled', 'merged'],
    means: 'two sets of the same kind, one beside the other',
    words: ['beside', 'adds'],
    leads: [['event', 'settings.signedIn']],
    cites: ['SY-09'],
  },
  {
    people: ['apple id', 'appleid', 'apple account', 'icloud account', 'login'],
    means: 'the account that signs in',
    words: ['account'],
  },
  { people: ['pin', 'pin code', 'lock code', 'screen lock'], means: 'the passcode', words: ['passcode'] },
  {
    people: ['forgot', 'forgotten', 'dont remember', 'lost password', 'unknown password'],
    means: 'a password or passcode that nobody knows',
    words: ['forgotten', 'nobody remembers'],
  },
  {
    people: ['greyed', 'greyed out', 'grayed out', 'not selectable'],
    means: 'dimmed in the list, or a grey icon',
    words: ['dimmed', 'grey icon'],
  },
  {
    people: ['error code', 'error number', 'unknown error', 'error 9', 'error 14', 'an error occurred', 'error 4013'],
    means: 'the computer stops with an error',
    leads: [
      ['alert', 'computer-error'],
      ['event', 'computer.stopped'],
    ],
  },
  {
    people: [
      'wifi dropped',
      'wifi drops',
      'lost wifi',
      'dropped',
      'drops',
      'no internet',
      'offline',
      'connection lost',
      'disconnected',
      'no wifi',
      'wifi lost',
    ],
    means: 'the connection is lost',
    leads: [
      ['alert', 'wifi-lost'],
      ['event', 'wifi.lost'],
    ],
  },
  {
    people: ['battery', 'charger', 'unplugged', 'no power', 'battery died'],
    means: 'power is lost',
    words: ['charger', 'battery'],
    leads: [
      ['alert', 'power-lost'],
      ['event', 'power.lost'],
    ],
  },
  { people: ['apple watch', 'smartwatch'], means: 'the Apple Watch', words: ['watch'] },
  { people: ['apple pay', 'credit card', 'debit card', 'bank card'], means: 'cards in Apple Pay', words: ['card'] },
  {
    people: ['bank', 'banking', 'bank app'],
    means: 'an app that knows its phone',
    words: ['bank'],
    leads: [['rule', 'app/bound-to-device']],
  },
  { people: ['steps', 'workout', 'fitness', 'health data'], means: 'Health and activity', words: ['health'] },
  {
    people: ['esim', 'sim card', 'phone number', 'carrier', 'provider'],
    means: 'the line and its SIM',
    words: ['esim', 'sim', 'line', 'carrier'],
  },
  { people: ['wipe', 'wiped', 'reset', 'factory reset', 'erased'], means: 'the erase', words: ['erase', 'erased'] },
  {
    people: ['update', 'upgrade', 'downgrade', 'newer ios', 'older ios'],
    means: 'the iOS of the phone',
    words: ['update', 'newer', 'ios'],
  },
  {
    people: ['crash', 'crashes', 'does not open', 'wont open'],
    means: 'an app that is there and does not work',
    words: ['crash'],
    leads: [['theme', 'parts']],
  },
  {
    people: ['stolen', 'theft'],
    means: 'Stolen Device Protection',
    words: ['stolen'],
    leads: [['theme', 'protected-device']],
  },
  {
    people: ['broken phone', 'dead phone', 'does not turn on', 'water damage'],
    means: 'an old phone that does not help',
    words: ['does not start'],
    leads: [['alert', 'no-old-phone']],
  },
  { people: ['bookmarks', 'favourites', 'favorites'], means: 'Safari bookmarks', words: ['bookmark'] },
  { people: ['recents', 'call log', 'calls'], means: 'the call history', words: ['call'] },
  { people: ['encrypt', 'encryption', 'backup password'], means: 'a backup with a password', words: ['encrypted'] },
];

/** What says that something did not come: whatever else is looked for is looked for among what does not come. */
export const MISSING_WORDS: readonly string[] = [
  'missing',
  'gone',
  'lost',
  'disappeared',
  'vanished',
  'absent',
  'empty',
  'not there',
  'did not come back',
  'not coming back',
  'cannot find',
];
