/** Longest scenario file in characters. */
export const MAX_FILE_LENGTH = 4_000_000;
/** Longest file of items in characters. */
export const MAX_ITEMS_LENGTH = 64_000_000;
