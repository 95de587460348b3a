import { formatBytes } from '../../model/bytes.ts';
import { DEVICE_KIND_NAMES } from '../../model/kinds.ts';
import { accountInWords } from '../../model/account-names.ts';
import type { Control } from './condition.ts';

/** What the values of a condition are: words of ours, names that somebody gave, or sizes. */
export type ValueKind = 'words' | 'names' | 'sizes';

/** Words of values that files write with hyphens or short. */
const WORDS: Readonly<Record<string, string>> = {
  ...DEVICE_KIND_NAMES,
  icloud: 'iCloud',
  computer: 'Computer',
  direct: 'The old phone',
  new: 'New',
  'in-use': 'In use',
  'set-up': 'Set up, with nothing of before on it',
  same: 'Same',
  other: 'Other',
  none: 'None',
  off: 'Off',
  on: 'On',
  'password-known': 'Password known',
  'password-forgotten': 'Password forgotten',
  'code-arrives': 'Code arrives',
  'code-cannot-arrive': 'No code arrives',
  fast: 'Fast',
  usual: 'Usual',
  slow: 'Slow',
  everywhere: 'Everywhere',
  familiar: 'Familiar',
  unfamiliar: 'Unfamiliar',
  works: 'Works',
  fails: 'Fails',
  home: 'Home',
  abroad: 'Abroad',
  unknown: 'Not known',
  ordinary: 'Ordinary',
  server: 'Kept on its server',
  'own-cloud': 'A backup of its own',
  'excludes-itself': 'Leaves itself out',
  'bound-to-device': 'Bound to one device',
  'same-model': 'Same model only',
  available: 'Available',
  withdrawn: 'Withdrawn',
  refunded: 'Refunded',
  'other-region': 'Other region',
  'not-shared': 'No longer shared by the family',
  'test-build': 'A build for testing',
  never: 'Never there',
  'prevent-backup': 'Kept out of backups',
  'remove-with-profile': 'Goes with its profile',
  'assigned-to-user': 'Assigned to the person',
  'assigned-to-device': 'Assigned to a device',
  migratory: 'May travel',
  'this-device-only': 'This device only',
  'when-passcode-set': 'While a passcode is set',
  'secure-enclave': 'In the Secure Enclave',
  'user-presence': 'With the person present',
  unreadable: 'Unreadable',
  'security-state': 'Tied to security state',
  any: 'On any device',
  'iphone-only': 'iPhone only',
  'ipad-only': 'iPad only',
  yes: 'Yes',
  no: 'No',
};

/** A value as a person reads it. What a person named (devices, accounts, backups) is left as it is. */
export function wordsOfValue(kind: ValueKind, value: string): string {
  switch (kind) {
    case 'names':
      return accountInWords(value);
    case 'sizes':
      return formatBytes(Number(value));
    case 'words':
      return (Object.hasOwn(WORDS, value) ? WORDS[value] : undefined) ?? value;
  }
}

/** Pairs that make a switch, on first; the words stand beside it where on and off alone would not say enough. */
const SWITCHES: readonly (readonly [on: string, off: string, saysMore: boolean])[] = [
  ['yes', 'no', false],
  ['on', 'off', false],
  ['known', 'forgotten', true],
  ['allowed', 'forbidden', true],
  ['available', 'lost', true],
  ['answered', 'skipped', true],
  ['given', 'skipped', true],
  ['done', 'not yet', true],
  ['kept', 'deleted', true],
  ['kept', 'as stated', true],
  ['restarted', 'as stated', true],
  ['empty', 'left-over', true],
  ['waited', 'as stated', true],
  ['tapped', 'never', true],
];

/** Two values that are on and off are a switch. */
export function controlOf(values: readonly string[]): Control {
  const pair =
    values.length === 2 ? SWITCHES.find(([on, off]) => values.includes(on) && values.includes(off)) : undefined;
  return pair ? { kind: 'switch', on: pair[0], off: pair[1], saysMore: pair[2] } : { kind: 'choices' };
}
