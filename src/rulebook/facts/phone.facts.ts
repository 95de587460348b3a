import type { Category } from '../categories/category.ts';
import type { CaseFile } from '../case/case-file.ts';
import { isSetUpByService } from '../case/enrolment.ts';
import { isLockedOut } from '../case/lock-out.ts';
import { hangingApp, isTaken, ownCopy } from '../case/on-the-device.ts';
import { sharedStore } from '../case/shared-store.ts';
import { isInOwnBackup } from '../case/own-ways.ts';
import { isBeyondReach, isLockedForGood, isSealed } from '../case/listing.ts';
import { isPerhaps, partNamed, type Question } from '../case/situation.ts';
import type { Protection } from '../../model/items.ts';
import type { CopyKind } from '../../model/copy-kinds.ts';
import type { Backup, Item } from '../../model/world.ts';
import { isAfterBackup, policyOf, serviceState } from './captured.facts.ts';
import { type Fact, UNKNOWN } from './fact.ts';

/** Kinds of copies that outlive the device and hold the thing itself. */
const LASTING_COPIES: ReadonlySet<CopyKind> = new Set<CopyKind>([
  'other-device',
  'computer-library',
  'web',
  'photo-service',
  'older-backup',
]);

const copiedItems = (file: CaseFile): ReadonlySet<string> =>
  file.remember(
    'copied items',
    () => new Set(file.world.copies.filter(({ kind }) => LASTING_COPIES.has(kind)).flatMap(({ of }) => of)),
  );

export type Answer = 'yes' | 'no' | 'unknown';

/** Yes when one says yes; unknown when none does and one does not know. */
const any = (answers: readonly Answer[]): Answer =>
  answers.includes('yes') ? 'yes' : answers.includes('unknown') ? UNKNOWN : 'no';

/** Backups that can be chosen and opened by somebody, whoever that is. */
export const backupsWithinReach = (file: CaseFile): readonly Backup[] =>
  file.remember('backups within reach', () =>
    file.world.backups.filter((backup) => !isBeyondReach(file, backup) && !isSealed(backup)),
  );

/** Whether any backup of the world that somebody can still use holds it, chosen or not. */
const isInAnyBackup = (question: Question): Answer => isInOneOf(backupsWithinReach(question.file), question);

/** Asked for each item, so without a list of answers. */
function isInOneOf(backups: readonly Backup[], { item, isHeldBy }: Question): Answer {
  let answer: Answer = 'no';
  for (const backup of backups) {
    const held = isHeldBy(item, backup);
    if (held === 'yes') return held;
    if (held === UNKNOWN) answer = held;
  }
  return answer;
}

const lockedBackups = (file: CaseFile): readonly Backup[] =>
  file.remember('backups locked for good', () =>
    file.world.backups.filter(({ kind, account }) => kind === 'icloud' && isLockedForGood(file.account(account))),
  );

/** Whether its iCloud service has a copy of its own. */
function isInItsService(question: Question): Answer {
  const { file, item, category } = question;
  if (!file.isUploaded(item)) return 'no';
  const now = serviceState(question, 'now');
  const states = isAfterBackup(question) ? [now] : [serviceState(question, 'atBackup'), now];
  if (file.maybeUploadedSince(item, category.service) && states.includes('on')) return UNKNOWN;
  if (states.includes('on')) return item.uploaded === 'unknown' ? UNKNOWN : 'yes';
  return states.includes('unknown') ? UNKNOWN : 'no';
}

/** Keys that never leave a device are no data: whoever made one makes another. */
const MADE_ANEW: ReadonlySet<Protection> = new Set<Protection>([
  'secure-enclave',
  'when-passcode-set',
  'user-presence',
]);
export const isNoData = (protection: Protection): boolean => MADE_ANEW.has(protection);

/**
 * The list of a backup says what the backup holds, and not what its device holds today, nor whether that has to be
 * erased at all: what nobody has said beside it cannot be told to be lost.
 */
const isKnownByAListAlone = ({ file, item }: Question): boolean =>
  item.listed !== 'unknown' &&
  item.on === undefined &&
  item.created === undefined &&
  item.heldBy === undefined &&
  file.world.backups.some(({ list }) => list === 'read');

/** Who may have it no longer, so that somebody has to look. */
const KEEPERS: ReadonlySet<string | undefined> = new Set<Category['elsewhere']>(['server', 'computer']);

/** B2: the store, a server, iCloud or any other place may still hold what was taken from the device. */
export function isElsewhere(question: Question): Answer {
  const { file, item, category } = question;
  if (['server', 'own-cloud'].includes(policyOf(question)) || isSetUpByService(file.world, item)) return 'yes';
  if (category.elsewhere && item.uploaded !== 'no')
    return item.uploaded === 'unknown' && (category.service || KEEPERS.has(category.elsewhere)) ? UNKNOWN : 'yes';
  if (isNoData(item.protection ?? category.protection) || copiedItems(file).has(item.id)) return 'yes';
  const found = any([
    isInOwnBackup(question.file, question.item, question.situation),
    isInItsService(question),
    isInAnyBackup(question),
  ]);
  return found === 'no' && isKnownByAListAlone(question) ? UNKNOWN : found;
}

export const NOT: Readonly<Record<Answer, Answer>> = { yes: 'no', no: 'yes', unknown: UNKNOWN };

/** What the kind of a missing part is for the item that needs it. */
const partOf = (question: Question): string => {
  const [part] = question.lacking;
  return part && isPerhaps(part.id) ? UNKNOWN : kindOfPart(question, part);
};

/** What it would lack if the part is missing of which nobody knows whether it is there. */
const partThatMayLack = (question: Question): readonly string[] => [
  'nothing',
  ...question.lacking.map((part) => kindOfPart(question, { ...part, id: partNamed(part.id) })),
];

const kindOfPart = ({ file, item }: Question, part: Item | undefined): string => {
  if (!part) return 'nothing';
  if (item.start === 'hangs' && item.category === 'app' && !item.needs.includes(part.id)) return 'first-start';
  if (part.id === hangingApp(file, item)?.id && !item.needs.includes(part.id)) return 'app-that-starts';
  if (part.category === 'app') return 'app';
  if (['certificates', 'mdm-identity'].includes(part.category)) return 'certificate';
  return ['app-keychain', 'passwords', 'secure-enclave-keys'].includes(part.category) ? 'key' : 'part';
};

/** What was seen to be gone has given way to what the backup held in the same files. */
const isWrittenOver = (question: Question): boolean => sharedStore(question) === 'written-over';

/** What is on the device by itself, whether the last copy went with an erase, and what works there. */
export const PHONE_FACTS = {
  'phone.copy': {
    title: 'Its copy on the device',
    group: 'device state',
    values: {
      none: 'was never there before the restore',
      stayed: 'has been there all the time',
      erased: 'went with the erase',
      replaced: 'gave way to the contents of the backup',
      deleted: 'was deleted by the person together with its app',
    },
    read: (question) => {
      const copy = ownCopy(question.file, question.item, question.situation);
      return copy === 'stayed' && isWrittenOver(question) ? 'replaced' : copy;
    },
    perItem: true,
    ask: 'What does the device itself still show of it?',
    changeable: 'now',
  },
  'phone.shared-store': {
    title: 'The files it lies in',
    group: 'device state',
    values: {
      apart: 'are not among those that the backup brought',
      kept: 'are among those that the backup brought, and the device still shows it',
      'written-over': 'are among those that the backup brought, and the device does not show it any more',
    },
    read: sharedStore,
    perItem: true,
    ask: 'Does the device still show what came after the backup?',
    changeable: 'now',
  },
  'device.taken': {
    title: 'What was on the device',
    group: 'device state',
    values: { no: 'was left alone', erased: 'was erased', replaced: 'was replaced by the contents of a backup' },
    read: ({ file, situation }) => {
      if (situation.replaced) return 'replaced';
      return situation.erased || file.world.device.state === 'set-up' ? 'erased' : 'no';
    },
    perItem: false,
    ask: 'Was the device erased, or did a computer put a backup onto it?',
    changeable: 'now',
  },
  'item.last-copy-erased': {
    title: 'The last copy',
    group: 'other copies',
    values: { yes: 'went with what the device held', no: 'is somewhere else, or was not on this device' },
    read: (question) =>
      isTaken(question.file, question.item, question.situation) || isWrittenOver(question)
        ? NOT[isElsewhere(question)]
        : 'no',
    perItem: true,
    ask: 'Is there a copy in iCloud, in another backup, on another device or on a computer?',
    changeable: 'before-the-backup',
  },
  'device.locked-out': {
    title: 'The device',
    group: 'device state',
    values: { yes: 'lets nobody in without a passcode that nobody knows', no: 'can be opened' },
    read: ({ file, situation }) => (isLockedOut(file, situation) ? 'yes' : 'no'),
    perItem: false,
    ask: 'Does somebody know the passcode of the device, or the one from before it was changed?',
    changeable: 'now',
  },
  'item.in-a-backup': {
    title: 'This data',
    group: 'which backup',
    values: { yes: 'is in a backup that could still be used', no: 'is in no backup that could still be used' },
    read: isInAnyBackup,
    perItem: true,
    ask: 'Is there a backup from after the day on which it was made or received?',
    changeable: 'before-the-backup',
  },
  'item.in-a-locked-backup': {
    title: 'This data',
    group: 'account trust',
    values: {
      yes: 'is in a backup that only a device of the person or a recovery way opens, and none is left',
      no: 'is in no backup that is locked for good',
    },
    read: (question) => isInOneOf(lockedBackups(question.file), question),
    perItem: true,
    ask: 'Is there a backup of the account from after the day on which it was made or received?',
    changeable: 'before-the-backup',
  },
  'item.lacks': {
    title: 'What it needs',
    group: 'the app',
    values: {
      nothing: 'is there',
      'first-start': 'is a first start without data of an older state',
      'app-that-starts': 'is its app, and that hangs in its first pages',
      app: 'is its app, and that is not there',
      key: 'is a key or a code, and that is not there',
      certificate: 'is a certificate, and that is not there or not valid',
      part: 'is another part, and that is not there',
    },
    read: partOf,
    mayBe: partThatMayLack,
    perItem: true,
    ask: 'Does it open, and what does it say?',
    changeable: 'now',
  },
} as const satisfies Record<string, Fact>;
