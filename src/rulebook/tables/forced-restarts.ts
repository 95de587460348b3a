import type { Phase } from '../../model/event-row.ts';
import type { Route } from '../../model/kinds.ts';
import type { ReferenceId } from '../evidence/references.ts';

/** Whether a forced restart helps a restore that seems stuck in a part of its story, as far as a source says. */
export interface ForcedRestart {
  /** `may-help`: a source names it; `no-use`: there is nothing it could end; `not-known`: no source says. */
  readonly helps: 'may-help' | 'no-use' | 'not-known';
  readonly says: string;
  /** The same of a move from phone to phone, where it speaks of a backup. */
  readonly saysOfMove?: string;
  readonly cites: readonly ReferenceId[];
}

const BEFORE_ANY_DATA: ForcedRestart = {
  helps: 'no-use',
  says:
    'Nothing of a backup has been written yet, so nothing of it can be lost. Whether setup begins anew after it is ' +
    'told by no source.',
  saysOfMove:
    'Nothing from the old phone has been written yet, so nothing of it can be lost. Whether setup begins anew after ' +
    'it is told by no source.',
  cites: ['TG-10'],
};

/** Whatever part it is: a restored VPN lets nothing through. */
export const BEHIND_A_VPN: ForcedRestart = {
  helps: 'not-known',
  says:
    'A restored VPN lets nothing through. By the report it came with the first restart, and switching it off in ' +
    'Settings is what helped.',
  cites: ['AX-08'],
};

/** Whether the restore is over or not: icons that stand still are a thing of the store. */
export const ICONS_STAND_STILL: ForcedRestart = {
  helps: 'may-help',
  says:
    'For icons that wait, help tries power, space, a restart, and a download begun in the store. From the backup ' +
    'itself a restart brings nothing more once the restore is over.',
  saysOfMove:
    'For icons that wait, help tries power, space, a restart, and a download begun in the store. From the old phone ' +
    'a restart brings nothing more once the move is over.',
  cites: ['AX-29', 'TG-15'],
};

/** D17: an iCloud restore can be forced to restart in each of its phases. */
export const FORCED_RESTARTS: Readonly<Record<Phase, ForcedRestart>> = {
  'in-use': { helps: 'no-use', says: 'No restore has begun, so there is nothing to restart for.', cites: [] },
  erasing: {
    helps: 'not-known',
    says:
      'What was on the phone cannot be read any more once the erase has begun. Whether the erase goes on after a ' +
      'forced restart is told by no source.',
    cites: ['TG-07'],
  },
  'set-up': BEFORE_ANY_DATA,
  'quick-start': {
    helps: 'not-known',
    says:
      'Nothing has been taken from the old phone yet, and it stays as it was. What a forced restart does here is ' +
      'told by no source.',
    cites: ['PP-29'],
  },
  'sign-in': BEFORE_ANY_DATA,
  listing: BEFORE_ANY_DATA,
  preconditions: BEFORE_ANY_DATA,
  eligibility: {
    helps: 'not-known',
    says: 'What may return is being decided. What a forced restart does right then is told by no source.',
    cites: [],
  },
  placement: {
    helps: 'may-help',
    says:
      'Where the time left stays unknown and nothing moves, another network or a restart may help. How much is done ' +
      'again is not told; what may return was decided before and stays.',
    cites: ['E-17', 'LS-17'],
  },
  restart: {
    helps: 'not-known',
    says:
      'Data are being moved into place. By one report a forced restart let a frozen one go on, with much missing ' +
      'afterwards and the cause open; wait as long as anything moves.',
    cites: ['LS-18'],
  },
  enrolment: {
    helps: 'not-known',
    says:
      'What the backup brought is in place before this page. What a forced restart does to an enrolment is told by ' +
      'no source.',
    saysOfMove:
      'What came over is in place before this page. What a forced restart does to an enrolment is told by no source.',
    cites: [],
  },
  download: {
    helps: 'may-help',
    says:
      'For icons that wait, help tries power, space, a restart, and a download begun in the store. What has come ' +
      'stays, and the rest goes on coming.',
    cites: ['AX-29', 'LS-21'],
  },
  sync: {
    helps: 'not-known',
    says:
      'Services deliver beside the restore, each by its own rules. What a restart does to them is told by no ' +
      'source.',
    cites: ['LS-24'],
  },
  over: {
    helps: 'no-use',
    says: 'The restore is over. No restart brings anything more from the backup.',
    saysOfMove: 'The move is over. No restart brings anything more from the old phone.',
    cites: ['LS-25'],
  },
};

/** What is said of a forced restart on a way. */
export const restartOn = (route: Route, { says, saysOfMove, ...restart }: ForcedRestart): ForcedRestart => ({
  ...restart,
  says: route === 'direct' && saysOfMove !== undefined ? saysOfMove : says,
});
