/** The lists of a world whose parts a person can add and take away. */
export const PART_LISTS = ['items', 'backups', 'accounts', 'copies'] as const;
export type PartList = (typeof PART_LISTS)[number];
