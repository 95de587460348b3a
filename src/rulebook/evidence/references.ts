import type { SourceKey } from './sources.ts';
import { COMPUTER_BACKUP } from './references/computer-backup.ts';
import { ELIGIBILITY } from './references/eligibility.ts';
import { ICLOUD_BACKUP } from './references/icloud-backup.ts';
import { KEYCHAIN } from './references/keychain.ts';
import { LIFECYCLE } from './references/lifecycle.ts';
import { MANAGEMENT } from './references/management.ts';
import { SYNC } from './references/sync.ts';

/** One fact that a rule may rest on, in our own words, with the places that say so. */
export interface Reference {
  readonly says: string;
  readonly sources: readonly SourceKey[];
}

/** Every fact by its id. Ids are stable: rules, scenarios and reports name them. */
export const REFERENCES = {
  ...ICLOUD_BACKUP,
  ...COMPUTER_BACKUP,
  ...KEYCHAIN,
  ...ELIGIBILITY,
  ...MANAGEMENT,
  ...SYNC,
  ...LIFECYCLE,
} as const satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof REFERENCES;
