/** What is sealed end to end, what opens it again, and what the kind of account allows. */
export const ACCOUNT = {
  'EE-01': {
    says:
      'Keys of end-to-end services move between the devices of a person, even with iCloud Keychain off for ' +
      'passwords.',
    sources: ['AP-ICE'],
  },
  'EE-02': {
    says: 'Such keys are on trusted devices only. Apple cannot open the data.',
    sources: ['AP-ICE', 'AP-ADP'],
  },
  'EE-03': {
    says: 'After the loss of all devices, such data open with a device passcode, a recovery contact or a recovery key.',
    sources: ['AP-ICE', 'AP-ADP'],
  },
  'EE-04': {
    says: 'With two-factor sign-in, the passcode of a device of the account opens the stored keychain.',
    sources: ['AP-KCREC'],
  },
  'EE-05': {
    says:
      'When access to the keychain is lost for good, sealed data are reset. A trusted device that still ' +
      'has them sends them up again.',
    sources: ['AP-CLOUDKIT'],
  },
  'EE-06': {
    says: 'While iCloud Backup is on, the backup holds the key to Messages in iCloud.',
    sources: ['AP-CLOUDKIT'],
  },
  'EE-07': {
    says:
      'Apple’s older table: with iCloud Backup on, messages open by the backup, a device or recovery. With ' +
      'it off, by a device or recovery.',
    sources: ['AP-CLOUDKIT'],
  },
  'EE-08': {
    says: 'Switching iCloud Backup off replaces the key to the messages, so an older backup no longer opens them.',
    sources: ['AP-CLOUDKIT'],
  },
  'EE-09': { says: 'End-to-end services need two-factor sign-in.', sources: ['AP-ADP'] },
  'EE-10': {
    says: 'Health is end-to-end encrypted by default. Home is too, for homes on the architecture of iOS 16.2.',
    sources: ['AP-HOME', 'AP-ADP'],
  },
  'EE-11': { says: 'Journal entries in iCloud are end-to-end encrypted.', sources: ['AP-ADP-COUNTS'] },
  'EE-12': {
    says:
      'One count gives 14 kinds sealed by default and 23 with the advanced setting. Such counts change ' +
      'with the edition.',
    sources: ['AP-ADP-COUNTS'],
  },
  'EE-13': {
    says:
      'With Advanced Data Protection the backup, photos, notes and more open only with trusted devices or ' +
      'a recovery way.',
    sources: ['AP-ADP', 'AP-ADP-COUNTS'],
  },
  'EE-14': {
    says: 'Advanced Data Protection asks for a recovery contact or key first, and for recent systems on all devices.',
    sources: ['AP-ADP-COUNTS', 'ADP-UK'],
  },
  'EE-15': {
    says: 'Mail, contacts and calendars in iCloud are never end-to-end encrypted. They arrive after plain sign-in.',
    sources: ['AP-ADP'],
  },
  'EE-16': {
    says:
      'By default Apple can help to regain photos, notes, reminders and backups, but not keychain, Screen ' +
      'Time or Health.',
    sources: ['AP-IDRS'],
  },
  'EE-17': {
    says:
      'In the United Kingdom Advanced Data Protection cannot be turned on since February 2025. Keychain ' +
      'and Health stay sealed.',
    sources: ['ADP-UK'],
  },
  'EE-18': {
    says:
      'By a report, a reset of end-to-end data deletes keychain, Health, Home, Screen Time and synced ' +
      'messages. Photos and contacts stay.',
    sources: ['RESETE'],
  },
  'EE-19': {
    says:
      'In a report of 2017 the keychain could only be switched on by a reset, at the cost of Health data ' +
      'in iCloud.',
    sources: ['HK2017'],
  },
  'EE-20': { says: 'A Managed Apple Account keeps no Health data and has limits in Wallet.', sources: ['AP-MAA'] },
  'EE-21': {
    says: 'A Managed Apple Account buys nothing in the stores. The organisation delivers apps and books.',
    sources: ['AP-MAA'],
  },
  'EE-22': {
    says: 'Find My does not work with a Managed Apple Account. The organisation has a lost mode of its own.',
    sources: ['AP-MAA'],
  },
  'EE-23': {
    says:
      'If allowed, a Managed Apple Account can use backup, Drive, keychain, contacts, calendars, notes, ' +
      'reminders and messages.',
    sources: ['AP-MAA-ACCESS', 'AP-MAA'],
  },
  'EE-24': {
    says:
      'An organisation can tie sign-in to managed or supervised devices. If a device no longer fits, it is ' +
      'signed out.',
    sources: ['AP-MAA-CONTROL'],
  },
  'EE-25': {
    says:
      'Some enrolments put a personal and a managed account on one phone. That each has its own backup is ' +
      'our reading.',
    sources: ['AP-DEPLOY'],
  },
  'EE-26': {
    says: 'Stolen Device Protection began with iOS 17.3 as a choice. Reports differ on whether iOS 26.4 turns it on.',
    sources: ['AP-SDP', 'SDP-264'],
  },
  'EE-27': {
    says:
      'When somebody signs out, the device asks for each kind of data whether a copy is kept. What is not kept ' +
      'leaves the device.',
    sources: ['SIGN-OUT', 'SIGN-OUT-TG'],
  },
  'EE-28': {
    says: 'What leaves the device with its account stays in iCloud and on the other devices of the account.',
    sources: ['SIGN-OUT'],
  },
  'EE-29': {
    says:
      'An organisation lets its accounts sign in anywhere, on managed or on managed and supervised devices. When ' +
      'that fails, they are signed out.',
    sources: ['AP-MAA-SEC', 'AP-MAA-CONTROL'],
  },
  'EE-30': {
    says: 'When Apple Business unenrols a device, its Managed Apple Account and all settings go; managed apps may go.',
    sources: ['AP-UNENROL'],
  },
  'EE-31': {
    says:
      'Who forgot the security code of iCloud Keychain could reset it. What the device had then replaced what ' +
      'iCloud kept.',
    sources: ['KC-RESET', 'KC-RESET-APPLE'],
  },
} as const;
