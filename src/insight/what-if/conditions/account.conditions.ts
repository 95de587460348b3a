import { accountInWords, UNNAMED_ACCOUNT } from '../../../model/world.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, FURTHER, type Part, WHICH_BACKUP } from './row.ts';

const parts = ({ world }: Scenario): readonly Part[] =>
  world.accounts.map((account) => ({
    path: `accounts.${account.id}`,
    name: accountInWords(account.id),
    values: account,
    account: account.id,
  }));
const story = ({ world, script }: Scenario): readonly Part[] => {
  const entry = script.find((candidate) => 'do' in candidate && candidate.do === 'account.entered');
  return [
    {
      path: 'script',
      name: '',
      values: { account: (entry && 'do' in entry ? entry.account : undefined) ?? world.accounts[0]?.id },
    },
  ];
};
const signInWith = (id: string): string =>
  id === UNNAMED_ACCOUNT ? `Sign in with ${accountInWords(id)}` : `Sign in with the account ${id}`;
const skipped = ({ world, script }: Scenario): readonly Part[] =>
  world.accounts
    .filter(({ id }) =>
      script.some((entry) => 'do' in entry && entry.do === 'store.passwordSkipped' && entry.account === id),
    )
    .map(({ id }) => ({ path: `script.password.${id}`, name: accountInWords(id), values: { value: 'skipped' } }));

/** Who signs in, and what the accounts open. */
export const ACCOUNT_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'account',
    title: 'The account that signs in',
    reads: 'names',
    group: 'account trust',
    when: 'now',
    parts: story,
    values: ({ world }) => Object.fromEntries(world.accounts.map(({ id }) => [id, signInWith(id)])),
    moves: FURTHER,
    unblocks: [...WHICH_BACKUP.unblocks, 'sign-in', 'set-up-as-new'],
  },
  {
    key: 'password',
    title: 'The password of %',
    group: 'account trust',
    when: 'now',
    parts,
    helps: ['known'],
    values: { known: 'Find out the password of %', forgotten: 'Nobody knows the password of %' },
    moves: FURTHER,
    unblocks: ['sign-in', 'erase-refused', 'find-my', 'set-up-as-new', 'given-up'],
  },
  {
    key: 'twoFactor',
    title: 'Two-factor code of %',
    group: 'account trust',
    when: 'now',
    parts,
    helps: ['code-arrives'],
    values: {
      'code-arrives': 'Have two-factor authentication on, with a trusted device or number at hand for %',
      'code-cannot-arrive': 'No code can arrive for %',
      off: 'Two-factor authentication is off for %',
    },
    moves: ['service.two-factor', 'service.account', 'account.recorded'],
    unblocks: ['sign-in'],
  },
  {
    key: 'recovery',
    title: 'Recovery of %',
    group: 'account trust',
    when: 'never',
    parts,
    helps: ['available'],
    values: {
      available: 'Have a trusted device, a recovery contact or a recovery key for %',
      lost: 'Nothing is left that opens the account of %',
    },
    moves: ['service.trust'],
    unblocks: ['recovery-lost'],
  },
  {
    key: 'advancedDataProtection',
    title: 'Advanced Data Protection of %',
    group: 'account trust',
    when: 'before-the-backup',
    parts,
    helps: ['off'],
    values: { off: 'Switch Advanced Data Protection off for %', on: 'Advanced Data Protection is on for %' },
    moves: ['service.trust'],
    unblocks: WHICH_BACKUP.unblocks,
  },
  {
    key: 'devicePasscode',
    title: 'The passcode of the older device of %',
    group: 'account trust',
    when: 'now',
    atOnce: true,
    parts,
    helps: ['known'],
    values: {
      known: 'Find out the passcode of the older device of %',
      forgotten: 'Nobody knows the passcode of the older device of %',
    },
    moves: ['keychain.passcode'],
  },
  {
    key: 'keychain',
    title: 'The request of iCloud Keychain',
    group: 'account trust',
    when: 'now',
    atOnce: true,
    helps: ['answered'],
    parts: ({ script }) =>
      script.some((entry) => 'do' in entry && entry.do === 'keychain.passcodeSkipped')
        ? [{ path: 'script', name: '', values: { keychain: 'skipped' } }]
        : [],
    values: { answered: 'Enter the passcode of the older device', skipped: 'Skip the request' },
    moves: ['keychain.passcode'],
  },
  {
    title: 'The request for the password of %',
    group: 'account trust',
    when: 'now',
    atOnce: true,
    helps: ['given'],
    parts: skipped,
    values: { given: 'Give the password of %', skipped: 'Skip the request' },
    moves: ['item.password'],
  },
];
