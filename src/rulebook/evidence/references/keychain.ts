/** Which saved passwords and keys can move, and which stay with one device. */
export const KEYCHAIN = {
  'KC-01': {
    says: 'Passwords readable while the phone is unlocked move to another device with an encrypted backup.',
    sources: ['SEC-ITEM', 'AP-IOSSEC'],
  },
  'KC-02': {
    says: 'Passwords readable after the first unlock move to another device with an encrypted backup.',
    sources: ['SEC-ITEM'],
  },
  'KC-03': {
    says: 'Passwords that are always readable also move with an encrypted backup. This class is outdated since iOS 12.',
    sources: ['SEC-ITEM'],
  },
  'KC-04': {
    says: 'A secret readable while unlocked and marked for this device only is missing on any other device.',
    sources: ['SEC-ITEM'],
  },
  'KC-05': {
    says: 'A secret readable after the first unlock and marked for this device only stays with that device.',
    sources: ['SEC-ITEM'],
  },
  'KC-06': {
    says:
      'A secret that is always readable and marked for this device only stays with that device. The class is ' +
      'outdated.',
    sources: ['SEC-ITEM'],
  },
  'KC-07': {
    says: 'Some secrets need a device passcode to exist. They are deleted when it is removed, and never move.',
    sources: ['SEC-ITEM', 'AP-IOSSEC'],
  },
  'KC-08': {
    says: 'Secrets that need a passcode are never exported, so a restore loses them even on the same device.',
    sources: ['SEC-DB'],
  },
  'KC-09': {
    says: 'Keys held inside the security chip are left out of every backup. The app must enrol again.',
    sources: ['SEC-DB'],
  },
  'KC-10': { says: 'Secrets guarded by a check of face, finger or passcode are not exported.', sources: ['SEC-DB'] },
  'KC-11': { says: 'Secrets of App Clips are not exported.', sources: ['SEC-DB'] },
  'KC-12': {
    says: 'Activation and management identities are not exported. The phone keeps its own throughout a restore.',
    sources: ['SEC-DB'],
  },
  'KC-13': {
    says: 'Passwords shared in a group are left out of backups. The next sync brings them.',
    sources: ['SEC-DB'],
  },
  'KC-14': {
    says: 'A secret that will not decrypt is left out without a message, and the import continues.',
    sources: ['SEC-DB'],
  },
  'KC-15': {
    says: 'When the keys supplied do not belong to the stored passwords, the whole set fails to import.',
    sources: ['SEC-DB'],
  },
  'KC-16': {
    says:
      'The import clears old local secrets, but keeps those that iCloud Keychain has already delivered. Then ' +
      'it merges.',
    sources: ['SEC-DB'],
  },
  'KC-17': {
    says: 'On a Shared iPad the passwords of the user are always cleared first. Secrets bound to a device are skipped.',
    sources: ['SEC-DB'],
  },
  'KC-18': {
    says: 'Old backups, up to iOS 10.0, can hold keys tied to a security chip. The import drops them.',
    sources: ['SEC-DB'],
  },
  'KC-19': {
    says:
      'In an unencrypted computer backup the saved passwords are present, but only the device that made it can ' +
      'open them.',
    sources: ['AP-IOSSEC', 'AP-FORUM-KC'],
  },
  'KC-20': {
    says:
      'Saved passwords in an iCloud backup open only on the device that made it. Another device relies on ' +
      'iCloud Keychain.',
    sources: ['AP-IOSSEC'],
  },
  'KC-21': {
    says:
      'An encrypted computer backup re-locks movable secrets under its own password. Device-bound ones open ' +
      'only on the original ' +
      'device.',
    sources: ['AP-IOSSEC', 'AP-KEYBAGS'],
  },
  'KC-22': {
    says: 'An iCloud backup uses key pairs, so a locked phone can go on backing up.',
    sources: ['AP-SECBACKUP', 'AP-KEYBAGS'],
  },
  'KC-23': {
    says:
      'Apple describes five bundles of keys: for the user, the device, computer backups, escrow, and iCloud ' +
      'backups.',
    sources: ['AP-KEYBAGS'],
  },
  'KC-24': {
    says: 'A trusted computer or management server keeps keys that let it reach data without a new passcode entry.',
    sources: ['AP-KEYBAGS', 'AP-IOSSEC'],
  },
  'KC-25': {
    says: 'Passwords for Wi-Fi, mail, VPN and similar accounts can move with an encrypted computer backup.',
    sources: ['AP-IOSSEC', 'AP-KCDP'],
  },
  'KC-26': {
    says: 'Safari passwords and the Home Sharing password can move with an encrypted computer backup.',
    sources: ['AP-IOSSEC', 'AP-KCDP'],
  },
  'KC-27': {
    says: 'The Find My token and the voicemail entry can move with an encrypted computer backup.',
    sources: ['AP-IOSSEC'],
  },
  'KC-28': {
    says: 'The password for computer backups does not move. A new device starts without one.',
    sources: ['AP-IOSSEC'],
  },
  'KC-29': {
    says: 'VPN certificates, Bluetooth and iMessage keys, profile certificates and the SIM PIN stay with one device.',
    sources: ['AP-IOSSEC'],
  },
  'KC-30': { says: 'A secret either syncs or is bound to one device. It cannot be both.', sources: ['SEC-ITEM'] },
  'KC-31': {
    says: 'Not only passwords can sync: since iOS 14, keys and certificates can as well.',
    sources: ['SEC-ITEM'],
  },
  'KC-32': { says: 'Computer and iCloud backups each hold a separate file of saved passwords.', sources: ['DOMAINS'] },
  'KC-33': {
    says: 'Secrets bound to a device are put back only where they can be decrypted. Elsewhere they are discarded.',
    sources: ['SEC-README'],
  },
  'KC-34': {
    says: 'Without a backup password, saved passwords are exported locked to the device.',
    sources: ['SEC-PRIV'],
  },
  'KC-35': {
    says: 'iCloud Keychain comes back with the passcode of an earlier device. Ten wrong tries destroy the stored copy.',
    sources: ['AP-KCREC'],
  },
  'KC-36': {
    says: 'End-to-end encryption covers 14 kinds of iCloud data by default, and 23 with Advanced Data Protection.',
    sources: ['AP-ADP-COUNTS'],
  },
  'KC-37': {
    says: 'Mail, contacts and calendars in iCloud are not end-to-end encrypted, so Apple can help to regain access.',
    sources: ['AP-ADP'],
  },
  'KC-38': {
    says:
      'End-to-end encrypted data need two-factor sign-in. If access is lost, help comes from a passcode, a ' +
      'recovery key or a recovery ' +
      'contact.',
    sources: ['AP-ADP'],
  },
  'KC-39': { says: 'A restore never replaces the activation record of the phone.', sources: ['SEC-DB'] },
} as const;
