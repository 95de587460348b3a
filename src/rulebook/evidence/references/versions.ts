/** Which iOS version brought what. Each points at a thing that other facts state in full. */
export const VERSIONS = {
  'VS-01': {
    says: 'The direct move came with iOS 12.4. Since iOS 13 organisations can hide its page.',
    sources: ['DM-SKIP', 'INTUNE-TALK'],
  },
  'VS-02': {
    says: 'By a tool’s author, the Screen Time passcode left computer backups with iOS 13.',
    sources: ['PINF'],
  },
  'VS-03': {
    says: 'Since iOS 14 setup reports a finished restore or update on pages of its own.',
    sources: ['DM-SKIP'],
  },
  'VS-04': {
    says: 'iOS 15 brought borrowed iCloud space, and recovery contacts and keys in Settings.',
    sources: ['TEMP', 'AP-IDRS'],
  },
  'VS-05': {
    says: 'iOS 16 moves an eSIM between phones. 16.1 has the Shared Photo Library, 16.2 a new Home architecture.',
    sources: ['ESIM-Q', 'WATCH-NEW', 'AP-SHAREDLIB', 'AP-HOME'],
  },
  'VS-06': {
    says: 'iOS 17 has Return to Service, 17.2 Journal, and 17.3 Stolen Device Protection.',
    sources: ['DM-ERASE', 'PMD-507', 'AP-ADP-COUNTS', 'AP-SDP'],
  },
  'VS-07': {
    says: 'iOS 18 can be put on again with a nearby device. 18.1 refuses bad names of data groups.',
    sources: ['RECOV', 'NUG-21'],
  },
  'VS-08': {
    says:
      'iOS 26 has a Recovery Assistant and a change of management without erase. 26.1 has a framework for ' +
      'other systems.',
    sources: ['AP-RN26', 'AP-MIGRATE', 'AP-RETURN-DEV', 'AP-MIGKIT', 'PMD-1574', 'SDP-264'],
  },
  'VS-09': {
    says: 'By reports, iOS 27 does not put supervision back from a backup, and refuses thin backups with app data.',
    sources: ['LIMD-1746', 'GOLDEN'],
  },
  'VS-10': {
    says: 'Under a beta of iOS 11 contacts were missing in computer backups. For the release this was never confirmed.',
    sources: ['RAD-CON'],
  },
  'VS-11': {
    says:
      'A beta backup counts as newer than the release. Between two betas of one main number no source ' +
      'states a difference.',
    sources: ['ARCHIVED'],
  },
  'VS-12': {
    says: 'Health data can sync through iCloud since iOS 11. Before, only a backup carried them.',
    sources: ['IMORE-HEALTH'],
  },
  'VS-13': { says: 'Messages in iCloud came with iOS 11.4, in May 2018.', sources: ['YAHOO-MSG', 'MACWORLD-MSG'] },
} as const;
