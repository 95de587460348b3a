import { must } from '../../src/model/must.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { maySignIn } from '../../src/rulebook/case/enrolment.ts';
import type { Situation } from '../../src/rulebook/case/situation.ts';
import type { EventOf } from '../event-of.ts';
import { guardOn } from '../guard.ts';

export interface SignInContext {
  readonly file: CaseFile;
  readonly situation: Situation;
  readonly account: string | null;
}
type Entered = EventOf<'account.entered'>;

const guard = guardOn<SignInContext>();
const fits = ({ file, situation }: SignInContext, { account, password }: Entered): boolean =>
  password === 'right' && file.account(account)?.password === 'known' && maySignIn(file, account, situation);
const sawAccount = ({ file }: SignInContext, { account, password }: Entered) => ({
  account,
  password,
  'password known': file.account(account)?.password === 'known',
});

export const codeArrives = ({ file, account }: SignInContext): boolean =>
  file.account(account)?.twoFactor === 'code-arrives';

export const SIGN_IN_GUARDS = {
  passwordFits: guard<Entered>({
    holds: ({ context }, entered) => fits(context, entered),
    saw: sawAccount,
    words: 'The password does not fit, or this account is not the one being asked for.',
  }),
  passwordFitsAlone: guard<Entered>({
    holds: ({ context }, entered) =>
      fits(context, entered) &&
      must(context.file.account(entered.account), 'the account that fits').twoFactor === 'off',
    saw: (context, entered) => ({
      ...sawAccount(context, entered),
      'two-factor': context.file.account(entered.account)?.twoFactor,
    }),
    words: 'The password does not fit.',
  }),
  notOnThisDevice: guard<Entered>({
    holds: ({ context }, { account }) => !maySignIn(context.file, account, context.situation),
    saw: ({ file, situation }, { account }) => ({
      account,
      'may sign in on': file.account(account)?.signIn,
      supervised: file.world.device.supervised,
      enrolment: situation.enrolment,
    }),
    words: 'The organisation lets this account sign in here.',
  }),
  accountExists: guard<Entered>({
    holds: ({ context }, { account }) => context.file.account(account) !== undefined,
    saw: (_context, { account }) => ({ account }),
    words: 'This account is not part of the story.',
  }),
  codeArrives: guard({
    holds: ({ context }) => codeArrives(context),
    saw: ({ file, account }) => ({ 'two-factor': file.account(account)?.twoFactor }),
    words: 'No code can arrive: there is no trusted device or number at hand.',
  }),
};
