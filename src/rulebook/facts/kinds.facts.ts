import type { Backup } from '../../model/world.ts';
import { failureHere, fetchesApps } from '../case/computer-restore.ts';
import { asksForPassword, borrowedSpace, listBackups } from '../case/listing.ts';
import { type Question, routeOf } from '../case/situation.ts';
import { type Fact, UNKNOWN } from './fact.ts';

/** The backup that was chosen, or else the one whose reason holds the restore up. */
export function backupInQuestion({ file, backup, situation }: Question): Backup | null {
  if (backup || situation.blocked === null) return backup;
  const rows = listBackups(file, situation.account, situation.ios, routeOf(file, situation));
  // That the device cannot be updated far enough is what a newer iOS in the list comes to.
  const why = situation.blocked === 'no-update' ? 'newer-ios' : situation.blocked;
  const row = rows.find(({ reason }) => reason === why);
  return row ? row.backup : null;
}

/** Where an item fails alone. */
function failureOf({ file, item, situation }: Question): string {
  const fails = failureHere(file, item, situation);
  return fails?.and === 'skipped' ? fails.at : 'none';
}

function stopOf({ file, item, situation }: Question): string {
  const fails = failureHere(file, item, situation);
  if (fails?.and !== 'stops') return 'no';
  return fails.because === 'bad-name' ? 'by-its-name' : 'yes';
}

/** What kind of backup it is, what the program on the computer does with it, and what cannot be read or written. */
export const KIND_FACTS = {
  'backup.app-list': {
    title: 'The backup',
    group: 'which backup',
    values: { yes: 'has its list of apps', no: 'has no list of its apps' },
    read: ({ file, backup }) => (file.world.route === 'computer' && backup ? backup.appList : 'yes'),
    perItem: false,
    ask: 'Does Info.plist of the backup have the entry “Applications”?',
    changeable: 'before-the-backup',
  },
  'backup.password': {
    title: 'The password of the computer backup',
    group: 'encryption context',
    values: { 'in-hand': 'does not stand in the way', missing: 'is not known, or was not given' },
    // Where no password was given no backup counts as chosen: it is asked of all that could have been.
    read: ({ file, backup, situation }) => {
      if (situation.blocked !== 'backup-password') return 'in-hand';
      const asked = backup ? [backup] : file.world.backups.filter(asksForPassword);
      return asked.some(({ password }) => password === UNKNOWN) ? UNKNOWN : 'missing';
    },
    perItem: false,
    ask: 'Does somebody know the password that was set for this backup?',
    changeable: 'now',
  },
  'backup.space': {
    title: 'The room of the backup in iCloud',
    group: 'which backup',
    values: { plan: 'is that of the plan', borrowed: 'is borrowed for the move to a new device' },
    read: (question) => (backupInQuestion(question)?.space === 'borrowed' ? 'borrowed' : 'plan'),
    perItem: false,
    ask: 'Was this backup made in the temporary iCloud storage for a new device?',
    changeable: 'before-the-backup',
  },
  'backup.borrowed': {
    title: 'The borrowed iCloud space',
    group: 'which backup',
    values: { within: 'is within its days', over: 'is over' },
    read: (question) => {
      const backup = backupInQuestion(question);
      const left = backup ? borrowedSpace(question.file, backup) : 'within';
      return question.situation.blocked === 'borrowed-over' && left === 'within' ? 'over' : left;
    },
    perItem: false,
    ask: 'Was the borrowed iCloud space prolonged before its 21 days were over?',
    changeable: 'before-the-backup',
  },
  'backup.beta': {
    title: 'The iOS that made the backup',
    group: 'which backup',
    values: { no: 'had been released', yes: 'was a beta' },
    read: (question) => (backupInQuestion(question)?.beta === 'yes' ? 'yes' : 'no'),
    perItem: false,
    ask: 'Was a beta of iOS on the old device?',
    changeable: 'never',
  },
  'computer.fetches-apps': {
    title: 'The program on the computer',
    group: 'the course of the restore',
    values: {
      yes: 'has the device fetch the apps of the backup',
      no: 'adds to the device, which then fetches no apps by itself',
    },
    read: ({ file }) => (fetchesApps(file) ? 'yes' : 'no'),
    perItem: false,
    ask: 'Which program ran the restore, and was it told to remove what the backup lacks?',
    changeable: 'another-way',
  },
  'item.fails': {
    title: 'This item',
    group: 'the course of the restore',
    values: {
      none: 'is passed over nowhere',
      capture: 'could not be read when the backup was written',
      placement: 'cannot be put in place',
      download: 'cannot be read when it comes down',
    },
    read: failureOf,
    perItem: true,
    ask: 'Did the program name a file that it left out?',
    changeable: 'another-way',
  },
  'item.stops': {
    title: 'This item',
    group: 'the course of the restore',
    values: {
      yes: 'stops each restore that reaches it',
      'by-its-name': 'stops the restore by the slash in the name of its data group',
      no: 'stops no restore',
    },
    read: stopOf,
    perItem: true,
    ask: 'Did the program name one file at which it stopped?',
    changeable: 'another-way',
  },
  'item.large-video': {
    title: 'This video',
    group: 'what was captured',
    values: { yes: 'takes more than 2 GB by itself', no: 'takes no more than 2 GB' },
    read: ({ item }) => item.overTwoGigabytes,
    perItem: true,
    ask: 'Is any single video larger than 2 GB?',
    changeable: 'never',
  },
} as const satisfies Record<string, Fact>;
