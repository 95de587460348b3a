import type { Route } from '../model/kinds.ts';

/*
 * A restore comes from a backup, and a direct move from the old phone. What is told of the source stands here for each
 * way, so that “in the backup” is said only where there was one.
 */

/** How the source of the data is spoken of. */
export interface SourceWords {
  /** What the person calls all of it. */
  readonly act: 'restore' | 'move';
  readonly allThere: string;
  readonly came: { readonly says: string; readonly customer: string };
  /** Was the missing thing there to be brought? */
  readonly question: string;
  readonly unopened: string;
  readonly held: { readonly yes: string; readonly purchase: string; readonly app: string; readonly no: string };
  readonly keepsItsValue: string;
  readonly shutOut: string;
  readonly unharmed: string;
  /** The same where one damaged item stopped everything. */
  readonly restUnharmed: string;
  readonly stillThere: string;
  /** The same, within a sentence. */
  readonly unchanged: string;
  readonly compared: string;
}

const OF_A_BACKUP: SourceWords = {
  act: 'restore',
  allThere: 'everything is back',
  came: { says: 'It was in the backup, and no rule stops it here.', customer: 'This came back from your backup.' },
  question: 'Was it in the backup at all?',
  unopened: 'No backup was opened',
  held: {
    yes: 'In the backup',
    purchase: 'In the backup as a purchase; the content comes from the store or not at all',
    app: 'Not in the backup: its app keeps it on a server or in a backup of its own',
    no: 'Never in this backup',
  },
  keepsItsValue:
    'The backup keeps its value. It still holds what was excluded here; only another device, account or key, or ' +
    'another way to restore it, changes that.',
  shutOut: 'The copy in the backup stays shut out',
  unharmed: 'Your backup is not harmed by that.',
  restUnharmed: 'What else is in your backup is not harmed by that.',
  stillThere: 'Your backup is still there.',
  unchanged: 'the backup is unchanged',
  compared: 'What the backup recorded, against the phone now:',
};

export const SOURCE_WORDS: Readonly<Record<Route, SourceWords>> = {
  icloud: OF_A_BACKUP,
  computer: OF_A_BACKUP,
  direct: {
    act: 'move',
    allThere: 'everything is here',
    came: {
      says: 'It was on the old phone, and no rule stops it here. What a direct move brings is known from reports.',
      customer: 'This came over from your old phone.',
    },
    question: 'Was it on the old phone, and does a move carry it?',
    unopened: 'Nothing was taken from the old phone',
    held: {
      yes: 'On the old phone',
      purchase: 'On the old phone as a purchase; the content comes from the store or not at all',
      app: 'Its app keeps it on a server or in a backup of its own',
      no: 'Not part of a direct move',
    },
    keepsItsValue:
      'The old phone keeps its value. It still holds what was excluded here, so it is kept until that is set up anew.',
    shutOut: 'The copy on the old phone stays there',
    unharmed: 'By reports the old phone is not changed by that.',
    restUnharmed: 'By reports the old phone is not changed by that.',
    stillThere: 'Your old phone is still there.',
    unchanged: 'the old phone is still there',
    compared: 'What the old phone is, against this one:',
  },
};
