import { guardNamed } from '../../../machines/guards.ts';
import type { MachineId } from '../../../machines/machines.ts';
import { type EventType, isScriptEvent, SCRIPT_EVENTS, type ScriptEvent } from '../../model/events.ts';
import { must } from '../../model/must.ts';
import type { ChartState, ChartTransition } from './chart.ts';

/*
 * Beside its own name every state, event and guard of a chart has a plain one, for whoever has never seen a statechart.
 * Most have it already: a state says what it means, an event is a sentence, a guard has the words for a refused tap.
 * Here stands what only passes through or groups others, so that nothing in a chart is a name alone.
 */

/** What each machine is. */
const MACHINES: Readonly<Record<MachineId, string>> = {
  simulation: 'The whole story',
  connection: 'Wi-Fi and power',
  restore: 'The restore',
  quickStart: 'Setting up with the old phone nearby',
  accountSignIn: 'Signing in',
  backupListing: 'The list of backups',
  eligibility: 'Deciding what may return',
  restart: 'The restart',
  enrolment: 'The organisation sets the phone up',
  contentDownload: 'Downloading apps and media',
  icloudSync: 'iCloud sync',
};

/** States without a sentence of their own. */
const STATES: Readonly<Record<MachineId, Readonly<Record<string, string>>>> = {
  simulation: {},
  connection: {
    wifi: 'The Wi-Fi',
    'wifi.atFirst': 'Looks whether there is Wi-Fi at the beginning',
    power: 'The power',
    'power.atFirst': 'Looks whether there is power at the beginning',
    network: 'The way through the network',
  },
  restore: {
    starting: 'Looks how the device stands at the beginning',
    inUse: 'The device is in use',
    setUp: 'Setup on the phone',
    'setUp.activated': 'The device is activated',
    'setUp.withoutPasscodePage': 'Setup shows no page for a passcode',
    choosing: 'A backup is chosen',
    moving: 'The data move from phone to phone',
    'moving.checking': 'Looks whether the move can begin',
    preconditions: 'What has to be there before the restore begins',
    'preconditions.checking': 'Looks what is missing',
    placing: 'The data are put in place',
    'placing.choosing': 'Takes the next part',
    'placing.paused.wifi': 'Whether the pause is for want of Wi-Fi',
    'placing.paused.power': 'Whether the pause is for want of power',
  },
  quickStart: {
    looking: 'Looks for the old phone nearby',
    joined: 'The two phones are joined',
    wentBack: 'The customer went back',
    gaveUp: 'The customer gave up',
  },
  accountSignIn: {
    signedIn: 'Somebody is signed in',
    wentBack: 'The customer went back',
    gaveUp: 'The customer gave up',
  },
  backupListing: {
    loaded: 'The list is there',
    'askingPassword.waiting': 'Waits for the password of the backup',
    'askingPassword.wrong': 'The password did not fit',
    chosen: 'A backup is chosen',
    wentBack: 'The customer went back',
    setUpAsNew: 'The phone is set up as new',
    gaveUp: 'The customer gave up',
  },
  eligibility: { frozen: 'Everything is decided, and stays so' },
  restart: {
    done: 'The phone has restarted',
    notMoved: 'The data could not be moved into place',
    stagingLeft: 'Data of the restore were left behind',
  },
  enrolment: {
    beginning: 'Looks whether an organisation has a say',
    settled: 'It is settled who manages the phone',
    afterwards: 'What comes of it later',
    'afterwards.looking': 'Looks what stays to be done',
    'afterwards.oldProfile.quiet': 'An old profile lies on the phone and does nothing',
  },
  contentDownload: {
    downloading: 'Content comes down, and accounts are asked for, side by side',
    'downloading.content': 'Content comes down',
    'downloading.content.choosing': 'Takes the next app or medium',
    'downloading.content.paused.wifi': 'Whether the pause is for want of Wi-Fi',
    'downloading.content.paused.power': 'Whether the pause is for want of power',
    'downloading.content.allFetched': 'Everything has had its turn',
    'downloading.accounts': 'Other accounts are asked for their passwords',
    'downloading.accounts.checking': 'Looks whether another account has to be asked for',
    'downloading.accounts.allAsked': 'Every account has been asked for',
    finished: 'All is there that could come',
    stopped: 'Somebody stopped the restore',
    broken: 'The download broke off',
  },
  icloudSync: {
    syncing: 'The services deliver, each on its own',
    'syncing.stores': 'What the services keep',
    'syncing.stores.choosing': 'Takes the next service',
    'syncing.chain': 'Passwords and keys',
    'syncing.chain.checking': 'Looks whether the keys can be reached',
    'syncing.chain.settled': 'It is settled what of the keys comes',
  },
};

/** Events that no person and no surroundings give. */
const INNER_EVENTS: Readonly<Record<Exclude<EventType, ScriptEvent>, string>> = {
  'clock.moved': 'Time passes',
  'story.ended': 'The story stops',
  'attempt.began': 'A new attempt begins',
  'parts.changed': 'Something that others need has come or gone',
  'homeScreen.reached': 'The Home Screen is there',
  'network.cut': 'Something cuts the network off',
  'enrolment.changed': 'Another organisation has a say, or none',
  'account.left': 'Somebody signs out of the account',
};

/** What Wi-Fi and power tell those who depend on them. */
const CONNECTION_EVENTS: Readonly<Record<string, string>> = {
  'connection.*': 'Wi-Fi or power comes or goes',
  'connection.wifi': 'Wi-Fi comes or goes',
  'connection.power': 'Power comes or goes',
  'connection.network': 'The network opens or closes',
};

const isMachine = (id: string): id is MachineId => Object.hasOwn(MACHINES, id);
export const plainMachine = (id: string): string => MACHINES[isMachine(id) ? id : 'simulation'];

/** Throws an Error for a state that has no plain name: the page’s charts are tested to have none. */
export function plainState(machine: string, { path, says }: Pick<ChartState, 'path' | 'says'>): string {
  if (path === '') return plainMachine(machine);
  return says ?? must(isMachine(machine) ? STATES[machine][path] : undefined, `a plain name for ${machine} ${path}`);
}

/** Throws an Error for an event that has no plain name. */
export function plainEvent(event: string): string {
  if (event === '') return 'At once';
  const ended = /^xstate\.(?:done|error)\.actor\.(.+)$/.exec(event)?.[1];
  if (ended !== undefined) return `${plainMachine(ended)}: done`;
  if (event.startsWith('xstate.done.state.')) return 'All parts of it are done';
  if (isScriptEvent(event)) return SCRIPT_EVENTS[event].title;
  const inner: Readonly<Record<string, string>> = { ...INNER_EVENTS, ...CONNECTION_EVENTS };
  return must(inner[event], `a plain name for ${event}`);
}

/** What a guard lets through, told by what it would say if it did not. */
export function plainGuard(
  machine: string,
  { guard, otherwise }: Pick<ChartTransition, 'guard' | 'otherwise'>,
): string {
  if (guard === null) return otherwise ? 'if nothing before it applies' : '';
  const { words } = must(guardNamed(machine, guard), `the guard ${guard} of ${machine}`);
  return `not when: “${words.replace(/\.$/, '')}”`;
}

/** `Time passes (not when: “Its time has not come yet”)`. */
export function plainTransition(machine: string, transition: ChartTransition): string {
  const guard = plainGuard(machine, transition);
  return `${plainEvent(transition.event)}${guard === '' ? '' : ` (${guard})`}`;
}

/** The states that are named here: those that say nothing of their own, and no others. */
export const plainNamesOf = (machine: MachineId): readonly string[] => Object.keys(STATES[machine]);
