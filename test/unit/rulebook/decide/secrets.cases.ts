import { type Case, both, encrypted, item, same, situation } from './case.ts';

/** What a key, a passcode or the password of a backup keeps shut. */
export const CASES_OF_SECRETS: readonly Case[] = [
  {
    when: 'passwords from an iCloud backup reach another iPhone',
    category: 'passwords',
    rule: 'keychain/locked-to-the-old-device',
    outcome: 'excluded',
  },
  { when: 'passwords from an iCloud backup reach the same iPhone', category: 'passwords', world: same, rule: null },
  {
    when: 'passwords lie in a computer backup without a password',
    category: 'passwords',
    route: 'computer',
    rule: 'keychain/locked-without-a-backup-password',
  },
  {
    when: 'passwords lie in an encrypted computer backup',
    category: 'passwords',
    route: 'computer',
    world: encrypted,
    rule: null,
  },
  {
    when: 'a code for one device only lies in an encrypted computer backup',
    category: 'app-keychain',
    route: 'computer',
    world: both(encrypted, item({ protection: 'this-device-only' })),
    rule: 'keychain/this-device-only',
  },
  {
    when: 'a secret needs a passcode, on the very same device',
    category: 'app-keychain',
    world: both(same, item({ protection: 'when-passcode-set' })),
    rule: 'keychain/when-passcode-set',
    outcome: 'never-in-backup',
  },
  {
    when: 'nobody knows how a code is protected',
    category: 'app-keychain',
    world: both(same, item({ protection: 'unknown' })),
    rule: 'keychain/when-passcode-set',
    outcome: 'unknown',
    missing: 'item.protection',
  },
  {
    when: 'the passcode was removed since the backup',
    category: 'app-data',
    world: both(same, item({ protection: 'security-state' }), situation({ passcode: false })),
    rule: 'device/security-state-changed',
  },
  {
    when: 'health lies in a computer backup without a password',
    category: 'health',
    route: 'computer',
    rule: 'encryption/unencrypted-computer-backup',
    outcome: 'never-in-backup',
  },
  {
    when: 'health lies in an encrypted computer backup',
    category: 'health',
    route: 'computer',
    world: encrypted,
    rule: null,
  },
  {
    when: 'nobody knows whether the computer backup is encrypted',
    category: 'wifi',
    route: 'computer',
    world: (d) => void (d.backup['encrypted'] = 'unknown'),
    rule: 'encryption/unencrypted-computer-backup',
    outcome: 'unknown',
    missing: 'backup.encrypted',
  },
  {
    when: 'calls, from before Apple named them, lie in a plain backup',
    category: 'call-history',
    edition: 'ios8',
    route: 'computer',
    rule: null,
  },
];
