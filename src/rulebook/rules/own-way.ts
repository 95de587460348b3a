import { OWN_WAY_IDS } from './rules.ts';

/** Whether a rule speaks of a copy that the app keeps by itself, and not of one in iCloud. */
export const isOfOwnWay = (rule: string | null): boolean => rule !== null && OWN_WAY_IDS.includes(rule);
