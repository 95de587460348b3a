import { areTabletAndPhone } from '../../model/kinds.ts';
import { compareVersions } from '../../model/version.ts';
import type { Item, World } from '../../model/world.ts';
import type { Fact } from './fact.ts';
import type { Question } from '../case/situation.ts';
import { homeOf } from '../case/on-the-device.ts';
import { serviceState } from './captured.facts.ts';
import { isElsewhere, NOT } from './phone.facts.ts';

/** PP-26: from this iOS on, on both phones, a line can move from one to the other. */
export const LINE_MOVES_SINCE = '16';

/** Classes of secrets of which a source says whether a move carries them (PP-10, PP-11, PP-13). */
const KNOWN_CLASSES: readonly string[] = [
  'none',
  'migratory',
  'this-device-only',
  'when-passcode-set',
  'secure-enclave',
  // A class that is not given is the question of the row that asks for it.
  'unknown',
];

const isManagedWithoutWord = ({ management }: Item): boolean =>
  ['prevent-backup', 'assigned-to-user', 'assigned-to-device'].includes(management);

/** Whether its app comes as every app does. What the way does with others is stated by no source. */
function isOfOrdinaryApp({ file, item }: Question): boolean {
  const app = file.appItem(item.app) ?? (item.category === 'app' ? item : undefined);
  if (!app) return true;
  const isGone = item.category !== 'app' && app.store !== 'available';
  return app.offloaded === 'no' && !isGone && !isManagedWithoutWord(app);
}

const isBetweenKinds = ({ device, oldPhone }: World): boolean =>
  oldPhone !== null && areTabletAndPhone(device.kind, oldPhone.kind);

/** No source, no answer: what is not told by anybody is asked, and may be stated with the item. */
function readCarried(question: Question): string {
  const { item, category } = question;
  if (item.carried !== undefined) return item.carried;
  // Reports tell of two iPhones or of two iPads. Of a move between the two kinds no source says what it carries.
  if (isBetweenKinds(question.file.world)) return 'unknown';
  const policyOfServer = item.policy === 'server' || item.policy === 'own-cloud';
  if (category.kind === 'apps' && policyOfServer && item.fails === undefined) return 'yes';
  // What a move does with a thing that cannot be read is told by no source; nor what it does with mail that lies on no
  // server any more, or other data that their service was to bring.
  const isLeftToItsService = category.direct === 'stays' && item.uploaded === 'no';
  if (category.direct === 'not-stated' || isLeftToItsService || item.fails !== undefined) return 'unknown';
  if (!KNOWN_CLASSES.includes(item.protection ?? category.protection)) return 'unknown';
  // The keys of the keychain move whether or not iCloud Keychain has them too; of other services nobody says it.
  if (category.service !== 'keychain' && ['on', 'unknown'].includes(serviceState(question, 'atBackup')))
    return 'unknown';
  // An organisation manages apps with what is theirs; of other data nobody can say it, and what is bought is answered.
  const canBeManaged = category.kind === 'apps' || item.category === 'app-keychain';
  return isOfOrdinaryApp(question) && !(canBeManaged && isManagedWithoutWord(item)) ? 'yes' : 'unknown';
}

const bytesOnOldPhone = ({ items }: World): number => items.reduce((sum, { bytes }) => sum + bytes, 0);

/** What a move from phone to phone hangs on. */
export const DIRECT_FACTS = {
  'move.holds': {
    title: 'The old phone',
    group: 'which backup',
    values: {
      yes: 'holds it',
      no: 'does not hold it',
      target: 'does not hold it: it was on this device itself',
      deleted: 'held it until it was deleted there',
    },
    read: ({ file, item }) => {
      if (item.on === file.world.device.name && item.on !== file.world.oldPhone?.name) return 'target';
      if (item.on !== undefined && item.on !== file.world.oldPhone?.name) return 'no';
      return item.deleted === undefined ? 'yes' : 'deleted';
    },
    perItem: true,
    ask: 'Is it on the old phone?',
    changeable: 'another-way',
  },
  'move.carries': {
    title: 'A move from phone to phone',
    group: 'what was captured',
    values: { yes: 'carries it', no: 'does not carry it' },
    read: readCarried,
    perItem: true,
    ask: 'Is it on the new phone after the move?',
    changeable: 'now',
  },
  'move.room': {
    title: 'The room on the new phone',
    group: 'device state',
    values: { enough: 'was enough for the move', 'too-little': 'was too little for the move' },
    read: ({ file }) => {
      const { world } = file;
      const fits = world.oldPhone?.fits;
      if (fits === 'no') return 'too-little';
      const bytes = file.remember('bytes on the old phone', () => bytesOnOldPhone(world));
      return fits === 'yes' || bytes <= world.device.free ? 'enough' : 'unknown';
    },
    perItem: false,
    ask: 'What did the new phone say about its room before the move?',
    changeable: 'now',
  },
  'move.left-over': {
    title: 'The move that broke off',
    group: 'the course of the restore',
    values: { nothing: 'left nothing on the new phone' },
    read: ({ file }) => (file.world.oldPhone?.brokenOffMove === 'leaves-nothing' ? 'nothing' : 'unknown'),
    perItem: false,
    ask: 'Does the new phone greet the customer like a new one?',
    changeable: 'now',
  },
  'old-phone.state': {
    title: 'The old phone',
    group: 'other copies',
    values: {
      'at-hand': 'is there with its data',
      erased: 'has been erased',
      gone: 'is not there any more',
      broken: 'cannot be used any more',
      none: 'does not exist in this story',
    },
    read: ({ file }) => file.world.oldPhone?.state ?? 'none',
    perItem: false,
    ask: 'Is the old phone there, can it be switched on, and has nobody erased it?',
    changeable: 'never',
  },
  'old-phone.last-copy': {
    title: 'The last copy',
    group: 'other copies',
    values: {
      yes: 'was on the old phone, which has been erased',
      no: 'is somewhere else, or was not on the old phone',
    },
    read: (question) => {
      const { file, item } = question;
      const wasThere = file.world.oldPhone?.state === 'erased' && homeOf(file, item) === file.world.oldPhone.name;
      return wasThere ? NOT[isElsewhere(question)] : 'no';
    },
    perItem: true,
    ask: 'Is there a copy in iCloud, in a backup, on another device or on a computer?',
    changeable: 'never',
  },
  'line.step': {
    title: 'The eSIM line',
    group: 'the course of the restore',
    values: {
      moved: 'was moved in a step of its own',
      left: 'was not moved',
      hidden: 'was on a page that the organisation hides',
      'not-offered': 'cannot be moved from phone to phone',
    },
    read: ({ file, situation }) => {
      if (!lineCanMove(file.world, situation.ios)) return 'not-offered';
      if (situation.line === 'not-asked' && file.world.organisation.simPane === 'forbidden') return 'hidden';
      if (situation.line !== 'moved') return 'left';
      return file.world.oldPhone?.esimTransfer === 'allowed' ? 'moved' : 'unknown';
    },
    perItem: false,
    ask: 'Does the carrier let the line move from phone to phone, and did the new phone take it?',
    changeable: 'now',
  },
  'watch.step': {
    title: 'The Apple Watch',
    group: 'the course of the restore',
    values: {
      taken: 'was taken along to the new phone',
      left: 'was not taken along',
      hidden: 'was on a page that the organisation hides',
    },
    read: ({ file, situation }) => {
      if (situation.watch === 'taken') return 'taken';
      return situation.watch === 'not-asked' && file.world.organisation.watchPane === 'forbidden' ? 'hidden' : 'left';
    },
    perItem: false,
    ask: 'Was the watch asked whether it shall be used with the new phone?',
    changeable: 'now',
  },
} as const satisfies Record<string, Fact>;

/** Whether the step for the line is shown at all (PP-26). */
export const lineCanMove = ({ oldPhone }: World, ios: string): boolean =>
  oldPhone !== null &&
  oldPhone.esimTransfer !== 'by-carrier-only' &&
  compareVersions(oldPhone.ios, LINE_MOVES_SINCE) >= 0 &&
  compareVersions(ios, LINE_MOVES_SINCE) >= 0;
