import { must } from '../../src/model/must.ts';
import { isNamed, isSignedIn, type Lacking, type Situation } from '../../src/rulebook/case/situation.ts';
import { maySignIn } from '../../src/rulebook/case/enrolment.ts';
import { canBeSignedIn } from '../../src/rulebook/case/listing.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { appGuards } from '../app-guards.ts';
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

const known = (file: CaseFile, id: string) => must(file.account(id), `the account ${id}`);
const kindOf = (file: CaseFile, id: string) => known(file, id).kind;

/** EE-25: one account, or one of an organisation beside a personal one. */
function hasPlaceFor(file: CaseFile, { account, besides }: Situation, id: string): boolean {
  if (account === null) return true;
  return !isNamed(besides) && kindOf(file, account) !== kindOf(file, id);
}

export const SIMULATION_GUARDS = {
  ...appGuards<SimulationContext>((context) => context),
  accountWasSkipped: guard<EventOf<'store.passwordEntered'>>({
    holds: ({ context }, { account }) =>
      context.situation?.passwordsSkipped.includes(account) === true &&
      known(context.file, account).password !== 'forgotten',
    saw: ({ file, situation }, { account }) => ({
      account,
      'was skipped': situation?.passwordsSkipped.includes(account) === true,
      'password forgotten': file.account(account)?.password === 'forgotten',
    }),
    words: 'Nothing waits for the password of this account.',
  }),
  maySignInNow: guard<EventOf<'settings.signedIn'>>({
    holds: ({ context: { file, situation } }, { account }) =>
      situation !== null &&
      canBeSignedIn(file.account(account)) &&
      maySignIn(file, account, situation) &&
      hasPlaceFor(file, situation, account),
    saw: ({ file, situation }, { account }) => ({
      account,
      'signed in': situation?.account,
      'password known': file.account(account)?.password === 'known',
      'two-factor': file.account(account)?.twoFactor,
      'may sign in here': situation !== null && maySignIn(file, account, situation),
    }),
    words:
      'Somebody is signed in already, or the password of this account is not known, or its code cannot arrive, or ' +
      'its organisation lets it sign in elsewhere only.',
  }),
  maySignOut: guard<EventOf<'settings.signedOut'>>({
    holds: ({ context: { file, situation } }, { account }) => {
      if (situation === null) return false;
      const leaves = account ?? situation.account;
      return leaves !== null && isSignedIn(situation, leaves) && known(file, leaves).password === 'known';
    },
    saw: ({ file, situation }, { account }) => ({
      account,
      'signed in': situation?.account,
      'password known': file.account(account ?? situation?.account)?.password === 'known',
    }),
    words: 'This account is not signed in, or its password, which signing out asks for, is not known.',
  }),
  managementGoesOn: guard<RestoreOutput>({
    holds: (_asked, { situation: { enrolment = 'none' } }) => enrolment !== 'none',
    saw: (_context, { situation }) => ({ enrolment: situation.enrolment }),
    words: 'No organisation has a say on this phone.',
  }),
};
