import type { CategoryId } from '../categories/categories.ts';

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

/** What an iCloud service may keep. */
export const SYNCED = [
  'photos',
  'shared-albums',
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
  'voice-memos',
  'drive-files',
  'passwords',
  'wifi',
  'watch-health',
] as const satisfies readonly CategoryId[];

/** What a computer restore passes over when it asks for app data only. */
export const OUTSIDE_APPS = [
  'app-keychain',
  'photos',
  'messages',
  'contacts',
  'calendars',
  'reminders',
  'notes',
  'safari-bookmarks',
  'safari-history',
  'safari-tabs',
  'call-history',
  'health',
  'home',
  'voice-memos',
  'mail-accounts',
  'drive-files',
  'voicemail',
  'passwords',
  'wifi',
  'certificates',
  'imessage-keys',
  'wallet-passes',
  'voicemail-password',
  'screen-time-passcode',
  'trusted-certificates',
  'device-settings',
  'home-screen',
  'network-settings',
  'bluetooth',
  'watch',
  'watch-health',
  'profiles',
  'managed-settings',
  'keyboard-learning',
  'siri-focus',
  'privacy-permissions',
  'location-permissions',
  'usage-data',
  'shared-system-data',
] as const satisfies readonly CategoryId[];
