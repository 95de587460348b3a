/** Borrowed space, archives, partial and damaged backups, and how a backup describes itself. */
export const KINDS_OF_BACKUP = {
  'BK-01': { says: 'A backup in borrowed iCloud space can set up the new phone for 21 days.', sources: ['TEMP'] },
  'BK-02': { says: 'The 21 days can be extended once by 21 more.', sources: ['TEMP'] },
  'BK-03': { says: 'After the restore a backup in borrowed space stays for 7 days.', sources: ['TEMP'] },
  'BK-04': {
    says: 'Borrowed space is offered only when the ordinary backup does not fit the plan.',
    sources: ['TEMP'],
  },
  'BK-05': {
    says: 'Guides say that a borrowed backup holds Health too. The file list of iOS leaves it out.',
    sources: ['TEMP'],
  },
  'BK-06': { says: 'By an article of 2025 iCloud keeps only the newest backup of a device.', sources: ['ARCHIVED'] },
  'BK-07': {
    says: 'Each new computer backup replaces the last one of that phone, unless it was archived.',
    sources: ['ARCHIVED'],
  },
  'BK-08': {
    says: 'A backup made by a newer main version cannot go onto an older one. An archive from before can.',
    sources: ['ARCHIVED'],
  },
  'BK-09': {
    says: 'A beta counts as newer. Going back to the release needs an archive from before the beta.',
    sources: ['ARCHIVED'],
  },
  'BK-10': {
    says: 'A backup does not hold iOS itself. Going back means an erase with the older version, then an older backup.',
    sources: ['MACLIFE'],
  },
  'BK-11': {
    says: 'The list of apps is in Info.plist. When it is missing, tools go on and ask for no apps.',
    sources: ['IDB2', 'PMD3'],
  },
  'BK-12': { says: 'An older tool stopped with an error when the list of apps was missing.', sources: ['LIMD-1042'] },
  'BK-13': {
    says: 'A backup run that ended with code 104 left files without an index. There is nothing to restore.',
    sources: ['LIMD-1361'],
  },
  'BK-14': {
    says: 'By a maintainer, taking files out of a backup by hand makes it unusable. Newer tools change the index too.',
    sources: ['LIMD-1033', 'PMD3'],
  },
  'BK-15': {
    says: 'A tool of 2026 can keep chosen files only and shorten the index. A restore knows nothing of the rest.',
    sources: ['PMD3'],
  },
  'BK-16': {
    says: 'On iOS 17 a backup could end with a false complaint about one file, although all was there.',
    sources: ['PMD-507'],
  },
  'BK-17': {
    says: 'An iCloud backup needs a locked phone with power and Wi-Fi. A computer backup needs no account.',
    sources: ['AP-DEPLOY'],
  },
  'BK-18': {
    says: 'For managed devices Apple asks to prepare and back up with Configurator on a Mac.',
    sources: ['AP-DEPLOY'],
  },
  'BK-19': { says: 'Under iPhone OS 3 a single video over 2 GB was not backed up.', sources: ['OLDBK'] },
  'BK-20': {
    says: 'Caches and temporary folders of apps stay out of backups. Other folders are in, unless marked.',
    sources: ['AP-DEVBACKUP'],
  },
  'BK-21': {
    says:
      'A framework can keep an app’s store out of backups without the maker’s doing. One common one does ' +
      'so by default.',
    sources: ['ASYNC'],
  },
} as const;
