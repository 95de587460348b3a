import type { WordKind } from './word-kinds.ts';

/** What people write for something that the format calls otherwise. */
interface Meant {
  readonly people: readonly string[];
  /** What to write, as advice. */
  readonly write: string;
  /** The words of the format that the advice names: it must not outlive them. */
  readonly names: Readonly<Partial<Record<WordKind, readonly string[]>>>;
}

export const SYNONYMS: readonly Meant[] = [
  {
    people: ['supervision', 'mdm', 'managed', 'management state'],
    write: 'Write “supervised: yes” in “device”, and in the backup if the old device was supervised too.',
    names: { fields: ['world.device.supervised', 'world.backups[].supervised'] },
  },
  {
    people: ['enrolled', 'enrolment', 'enrollment', 'profile'],
    write:
      'A device that belongs to an organisation is “assigned” in “device”, one that it supervises “supervised: yes”; ' +
      'how it enrols stands in “organisation”; a management profile is an item of the category “profiles”.',
    names: {
      fields: ['world.device.assigned', 'world.device.supervised', 'world.organisation'],
      categories: ['profiles'],
    },
  },
  {
    people: ['mail', 'email account', 'mailbox', 'mail account'],
    write: 'A mail account is an item of the category “mail-accounts”, what lies in it one of “mail-messages”.',
    names: { categories: ['mail-accounts', 'mail-messages'] },
  },
  {
    people: ['sign out', 'signout', 'icloud.signedout', 'account.signedout', 'logout', 'account.removed'],
    write: 'Somebody who signs out of the account does “settings.signedOut”, with “copies: keep” or “remove”.',
    names: { events: ['settings.signedOut'], fields: ['script[].copies'] },
  },
  {
    people: ['unenroll', 'unenrol', 'mdm removed', 'profile.deleted', 'management.removed', 'released'],
    write: 'A person who removes the profile does “profile.removed”; a service that lets go, “management.retired”.',
    names: { events: ['profile.removed', 'management.retired'] },
  },
  {
    people: ['token', 'tokens', 'key', 'secret', 'secrets', 'codes', 'otp', 'totp'],
    write: 'Write an item of the category “app-keychain”; “protection” says whether it may travel.',
    names: { categories: ['app-keychain'], fields: ['world.items[].protection'] },
  },
  {
    people: ['incomplete', 'unfinished', 'interrupted'],
    write: 'A backup that was never finished is “complete: no”.',
    names: { fields: ['world.backups[].complete'] },
  },
  {
    people: ['partial', 'chosen files'],
    write:
      'A backup of chosen files only is “contents: partial”, and “heldBy” of an item names the backups that hold it; ' +
      'one that was never finished is “complete: no”.',
    names: { fields: ['world.backups[].contents', 'world.items[].heldBy', 'world.backups[].complete'] },
  },
  {
    people: ['remove', 'removed', 'delete', 'uninstall', 'app.removed', 'icon.deleted', 'app removed'],
    write: 'Somebody who deletes an app does “app.deleted”, with “app: …”.',
    names: { events: ['app.deleted'], fields: ['script[].app'] },
  },
  {
    people: ['install', 'installed', 'reinstall', 'app install', 'sideload'],
    write: 'Somebody who installs an app does “app.installed”, with “app: …”; the store’s word is “store” of the app.',
    names: { events: ['app.installed'], fields: ['script[].app', 'world.items[].store'] },
  },
  {
    people: ['transfer', 'migration', 'quickstart', 'quick start', 'phone to phone', 'iphone to iphone', 'directly'],
    write: 'From phone to phone is “route: direct”; the phone it comes from is “oldPhone” in “world”.',
    names: { fields: ['route', 'world.oldPhone'] },
  },
  {
    people: ['depends', 'dependson', 'requires', 'requirement', 'dependency'],
    write: 'What an item cannot do without stands under “needs”, by ids.',
    names: { fields: ['world.items[].needs'] },
  },
  {
    people: ['notinbackup', 'inbackups', 'backups', 'backup'],
    write: 'The backups that hold an item stand under “heldBy”, by ids; [] is none.',
    names: { fields: ['world.items[].heldBy'] },
  },
  {
    people: ['fails alone', 'fail', 'failing', 'bad', 'error'],
    write: 'An item that fails is “fails: { at: placement }”; “and: stops” where it stops everything.',
    names: { fields: ['world.items[].fails', 'world.items[].fails.at', 'world.items[].fails.and'] },
  },
  {
    people: ['slash', 'bad name', 'badname', 'bad path', 'domain', 'domain name'],
    write:
      'A data group with a slash in its name is “fails: { at: placement, and: stops, because: bad-name }” of its item.',
    names: { fields: ['world.items[].fails', 'world.items[].fails.because'] },
  },
  {
    people: ['vpn', 'on demand', 'connect on demand', 'always on', 'cutsnetwork'],
    write:
      'A VPN entry is an item of the category “network-settings”; “onDemand: cuts-network” where it cuts the network ' +
      'after a restore, and “vpn.switchedOff” is the act that ends it.',
    names: {
      categories: ['network-settings'],
      fields: ['world.items[].onDemand'],
      events: ['vpn.switchedOff'],
    },
  },
  {
    people: ['hang', 'hangs', 'crash', 'crashes', 'frozen app', 'stuck app', 'onboarding', 'first run'],
    write: 'An app that hangs in its first pages after a restore is “start: hangs” of the app.',
    names: { fields: ['world.items[].start'], categories: ['app'] },
  },
  {
    people: ['exclude', 'excluded', 'excludefrombackup', 'exclude from backup', 'backup exclusion'],
    write:
      'A switch in the app itself is “ownSwitch”; the switch in the iCloud Backup settings is “backupSwitch”; an app ' +
      'that always keeps itself out is “policy: excludes-itself”.',
    names: { fields: ['world.items[].ownSwitch', 'world.items[].backupSwitch', 'world.items[].policy'] },
  },
  {
    people: [
      'wallpaper',
      'alarms',
      'alarm',
      'alarm clock',
      'alarm clocks',
      'timer',
      'timers',
      'clock',
      'blocked numbers',
      'sounds',
      'accessibility',
      'medical id',
      'control centre',
      'lock screen',
    ],
    write:
      'Settings of every kind, wallpaper and alarms among them, are items of “device-settings”, each with a “title”.',
    names: { categories: ['device-settings'], fields: ['world.items[].title'] },
  },
  {
    people: ['pdf', 'pdfs', 'books pdf', 'pdfs in books', 'ibooks', 'epub', 'epubs', 'ebook', 'ebooks', 'apple books'],
    write:
      'A bought book is an item of “books”. A PDF or book of one’s own saved into Books is one of “app-data” with ' +
      '“policy: unknown”: no computer backup holds it, and of an iCloud backup nobody says it.',
    names: { categories: ['books', 'app-data'], fields: ['world.items[].policy'] },
  },
  {
    people: ['family setup', 'watch of a child', 'kids watch', 'apple watch', 'watch backup'],
    write:
      'The backup of a watch paired with the phone is an item of “watch”. That of a watch of Family Setup does not ' +
      'travel in a backup of this phone: “watch” with “heldBy: []”, “on” the watch itself.',
    names: { categories: ['watch'], fields: ['world.items[].heldBy', 'world.items[].on'] },
  },
  {
    people: ['passkeys', 'passkey', 'verification codes', 'password manager', 'autofill'],
    write:
      'Passkeys and codes in Passwords are items of “passwords”, which iCloud Keychain keeps, each with a “title”.',
    names: { categories: ['passwords'], fields: ['world.items[].title'] },
  },
  {
    people: ['fitness', 'rings', 'workouts', 'cycle'],
    write: 'Fitness and workouts are items of “health”, and what a watch measured of “watch-health”.',
    names: { categories: ['health', 'watch-health'] },
  },
  {
    people: ['apple cash', 'credit card', 'apple pay', 'car key', 'driving licence', 'transit card'],
    write:
      'Cards, keys and passes with a number of their own in Wallet are items of “payment-cards”, tickets of ' +
      '“wallet-passes”.',
    names: { categories: ['payment-cards', 'wallet-passes'] },
  },
  {
    people: ['reading list', 'favourites', 'bookmarks', 'safari'],
    write: 'The reading list goes with “safari-bookmarks”; tabs are “safari-tabs”, what was visited “safari-history”.',
    names: { categories: ['safari-bookmarks', 'safari-tabs', 'safari-history'] },
  },
  {
    people: [
      'calendar subscriptions',
      'subscribed calendar',
      'exchange',
      'gmail',
      'google contacts',
      'outlook',
      'imap',
    ],
    write: 'What another provider keeps, calendars that are subscribed to among it, is an item of “other-cloud”.',
    names: { categories: ['other-cloud'] },
  },
  {
    people: [
      'podcasts',
      'memoji',
      'genmoji',
      'translate',
      'stocks',
      'weather',
      'maps favourites',
      'news',
      'tips',
      'voicemail greeting',
    ],
    write:
      'An app of Apple without a category of its own is written as “app-data”; where nobody knows what keeps it, ' +
      '“policy: unknown”.',
    names: { categories: ['app-data'], fields: ['world.items[].policy'] },
  },
  {
    people: [
      'locked',
      'disabled',
      'unavailable',
      'iphone unavailable',
      'security lockout',
      'forgotten passcode',
      'passcode forgotten',
    ],
    write: 'A phone that lets nobody in is “lockedOut: yes” in “device”.',
    names: { fields: ['world.device.lockedOut'] },
  },
  {
    people: [
      'firmware',
      'dfu',
      'recovery mode',
      'recoverymode',
      'factory reset',
      '4013',
      '4014',
      'lost mode',
      'remote wipe',
      'erased remotely',
    ],
    write:
      'Software put on anew by a computer is “recovery.restored”, an erase from afar “findMy.erased”, one from the ' +
      'lock screen “lockScreen.erased”.',
    names: { events: ['recovery.restored', 'findMy.erased', 'lockScreen.erased'] },
  },
  {
    people: ['battery', 'battery.empty', 'low battery', 'battery low'],
    write:
      'An empty battery is a phone without power: “power: off” in “surroundings”, or “power.lost” and “power.back”.',
    names: { fields: ['world.surroundings.power'], events: ['power.lost', 'power.back'] },
  },
  {
    people: ['cellular', 'mobile data', 'lte', '5g'],
    write: 'Mobile data carry no restore here: “wifi: off” in “surroundings”, or “wifi.lost” and “wifi.back”.',
    names: { fields: ['world.surroundings.wifi'], events: ['wifi.lost', 'wifi.back'] },
  },
  {
    people: ['corrupt', 'corrupted', 'broken', 'defective'],
    write: 'A backup that cannot be read is “damaged: yes”.',
    names: { fields: ['world.backups[].damaged'] },
  },
  {
    people: ['version', 'os', 'osversion', 'iosversion', 'system', 'ipados'],
    write: 'Write “ios”, with the version in quotes: ios: "18.3".',
    names: { fields: ['world.device.ios', 'world.backups[].ios'] },
  },
  {
    people: ['size', 'megabytes', 'gigabytes', 'mb', 'gb'],
    write: 'Write “bytes”, such as bytes: 3 GB.',
    names: { fields: ['world.items[].bytes'] },
  },
  {
    people: ['name', 'label', 'description'],
    write: 'An item has a “title” and an “id”, a device a “name”; the story has a “title” and a “why”.',
    names: { fields: ['world.items[].title', 'world.items[].id', 'world.device.name', 'title', 'why'] },
  },
  {
    people: ['amount', 'number', 'pieces', 'quantity'],
    write: 'Write “count”.',
    names: { fields: ['world.items[].count'] },
  },
  {
    people: ['date', 'day', 'time', 'when'],
    write: 'A backup is “made”, an item is “created”, the story begins “today”.',
    names: { fields: ['world.backups[].made', 'world.items[].created', 'world.today'] },
  },
  {
    people: ['owner', 'user', 'appleid', 'apple account', 'email', 'icloud account'],
    write: 'Write “accounts” in “world”; backups and items name one of them under “account”.',
    names: { fields: ['world.accounts', 'world.backups[].account', 'world.items[].account'] },
  },
  {
    people: ['phone', 'iphone', 'ipad', 'target', 'newphone'],
    write: 'Write “device”.',
    names: { fields: ['world.device'] },
  },
  {
    people: ['storage', 'space', 'capacity', 'freespace'],
    write: 'Room on the device is “free” in “device”; room in iCloud is “room” of an account.',
    names: { fields: ['world.device.free', 'world.accounts[].room'] },
  },
  {
    people: ['network', 'internet', 'wlan', 'connection', 'charger', 'plugged'],
    write: 'Write “surroundings: { wifi: off }” or “power: off”; in a script “wifi.lost”, “power.lost”.',
    names: { fields: ['world.surroundings.wifi', 'world.surroundings.power'], events: ['wifi.lost', 'power.lost'] },
  },
  {
    people: ['encryption', 'encryptedbackup', 'passwordprotected'],
    write: 'Write “encrypted: yes” in the backup.',
    names: { fields: ['world.backups[].encrypted'] },
  },
  {
    people: ['icloud', 'cloud', 'sync', 'syncing'],
    write: 'iCloud services are “services” in “world”; where a backup lies is its “kind”.',
    names: { fields: ['world.services', 'world.backups[].kind'] },
  },
  {
    people: ['pin', 'code', 'lockcode', 'screenlock'],
    write:
      'The passcode of the phone is “passcode” in “device”; that of an older device “devicePasscode” of an account.',
    names: { fields: ['world.device.passcode', 'world.accounts[].devicePasscode'] },
  },
  {
    people: ['type'],
    write: 'An item has a “category”, a backup or device a “kind”.',
    names: { fields: ['world.items[].category', 'world.backups[].kind', 'world.device.kind'] },
  },
  {
    people: ['data', 'content', 'contents', 'apps', 'things'],
    write: 'Write “items” in “world”.',
    names: { fields: ['world.items'] },
  },
  {
    people: ['result', 'expected', 'expectation', 'expectations', 'assert'],
    write: 'Write “expect”.',
    names: { fields: ['expect'] },
  },
  {
    people: ['steps', 'events', 'actions', 'acts', 'story'],
    write: 'Write “script”: a list of “do”, “wait” and “end”.',
    names: { fields: ['script', 'script[].do', 'script[].wait', 'script[].end'] },
  },
  {
    people: ['retry', 'retries', 'again', 'secondattempt'],
    write: 'Write “attempts”: one entry for each further restore.',
    names: { fields: ['attempts'] },
  },
  {
    people: ['acts offered', 'available', 'offers', 'can do'],
    write: 'Acts that can be done at the end are “possible”; “offered” are other copies.',
    names: { fields: ['expect.possible', 'expect.offered'] },
  },
  {
    people: ['present', 'there', 'isonphone', 'onthephone'],
    write: 'Write “onPhone: yes” or “no”.',
    names: { fields: ['expect.items.<name>.onPhone'] },
  },
  {
    people: ['works', 'working', 'useful', 'ofuse'],
    write: 'Write “usable: yes” or “no”.',
    names: { fields: ['expect.items.<name>.usable'] },
  },
  {
    people: ['sleep', 'delay', 'pause'],
    write: 'Write “wait: 40 minutes” in the script, or “after: 40 minutes” beside “during”.',
    names: { fields: ['script[].wait', 'script[].after'] },
  },
];

const plain = (word: string): string => word.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');

const meanings = (word: string): readonly Meant[] => {
  const short = plain(word.slice(0, 60));
  return SYNONYMS.filter(({ people }) => people.some((each) => plain(each) === short));
};

/** The advice for a key that people write. */
export const keyMeantBy = (key: string): string | undefined => meanings(key).find(({ names }) => names.fields)?.write;

/** The advice for a word that people write where one of some words has to stand. */
export const wordMeantBy = (word: string, known: readonly string[]): string | undefined =>
  meanings(word).find(({ names }) =>
    Object.values(names)
      .flat()
      .some((name) => known.includes(name)),
  )?.write;
