import type { CardId } from '../../intake/question.ts';

/** What belongs to no part of the world. */
export const WHOLE_CASE: readonly string[] = ['edition', 'world.today'];

/** Groups of the schema, by the card on which their fields stand behind “More about …”. */
export const MORE_GROUPS = {
  phones: ['world.device', 'world.oldPhone', 'whole case'],
  backups: ['world.backups[]', 'world.computer'],
  items: ['world.items[]', 'world.copies[]'],
  switches: ['world.services'],
  accounts: ['world.accounts[]', 'world.organisation'],
  course: ['world.surroundings'],
} as const satisfies Readonly<Record<CardId, readonly string[]>>;
export type MoreGroup = (typeof MORE_GROUPS)[CardId][number];

/** Names of accounts to choose from: nobody has to type one, and no real name is needed. */
export const OTHER_ACCOUNTS = ['partner', 'child', 'parent', 'work', 'earlier'] as const;
