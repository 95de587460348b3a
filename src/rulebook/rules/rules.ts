import { ACCOUNT_PHONE_RULES, ACCOUNT_SYNC_RULES } from './account.rules.ts';
import { ACT_RULES } from './acts.rules.ts';
import { ARRIVAL_RULES } from './arrivals.rules.ts';
import { BACKUP_KIND_RULES } from './backup-kinds.rules.ts';
import { CAPTURE_RULES } from './capture.rules.ts';
import { DEVICE_RULES } from './device.rules.ts';
import { DIRECT_COURSE_RULES } from './direct-course.rules.ts';
import { DIRECT_RULES } from './direct.rules.ts';
import { DOWNLOAD_RULES } from './download.rules.ts';
import { ENROLMENT_CAPTURE_RULES, ENROLMENT_RULES, ENROLMENT_SERVICE_RULES } from './enrolment.rules.ts';
import { ENROLMENT_PHONE_RULES } from './enrolment-phone.rules.ts';
import { ERASE_RULES } from './erase.rules.ts';
import { FAILING_RULES } from './failing.rules.ts';
import { INSTALLING_RULES } from './installing.rules.ts';
import { KEYCHAIN_RULES } from './keychain.rules.ts';
import { LEFT_EARLY_RULES } from './left-early.rules.ts';
import { LISTED_RULES, PUT_BACK_RULES } from './listed.rules.ts';
import { LISTING_RULES } from './listing.rules.ts';
import { MADE_ANEW_RULES } from './made-anew.rules.ts';
import { MANAGED_RULES } from './managed.rules.ts';
import { NEVER_RULES } from './never.rules.ts';
import { OWN_WAY_RULES } from './own-ways.rules.ts';
import { PHONE_RULES } from './phone.rules.ts';
import { PLACEMENT_RULES } from './placement.rules.ts';
import { SEALED_SERVICE_RULES } from './sealed-services.rules.ts';
import { SERVICE_RULES } from './services.rules.ts';
import { SIGN_IN_RULES } from './sign-in.rules.ts';
import { STORE_RULES } from './store.rules.ts';
import { SYNC_RULES } from './sync.rules.ts';
import { TOOL_RULES } from './tools.rules.ts';
import type { Rule } from '../tables/rule.ts';

const ALL = {
  ...ENROLMENT_CAPTURE_RULES,
  ...ENROLMENT_SERVICE_RULES,
  ...ENROLMENT_PHONE_RULES,
  ...ACCOUNT_PHONE_RULES,
  ...ACT_RULES,
  ...FAILING_RULES,
  ...BACKUP_KIND_RULES,
  ...TOOL_RULES,
  ...CAPTURE_RULES,
  ...SERVICE_RULES,
  ...SEALED_SERVICE_RULES,
  ...NEVER_RULES,
  ...LISTED_RULES,
  ...LISTING_RULES,
  ...MADE_ANEW_RULES,
  ...ERASE_RULES,
  ...LEFT_EARLY_RULES,
  ...SIGN_IN_RULES,
  ...DEVICE_RULES,
  ...KEYCHAIN_RULES,
  ...PUT_BACK_RULES,
  ...ENROLMENT_RULES,
  ...MANAGED_RULES,
  ...PLACEMENT_RULES,
  ...STORE_RULES,
  ...INSTALLING_RULES,
  ...DOWNLOAD_RULES,
  ...ACCOUNT_SYNC_RULES,
  ...SYNC_RULES,
  ...ARRIVAL_RULES,
  ...OWN_WAY_RULES,
  ...PHONE_RULES,
  ...DIRECT_COURSE_RULES,
  ...DIRECT_RULES,
};

export type RuleId = keyof typeof ALL;

/** Names under which older scenario files know a rule. */
export const FORMER_RULE_NAMES: Readonly<Record<string, RuleId>> = {
  'placement/find-my': 'erase/find-my-at-the-computer',
};

/**
 * The rule book. Within a gate the first row that holds decides. Where that settles the outcome, the row names in
 * `before` the rows that it stands before, and a test finds every such pair. Among rows of one outcome the order only
 * settles which reason is told first; the others are told as reasons behind it.
 */
export const RULES: Readonly<Record<RuleId, Rule>> = ALL;

/** The rules that speak of a copy that the app keeps by itself. */
export const OWN_WAY_IDS: readonly string[] = Object.keys(OWN_WAY_RULES);
export const ACCOUNT_LEFT_IDS: readonly string[] = Object.keys(ACCOUNT_PHONE_RULES);
