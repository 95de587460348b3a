/** Single kinds of content: passkeys, Home, Screen Time, contacts, notes, voicemail and others. */
export const CONTENTS = {
  'CT-01': {
    says: 'Passkeys sync by iCloud Keychain, sealed end to end, and come back by keychain recovery.',
    sources: ['AP-PASSKEY'],
  },
  'CT-02': {
    says: 'A lost keychain recovery loses passkeys that were made only there.',
    sources: ['AP-PASSKEY', 'AP-KCREC'],
  },
  'CT-03': {
    says: 'After a restore iCloud Keychain can sign the person in to saved accounts.',
    sources: ['AP-KCPRIV'],
  },
  'CT-04': {
    says: 'Home data are not part of local backups, by Apple’s present security guide.',
    sources: ['AP-HOME'],
  },
  'CT-05': { says: 'Energy data sync end to end and are not part of local backups.', sources: ['AP-ENERGY'] },
  'CT-06': {
    says:
      'Home data travel by iCloud and iCloud Keychain together. Homes on the older architecture follow the ' +
      'older text.',
    sources: ['AP-HOME', 'AP-ICE'],
  },
  'CT-07': {
    says:
      'On iOS 12 the Screen Time passcode was in encrypted computer backups only. From iOS 13 it was found ' +
      'in none.',
    sources: ['PINF'],
  },
  'CT-08': {
    says: 'On iOS 13 one restored phone got its Screen Time passcode a minute later, from the account.',
    sources: ['PINF'],
  },
  'CT-09': { says: 'Screen Time is among the data that Apple cannot recover.', sources: ['AP-IDRS'] },
  'CT-10': {
    says: 'A Shared Photo Library lies in the iCloud of its creator. It needs iOS 16.1 and iCloud Photos.',
    sources: ['AP-SHAREDLIB'],
  },
  'CT-11': {
    says: 'If the creator ends a shared library or has no space, one’s own backup does not help. This is our reading.',
    sources: ['AP-SHAREDLIB'],
  },
  'CT-12': {
    says: 'Wallet passes are backed up and sync. Payment cards are a thing apart.',
    sources: ['AP-ADP-COUNTS'],
  },
  'CT-13': {
    says:
      'Voicemail messages are kept by the carrier, which deletes them after weeks. The copy on the phone ' +
      'can vanish.',
    sources: ['VOICEM'],
  },
  'CT-14': {
    says: 'Safari tabs and history sync, sealed. On a computer they need an encrypted backup.',
    sources: ['AP-ADP-COUNTS'],
  },
  'CT-15': {
    says: 'PDFs put straight into Books and media synced from a computer are in no computer backup.',
    sources: ['AP-METHODS', 'AP-DEPLOY', 'DOMAINS'],
  },
  'CT-16': {
    says: 'Bought ringtones are in the backup. Home-made ones are synced from the computer again.',
    sources: ['AP-ICLOUD', 'AP-METHODS', 'AP-DEPLOY'],
  },
  'CT-17': {
    says: 'Freeform boards can be kept in iCloud by both kinds of account.',
    sources: ['AP-MAA-ACCESS', 'ADP-UK'],
  },
  'CT-18': {
    says: 'Journal syncs, sealed. Whether a computer backup holds entries while iCloud is off is stated nowhere.',
    sources: ['AP-ADP-COUNTS'],
  },
  'CT-19': {
    says:
      'By a maintainer, only contacts of the phone itself come from a computer backup. Those of an account ' +
      'come with the account.',
    sources: ['LIMD-1495'],
  },
  'CT-20': {
    says: 'One person saw contacts come with iTunes and not with a tool, from the same backup.',
    sources: ['LIMD-1495'],
  },
  'CT-21': { says: 'Reading tools find notes of the iCloud account inside computer backups.', sources: ['NOTES-R'] },
  'CT-22': {
    says: 'Old backups held the settings of mail and calendar accounts, but not the mails and events.',
    sources: ['OLDBK'],
  },
  'CT-23': { says: 'Contacts of a managed account sync again with that account only.', sources: ['AP-MAA-ACCESS'] },
  'CT-24': {
    says: 'Health data of a watch are part of the phone’s Health, with the same ways back.',
    sources: ['WATCH-NEW'],
  },
  'CT-25': {
    says: 'Books, films and apps bought by a family member come through that person’s purchase.',
    sources: ['AP-FAMILY'],
  },
  'CT-26': {
    says: 'iCloud keeps Freeform boards and shortcuts, sealed end to end with Advanced Data Protection.',
    sources: ['AP-ADP'],
  },
  'CT-27': {
    says: 'An Apple Watch is set up and paired with an iPhone only. An iPad has no app for it.',
    sources: ['WATCH-PAIR'],
  },
} as const;
