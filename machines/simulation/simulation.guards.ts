import type { Lacking, Situation } from '../../src/rulebook/case/situation.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { appGuards } from '../app-guards.ts';
import { mayBeUsed } from '../account-sign-in/account-sign-in.guards.ts';
import type { EventOf } from '../event-of.ts';
import { guardOn } from '../guard.ts';
import type { RestoreOutput } from '../restore/restore.context.ts';

export interface SimulationContext {
  readonly file: CaseFile;
  readonly attempt: number;
  /** What the last restore left behind; null while it runs. */
  readonly situation: Situation | null;
  readonly situationAtFreeze: Situation | null;
  readonly lacking: Lacking;
}

const guard = guardOn<SimulationContext>();

export const SIMULATION_GUARDS = {
  ...appGuards<SimulationContext>((context) => context),
  accountWasSkipped: guard<EventOf<'store.passwordEntered'>>({
    holds: ({ context }, { account }) =>
      context.situation?.passwordsSkipped.includes(account) === true &&
      context.file.account(account)?.password !== 'forgotten',
    saw: ({ file, situation }, { account }) => ({
      account,
      'was skipped': situation?.passwordsSkipped.includes(account) === true,
      'password forgotten': file.account(account)?.password === 'forgotten',
    }),
    words: 'Nothing waits for the password of this account.',
  }),
  passwordKnown: guard<EventOf<'settings.signedIn'>>({
    holds: ({ context }, { account }) =>
      context.file.account(account)?.password === 'known' && mayBeUsed(context.file, account),
    saw: ({ file }, { account }) => ({
      account,
      'password known': file.account(account)?.password === 'known',
      'may sign in here': mayBeUsed(file, account),
    }),
    words: 'The password of this account is not known, or its organisation lets it sign in elsewhere only.',
  }),
  managementGoesOn: guard<RestoreOutput>({
    holds: (_asked, { situation: { enrolment = 'none' } }) => enrolment !== 'none',
    saw: (_context, { situation }) => ({ enrolment: situation.enrolment }),
    words: 'No organisation has a say on this phone.',
  }),
};
