import * as fc from 'fast-check';
import { EVENT_DATA, PHASES } from '../../src/model/event-row.ts';
import { isScriptEvent, placeInStory, type ScriptEvent } from '../../src/model/events.ts';

/** Scripts of plausible events. An entry that never becomes possible is dropped when the world is played. */

export type Entry = Readonly<Record<string, string | true>>;
export interface Names {
  readonly accounts: readonly string[];
  readonly backups: readonly string[];
  readonly apps: readonly string[];
}

/** Parts of the story in which the moment does not depend on the speed of the network. */
const STEADY_PHASES = PHASES.filter((phase) => !['sync', 'over'].includes(phase));

/**
 * Every event draws its own entries. `timeless`: what comes of it does not depend on how fast anything goes;
 * `hurried`: it may.
 */
interface Draws {
  readonly timeless: fc.Arbitrary<Entry>[];
  readonly hurried: fc.Arbitrary<Entry>[];
}
const duration = fc.constantFrom('20 seconds', '3 minutes', '40 minutes', '7 hours', '2 days');
const plain = (event: ScriptEvent): Draws => ({ timeless: [fc.constant({ do: event })], hurried: [] });
/** The usual person does it and there is nothing else to do: it is played, and need not be drawn. */
const byItself: Draws = { timeless: [], hurried: [] };
const anyMoment = (event: ScriptEvent): fc.Arbitrary<Entry> =>
  fc.tuple(fc.constantFrom(...PHASES), duration).map(([during, after]) => ({ do: event, during, after }));
const around = (event: ScriptEvent): Draws => ({
  timeless: [fc.constantFrom(...STEADY_PHASES).map((during) => ({ do: event, during }))],
  hurried: [anyMoment(event)],
});
const oneOf = (names: readonly string[], entry: (name: string) => Entry): fc.Arbitrary<Entry>[] =>
  names.length > 0 ? [fc.constantFrom(...names).map(entry)] : [];

const drawsOf = ({ accounts, backups, apps }: Names): Readonly<Record<ScriptEvent, Draws>> => ({
  'findMy.turnedOff': byItself,
  'place.familiar': { timeless: [], hurried: [fc.constant({ do: 'place.familiar' })] },
  'passcode.previousEntered': byItself,
  'lockScreen.erased': byItself,
  'findMy.erased': plain('findMy.erased'),
  'recovery.restored': plain('recovery.restored'),
  'erase.requested': plain('erase.requested'),
  'restore.requested': plain('restore.requested'),
  'setup.started': byItself,
  'wifi.joined': byItself,
  'activation.unlocked': byItself,
  'passcode.chosen': byItself,
  'passcode.skipped': plain('passcode.skipped'),
  'route.chosen': byItself,
  'cloud.chosen': plain('cloud.chosen'),
  'quickStart.begun': byItself,
  'pattern.scanned': byItself,
  'owner.shown': byItself,
  'oldPasscode.entered': byItself,
  'line.moved': byItself,
  'line.left': plain('line.left'),
  'watch.taken': byItself,
  'watch.left': plain('watch.left'),
  'transfer.cancelled': plain('transfer.cancelled'),
  'phones.parted': plain('phones.parted'),
  'phones.together': plain('phones.together'),
  'setup.asNew': plain('setup.asNew'),
  'person.gaveUp': {
    timeless: [fc.constantFrom(...STEADY_PHASES).map((during) => ({ do: 'person.gaveUp', during }))],
    hurried: [],
  },
  'account.entered': {
    timeless: EVENT_DATA.password.flatMap((password) =>
      oneOf(accounts, (account) => ({ do: 'account.entered', account, password, during: 'sign-in' })),
    ),
    hurried: [],
  },
  'code.entered': byItself,
  back: {
    timeless: [fc.constantFrom('sign-in', 'listing').map((during) => ({ do: 'back', during }))],
    hurried: [],
  },
  'backup.chosen': { timeless: oneOf(backups, (backup) => ({ do: 'backup.chosen', backup })), hurried: [] },
  'backup.passwordEntered': {
    timeless: [fc.constantFrom(...EVENT_DATA.password).map((password) => ({ do: 'backup.passwordEntered', password }))],
    hurried: [],
  },
  'update.requested': plain('update.requested'),
  'activation.codeEntered': byItself,
  'enrolment.accepted': plain('enrolment.accepted'),
  'enrolment.declined': plain('enrolment.declined'),
  'profile.removed': plain('profile.removed'),
  'management.retired': plain('management.retired'),
  'service.wiped': plain('service.wiped'),
  'service.changed': plain('service.changed'),
  'phone.restarted': byItself,
  'stop.tapped': {
    timeless: [fc.constant({ do: 'stop.tapped' })],
    hurried: [duration.map((after) => ({ do: 'stop.tapped', during: 'download', after }))],
  },
  'app.installed': {
    timeless: oneOf(apps, (app) => ({ do: 'app.installed', app, during: 'over' })),
    hurried: [],
  },
  'app.deleted': {
    timeless: oneOf(apps, (app) => ({ do: 'app.deleted', app, during: 'over' })),
    hurried: [],
  },
  'app.offloaded': { timeless: oneOf(apps, (app) => ({ do: 'app.offloaded', app, during: 'over' })), hurried: [] },
  'app.signedOut': { timeless: oneOf(apps, (app) => ({ do: 'app.signedOut', app, during: 'over' })), hurried: [] },
  'vpn.switchedOff': byItself,
  'app.sentEmptyState': {
    timeless: oneOf(apps, (app) => ({ do: 'app.sentEmptyState', app, during: 'over' })),
    hurried: [],
  },
  'app.ownBackupRestored': {
    timeless: oneOf(apps, (app) => ({ do: 'app.ownBackupRestored', app, during: 'over' })),
    hurried: [],
  },
  'app.transferred': { timeless: oneOf(apps, (app) => ({ do: 'app.transferred', app, during: 'over' })), hurried: [] },
  'room.ranOut': {
    timeless: [fc.constant({ do: 'room.ranOut', during: 'download' })],
    hurried: [duration.map((after) => ({ do: 'room.ranOut', during: 'download', after }))],
  },
  'room.freed': { timeless: [fc.constant({ do: 'room.freed', during: 'over' })], hurried: [] },
  'download.stuck': {
    timeless: oneOf(apps, (app) => ({ do: 'download.stuck', app, during: 'download' })),
    hurried: [],
  },
  'store.passwordEntered': {
    timeless: [],
    hurried: oneOf(accounts, (account) => ({ do: 'store.passwordEntered', account, during: 'over' })),
  },
  'store.passwordSkipped': {
    timeless: oneOf(accounts, (account) => ({ do: 'store.passwordSkipped', account })),
    hurried: [],
  },
  'keychain.passcodeEntered': { timeless: [], hurried: [fc.constant({ do: 'keychain.passcodeEntered' })] },
  'endToEnd.recovered': { timeless: [], hurried: [fc.constant({ do: 'endToEnd.recovered' })] },
  'endToEnd.reset': { timeless: [], hurried: [fc.constant({ do: 'endToEnd.reset' })] },
  'keychain.passcodeSkipped': { timeless: [], hurried: [fc.constant({ do: 'keychain.passcodeSkipped' })] },
  'settings.signedIn': {
    timeless: [],
    hurried: oneOf(accounts, (account) => ({ do: 'settings.signedIn', account, during: 'over' })),
  },
  'settings.signedOut': {
    timeless: [],
    hurried: [
      fc.constantFrom('keep', 'remove').map((copies) => ({ do: 'settings.signedOut', copies, during: 'over' })),
    ],
  },
  'app.loggedIn': {
    timeless: oneOf(apps, (app) => ({ do: 'app.loggedIn', app, during: 'download' })),
    hurried: oneOf(apps, (app) => ({ do: 'app.loggedIn', app, during: 'over' })),
  },
  'screen.tapped': { timeless: [], hurried: [anyMoment('screen.tapped')] },
  'screen.locked': { timeless: [], hurried: [anyMoment('screen.locked')] },
  'screen.unlocked': { timeless: [], hurried: [anyMoment('screen.unlocked')] },
  'wifi.lost': around('wifi.lost'),
  'wifi.back': around('wifi.back'),
  'power.lost': around('power.lost'),
  'power.back': around('power.back'),
  'computer.disconnected': plain('computer.disconnected'),
  'computer.stopped': plain('computer.stopped'),
  'move.failed': plain('move.failed'),
  'phone.froze': {
    timeless: [fc.constantFrom('placement', 'download').map((during) => ({ do: 'phone.froze', during }))],
    hurried: [anyMoment('phone.froze')],
  },
  'restart.forced': {
    timeless: [fc.constantFrom('placement', 'download').map((during) => ({ do: 'restart.forced', during }))],
    hurried: [anyMoment('restart.forced')],
  },
});

/**
 * In the order of the story, so that one entry does not run past the others; what has no part of the story stays
 * where it is drawn.
 */
function inOrder(entries: readonly Entry[]): Entry[] {
  const ranked = entries.map((entry, index) => {
    const during = PHASES.findIndex((phase) => phase === entry['during']);
    const event = String(entry['do']);
    const place = isScriptEvent(event) ? placeInStory(event) : PHASES.length;
    return { entry, rank: during >= 0 ? during : place < PHASES.length ? place : index * 2 };
  });
  return ranked.toSorted((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

/** Nothing in it depends on how fast anything goes. */
export function timelessScripts(names: Names): fc.Arbitrary<Entry[]> {
  const draws = Object.values(drawsOf(names)).flatMap(({ timeless }) => timeless);
  return fc.array(fc.oneof(...draws), { maxLength: 5, size: 'max' }).map(inOrder);
}

/** Anything, at any moment. */
export function hurriedScripts(names: Names): fc.Arbitrary<Entry[]> {
  const draws = Object.values(drawsOf(names)).flatMap(({ timeless, hurried }) => [...timeless, ...hurried]);
  const wait = duration.map((length): Entry => ({ wait: length }));
  return fc
    .array(fc.oneof(...draws, wait, fc.constant<Entry>({ end: 'story' })), { maxLength: 7, size: 'max' })
    .map(inOrder);
}
