import type { Block } from '../rulebook/case/blocks.ts';
import { BLOCKS } from '../rulebook/case/blocks.ts';
import type { ReferenceId } from '../rulebook/evidence/references.ts';
import { PROMPTS, type PromptId } from '../rulebook/tables/prompts.ts';
import { must } from '../model/must.ts';
import type { Route } from '../model/kinds.ts';
import { dayInWords } from '../model/time.ts';
import { spokenNames } from '../model/spoken-names.ts';
import type { World } from '../model/world.ts';
import { type OpenedBy, openedBy } from '../rulebook/case/lock-out.ts';

/** A way as its words need it. */
export interface WayToName {
  readonly kind: Route | 'new';
  readonly backup: string | null;
  readonly account: string | null;
}

/** Something that has to be known on a way. */
export interface NeedToName {
  readonly what: PromptId | 'apple-account' | 'linked-account';
  readonly account: string | null;
  readonly known: boolean;
}

/** The words of fates on a way; a phone set up as new has no old one beside it. */
export const wordsRouteOf = ({ kind }: WayToName): Route => (kind === 'new' ? 'icloud' : kind);

interface WayWords {
  readonly short: string;
  readonly name: (backup: string) => string;
  /** How one begins it, once Setup stands at its question where the data shall come from. */
  readonly start: (account: string | null, made: string) => string;
  /** On a phone that has left Setup. */
  readonly inUse: string;
  readonly cites: readonly ReferenceId[];
}

const ERASE_LOCKED = 'Have the phone erased first, from its lock screen or by a computer in recovery mode. ';
const OPEN_FIRST = 'Enter the passcode from before the change, which counts for 72 hours after it. ';
const ERASE_FIRST = 'Erase the phone first: this is offered only in Setup. ';

const WAYS: Readonly<Record<Route | 'new', WayWords>> = {
  icloud: {
    short: 'iCloud',
    name: (backup) => `from ${backup}`,
    start: (account, made) =>
      `In Setup choose to restore from an iCloud backup, sign in with ${account}, and choose the backup of ${made}.`,
    inUse: ERASE_FIRST,
    cites: ['EL-07', 'LS-11', 'LS-12', 'LS-14'],
  },
  computer: {
    short: 'computer',
    name: (backup) => `from ${backup}`,
    start: (_, made) => `Connect the phone to the computer and restore the backup of ${made} there.`,
    inUse: 'Find My has to be off. ',
    cites: ['EL-12', 'LC-02'],
  },
  direct: {
    short: 'direct',
    name: () => 'from phone to phone, straight from the old one',
    start: () =>
      'In Setup hold the old phone beside the new one, let it read the pattern, and enter its passcode on the new one.',
    inUse: ERASE_FIRST,
    cites: ['PP-03', 'PP-04'],
  },
  new: {
    short: 'new',
    name: () => 'set up as new, and let services deliver',
    start: (account) =>
      `In Setup choose to bring nothing over${account === null ? '' : `, and sign in with ${account}`}.`,
    inUse: ERASE_FIRST,
    cites: ['EL-07', 'LS-11', 'LS-24'],
  },
};

/** `A`, `B` … `Z`, `AA`: what a way is called in its table. */
export const wayLetter = (place: number): string =>
  (place >= 26 ? wayLetter(Math.floor(place / 26) - 1) : '') + String.fromCharCode(65 + (place % 26));

const madeOf = ({ backups }: World, id: string | null): string =>
  id === null
    ? ''
    : dayInWords(
        must(
          backups.find((backup) => backup.id === id),
          `the backup ${id}`,
        ).made,
      );

export const wayShort = ({ kind }: Pick<WayToName, 'kind'>): string => WAYS[kind].short;
export const wayName = (world: World, { kind, backup }: WayToName): string =>
  WAYS[kind].name(backup === null ? '' : spokenNames(world).backup(backup));

/** What comes before a way on a device in use. */
const beginAt = (lock: OpenedBy, inUse: string): string =>
  lock === 'open' ? inUse : lock === 'shut' ? ERASE_LOCKED : OPEN_FIRST + inUse;

/** How one begins it, and the facts behind that. */
export function wayStart(
  world: World,
  { kind, backup, account }: WayToName,
): { readonly says: string; readonly cites: readonly ReferenceId[] } {
  const { start, inUse, cites } = WAYS[kind];
  return {
    says:
      (world.device.state !== 'new' ? beginAt(openedBy(world.device), inUse) : '') +
      start(account === null ? null : spokenNames(world).account(account), madeOf(world, backup)),
    cites,
  };
}

export const whyNoWay = (blocked: Block): string => `${BLOCKS[blocked]}.`;

/** What has to be known, in words; `not known` where the world says that nobody does. */
export function needWords(world: World, { what, account, known }: NeedToName): string {
  const whose = account === null ? '' : ` of ${spokenNames(world).account(account)}`;
  const name =
    what === 'apple-account'
      ? account === null
        ? 'the Apple Account password'
        : `the password${whose}`
      : what === 'linked-account'
        ? 'the password of the account that the phone is linked to'
        : NEED_NAMES[what].replace('{whose}', whose);
  return known ? name : `${name} (not known, or not given)`;
}

const NEED_NAMES: Readonly<Record<PromptId, string>> = {
  'account-password': 'the store password{whose}',
  'backup-password': 'the password of the encrypted backup',
  'two-factor-code': 'the code on a trusted device or number',
  'keychain-passcode': 'the passcode of an older device',
  'owner-of-old-phone': 'the face or finger that the old phone knows',
  'old-passcode': 'the passcode of the old phone',
  'find-my-password': 'the Apple Account password, for Find My',
  'app-login': PROMPTS['app-login'].title,
};
