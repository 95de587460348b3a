/** The steps of a restore in their order, then the messages and codes a person may meet. */
export const LIFECYCLE = {
  'LS-01': {
    says: 'Before anything is erased, Settings shows which iCloud backups exist and when they were made.',
    sources: ['SEED-C', 'AP-MISSING', 'AP-BACKFAIL'],
  },
  'LS-02': { says: 'The phone is plugged in and joins Wi-Fi.', sources: ['SEED-C'] },
  'LS-03': {
    says: 'Erasing the phone removes everything on it. With Find My on, the account password is asked.',
    sources: ['SEED-C', 'MACOBS', 'ERASEPW', 'DM-REST'],
  },
  'LS-04': { says: 'Setup greets the person and asks for language and region.', sources: ['SLASH', 'WEBSET'] },
  'LS-05': {
    says: 'Setup offers Quick Start with a nearby phone, or manual setup.',
    sources: ['SLASH', 'QS', 'DM-REST'],
  },
  'LS-06': {
    says: 'The phone joins Wi-Fi and activates. With Activation Lock it asks for its linked account here.',
    sources: ['SLASH', 'ACTLOCK'],
  },
  'LS-07': { says: 'A phone assigned to an organisation enrols in its management.', sources: ['INTUNE', 'DM-SKIP'] },
  'LS-08': { says: 'A page about data and privacy is shown.', sources: ['SLASH'] },
  'LS-09': { says: 'Face ID or Touch ID is set up now or later.', sources: ['SLASH', 'AP-METHODS', 'DM-SKIP'] },
  'LS-10': { says: 'The person chooses a passcode. Some secrets exist only with one.', sources: ['SLASH', 'SEC-ITEM'] },
  'LS-11': {
    says: 'The person chooses where apps and data come from. This choice fixes the way.',
    sources: ['WEBSET', 'SLASH', 'DM-SKIP', 'INTUNE'],
  },
  'LS-12': {
    says: 'The person signs in. Setup then finds the backups of this account.',
    sources: ['SEED-C', 'WEBSET', 'AP-KCREC'],
  },
  'LS-13': { says: 'The person accepts the terms.', sources: ['DM-SKIP'] },
  'LS-14': {
    says: 'The person picks a backup from a list with dates and sizes. Nothing newer can come.',
    sources: ['SEED-C', 'WEBSET'],
  },
  'LS-15': {
    says: 'If the phone runs an older iOS than the backup, it updates first.',
    sources: ['WEBSET', 'GIST-RU', 'DM-SKIP'],
  },
  'LS-16': {
    says: 'Settings from the backup are offered for review. Payment cards have to be added anew.',
    sources: ['SLASH'],
  },
  'LS-17': {
    says: 'A progress bar runs while system data and app placeholders are written.',
    sources: ['WEBSET', 'SLASH', 'MBPOL', 'AP-SECBACKUP'],
  },
  'LS-18': {
    says: 'The phone restarts, puts the restored data in place, and imports saved passwords.',
    sources: ['SEED-C', 'MBPOL', 'LIMD-787'],
  },
  'LS-19': { says: 'After the restart setup shows its last pages.', sources: ['DM-SKIP'] },
  'LS-20': {
    says: 'The Home Screen appears in its old order, with apps still waiting for download.',
    sources: ['SEED-C', 'WEBSET'],
  },
  'LS-21': {
    says: 'The phone can be used while apps, media and photos arrive. iCloud Backup is dimmed meanwhile.',
    sources: ['SEED-C', 'AP-MISSING', 'MBPOL'],
  },
  'LS-22': {
    says: 'Each account that bought something may ask for its password.',
    sources: ['SEED-C', 'AP-MISSING', 'WEBSET'],
  },
  'LS-23': {
    says: 'The person may stop the restore. What has not arrived is then given up.',
    sources: ['OSXD', 'SEED-C'],
  },
  'LS-24': { says: 'Sync services fill up separately, each by its own rules.', sources: ['AP-ICLOUD', 'SEED-A'] },
  'LS-25': {
    says: 'The restore is over when its note is gone and automatic backups may run again.',
    sources: ['AP-MISSING', 'ILEAPP'],
  },
  'LS-26': {
    says: 'Some tasks stay with the person: cards, Face ID, app logins, pairings, eSIM and offline maps.',
    sources: ['AP-METHODS', 'DOMAINS', 'ESIM', 'SEED-A'],
  },
  'LC-01': { says: 'The phone is connected by cable and trusts the computer.', sources: ['MACOBS', 'DM-REST'] },
  'LC-02': {
    says: 'A new phone offers the computer as source. A phone in use must turn Find My off.',
    sources: ['MACOBS', 'IOWA', 'ERR-211'],
  },
  'LC-03': { says: 'The person picks a backup by name and date.', sources: ['MACOBS', 'LIMD-429'] },
  'LC-04': { says: 'An encrypted backup asks for its own password.', sources: ['AP-ENC', 'BADPW', 'LIMD-207'] },
  'LC-05': {
    says: 'Data are copied while both screens show progress. Space, damage, a cable or a lock can stop it.',
    sources: ['IOWA', 'LIMD-460', 'LIMD-205', 'LIMD-12'],
  },
  'LC-06': {
    says: 'The phone restarts and should stay connected until the computer shows it again.',
    sources: ['IOWA', 'MACOBS'],
  },
  'LC-07': { says: 'Setup continues with passcode and account.', sources: ['DM-SKIP'] },
  'LC-08': {
    says: 'Apps come from the App Store. Managed apps wait for the management server.',
    sources: ['AP-MANAGED', 'IDB2'],
  },
  'LC-09': { says: 'Music, films and photos from the computer are synced again.', sources: ['AP-METHODS', 'DOMAINS'] },
  'LC-10': {
    says:
      'Saved passwords from an unencrypted backup open on the same device only. An encrypted backup also ' +
      'serves a new one.',
    sources: ['SEC-ITEM', 'AP-IOSSEC'],
  },
  'E-01': {
    says:
      'The list of backups is empty or dimmed: wrong account, older iOS, unfinished backup, or one too old to ' +
      'be kept.',
    sources: ['SEED-C'],
  },
  'E-02': {
    says: 'Setup asks for an update first, because the backup comes from a newer iOS.',
    sources: ['WEBSET', 'GIST-RU', 'FLAVOR'],
  },
  'E-03': { says: 'An alert asks for power and Wi-Fi. The download waits until both are back.', sources: ['SEED-C'] },
  'E-04': {
    says: 'The computer calls the backup damaged or incompatible. Another backup is needed.',
    sources: ['CORRUPT'],
  },
  'E-05': {
    says: 'A password is requested because the backup is encrypted. It is not the account password.',
    sources: ['BADPW'],
  },
  'E-06': {
    says: 'The backup password was wrong. Earlier passwords may be worth a try.',
    sources: ['BADPW', 'LIMD-207', 'AP-ENC'],
  },
  'E-07': { says: 'The disk of the computer is full, so room must be made there.', sources: ['CORRUPT', 'LIMD-1384'] },
  'E-08': {
    says: 'iCloud has no room for a new backup. A restore then has only the older one.',
    sources: ['AP-BACKFAIL'],
  },
  'E-09': {
    says: 'The latest backup attempt failed. Wi-Fi, an update or another network may help.',
    sources: ['AP-BACKFAIL'],
  },
  'E-10': {
    says: 'The button for a new backup is grey. Wi-Fi is missing, or a network or profile forbids backups.',
    sources: ['AP-BACKFAIL', 'DM-REST'],
  },
  'E-11': {
    says: 'Several accounts ask for passwords, because each made purchases.',
    sources: ['SEED-C', 'AP-MISSING'],
  },
  'E-12': {
    says: 'A note in the settings says that data still arrive. Waiting is right here.',
    sources: ['AP-MISSING'],
  },
  'E-13': {
    says: 'The backup setting is grey, with a button to stop. Stopping gives up the rest.',
    sources: ['SEED-C', 'OSXD'],
  },
  'E-14': {
    says: 'The phone is linked to an account. Its password, or the owner, can release it.',
    sources: ['ACTLOCK'],
  },
  'E-15': {
    says: 'Setup does not offer a restore, because the organisation hides that page.',
    sources: ['DM-SKIP', 'INTUNE'],
  },
  'E-16': {
    says: 'Enrolment is refused, because an old management profile came with the backup.',
    sources: ['INTUNE'],
  },
  'E-17': {
    says: 'The remaining time stays unknown and progress stalls. Another network or a restart may help.',
    sources: ['UNANS'],
  },
  'E-19': { says: 'The restored data need more space than the phone has free.', sources: ['LIMD-460', 'UNANS'] },
  'MB-100': {
    says: 'Code 100: an input or output error, and the number of every error that has none of its own.',
    sources: ['MBERR'],
  },
  'MB-102': {
    says:
      'Code 102: restored data could not be put in place, often because the phone was not restarted between ' +
      'two tries.',
    sources: ['LIMD-787'],
  },
  'MB-105': {
    says: 'Code 105: too little free space, on the phone for a restore or on the disk for a backup.',
    sources: ['LIMD-460', 'LIMD-1384', 'MBERR'],
  },
  'MB-22': {
    says: 'Code 22: backups are switched off for this device, as on an iPad that several people share.',
    sources: ['MBDRIVE'],
  },
  'MB-25': { says: 'Code 25: a restore from iCloud still runs on this device.', sources: ['MBDRIVE'] },
  'MB-106': {
    says: 'Code 106: the device has less free space than the backup needs. Older systems say 105.',
    sources: ['BUDDY-ERR', 'MBDRIVE'],
  },
  'MB-204': {
    says: 'Code 204: the backup never finished, is empty, or lacks the file that tells how it ended.',
    sources: ['MBDRIVE'],
  },
  'MB-203': { says: 'Code 203: the versions do not fit together, and an update is needed.', sources: ['BUDDY-ERR'] },
  'MB-205': { says: 'Code 205: the backup is damaged, incomplete or altered.', sources: ['LIMD-205', 'MBPOL'] },
  'MB-207': { says: 'Code 207: the backup password is wrong.', sources: ['LIMD-207'] },
  'MB-208': { says: 'Code 208: the phone is locked, so protected data cannot be opened.', sources: ['LIMD-12'] },
  'MB-211': { says: 'Code 211: Find My must be turned off first.', sources: ['ERR-211'] },
  'MB-212': { says: 'Code 212: the phone has not finished its setup.', sources: ['LIMD-187'] },
} as const;
