import { CATEGORIES, CATEGORY_IDS, type CategoryId } from '../categories/categories.ts';

/** What only the store delivers. */
export const STORE = ['app', 'music', 'films', 'tv', 'books'] as const satisfies readonly CategoryId[];

/** What apps write for themselves. */
export const APP_DATA = ['app-data', 'app-group-data', 'app-extension'] as const satisfies readonly CategoryId[];

/** The same with the codes that apps keep in the keychain. */
export const APP_DATA_AND_CODES = [
  'app-data',
  'app-group-data',
  'app-extension',
  'app-keychain',
] as const satisfies readonly CategoryId[];

/** Apps with all that belongs to them. */
export const APPS_AND_DATA = [
  'app',
  'app-data',
  'app-group-data',
  'app-extension',
  'app-keychain',
] as const satisfies readonly CategoryId[];

/** What an organisation’s service sets up on a phone. */
export const BY_THE_SERVICE = ['enrolment', 'profiles', 'managed-settings'] as const satisfies readonly CategoryId[];

/** What an iCloud service may keep. */
export const SYNCED = [
  'photos',
  'shared-albums',
  'shared-library',
  'messages',
  'contacts',
  'calendars',
  'reminders',
  'notes',
  'safari-bookmarks',
  'safari-history',
  'safari-tabs',
  'health',
  'home',
  'journal',
  'freeform',
  'shortcuts',
  'voice-memos',
  'drive-files',
  'passwords',
  'wifi',
  'watch-health',
  'screen-time-passcode',
  'app-keychain',
] as const satisfies readonly CategoryId[];

/** The same without what a Managed Apple Account keeps in no case. */
export const OF_MANAGED_ACCOUNTS = SYNCED.filter((id) => id !== 'health' && id !== 'watch-health');

/** What iCloud Keychain keeps. */
export const OF_THE_KEYCHAIN = ['passwords', 'wifi', 'app-keychain'] as const satisfies readonly CategoryId[];

/** What iCloud encrypts from end to end beside the keychain, by standard. */
export const SEALED = [
  'messages',
  'safari-history',
  'safari-tabs',
  'health',
  'watch-health',
  'home',
  'screen-time-passcode',
  'journal',
] as const satisfies readonly CategoryId[];

/** The same with what Advanced Data Protection adds. */
export const SEALABLE = [
  ...SEALED,
  'freeform',
  'shortcuts',
  'photos',
  'shared-albums',
  'reminders',
  'notes',
  'safari-bookmarks',
  'voice-memos',
  'drive-files',
] as const satisfies readonly CategoryId[];

/** What may lie in files of which the file list of iOS says how they are put back. */
export const PUT_BACK = [
  'device-settings',
  'home-screen',
  'network-settings',
  'usage-data',
  'keyboard-learning',
  'calendars',
  'voicemail',
  'mail-accounts',
  'wallet-passes',
  'safari-bookmarks',
  'bluetooth',
  'trusted-certificates',
  'location-permissions',
  'shared-system-data',
  'unclassified',
] as const satisfies readonly CategoryId[];

/** What a computer restore passes over when it asks for app data only: all else that a computer backup can hold. */
export const OUTSIDE_APPS = CATEGORY_IDS.filter((id) => !CATEGORIES[id].ofApps && CATEGORIES[id].computer !== 'never');
