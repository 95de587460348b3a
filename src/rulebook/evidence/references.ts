import type { SourceKey } from './sources.ts';
import { COMPUTER_BACKUP } from './references/computer-backup.ts';
import { ELIGIBILITY } from './references/eligibility.ts';
import { ICLOUD_BACKUP } from './references/icloud-backup.ts';
import { KEYCHAIN } from './references/keychain.ts';
import { LIFECYCLE } from './references/lifecycle.ts';
import { MANAGEMENT } from './references/management.ts';
import { DIRECT_MOVE } from './references/direct-move.ts';
import { TARGET } from './references/target.ts';
import { ACCOUNT } from './references/account.ts';
import { KINDS_OF_BACKUP } from './references/kinds-of-backup.ts';
import { APP_PARTS } from './references/app-parts.ts';
import { ORGANISATION } from './references/organisation.ts';
import { TOOLS } from './references/tools.ts';
import { VERSIONS } from './references/versions.ts';
import { CONTENTS } from './references/contents.ts';
import { WEIGHED } from './references/weighed.ts';
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
  ...DIRECT_MOVE,
  ...TARGET,
  ...ACCOUNT,
  ...KINDS_OF_BACKUP,
  ...APP_PARTS,
  ...ORGANISATION,
  ...TOOLS,
  ...VERSIONS,
  ...CONTENTS,
  ...WEIGHED,
} as const satisfies Record<string, Reference>;

export type ReferenceId = keyof typeof REFERENCES;
