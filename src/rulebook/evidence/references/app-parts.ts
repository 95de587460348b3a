/** Parts of apps that need one another, what mends them, and the backups that apps make themselves. */
export const APP_PARTS = {
  'AX-01': {
    says:
      'A store can need a key from the keychain. With the store there and the key missing, the app fails ' +
      'or looks empty.',
    sources: ['NOTESN', 'MMKV', 'SNOTES'],
  },
  'AX-02': {
    says: 'A restored reference to a key in the security chip points to nothing, and can crash the app.',
    sources: ['BLINK', 'NEVIS'],
  },
  'AX-03': {
    says:
      'A maker of secure logins says that no move or restore keeps them. Leftovers are cleared, and the ' +
      'person registers again.',
    sources: ['NEVIS'],
  },
  'AX-04': {
    says: 'Deleting an app leaves its secrets. A new install may find them, and they may be stale.',
    sources: ['KCPERS'],
  },
  'AX-05': {
    says: 'Signing out and in again makes new keys. This mends a login that does not fit its store.',
    sources: ['ELEMENT', 'MULLV'],
  },
  'AX-06': {
    says:
      'A half-restored notes app once sent its empty state to the server. The notes on the old phone were ' +
      'gone too.',
    sources: ['SNOTES'],
  },
  'AX-07': {
    says: 'A VPN entry can come back without its secret. The tunnel starts only after a new login.',
    sources: ['MULLV'],
  },
  'AX-08': {
    says: 'A restored VPN that connects on demand can cut all network. Downloads stop until it is switched off.',
    sources: ['TAILS'],
  },
  'AX-09': {
    says: 'One VPN maker keeps its secrets out of backups since 2025, so the login is always new.',
    sources: ['MULLV'],
  },
  'AX-10': {
    says: 'After a restore of an older state an app could hang in its first pages. Installing it anew cost its data.',
    sources: ['CWA'],
  },
  'AX-11': {
    says: 'On the same erased device an iCloud restore brought the key of a password manager back, by one report.',
    sources: ['BITW', 'AP-FORUM-KC'],
  },
  'AX-12': {
    says: 'Makers call it normal that a login is lost on another phone after an iCloud or plain restore.',
    sources: ['ZOTERO', 'FREEOTP'],
  },
  'AX-13': {
    says:
      'A sealed backup of WhatsApp opens only with its password, passkey or key. A forgotten password can ' +
      'be changed in the old app.',
    sources: ['WA-3', 'WA-2'],
  },
  'AX-14': {
    says: 'Two editions of one WhatsApp page differ on whether the backup of the phone holds the chats.',
    sources: ['WA-1', 'WA-2'],
  },
  'AX-15': {
    says: 'By one edition, the iCloud backup of the phone is a second copy of the WhatsApp chats.',
    sources: ['WA-1'],
  },
  'AX-16': { says: 'Signal keeps itself out of the backups of the phone on purpose.', sources: ['SIG-I'] },
  'AX-17': {
    says:
      'Signal’s own transfer needs both phones while the new one registers. At the end the old phone ' +
      'clears its chats.',
    sources: ['SIGNAL'],
  },
  'AX-18': {
    says:
      'For some, that transfer fails halfway. A restart of both phones helped one person; for another the old ' +
      'phone was empty after it.',
    sources: ['SIG-I'],
  },
  'AX-19': {
    says: 'Registering without the transfer takes the number from the old phone. Its chats stay there.',
    sources: ['SIG-I'],
  },
  'AX-20': {
    says:
      'Since December 2025 Signal has secure backups with a key of 64 characters. Free ones hold 45 days ' +
      'of attachments.',
    sources: ['SIG-SB'],
  },
  'AX-21': {
    says: 'Before that, Signal saw no way back when the old phone was lost or erased, or the number changed.',
    sources: ['SIG-SUP'],
  },
  'AX-22': {
    says: 'Ordinary Telegram chats come by login. Secret chats live on one device and end with a logout.',
    sources: ['TG-SEC'],
  },
  'AX-23': {
    says:
      'Since September 2025 Microsoft Authenticator keeps its copy in iCloud and iCloud Keychain. Its own ' +
      'backup is gone.',
    sources: ['MSA-N'],
  },
  'AX-24': {
    says:
      'Of these, plain one-time codes work again. Work, school and passwordless accounts come as names and ' +
      'need a new sign-in.',
    sources: ['MSA'],
  },
  'AX-25': {
    says: 'The old app must be version 6.8.33 or later, and opened once, before a copy exists.',
    sources: ['MSA'],
  },
  'AX-26': {
    says:
      'Google Authenticator can keep codes in the Google account since April 2023. Otherwise the old phone ' +
      'must export them.',
    sources: ['GAUTH'],
  },
  'AX-27': { says: 'After a restore, app icons stay grey until the program has come.', sources: ['DEC-W'] },
  'AX-28': { says: 'Deleting the grey icon deletes the restored data of that app.', sources: ['DEC-W'] },
  'AX-29': {
    says: 'For a stuck icon, help tries power, space, a restart, and a download started in the store.',
    sources: ['DEC-W'],
  },
  'AX-30': {
    says: 'A stuck app was offloaded, not deleted, and installed again from the store. Its data stayed.',
    sources: ['MINIK'],
  },
  'AX-31': {
    says:
      'Self-built apps are in no store, so no restore brings them. Their settings are reported as starting ' +
      'from nothing.',
    sources: ['LOOP'],
  },
  'AX-32': {
    says: 'A self-built app that has run out keeps its data. Installing it over keeps them, and deleting loses them.',
    sources: ['LOOP'],
  },
  'AX-33': { says: 'A TestFlight build ends after 90 days. The maker has to offer a new one.', sources: ['TFL'] },
  'AX-34': {
    says: 'Installing the store version over a TestFlight build kept the data for some people, but not for all.',
    sources: ['TFL'],
  },
  'AX-35': {
    says: 'A new country for the store account keeps installed apps. An app not sold there cannot be downloaded.',
    sources: ['REGION'],
  },
  'AX-36': {
    says: 'A family purchase can be hidden by its buyer. When sharing ends, all keep their own purchases.',
    sources: ['AP-FAMILY'],
  },
  'AX-37': { says: 'Apps that store in CloudKit fetch everything again at the first start.', sources: ['CKIT'] },
  'AX-38': {
    says: 'A restored copy that looks like the old phone can confuse the sync of an app while both are in use.',
    sources: ['CKIT'],
  },
  'AX-39': {
    says: 'A switch in an app that keeps data out of backups is a wish. In reports it worked once, and once not.',
    sources: ['MINIK'],
  },
  'AX-40': {
    says:
      'Lists come back while the downloads behind them stay out. Entries look ready and play nothing until ' +
      'downloaded again.',
    sources: ['AP-DEVBACKUP', 'AP-STORAGE', 'AP-MANAGED'],
  },
} as const;
