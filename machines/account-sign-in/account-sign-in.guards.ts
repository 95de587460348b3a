import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import type { EventOf } from '../event-of.ts';
import { guardOn } from '../guard.ts';

export interface SignInContext {
  readonly file: CaseFile;
  readonly account: string | null;
}
type Entered = EventOf<'account.entered'>;

const guard = guardOn<SignInContext>();
const fits = ({ file }: SignInContext, { account, password }: Entered): boolean =>
  password === 'right' && file.account(account)?.password === 'known' && mayBeUsed(file, account);
/** An organisation can tie its accounts to the devices that it supervises. */
export const mayBeUsed = (file: CaseFile, id: string): boolean => {
  const account = file.account(id);
  return account?.kind !== 'managed' || account.signIn === 'anywhere' || file.world.device.supervised === 'yes';
};
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
      fits(context, entered) && context.file.account(entered.account)?.twoFactor === 'off',
    saw: (context, entered) => ({
      ...sawAccount(context, entered),
      'two-factor': context.file.account(entered.account)?.twoFactor,
    }),
    words: 'The password does not fit.',
  }),
  notOnThisDevice: guard<Entered>({
    holds: ({ context }, { account }) =>
      context.file.account(account) !== undefined && !mayBeUsed(context.file, account),
    saw: ({ file }, { account }) => ({
      account,
      'may sign in on': file.account(account)?.signIn,
      supervised: file.world.device.supervised,
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
