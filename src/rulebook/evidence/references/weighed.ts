/** Points on which sources differ. What the rules do about them stands in the table of disputes. */
export const WEIGHED = {
  'DX-01': {
    says: 'Sources differ on whether a computer backup holds Home data.',
    sources: ['AP-HOME', 'DOMAINS', 'TRACE'],
  },
  'DX-02': {
    says: 'Sources differ on whether a computer backup brings contacts that iCloud keeps.',
    sources: ['LIMD-1495', 'AP-METHODS', 'MVT'],
  },
  'DX-03': {
    says: 'Sources differ on whether a computer backup brings notes that iCloud keeps.',
    sources: ['NOTES-R', 'AP-METHODS', 'MVT'],
  },
  'DX-04': { says: 'Sources differ on which backups bring the Screen Time passcode.', sources: ['PINF', 'SCREENT'] },
  'DX-05': { says: 'Sources differ on whether a backup in borrowed space holds Health.', sources: ['TEMP', 'DOMAINS'] },
  'DX-06': { says: 'Sources differ on how many backups iCloud keeps for a device.', sources: ['ARCHIVED', 'SEED-C'] },
  'DX-07': {
    says: 'Two editions of one page differ on whether the backup of the phone holds WhatsApp chats.',
    sources: ['WA-1', 'WA-2'],
  },
  'DX-08': {
    says: 'Apple support says that movable secrets come by Quick Start. Two reports miss theirs.',
    sources: ['AP-FORUM-QS', 'TESSER', 'NOTESN'],
  },
  'DX-09': {
    says: 'Sources differ on whether an iCloud backup brings all secrets to another phone.',
    sources: ['AP-FORUM-QS', 'AP-FORUM-KC', 'AP-IOSSEC'],
  },
  'DX-10': {
    says: 'Sources differ on whether an erase waits for an hour under Stolen Device Protection.',
    sources: ['AP-SDP', 'SDP-LISTS'],
  },
  'DX-11': {
    says: 'Sources differ on whether iOS 26.4 turns Stolen Device Protection on for all.',
    sources: ['SDP-264'],
  },
  'DX-12': { says: 'Sources differ on whether a computer restore empties a phone in use first.', sources: ['DEC-A'] },
  'DX-13': {
    says: 'A switch exists for the direct move on assigned phones. In practice the page never shows there.',
    sources: ['INTUNE', 'INTUNE-TALK', 'DM-SKIP'],
  },
  'DX-14': {
    says: 'Sources differ on whether a phone enrols after a restore of an older, unmanaged backup.',
    sources: ['INTUNE', 'RADAR', 'INTUNE-TALK'],
  },
  'DX-15': {
    says: 'Sources differ on what a tool’s restore does with data of apps that are not there.',
    sources: ['PMD-1053', 'LIMD-APP', 'MBPOL', 'MBDRIVE'],
  },
  'DX-16': {
    says: 'Reports differ on whether the erase of supervised phones with iOS 27 is a fault or a rule.',
    sources: ['LIMD-1746', 'NUG-1108'],
  },
  'DX-17': {
    says: 'Users expect saved passwords from a plain backup. Apple’s table has them on the same device only.',
    sources: ['AP-FORUM-KC', 'FREEOTP', 'AP-IOSSEC'],
  },
  'DX-18': {
    says: 'Guides say that deleting an app cleans it. Makers say that its secrets stay.',
    sources: ['KCPERS'],
  },
  'DX-19': {
    says:
      'Messages in iCloud are sealed, and their key can be in the backup. Which one counts depends on ' +
      'iCloud Backup.',
    sources: ['AP-CLOUDKIT'],
  },
  'DX-20': { says: 'Editions differ on how many kinds of data are sealed.', sources: ['AP-ADP-COUNTS', 'AP-ADP'] },
} as const;
