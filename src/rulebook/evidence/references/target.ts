/** What lies on the phone before a restore, and what erases, restores and services make of it. */
export const TARGET = {
  'TG-01': {
    says: 'A computer restore onto a phone in use leaves its apps there, because a backup holds no programs.',
    sources: ['DEC-A'],
  },
  'TG-02': { says: 'The data of apps that are there are replaced by those of the backup.', sources: ['DEC-A'] },
  'TG-03': {
    says: 'A maker of backup tools advises an erase first for a clean result, and a trial on a spare phone.',
    sources: ['DEC-A'],
  },
  'TG-04': {
    says: 'Without its option to remove, a tool was reported to bring data only to apps that are already there.',
    sources: ['PMD-1053', 'LIMD-APP'],
  },
  'TG-05': {
    says: 'One report brought the data back by installing the apps by hand and restoring once more.',
    sources: ['LIMD-APP'],
  },
  'TG-06': {
    says:
      'By reports, the option to remove starts a full migration, and all apps are fetched. What the backup ' +
      'lacks is deleted.',
    sources: ['PMD-1053'],
  },
  'TG-07': {
    says: 'An erase destroys the keys of the storage. No data on the phone can be read after it.',
    sources: ['IDR-111'],
  },
  'TG-08': {
    says: 'An erase does not end the tie to the account. With Find My on, its password is asked for.',
    sources: ['LIMD-429', 'ACTLOCK'],
  },
  'TG-09': {
    says: 'Find My stops a computer restore onto a phone in use before anything is written.',
    sources: ['ERR-211'],
  },
  'LO-01': {
    says:
      'From iOS 15.2 the lock screen offers an erase after wrong passcodes. It asks for the password of the account, ' +
      'and ends the tie to it.',
    sources: ['LOCKED-MR', 'LOCKED-ARE'],
  },
  'LO-02': {
    says: 'From iOS 17 on the passcode from before a change opens the phone for 72 hours after it.',
    sources: ['PASS-72'],
  },
  'LO-03': {
    says: 'Without its passcode a phone opens only by an erase. No backup can be made of it before.',
    sources: ['LOCKED-LTF', 'LOCKED-ARE'],
  },
  'LO-04': {
    says: 'Find My erases a phone from afar. The phone asks for its account afterwards, as after recovery mode.',
    sources: ['FINDMY-ERASE', 'ACTLOCK'],
  },
  'TG-10': {
    says:
      'A restore that is refused for space, version, password or account leaves the phone as it was. This ' +
      'is our reading.',
    sources: ['SEED-C', 'LIMD-429', 'WEBSET', 'FLAVOR', 'LIMD-460', 'MBERR', 'ERR-211', 'IDB2'],
  },
  'TG-11': { says: 'At an erase the person chooses whether the eSIM stays or is deleted.', sources: ['ESIM-K'] },
  'TG-12': {
    says: 'An erase sent by an organisation deletes the mobile plan, unless it asks to keep it.',
    sources: ['DM-ERASE'],
  },
  'TG-13': {
    says: 'Deleting an eSIM leaves the contract alone. The carrier can issue the line again.',
    sources: ['ESIM-K'],
  },
  'TG-14': {
    says: 'An erase frees the space that was used. That leaves all but the system is our reading.',
    sources: ['LIMD-460', 'MBERR', 'SEED-C', 'MACOBS', 'ERASEPW', 'DM-REST'],
  },
  'TG-15': {
    says: 'When the phone is full, downloads of apps stay waiting although the restore ended.',
    sources: ['DEC-W'],
  },
  'TG-16': {
    says: 'A phone set up as new must be erased for an iCloud backup. A computer backup can still be put onto it.',
    sources: ['SEED-C', 'INTUNE', 'MACOBS', 'IOWA', 'ERR-211'],
  },
  'TG-17': {
    says: 'Signing in on a phone in use brings what services hold. Wallpaper, apps and preferences do not come.',
    sources: ['INTUNE'],
  },
  'TG-18': { says: 'An iCloud backup can be restored only during setup, so once for each erase.', sources: ['INTUNE'] },
  'TG-19': {
    says: 'By default tools add to a phone. They keep what the backup lacks, and the settings of the phone.',
    sources: ['IDB2', 'PMD3'],
  },
  'TG-20': {
    says: 'A tool equals Finder or iTunes when it also restores system files and settings.',
    sources: ['LIMD-841'],
  },
  'TG-21': {
    says: 'A second restore without a restart fails, because the first left its folder there. A restart cures it.',
    sources: ['LIMD-787'],
  },
  'TG-22': {
    says:
      'A phone that does not start can get help: a nearby device since iOS 18, an assistant since 26. ' +
      'Whether data survive is not stated.',
    sources: ['AP-RN26', 'RECOV'],
  },
  'TG-23': {
    says:
      'With Stolen Device Protection, away from known places, an erase needs face or finger. Changes of ' +
      'the account wait for an hour.',
    sources: ['AP-SDP', 'SDP-LISTS'],
  },
  'TG-24': {
    says: 'At a known place the passcode is enough, unless the person asked for more everywhere.',
    sources: ['AP-SDP'],
  },
  'TG-25': { says: 'By reports, reaching a known place can end the hour early.', sources: ['SDP-LISTS'] },
} as const;
