/** What restore tools do by default and with their options, and how they fail. */
export const TOOLS = {
  'TL-01': {
    says:
      'By default idevicebackup2 leaves system files out, keeps the settings, restarts, removes nothing ' +
      'and asks for apps.',
    sources: ['IDB2'],
  },
  'TL-02': {
    says: 'On the command line pymobiledevice3 has the same defaults. Called from code it copies the folder first.',
    sources: ['PMD3'],
  },
  'TL-03': { says: 'To equal Apple’s program a tool restores system files and settings.', sources: ['LIMD-841'] },
  'TL-04': {
    says: 'A plain restore with all defaults brought no account, no settings and no icon order, by a maintainer.',
    sources: ['LIMD-841'],
  },
  'TL-05': {
    says:
      'In one report a restore with defaults brought nothing visible. With system files, only apps already ' +
      'there got data.',
    sources: ['PMD-1053'],
  },
  'TL-06': { says: 'By reports, the option to remove is what makes the phone fetch all apps.', sources: ['PMD-1053'] },
  'TL-07': {
    says:
      'A backup that gave no app data with idevicebackup2 gave them with iTunes. The program decided, not ' +
      'the backup.',
    sources: ['LIMD-APP'],
  },
  'TL-08': {
    says: 'With the option to skip apps, the tool leaves out the request for apps. None is installed by itself.',
    sources: ['IDB2'],
  },
  'TL-09': {
    says: 'The request for apps is written from Info.plist. After a failed restore it is removed again.',
    sources: ['IDB2', 'PMD3'],
  },
  'TL-10': {
    says: 'With a wrong folder or device number the tool finds no backup. Nothing is changed.',
    sources: ['IDB2'],
  },
  'TL-11': { says: 'The status file of a backup must say that it was finished.', sources: ['IDB2'] },
  'TL-12': {
    says: 'Without the password of an encrypted backup, pymobiledevice3 stops before it sends anything.',
    sources: ['PMD3'],
  },
  'TL-13': {
    says: 'Code 205 stands for several causes: missing files, no space, no permission, or a bad name.',
    sources: ['LIMD-205', 'NUG-21'],
  },
  'TL-14': {
    says: 'One bad name stopped a whole restore: iOS 18.1 refused a data group with a slash in its name.',
    sources: ['NUG-21'],
  },
  'TL-15': {
    says: 'Entries of the index without a file stop a restore. A tool drops such entries first.',
    sources: ['GOLDEN', 'LIMD-205'],
  },
  'TL-16': {
    says: 'Home-made packs with unusual files broke a restore until they were left out.',
    sources: ['LIMD-205'],
  },
  'TL-17': {
    says: 'By the notes of one tool, betas of iOS 27 refuse thin backups with app data.',
    sources: ['GOLDEN'],
  },
  'TL-18': { says: 'A single secret that does not decrypt is skipped. The rest goes on.', sources: ['SEC-DB'] },
  'TL-19': { says: 'The backup service has an erase command of its own. It makes no backup.', sources: ['PMD3'] },
} as const;
