export const COPY_KINDS = [
  'own-backup',
  'own-transfer',
  'recently-deleted',
  'other-device',
  'computer-library',
  'web',
  'photo-service',
  'older-backup',
  'recovery-tool',
] as const;
export type CopyKind = (typeof COPY_KINDS)[number];
/** A backup that the app makes itself, and its own way of moving from phone to phone: copies with conditions. */
export const OWN_WAYS = ['own-backup', 'own-transfer'] as const satisfies readonly CopyKind[];
