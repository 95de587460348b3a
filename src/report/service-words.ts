import type { ServiceId } from '../model/services.ts';

const SERVICE_WORDS: Readonly<Record<ServiceId, string>> = {
  contacts: 'Contacts',
  calendars: 'Calendars',
  keychain: 'Passwords and Keychain',
  reminders: 'Reminders',
  notes: 'Notes',
  safari: 'Safari',
  home: 'Home',
  health: 'Health',
  journal: 'Journal',
  messages: 'Messages',
  freeform: 'Freeform',
  shortcuts: 'Shortcuts',
  'screen-time': 'Screen Time',
  'voice-memos': 'Voice Memos',
  drive: 'iCloud Drive',
  photos: 'iCloud Photos',
};

/** A service by the name of its switch. */
export const serviceWords = (service: ServiceId): string => SERVICE_WORDS[service];
