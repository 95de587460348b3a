/** Enrolment around a restore, supervision, and erases that an organisation sends. */
export const ORGANISATION = {
  'OG-01': {
    says: 'Restored on another assigned phone, setup goes on to Remote Management and enrols it. The content stays.',
    sources: ['INTUNE'],
  },
  'OG-02': {
    says: 'Restored on the same phone, setup ends at the Home Screen with the profile of the backup’s day.',
    sources: ['INTUNE'],
  },
  'OG-03': {
    says: 'An old profile of one service blocks the enrolment with another. The person removes it, if that is allowed.',
    sources: ['INTUNE'],
  },
  'OG-04': {
    says:
      'If the old service locked its profile, nobody can remove it on the phone. Leave the service before ' +
      'the backup.',
    sources: ['INTUNE'],
  },
  'OG-05': {
    says: 'A local erase keeps the enrolment after the restore. A wipe by the service ends it.',
    sources: ['INTUNE'],
  },
  'OG-06': {
    says:
      'The certificate of a service lives for a year. Without it or the record at the service, a restored ' +
      'enrolment fails.',
    sources: ['INTUNE'],
  },
  'OG-07': {
    says: 'On iOS 9 a backup from before the enrolment left a phone without management. Setting up as new brought it.',
    sources: ['RADAR'],
  },
  'OG-08': {
    says: 'A note of 2024 warns that a restore of an unmanaged backup can disturb the managed state.',
    sources: ['INTUNE-TALK'],
  },
  'OG-09': {
    says: 'In Configurator, backups of supervised devices go onto supervised devices only, and the reverse.',
    sources: ['AP-CONFIG'],
  },
  'OG-10': {
    says:
      'By reports, a tool’s restore onto a supervised phone with iOS 27 ended in an erased phone. ' +
      'Supervision is not put back.',
    sources: ['LIMD-1746', 'NUG-1108'],
  },
  'OG-11': {
    says: 'On a beta of iOS 26.4 setup appeared after a partial restore, by one report.',
    sources: ['PMD-1574'],
  },
  'OG-12': {
    says:
      'From iOS 26 a device can change its management service without an erase. After a deadline it ' +
      'restarts and enrols.',
    sources: ['AP-MIGRATE', 'AP-MIGRATE-DEV'],
  },
  'OG-13': {
    says: 'Managed apps and data survive that change if the new service delivers the apps in time.',
    sources: ['AP-MIGRATE'],
  },
  'OG-14': {
    says:
      'That change needs an owned device that was enrolled automatically. One added by Configurator must ' +
      'be past 30 days.',
    sources: ['AP-MIGRATE'],
  },
  'OG-15': {
    says: 'After that change the new service makes its own codes against Activation Lock.',
    sources: ['AP-MIGRATE'],
  },
  'OG-16': {
    says: 'Return to Service erases, joins Wi-Fi and enrols without a person. No page offers a restore.',
    sources: ['AP-RETURN', 'DM-ERASE'],
  },
  'OG-17': { says: 'Return to Service needs Activation Lock to be off.', sources: ['DM-ERASE'] },
  'OG-18': {
    says: 'From iOS 26 Return to Service can keep the programs. All local data of the users are erased.',
    sources: ['AP-RETURN-DEV'],
  },
  'OG-19': {
    says: 'A device without supervision or automatic enrolment needs the profile in the Return to Service command.',
    sources: ['DM-ERASE'],
  },
  'OG-20': {
    says:
      'Each setup page has its own switch for organisations. A hidden page is not on the screen; nobody ' +
      'declined it.',
    sources: ['DM-SKIP'],
  },
  'OG-21': {
    says: 'Since iOS 14 the pages that report a finished restore or update can be hidden.',
    sources: ['DM-SKIP'],
  },
  'OG-22': {
    says: 'After a simple wipe an assigned device enrols during setup. Otherwise the person enrols it at the end.',
    sources: ['AP-RETURN-DEV'],
  },
  'OG-23': { says: 'Supervision set by hand in Configurator stays through Return to Service.', sources: ['AP-RETURN'] },
  'OG-24': {
    says: 'Where two accounts are on one phone, a backup belongs to the account that made it.',
    sources: ['AP-DEPLOY'],
  },
} as const;
