import type { CategoryId } from '../rulebook/categories/categories.ts';

/** Kinds of data that people look for in a backup: where its list names none of them, that is told. */
export const LOOKED_FOR: readonly { readonly id: string; readonly category: CategoryId; readonly title: string }[] = [
  { id: 'photos', category: 'photos', title: 'Photos and videos' },
  { id: 'messages', category: 'messages', title: 'Messages' },
  { id: 'contacts', category: 'contacts', title: 'Contacts' },
  { id: 'calendars', category: 'calendars', title: 'Calendars' },
  { id: 'notes', category: 'notes', title: 'Notes' },
  { id: 'call-history', category: 'call-history', title: 'Call history' },
  { id: 'safari-history', category: 'safari-history', title: 'Safari history' },
  { id: 'safari-tabs', category: 'safari-tabs', title: 'Open Safari tabs' },
  { id: 'health', category: 'health', title: 'Health and activity' },
  { id: 'home', category: 'home', title: 'Home and its accessories' },
  { id: 'passwords', category: 'passwords', title: 'Passwords, keys and certificates (keychain)' },
  { id: 'wifi', category: 'wifi', title: 'Known Wi-Fi networks' },
  { id: 'siri-focus', category: 'siri-focus', title: 'Siri’s voice training and Focus' },
  { id: 'voice-memos', category: 'voice-memos', title: 'Voice memos' },
];

/** What no computer backup holds, whatever its list says: there is no file that could be looked for. */
export const IN_NO_BACKUP: readonly CategoryId[] = [
  'app',
  'mail-messages',
  'payment-cards',
  'biometrics',
  'device-passcode',
  'esim',
  'secure-enclave-keys',
];
