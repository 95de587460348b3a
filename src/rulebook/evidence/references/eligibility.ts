/** What must hold before a backup, an account, an app or a file may take part in a restore. */
export const ELIGIBILITY = {
  'EL-01': {
    says:
      'The phone needs at least the iOS version that made the backup. Otherwise the backup is dimmed or an ' +
      'update comes first.',
    sources: ['SEED-C', 'LIMD-429', 'WEBSET', 'FLAVOR'],
  },
  'EL-02': {
    says: 'An unfinished iCloud backup has neither size nor date, and cannot be restored.',
    sources: ['SEED-C'],
  },
  'EL-03': {
    says: 'An iCloud backup shows up only for the account that made it. Going back to sign-in allows another account.',
    sources: ['SEED-C'],
  },
  'EL-04': {
    says: 'An iCloud backup may be deleted after 180 days without a new backup, or with iCloud Backup turned off.',
    sources: ['SEED-C', 'AP-IUG'],
  },
  'EL-05': {
    says: 'An Apple text from the time of iOS 7 and 8 speaks of three backups kept for each device.',
    sources: ['SEED-C'],
  },
  'EL-06': {
    says:
      'iOS 9 is the oldest version for iCloud backups since 18 December 2024. Backups made by older versions ' +
      'are gone.',
    sources: ['AP-MINOS'],
  },
  'EL-07': {
    says: 'An iCloud backup is offered only during setup, so a phone in use is erased first.',
    sources: ['SEED-C', 'INTUNE'],
  },
  'EL-08': {
    says:
      'When a phone in use signs in to iCloud, nothing is restored. It receives what the account syncs, and no ' +
      'more.',
    sources: ['AP-MISSING', 'INTUNE'],
  },
  'EL-09': { says: 'A tool refuses a backup that is unfinished or lacks its basic files.', sources: ['IDB2'] },
  'EL-10': {
    says: 'A backup from a newer tool or device can fail at the first handshake. A newer tool helps.',
    sources: ['LIMD-429'],
  },
  'EL-11': {
    says: 'A restore stops with code 105 when the phone has too little free space.',
    sources: ['LIMD-460', 'MBERR'],
  },
  'EL-12': { says: 'A computer restore onto a phone in use is refused while Find My is on.', sources: ['ERR-211'] },
  'EL-13': {
    says: 'A restore does not remove Activation Lock. The password of the linked account is needed.',
    sources: ['LIMD-429', 'ACTLOCK'],
  },
  'EL-14': {
    says:
      'A computer backup may go to a different device. Serial numbers need not match, and the phone adapts the ' +
      'data.',
    sources: ['LIMD-429'],
  },
  'EL-15': {
    says: 'Since iOS 16.1 a computer backup starts only after the passcode is entered on the phone.',
    sources: ['IDB2'],
  },
  'EL-16': {
    says: 'A locked phone cannot hand over protected data, so a backup or restore fails in part. Unlock and repeat.',
    sources: ['LIMD-12'],
  },
  'EL-17': { says: 'A phone cannot be backed up before its setup is finished.', sources: ['LIMD-187'] },
  'EL-18': {
    says: 'A backup can move between iPad and iPhone, with gaps. Apple does not say which data are affected.',
    sources: ['AP-MISSING'],
  },
  'EL-19': { says: 'Apps that do not run on this kind of device are left out.', sources: ['SEED-C'] },
  'EL-20': {
    says: 'In iOS 7, and in iOS 8 without the cloud library, camera photos did not move between iPhone and iPad.',
    sources: ['SEED-C'],
  },
  'EL-21': {
    says:
      'Purchases from several accounts ask for several passwords. What belongs to a skipped account waits for ' +
      'its sign-in.',
    sources: ['SEED-C', 'AP-MISSING', 'WEBSET'],
  },
  'EL-22': {
    says: 'Media taken over from the library of someone else asks for the account of that person.',
    sources: ['SEED-C'],
  },
  'EL-23': {
    says: 'An app withdrawn from the App Store cannot be downloaded again. Its data has no app to return to.',
    sources: ['APPGONE', 'IDB2'],
  },
  'EL-24': {
    says: 'Used-up in-app purchases do not come back. Lasting ones and subscriptions are restored inside the app.',
    sources: ['AP-IAP'],
  },
  'EL-25': {
    says: 'An offloaded app keeps its data. A tap downloads the program again, as long as the store offers it.',
    sources: ['OFFLOAD', 'DOMAINS', 'IBE'],
  },
  'EL-26': {
    says: 'A computer backup lists the installed apps. One reader also finds a mark for offloaded ones.',
    sources: ['IDB2', 'IBE'],
  },
  'EL-27': {
    says: 'In iOS 9 some app data could return only to the same model, until the app was updated and backed up anew.',
    sources: ['KCSZK'],
  },
  'EL-28': {
    says:
      'An app that keeps its data on a server brings it back when the person logs in. The restore has no part ' +
      'in it.',
    sources: ['SEED-A'],
  },
  'EL-29': {
    says: 'Apps tied to the hardware treat a restored phone as new and ask the person to enrol again.',
    sources: ['PREY', 'ONESPAN'],
  },
  'EL-30': {
    says: 'Caches and temporary files of apps are in no backup. The app builds them again.',
    sources: ['AP-DEVBACKUP', 'AP-STORAGE', 'AP-FORUM'],
  },
  'EL-31': { says: 'The program files of an app are in no backup. The store delivers them.', sources: ['AP-STORAGE'] },
  'EL-32': {
    says: 'Documents, most Library files and shared folders of an app are backed up unless it says otherwise.',
    sources: ['AP-STORAGE', 'AP-FORUM', 'TRACE'],
  },
  'EL-33': {
    says: 'A developer can mark files to stay out of every backup, on a computer and in iCloud.',
    sources: ['AP-DEVBACKUP', 'AP-STORAGE'],
  },
  'EL-34': {
    says: 'Some apps keep data out of backups, or allow it to return to the same device only.',
    sources: ['AP-MANAGED'],
  },
  'EL-35': {
    says: 'If the phone already marks a place as excluded from backup, the restore writes nothing there.',
    sources: ['MBPOL'],
  },
  'EL-36': {
    says: 'A file can be marked to stay out of iCloud backups only, or out of unencrypted computer backups only.',
    sources: ['MBPOL'],
  },
  'EL-37': {
    says:
      'WhatsApp has an iCloud backup of its own. It needs the same number and account, iCloud Drive and about ' +
      '2.05 times the space.',
    sources: ['WHATSAPP'],
  },
  'EL-38': {
    says:
      'Signal moves chats by its own transfer or its own secure backup with a 64-character key. Free storage ' +
      'covers media of 45 days.',
    sources: ['SIGNAL'],
  },
  'EL-65': {
    says: 'An iCloud backup needs an Apple Account. Finder and Configurator work without one.',
    sources: ['AP-DEPLOY'],
  },
  'EL-67': {
    says: 'The Screen Time passcode comes back with a backup, perhaps only an encrypted one. The sources are weak.',
    sources: ['SCREENT'],
  },
  'EL-68': {
    says: 'An eSIM is in no backup. The carrier or a transfer between nearby phones moves the line.',
    sources: ['ESIM'],
  },
  'EL-69': {
    says: 'Signing out of iCloud removes payment cards. They are added again on the new phone.',
    sources: ['PAY', 'AP-METHODS'],
  },
  'EL-70': {
    says: 'From iOS 15 Apple lends iCloud space for a new phone: 21 days, once 21 more, and 7 days after the restore.',
    sources: ['TEMP'],
  },
  'EL-71': {
    says:
      'The temporary backup for a new phone leaves out Health, Home, saved passwords, known Wi-Fi, Safari ' +
      'tabs and the voice data of ' +
      'Siri.',
    sources: ['DOMAINS'],
  },
  'EL-72': {
    says:
      'An iCloud backup cannot start without Wi-Fi, or when a network or profile forbids it. Lack of space ' +
      'stops it too.',
    sources: ['AP-BACKFAIL'],
  },
  'EL-73': {
    says: 'Some system files are listed as never restored. They are skipped and counted, with no alert.',
    sources: ['MBPOL', 'DOMAINS'],
  },
  'EL-74': {
    says: 'Some files are listed as staying with one device. On another device they are skipped, with no alert.',
    sources: ['MBPOL', 'DOMAINS'],
  },
  'EL-75': { says: 'On an iPod touch some further files are skipped.', sources: ['MBPOL'] },
  'EL-76': {
    says: 'A file whose path has 998 bytes or more is skipped with an internal code, 107.',
    sources: ['MBPOL'],
  },
  'EL-77': { says: 'A data group with an invalid root folder gives code 205.', sources: ['MBPOL'] },
  'EL-78': {
    says: 'When system files are not asked for, only app data and the always-restored files are written.',
    sources: ['MBPOL', 'IDB2'],
  },
  'EL-79': {
    says: 'The progress bar covers system data and chosen apps. Data of other apps follow in the background.',
    sources: ['MBPOL'],
  },
  'EL-80': {
    says: 'Camera originals and photo edits belong to the background phase, so they arrive late.',
    sources: ['MBPOL', 'DOMAINS'],
  },
  'EL-81': { says: 'A part of iOS can refuse a file during the restore, or ask for it later.', sources: ['MBPOL'] },
  'EL-82': {
    says: 'If an app is not installed yet, its data are held aside or skipped until it arrives.',
    sources: ['MBPOL', 'MBDRIVE'],
  },
} as const;
