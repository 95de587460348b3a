import { compareVersions } from './version.ts';

/** When only the person’s own devices hold the keys: by standard, with Advanced Data Protection, or never. */
export type EndToEnd = 'always' | 'advanced' | 'never';
export interface ServiceRow {
  readonly endToEnd: EndToEnd;
  /** Whether a Managed Apple Account can keep it, where its organisation allows. `unknown`: no source says. */
  readonly managed: 'yes' | 'no' | 'unknown';
  /** The first iOS that has it (facts IC-12, VS-12, VS-13, EE-11, CT-26); `null` where no source was found. */
  readonly since: string | null;
  /** The first iOS under which it is encrypted so, where it had been kept otherwise before (EE-10). */
  readonly sealedSince?: string;
}

/** iCloud services that keep a copy of their own. */
export const SERVICES = {
  contacts: { endToEnd: 'never', managed: 'yes', since: null },
  calendars: { endToEnd: 'never', managed: 'yes', since: null },
  keychain: { endToEnd: 'always', managed: 'yes', since: null },
  reminders: { endToEnd: 'advanced', managed: 'yes', since: null },
  notes: { endToEnd: 'advanced', managed: 'yes', since: null },
  safari: { endToEnd: 'advanced', managed: 'unknown', since: null },
  home: { endToEnd: 'always', managed: 'unknown', since: null, sealedSince: '16.2' },
  health: { endToEnd: 'always', managed: 'no', since: '11' },
  journal: { endToEnd: 'always', managed: 'unknown', since: '17.2' },
  messages: { endToEnd: 'always', managed: 'yes', since: '11.4' },
  freeform: { endToEnd: 'advanced', managed: 'unknown', since: '16.2' },
  shortcuts: { endToEnd: 'advanced', managed: 'unknown', since: '13' },
  'voice-memos': { endToEnd: 'advanced', managed: 'unknown', since: '12' },
  drive: { endToEnd: 'advanced', managed: 'yes', since: null },
  // iCloud Photos came with iOS 8 (C11), but shared albums are older: their rules name the editions.
  photos: { endToEnd: 'advanced', managed: 'unknown', since: null },
  'screen-time': { endToEnd: 'always', managed: 'unknown', since: null },
} as const satisfies Readonly<Record<string, ServiceRow>>;
export type ServiceId = keyof typeof SERVICES;
export const SERVICE_IDS = Object.keys(SERVICES) as readonly ServiceId[];

/** Whether an iOS has a service at all: nothing can be kept in one that came later. */
export function hasService(ios: string, name: ServiceId): boolean {
  const { since } = SERVICES[name];
  return since === null || compareVersions(ios, since) >= 0;
}
