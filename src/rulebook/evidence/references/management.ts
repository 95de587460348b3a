/** What an organisation can allow or forbid on the phones it manages. */
export const MANAGEMENT = {
  'EL-39': {
    says: 'An organisation can forbid iCloud Backup. Then no iCloud backup exists to restore from.',
    sources: ['DM-REST', 'AP-MDMICLOUD'],
  },
  'EL-40': {
    says: 'An organisation can force encrypted computer backups. Removing the encryption then fails with code 22.',
    sources: ['DM-REST', 'ERR-22'],
  },
  'EL-41': {
    says:
      'Flag 4 or 5 keeps the data of a managed app out of backups. With flag 1 or 5 the app leaves with its ' +
      'profile.',
    sources: ['DM-INSTALL', 'AP-MANAGED'],
  },
  'EL-42': {
    says:
      'In newer management, one setting decides whether an app and its data are backed up. It is on unless ' +
      'changed.',
    sources: ['DM-APPMAN'],
  },
  'EL-43': {
    says: 'Data of a managed app that leaves with its profile can return only to the same device.',
    sources: ['AP-MANAGED', 'AP-MANAGED-OLD'],
  },
  'EL-44': {
    says: 'A managed app without special settings can be restored to the same device or a new one.',
    sources: ['AP-MANAGED'],
  },
  'EL-45': {
    says: 'A managed app returns by itself after an iCloud restore for its assigned user, or on its assigned device.',
    sources: ['AP-MANAGED'],
  },
  'EL-46': {
    says: 'After a computer restore managed apps do not return by themselves. The management server can send them.',
    sources: ['AP-MANAGED'],
  },
  'EL-47': {
    says: 'An older Apple page counts profiles and managed settings among the content of both kinds of backup.',
    sources: ['AP-MANAGED-OLD', 'MVT', 'DOMAINS'],
  },
  'EL-48': {
    says:
      'With Configurator, a backup returns only to a device that is supervised, or unsupervised, like the ' +
      'original.',
    sources: ['AP-CONFIG'],
  },
  'EL-49': {
    says:
      'An organisation can forbid pairing with other computers. Then computer backup and restore are not ' +
      'possible there.',
    sources: ['DM-REST'],
  },
  'EL-50': {
    says:
      'On a supervised phone the erase command can be removed. By our reading this closes the iCloud way for ' +
      'the person.',
    sources: ['DM-REST'],
  },
  'EL-51': { says: 'An organisation can hide the setup page that offers a restore.', sources: ['DM-SKIP', 'INTUNE'] },
  'EL-52': {
    says: 'Restored on the same enrolled device, setup finishes as usual and the earlier management profile is back.',
    sources: ['INTUNE'],
  },
  'EL-53': {
    says: 'Restored on another device of the organisation, setup continues and enrols that device anew.',
    sources: ['INTUNE'],
  },
  'EL-54': {
    says: 'A management profile from a backup can block a new enrolment. Its certificate lasts one year.',
    sources: ['INTUNE'],
  },
  'EL-55': {
    says: 'Some faults are history: supervision lost in 2016, damaged profiles in iOS 10.2, a wipe with iOS 27.',
    sources: ['RADAR', 'LIMD-447', 'LIMD-1746'],
  },
  'EL-56': {
    says: 'An organisation can keep its books out of backups, and their notes out of sync.',
    sources: ['DM-REST'],
  },
  'EL-57': { says: 'An organisation can cut managed apps off from iCloud sync.', sources: ['DM-REST'] },
  'EL-58': { says: 'An organisation can turn iCloud Keychain off, so passwords do not sync.', sources: ['DM-REST'] },
  'EL-59': {
    says: 'An organisation can turn iCloud Photos off. Photos not fully on the phone are then removed.',
    sources: ['DM-REST'],
  },
  'EL-60': { says: 'An organisation can stop the sync of iCloud documents and app settings.', sources: ['DM-REST'] },
  'EL-61': {
    says: 'An organisation can remove the App Store. By our reading, apps then return only through management.',
    sources: ['DM-REST'],
  },
  'EL-62': {
    says: 'An organisation can block account changes. By our reading, signing in after a restore then fails.',
    sources: ['DM-REST'],
  },
  'EL-63': {
    says: 'An organisation can hide the offer to set up a nearby phone. Manual setup still works.',
    sources: ['DM-REST'],
  },
  'EL-64': {
    says: 'By a Microsoft note, Quick Start is not supported for devices enrolled through Apple Business Manager.',
    sources: ['INTUNE'],
  },
  'EL-66': { says: 'An administrator can see whether iCloud Backup is on and when it last ran.', sources: ['DM-INFO'] },
} as const;
