import type { Fate } from '../model/fates.ts';
import type { Route } from '../model/kinds.ts';

/** By what one knows a fate: what there would be to see if it were so, and what there is because it is so. */
interface Sign {
  readonly would: string;
  readonly is: string;
}

const SIGNS: Readonly<Record<Fate, Sign>> = {
  restored: {
    would: 'What is restored was written into the backup, and no rule stands against it on this phone.',
    is: 'Here it was in the backup, nothing stood against it, and the restore itself put it back.',
  },
  'downloaded-again': {
    would: 'What is downloaded again comes from a store or a server; the backup holds no more than that it is wanted.',
    is: 'Here a store or a server delivered it again. The backup did not bring it.',
  },
  synced: {
    would: 'What is synced is kept by a service of iCloud, which has its own copy whatever the backup holds.',
    is: 'Here a service of iCloud had a copy of its own and delivered it. The backup has no part in that.',
  },
  'never-left': {
    would: 'What never left was on the phone all the time: nothing has erased or replaced it.',
    is: 'Here it was on the phone all the time, so nothing had to bring it back.',
  },
  'of-no-use': {
    would: 'What is of no use stands on the phone, and lacks a part without which it does not work.',
    is: 'Here it stands on the phone and lacks something that it needs. To see it there is not enough.',
  },
  pending: {
    would: 'What is pending waits for something that somebody can still give: a password, a login, power or Wi-Fi.',
    is: 'Here something is still asked for. Once it is given, this comes.',
  },
  excluded: {
    would: 'What is excluded was in the backup, and a rule keeps it from this phone for good.',
    is:
      'Here it was in the backup, and a rule does not let it onto this phone. Nothing is asked for, and waiting ' +
      'changes nothing.',
  },
  'never-in-backup': {
    would: 'What was never in the backup was left out when the backup was made, so no restore of it can bring it.',
    is: 'Here it was not written into the backup at all. The restore was right to bring none of it.',
  },
  'lost-at-erase': {
    would: 'What is lost at the erase had its only copy on the phone that was erased.',
    is: 'Here the only copy was on the phone itself, and went when it was erased or its contents were replaced.',
  },
  'lost-later': {
    would: 'What is lost later had come, and was taken away by what somebody did afterwards.',
    is: 'Here it had come. What somebody did afterwards took it away.',
  },
  'not-downloaded': {
    would: 'What is not downloaded could have come from a store or a server, and its download never happened.',
    is: 'Here nothing forbids it, and the one who should have delivered it did not.',
  },
  unknown: {
    would: 'What is unknown hangs on a fact that nobody has told yet.',
    is: 'Here a fact is not told. One question settles it, and before that nobody can say.',
  },
};

const ON_THE_DIRECT_WAY: Readonly<Partial<Record<Fate, Sign>>> = {
  restored: {
    would: 'What comes over was on the old phone, and no rule stands against it on this one.',
    is: 'Here it was on the old phone, nothing stood against it, and the move itself brought it.',
  },
  synced: {
    would: 'What is synced is kept by a service of iCloud, which has its own copy whatever the old phone holds.',
    is: 'Here a service of iCloud had a copy of its own and delivered it. The move has no part in that.',
  },
  'downloaded-again': {
    would: 'What is downloaded again comes from a store or a server; the old phone only says that it is wanted.',
    is: 'Here a store or a server delivered it again. The old phone did not bring it.',
  },
  excluded: {
    would: 'What is excluded was on the old phone, and a rule keeps it from this one for good.',
    is:
      'Here it was on the old phone, and a rule does not let it onto this one. Nothing is asked for, and waiting ' +
      'changes nothing.',
  },
  'never-in-backup': {
    would: 'What is not part of the move stays on the old phone, whatever this one is.',
    is: 'Here a move from phone to phone does not carry it. The move was right to bring none of it.',
  },
  'not-downloaded': {
    would: 'What did not come could have come over, or from a store or a server, and that never happened.',
    is: 'Here nothing forbids it, and neither the move nor a download brought it.',
  },
};

const signOf = (route: Route, fate: Fate): Sign =>
  (route === 'direct' ? ON_THE_DIRECT_WAY[fate] : undefined) ?? SIGNS[fate];

/** What tells two fates apart: first what would have to be so, then what is. */
export const tellsApart = (route: Route, said: Fate, is: Fate): string =>
  `${signOf(route, said).would} ${signOf(route, is).is}`;

/** The same where the bet was right: why it is so. */
export const tellsWhy = (route: Route, is: Fate): string => signOf(route, is).is;
