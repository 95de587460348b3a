import { ARRIVAL_RULES } from './rules/arrivals.rules.ts';
import { CAPTURE_RULES } from './rules/capture.rules.ts';
import { DEVICE_RULES } from './rules/device.rules.ts';
import { DOWNLOAD_RULES } from './rules/download.rules.ts';
import { ERASE_RULES } from './rules/erase.rules.ts';
import { KEYCHAIN_RULES } from './rules/keychain.rules.ts';
import { LISTING_RULES } from './rules/listing.rules.ts';
import { MANAGED_RULES } from './rules/managed.rules.ts';
import { NEVER_RULES } from './rules/never.rules.ts';
import { PLACEMENT_RULES } from './rules/placement.rules.ts';
import { SERVICE_RULES } from './rules/services.rules.ts';
import { SIGN_IN_RULES } from './rules/sign-in.rules.ts';
import { SYNC_RULES } from './rules/sync.rules.ts';
import type { Rule } from './rule.ts';

const ALL = {
  ...CAPTURE_RULES,
  ...SERVICE_RULES,
  ...NEVER_RULES,
  ...LISTING_RULES,
  ...ERASE_RULES,
  ...SIGN_IN_RULES,
  ...DEVICE_RULES,
  ...KEYCHAIN_RULES,
  ...MANAGED_RULES,
  ...PLACEMENT_RULES,
  ...DOWNLOAD_RULES,
  ...SYNC_RULES,
  ...ARRIVAL_RULES,
};

export type RuleId = keyof typeof ALL;

/** The rule book. Within a gate the first row that holds decides, so the order counts. */
export const RULES: Readonly<Record<RuleId, Rule>> = ALL;
