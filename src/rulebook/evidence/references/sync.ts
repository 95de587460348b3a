/** What arrives on its own after a restore, and what can still be recovered. */
export const SYNC = {
  'SY-01': {
    says: 'A restore brings a past copy back. A sync brings what the account holds today.',
    sources: ['AP-METHODS', 'AP-ICLOUD', 'SEED-A'],
  },
  'SY-02': {
    says:
      'Photos, contacts and calendars that arrive after the restore come by sync. They are not excluded items ' +
      'returning.',
    sources: ['SEED-A'],
  },
  'SY-03': {
    says: 'iCloud Photos keeps full originals in the cloud. A deletion on one device reaches all others.',
    sources: ['AP-PHOTOS'],
  },
  'SY-04': {
    says:
      'With Optimize Storage the phone shows small versions and loads originals when needed. The other setting ' +
      'loads all originals.',
    sources: ['OPTIM'],
  },
  'SY-05': {
    says: 'A deleted photo can be recovered from Recently Deleted for 30 days.',
    sources: ['BURA-RD', 'SEED-B'],
  },
  'SY-06': {
    says: 'For about 30 days, iCloud.com can bring back earlier contacts, calendars and bookmarks, with no erase.',
    sources: ['ARCHIVE'],
  },
  'SY-07': {
    says:
      'Putting back an older set of contacts replaces the present one on every device. The present one is ' +
      'saved first.',
    sources: ['ARCHIVE'],
  },
  'SY-08': { says: 'Putting back older calendars ends sharing and sends invitations again.', sources: ['ARCHIVE'] },
  'SY-09': {
    says: 'Joining local data with an account can create duplicates, as a report from 2011 shows.',
    sources: ['TIDBITS'],
  },
  'SY-10': {
    says: 'For about 30 days, iCloud.com can bring back files deleted from iCloud Drive.',
    sources: ['ARCHIVE', 'BURA-RD'],
  },
  'SY-11': {
    says: 'Passwords that iCloud Keychain delivers early survive the import from the backup.',
    sources: ['SEC-DB'],
  },
  'SY-12': {
    says: 'iCloud Keychain needs two-factor sign-in and the passcode of a trusted device.',
    sources: ['AP-KCREC', 'AP-ADP'],
  },
  'SY-13': {
    says: 'Apps and purchased media download after the restart. They may wait for an account password.',
    sources: ['SEED-C', 'AP-MISSING'],
  },
  'SY-14': {
    says: 'Mail reappears once the phone reaches the mail server. The backup holds at most the account settings.',
    sources: ['AP-METHODS', 'DOMAINS'],
  },
  'SY-15': {
    says: 'A restore leaves the cloud library alone. Newer photos that were never uploaded are lost with the erase.',
    sources: ['SEED-B', 'SEED-C'],
  },
  'SY-16': {
    says: 'A restore can look finished while data still arrive. The iCloud Backup page says that it is still running.',
    sources: ['AP-MISSING'],
  },
} as const;
