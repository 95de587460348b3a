import type { Condition } from '../../insight/what-if/condition.ts';
import { formatBytes } from '../../model/bytes.ts';

/**
 * Words of values that files write with hyphens or short. What a person named (devices, accounts, backups) is left
 * as it is.
 */
const WORDS: Readonly<Record<string, string>> = {
  iphone: 'iPhone',
  ipad: 'iPad',
  ipod: 'iPod touch',
  icloud: 'iCloud',
  computer: 'Computer',
  new: 'New',
  'in-use': 'In use',
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
  'prevent-backup': 'Kept out of backups',
  'remove-with-profile': 'Goes with its profile',
  'assigned-to-user': 'Assigned to the person',
  'assigned-to-device': 'Assigned to a device',
  migratory: 'May travel',
  'this-device-only': 'This device only',
  'when-passcode-set': 'While a passcode is set',
  'secure-enclave': 'Secure Enclave',
  'user-presence': 'With the person present',
  unreadable: 'Unreadable',
  'security-state': 'Tied to security state',
  any: 'On any device',
  'iphone-only': 'iPhone only',
  'ipad-only': 'iPad only',
  'the newest': 'The newest',
  yes: 'Yes',
  no: 'No',
};
/** Paths whose last step names values that are no words of ours. */
const NAMED = /^(device\.(name|model|ios)|script\.(account|backup)|services\.account|backups\..*\.made)$/;
const MAX_LENGTH = 120;

/** A value as a person reads it. */
export function valueWords({ path }: Pick<Condition, 'path'>, value: string): string {
  if (path === 'newBackup')
    return { none: 'As they are', computer: 'Encrypted, on a computer', icloud: 'In iCloud' }[value] ?? value;
  if (/(^device\.free|\.room)$/.test(path)) return formatBytes(Number(value));
  if (NAMED.test(path) && value !== 'the newest') return value.slice(0, MAX_LENGTH);
  return (Object.hasOwn(WORDS, value) ? WORDS[value] : undefined) ?? value.slice(0, MAX_LENGTH);
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
  ['waited', 'as stated', true],
  ['tapped', 'never', true],
];
const STATED: Readonly<Record<string, string>> = { 'script.connection': 'breaks off', 'script.end': 'not to the end' };

export interface SwitchWords {
  readonly on: string;
  readonly off: string;
  /** The word of the present value, or nothing when the switch says enough. */
  readonly wordOf: (value: string) => string | null;
}

/** How a condition of two values is a switch; `undefined` when its values are no such pair. */
export function switchOf({ path, choices }: Condition): SwitchWords | undefined {
  const values = choices.map(({ value }) => value);
  const pair =
    values.length === 2 ? SWITCHES.find(([on, off]) => values.includes(on) && values.includes(off)) : undefined;
  if (!pair) return undefined;
  const [on, off, saysMore] = pair;
  return { on, off, wordOf: (value) => (saysMore ? (value === 'as stated' ? (STATED[path] ?? value) : value) : null) };
}
