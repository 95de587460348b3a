import { ACCOUNT_LEFT_IDS } from './rules.ts';

/** Whether a rule speaks of what leaves the device with its account. */
export const isOfAccountLeft = (rule: string | null): boolean => rule !== null && ACCOUNT_LEFT_IDS.includes(rule);
