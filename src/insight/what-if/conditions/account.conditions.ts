import { accountNames } from '../../../model/account-names.ts';
import { UNKNOWN } from '../../../rulebook/facts/fact.ts';
import type { DoEntry, Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, FURTHER, type Part, WHICH_BACKUP } from './row.ts';

const parts = ({ world }: Scenario): readonly Part[] =>
  world.accounts.map((account) => ({
    path: `accounts.${account.id}`,
    name: accountNames(world.accounts)(account.id),
    values: account,
    account: account.id,
  }));
const story = ({ world, script }: Scenario): readonly Part[] => {
  const entry = script.find((candidate) => 'do' in candidate && candidate.do === 'account.entered');
  const account = (entry && 'do' in entry ? entry.account : undefined) ?? world.accounts[0]?.id;
  // Whoever has no account signs in with none.
  return account === undefined ? [] : [{ path: 'script', name: '', values: { account } }];
};
const skipped = ({ world, script }: Scenario): readonly Part[] =>
  world.accounts
    .filter(({ id }) =>
      script.some((entry) => 'do' in entry && entry.do === 'store.passwordSkipped' && entry.account === id),
    )
    .map(({ id }) => ({
      path: `script.password.${id}`,
      name: accountNames(world.accounts)(id),
      values: { value: 'skipped' },
    }));

const signOuts = (script: Scenario['script']): readonly DoEntry[] =>
  script.filter((entry): entry is DoEntry => 'do' in entry && entry.do === 'settings.signedOut').slice(0, 1);
const signedOut = ({ script, world }: Scenario): readonly Part[] =>
  signOuts(script).flatMap(({ account = world.accounts[0]?.id }) =>
    account === undefined
      ? []
      : [
          {
            path: `script.signInAgain.${account}`,
            name: accountNames(world.accounts)(account),
            values: { value: 'as stated' },
            account,
          },
        ],
  );

const isManaged = (_scenario: Scenario, { values }: Part): boolean => values['kind'] === 'managed';
const NOT_ANSWERED: readonly string[] = ['keychain.passcodeSkipped', 'endToEnd.reset'];

/** Who signs in, and what the accounts open. */
export const ACCOUNT_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'account',
    title: 'The account that signs in',
    reads: 'names',
    group: 'account trust',
    when: 'now',
    parts: story,
    values: ({ world: { accounts } }) =>
      Object.fromEntries(accounts.map(({ id }) => [id, `Sign in with ${accountNames(accounts)(id)}`])),
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
    afterwards: ({ account }) => `passwordLater.${account}`,
    moves: FURTHER,
    unblocks: ['sign-in', 'erase-refused', 'find-my', 'set-up-as-new', 'given-up'],
  },
  {
    key: 'kind',
    title: 'The kind of account of %',
    group: 'account trust',
    when: 'another-way',
    parts,
    helps: ['personal'],
    values: { personal: 'Use a personal account in the place of %', managed: '% is a Managed Apple Account' },
    moves: ['service.allowed', 'item.buyer', 'app.present'],
    unblocks: ['sign-in'],
  },
  {
    key: 'services',
    title: 'iCloud services for the account %',
    group: 'account trust',
    when: 'another-way',
    parts,
    applies: isManaged,
    helps: ['allowed'],
    values: {
      allowed: 'Have the organisation allow iCloud services for %',
      forbidden: 'The organisation allows no iCloud services for %',
    },
    moves: ['service.allowed'],
  },
  {
    key: 'signIn',
    title: 'Where % may sign in',
    group: 'account trust',
    when: 'another-way',
    parts,
    applies: isManaged,
    helps: ['anywhere'],
    values: {
      anywhere: 'Have the organisation let % sign in on every device',
      managed: '% may sign in on managed devices only',
      supervised: '% may sign in on managed and supervised devices only',
    },
    moves: [...FURTHER, 'account.left'],
    unblocks: ['sign-in'],
  },
  {
    title: 'The account % after signing out',
    words: { 'as stated': 'signed out' },
    group: 'account trust',
    when: 'now',
    atOnce: true,
    helps: ['in-again'],
    parts: signedOut,
    values: { 'in-again': 'Sign in to % again in Settings', 'as stated': 'Leave % signed out' },
    moves: ['account.left', 'account.signed-out', 'service.account'],
  },
  {
    key: 'copies',
    title: 'A copy on signing out',
    words: { keep: 'kept', remove: 'not kept' },
    group: 'account trust',
    when: 'another-way',
    atOnce: true,
    helps: ['keep'],
    parts: ({ script }) =>
      signOuts(script).map((entry) => ({ path: 'script', name: '', values: { copies: entry.copies ?? UNKNOWN } })),
    values: {
      keep: 'Keep a copy on the device when the account is signed out',
      remove: 'Keep no copy when the account is signed out',
      unknown: 'Nobody remembers whether a copy was kept',
    },
    moves: ['account.left'],
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
    moves: ['service.trust'],
  },
  {
    key: 'keychain',
    title: 'The request for the passcode of an older device',
    group: 'account trust',
    when: 'now',
    atOnce: true,
    helps: ['answered'],
    parts: ({ script }) =>
      script.some((entry) => 'do' in entry && NOT_ANSWERED.includes(entry.do))
        ? [{ path: 'script', name: '', values: { keychain: 'skipped' } }]
        : [],
    values: { answered: 'Enter the passcode of the older device', skipped: 'Do not enter it' },
    moves: ['service.trust'],
  },
  {
    key: 'chain',
    title: 'A recovery way for what is encrypted from end to end',
    words: { 'as stated': 'not used' },
    group: 'account trust',
    when: 'now',
    atOnce: true,
    helps: ['recovered'],
    // A recovery way is only called for where nobody knows the passcode, or somebody would not enter it.
    parts: ({ script, world }) =>
      world.accounts.some(({ devicePasscode }) => devicePasscode === 'forgotten') ||
      script.some((entry) => 'do' in entry && NOT_ANSWERED.includes(entry.do))
        ? [{ path: 'script', name: '', values: { chain: 'as stated' } }]
        : [],
    values: {
      recovered: 'Open it with a trusted device, a recovery contact or a recovery key',
      'as stated': 'Use no recovery way',
    },
    moves: ['service.trust'],
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
