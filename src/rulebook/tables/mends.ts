import type { ScriptEvent } from '../../model/events.ts';
import type { ReferenceId } from '../evidence/references.ts';

/** An act that makes usable what is there and does not work. */
interface Mend {
  readonly title: string;
  /** What it takes along or asks for. */
  readonly cost: string;
  /** The acts of a script that carry it out, in their order; none where it happens outside the story. */
  readonly acts: readonly ScriptEvent[];
  readonly cites: readonly ReferenceId[];
}

/** What mends a part that is of no use, and what that costs. */
export const MENDS = {
  'install-anew': {
    title: 'Delete the app, install it anew and log in',
    cost: 'What lies only in the data of the app on this device is gone; what its server holds comes back.',
    acts: ['app.deleted', 'app.installed', 'app.loggedIn'],
    cites: ['PP-19', 'AX-04'],
  },
  'begin-anew': {
    title: 'Delete the app and install it anew',
    cost: 'What the app held on this device is gone then; what its server or a backup of its own holds can come back.',
    acts: ['app.deleted', 'app.installed'],
    cites: ['AX-10', 'AX-28'],
  },
  'sign-out-and-in': {
    title: 'Sign out in the app and in again',
    cost: 'It asks for the login of the app.',
    acts: ['app.signedOut', 'app.loggedIn'],
    cites: ['AX-05', 'PP-20'],
  },
  'log-in-again': {
    title: 'Log in again in the app that made the entry',
    cost: 'It asks for the login of the app.',
    acts: ['app.loggedIn'],
    cites: ['AX-07'],
  },
  'install-the-app': {
    title: 'Install the app by hand',
    cost: 'Nothing is lost by it, where the app can still be had.',
    acts: ['app.installed'],
    cites: ['EL-82'],
  },
  'enrol-again': {
    title: 'Have the organisation enrol the device again',
    cost: 'What the old profile set up goes with it, and the organisation sets up its part anew.',
    acts: ['profile.removed', 'enrolment.accepted'],
    cites: ['OG-06'],
  },
  'find-the-passcode': {
    title: 'Find a passcode that fits',
    cost: 'From iOS 17 on that from before a change counts for 72 hours. An erase opens the device and empties it.',
    acts: ['passcode.previousEntered'],
    cites: ['LO-02', 'LO-03'],
  },
  'set-up-again': {
    title: 'Set it up again',
    cost: 'It has to be entered or made once more, or fetched from where it first came.',
    acts: [],
    cites: ['AX-01', 'AX-40'],
  },
} as const satisfies Readonly<Record<string, Mend>>;
export type MendId = keyof typeof MENDS;

/** The act and what it costs, in one breath. */
export const mendWords = (id: MendId): string => `${MENDS[id].title}. ${MENDS[id].cost}`;
