/** What an iCloud backup holds, and what it leaves to other services. */
export const ICLOUD_BACKUP = {
  'IC-01': {
    says:
      'What a service syncs is always current in iCloud, so the backup can skip it. Everything else goes into ' +
      'the dated copy.',
    sources: ['AP-ICLOUD'],
  },
  'IC-02': { says: 'Settings made on the device travel in an iCloud backup.', sources: ['AP-ICLOUD'] },
  'IC-03': {
    says: 'The order of icons and folders on the Home Screen travels in an iCloud backup.',
    sources: ['AP-ICLOUD'],
  },
  'IC-04': {
    says: 'What apps have stored travels in an iCloud backup, unless the app or its backup switch keeps it out.',
    sources: ['AP-ICLOUD', 'AP-DEPLOY'],
  },
  'IC-05': {
    says: 'With Messages in iCloud turned off, messages are part of an iCloud backup. With it on, they sync instead.',
    sources: ['AP-ICLOUD', 'AP-METHODS'],
  },
  'IC-06': {
    says:
      'With iCloud Photos turned off, photos and videos are part of an iCloud backup. With it on, they sync ' +
      'instead.',
    sources: ['AP-ICLOUD', 'AP-METHODS', 'AP-SECBACKUP-OLD', 'SEED-C'],
  },
  'IC-07': {
    says:
      'The voicemail password is stored, but comes back only if the phone has the SIM card it had during the ' +
      'backup.',
    sources: ['AP-ICLOUD', 'AP-SECBACKUP-OLD'],
  },
  'IC-08': { says: 'An iCloud backup covers ringtones that were bought.', sources: ['AP-ICLOUD'] },
  'IC-09': {
    says: 'A paired Apple Watch is backed up together with its iPhone. A watch from Family Setup is not.',
    sources: ['AP-ICLOUD', 'AP-IUG'],
  },
  'IC-10': {
    says:
      'Any app can be switched off for iCloud backup. The app can then be downloaded again, but its data is ' +
      'not stored.',
    sources: ['AP-IHELP'],
  },
  'IC-11': {
    says:
      'Contacts, calendars, notes, reminders and bookmarks stay out of an iCloud backup while they sync with ' +
      'iCloud.',
    sources: ['AP-METHODS', 'AP-ICLOUD', 'AP-ICLOUD-OLD'],
  },
  'IC-12': {
    says: 'Voice memos belong to an iCloud backup up to iOS 11. From iOS 12 they sync through iCloud.',
    sources: ['AP-ICLOUD-OLD', 'AP-METHODS'],
  },
  'IC-13': {
    says: 'An iCloud backup has no messages from the Mail app. The mail server delivers them again.',
    sources: ['AP-METHODS'],
  },
  'IC-14': {
    says: 'Mail, contacts and calendars kept by Google, Exchange and other providers are left to those providers.',
    sources: ['AP-METHODS'],
  },
  'IC-15': {
    says: 'Payment cards and Apple Pay settings are in no backup. The person adds the cards again.',
    sources: ['AP-METHODS'],
  },
  'IC-16': {
    says: 'Face ID and Touch ID are in no backup. The person sets them up again.',
    sources: ['AP-METHODS', 'AP-ENC'],
  },
  'IC-17': {
    says: 'Apps and cloud music are not copied into an iCloud backup. They are downloaded again.',
    sources: ['AP-METHODS'],
  },
  'IC-18': {
    says: 'Maps saved for offline use are in no backup and must be downloaded again.',
    sources: ['AP-METHODS', 'DOMAINS'],
  },
  'IC-19': {
    says:
      'An older Apple page leaves mail, Health, calls and iCloud Drive files to their own cloud services, ' +
      'outside the backup.',
    sources: ['AP-ICLOUD-OLD'],
  },
  'IC-20': { says: 'Up to iOS 10, an iCloud backup also held the list of calls.', sources: ['AP-ICLOUD-OLD'] },
  'IC-21': {
    says: 'For purchases, the backup only remembers what was bought. The store delivers the content again.',
    sources: ['AP-ICLOUD-OLD', 'AP-SECBACKUP-OLD'],
  },
  'IC-22': {
    says: 'In some countries certain purchases do not download again by themselves.',
    sources: ['AP-ICLOUD-OLD'],
  },
  'IC-23': {
    says: 'A purchase that was refunded or withdrawn from sale may not come back.',
    sources: ['AP-ICLOUD-OLD', 'AP-SECBACKUP-OLD'],
  },
  'IC-24': {
    says: 'Shared albums are outside the backup and reappear through the photo service.',
    sources: ['AP-ICLOUD-OLD', 'DOMAINS'],
  },
  'IC-25': {
    says: 'Every iCloud backup is encrypted. That the person needs no extra backup password is our reading.',
    sources: ['AP-METHODS'],
  },
  'IC-26': {
    says:
      'A phone backs up by itself while locked, charging and on Wi-Fi. Backup must be switched on, with room ' +
      'left in iCloud.',
    sources: ['AP-ICLOUD', 'AP-SECBACKUP', 'AP-DEPLOY'],
  },
  'IC-27': {
    says: 'When everything needed is in place, an automatic iCloud backup is made roughly daily.',
    sources: ['AP-SECBACKUP'],
  },
  'IC-28': {
    says:
      'Apple gives 5 GB of iCloud space free. Paid plans reach 12 TB, or 14 TB with Apple One. Without room, ' +
      'no new backup is made.',
    sources: ['AP-METHODS', 'AP-ICLOUD'],
  },
  'IC-29': {
    says:
      'While Messages in iCloud is on, the backup holds only a key to the messages. Switching iCloud Backup ' +
      'off replaces that key.',
    sources: ['AP-SECBACKUP-OLD', 'AP-ADP'],
  },
  'IC-30': {
    says:
      'An older Apple security guide counts contacts, events, reminders, notes, Home settings and Medical ID ' +
      'among the content of an ' +
      'iCloud backup.',
    sources: ['AP-SECBACKUP-OLD'],
  },
  'IC-31': {
    says:
      'An older Apple security guide says that messages come back only with the SIM card used at the time of ' +
      'the backup.',
    sources: ['AP-SECBACKUP-OLD'],
  },
  'IC-32': {
    says: 'The folder for purchased media is accepted only from an iCloud backup, not from one on a computer.',
    sources: ['DOMAINS'],
  },
  'IC-33': {
    says:
      'A watch backup has no Bluetooth pairings, payment cards or passcode. Its health data need an ' +
      'encrypted computer backup or iCloud ' +
      'Health.',
    sources: ['WATCH'],
  },
  'IC-34': {
    says: 'Files of iCloud Drive are kept out of an iCloud backup. The service itself brings them.',
    sources: ['DOMAINS'],
  },
  'IC-35': {
    says: 'Health data are kept out of an iCloud backup, and out of the temporary backup made for a new phone.',
    sources: ['DOMAINS'],
  },
  'IC-36': { says: 'The list of known Wi-Fi networks is kept out of an iCloud backup.', sources: ['DOMAINS'] },
  'IC-37': { says: 'Data of the Home app are kept out of an iCloud backup. They sync.', sources: ['DOMAINS'] },
  'IC-38': {
    says: 'Thumbnails and working files of the photo library are not sent to iCloud. The phone makes them anew.',
    sources: ['DOMAINS'],
  },
  'IC-39': {
    says:
      'Safari history, open tabs and calls are on a list meant for computer backups. Its name may also cover ' +
      'standard iCloud accounts.',
    sources: ['DOMAINS', 'TRACE'],
  },
  'IC-40': {
    says: 'Files saved under On My iPhone are backed up like app data and return in the late phase.',
    sources: ['JSH', 'MBPOL'],
  },
  'IC-41': { says: 'A chosen backup cannot bring back anything newer than itself.', sources: ['SEED-C', 'SEED-A'] },
  'IC-42': {
    says:
      'Each backup belongs to one device and carries its name, with day and time. The iCloud website lists no ' +
      'backups.',
    sources: ['SEED-C', 'AP-IUG'],
  },
  'IC-43': { says: 'A new account password leaves existing iCloud backups readable.', sources: ['AP-SECBACKUP'] },
  'IC-44': {
    says:
      'Normally Apple keeps a key for the backup. Advanced Data Protection leaves the key with trusted devices ' +
      'alone.',
    sources: ['AP-SECBACKUP', 'AP-ADP'],
  },
  'IC-45': {
    says: 'A restore downloads the files, a locked bundle of keys, and the key that opens the bundle.',
    sources: ['AP-SECBACKUP'],
  },
} as const;
