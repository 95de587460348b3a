/** What the key bag of a backup says of passwords and codes, in words. */
export const KEYCHAIN_WORDS = {
  moves: 'By its key bag, passwords and codes open on another device too, with the password of the backup.',
  stays: 'By its key bag, passwords and codes open only on the device that made it.',
} as const;
