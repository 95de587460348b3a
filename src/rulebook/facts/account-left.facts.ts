import type { Copies, Question } from '../case/situation.ts';
import { readAllowed } from './chain.facts.ts';
import { serviceState } from './captured.facts.ts';
import { type Fact, UNKNOWN } from './fact.ts';

const WORDS: Readonly<Record<Copies, string>> = {
  kept: 'kept',
  removed: 'removed',
  'by-itself': 'by-itself',
  'not-said': UNKNOWN,
};

/** What an account takes along when it is signed out: what its iCloud keeps of this kind, unless a copy is kept. */
export function leavesWith(question: Question, account: string | null | undefined): string {
  const { file, item, situation } = question;
  const { copies = 'not-said' } = situation;
  if (account !== file.world.services.account) return 'no';
  const asItWas = { ...question, situation: { ...situation, account } };
  const state = serviceState(asItWas, 'now');
  if (state === 'off' || state === 'none') return 'no';
  const allowed = readAllowed(asItWas);
  if (allowed !== 'yes' && allowed !== UNKNOWN) return 'no';
  // Where a copy is kept, nothing leaves the device, whether or not iCloud keeps this.
  if (state === UNKNOWN || allowed === UNKNOWN) return copies === 'kept' ? WORDS.kept : UNKNOWN;
  // No source says what becomes of what iCloud does not have yet.
  const isThere = item.uploaded !== 'unknown' && file.isUploaded(item);
  return copies === 'kept' || isThere ? WORDS[copies] : UNKNOWN;
}

/** What became of the device’s own part of iCloud when an account was signed out. */
export const ACCOUNT_LEFT_FACTS = {
  'account.left': {
    title: 'The account on the device',
    group: 'account trust',
    values: {
      no: 'was not signed out, or does not keep this',
      removed: 'was signed out, and no copy was kept',
      kept: 'was signed out, and a copy was kept',
      'by-itself': 'was signed out by itself, since the device no longer is what the organisation asks for',
    },
    read: (question) => leavesWith(question, question.situation.left),
    perItem: true,
    ask: 'When the account was signed out, was a copy of this kept on the device?',
    changeable: 'now',
  },
  'account.signed-out': {
    title: 'The account on the device',
    group: 'account trust',
    values: { yes: 'was signed out', no: 'was not signed out' },
    read: ({ situation: { left } }) => (left === null || left === undefined ? 'no' : 'yes'),
    perItem: false,
    ask: 'Is somebody signed in at the top of Settings?',
    changeable: 'now',
  },
} as const satisfies Record<string, Fact>;
