/** A folder of scenarios as a trainer reads it. */
interface Theme {
  readonly title: string;
  /** What its scenarios have in common, in one sentence. */
  readonly says: string;
  /** Every combination of something, to prove the rules: shown last, and behind others when one searches. */
  readonly exhaustive?: true;
}

interface ThemeGroup {
  readonly title: string;
  readonly themes: Readonly<Record<string, Theme>>;
}

/** All folders of scenarios, in the order of a restore. A new folder has its row here. */
export const THEME_GROUPS: readonly ThemeGroup[] = [
  {
    title: 'To begin with',
    themes: {
      showcase: { title: 'The everyday case', says: 'Everything that a restore can do, in one story.' },
      cases: {
        title: 'What people reported',
        says: 'Cases that were described in public, each played with its outcome.',
      },
      ways: { title: 'Which way is best', says: 'The same case by every way there is, side by side.' },
      before: { title: 'Before a phone is erased', says: 'What lies on that phone alone, and what to do first.' },
    },
  },
  {
    title: 'The backup',
    themes: {
      capture: { title: 'What the backup holds', says: 'What was written into it, and what never was.' },
      'backup-kinds': {
        title: 'Kinds of backup',
        says: 'Borrowed space, archives, partial ones, and those that contradict themselves.',
      },
      'list-of-the-backup': {
        title: 'What its list names',
        says: 'A real backup has a list of its files, and that list outranks every rule.',
      },
      encryption: { title: 'Protected data', says: 'Keys that open on one phone only.' },
      versions: { title: 'Versions of iOS', says: 'What changed from one iOS to the next.' },
      'one-item-fails': { title: 'One item is damaged', says: 'It is skipped, or it stops everything.' },
    },
  },
  {
    title: 'Signing in and finding the backup',
    themes: {
      'sign-in': { title: 'Signing in', says: 'Passwords, codes, and the wrong account.' },
      'account-trust': {
        title: 'Passwords of several accounts',
        says: 'Purchases of others wait for their passwords.',
      },
      listing: { title: 'The list of backups', says: 'Empty, dimmed, or without the one that is wanted.' },
      'protected-device': { title: 'Stolen Device Protection', says: 'Steps that wait an hour, or are refused.' },
    },
  },
  {
    title: 'Erasing',
    themes: {
      erase: { title: 'Erasing the phone', says: 'What goes with the erase, and what was to be done first.' },
      'locked-out': {
        title: 'A phone that lets nobody in',
        says: 'Its passcode is forgotten: what erases it, and what that costs.',
      },
      'on-the-phone': { title: 'What was on the phone', says: 'Data of the phone itself, kept or lost.' },
    },
  },
  {
    title: 'What may return',
    themes: {
      eligibility: { title: 'How it is decided', says: 'Every kind for itself, and all before the Home Screen.' },
      'device-state': { title: 'Another device', says: 'Another phone, an iPad, another SIM, no passcode.' },
      'app-rules': { title: 'Rules of the apps', says: 'Apps that fetch, keep or refuse their own data.' },
      'apps-own': { title: 'Backups that apps make themselves', says: 'Messengers and codes with a way of their own.' },
      parts: { title: 'Here, and of no use', says: 'One part came without the other that it needs.' },
    },
  },
  {
    title: 'While it runs',
    themes: {
      placement: { title: 'Power, Wi-Fi and room', says: 'What has to be there before and during the restart.' },
      download: { title: 'The download', says: 'What comes down after the restart, and what interrupts it.' },
      alerts: { title: 'Alerts', says: 'What the phone says while it waits.' },
      stuck: { title: 'Stuck', says: 'Frozen, slow, or waiting for somebody.' },
      outcomes: { title: 'How it ends', says: 'Completed, stopped, failed, or never begun.' },
      retry: { title: 'Trying again', says: 'The same again gives the same; one change may not.' },
      escalation: { title: 'A case for support', says: 'When it is beyond what a customer can do.' },
    },
  },
  {
    title: 'Afterwards',
    themes: {
      sync: { title: 'What iCloud brings', says: 'It comes by itself, after the restore and beside it.' },
      'end-to-end': { title: 'The passcode of an older phone', says: 'Data that only an earlier device opens.' },
      acts: { title: 'What people do then', says: 'Installing, deleting, logging in: what helps and what harms.' },
      'other-copies': { title: 'Other copies', says: 'Where a copy may still be found, and until when.' },
    },
  },
  {
    title: 'Other ways than iCloud',
    themes: {
      direct: { title: 'From phone to phone', says: 'Straight from the old phone, without a backup.' },
      'computer-plain': {
        title: 'From a computer, without a password',
        says: 'What such a backup holds, and what it does not.',
      },
      'computer-encrypted': {
        title: 'From a computer, with a password',
        says: 'What the password of the backup adds.',
      },
      tools: { title: 'Programs other than Finder', says: 'They add, skip or restart in their own way.' },
    },
  },
  {
    title: 'Phones of an organisation',
    themes: {
      enrolment: { title: 'Enrolment', says: 'Management profiles that come, stay away, or are in the way.' },
      'managed-accounts': { title: 'Accounts of an organisation', says: 'They keep and buy less than personal ones.' },
    },
  },
  {
    title: 'Not known, earlier, and everything at once',
    themes: {
      'unknown-facts': { title: 'What nobody knows', says: 'A fact is missing, and one question would settle it.' },
      real: { title: 'A real backup', says: 'The description of a backup that somebody had, without its names.' },
      'eras-ios7': { title: 'In the time of iOS 7', says: 'What was so then.' },
      'eras-ios8': { title: 'In the time of iOS 8', says: 'What was so then.' },
      matrix: {
        title: 'Every combination',
        says: 'All kinds of data at once, one way after the other.',
        exhaustive: true,
      },
    },
  },
];

const THEMES = new Map(THEME_GROUPS.flatMap(({ themes }) => Object.entries(themes)));

/** A folder that has no row yet is shown by its name. */
export const themeRow = (folder: string): Theme => THEMES.get(folder) ?? { title: folder, says: '' };
