import { compareVersions, isVersion } from '../model/version.ts';
import type { DeviceKind, Edition } from '../model/kinds.ts';
import { UNKNOWN } from '../rulebook/facts/fact.ts';
import type { Plain } from './scenario.ts';

/** What a device and a backup are where a scenario does not say. */
export interface Start {
  readonly today: string;
  readonly device: Readonly<Record<string, string>>;
  readonly backup: Readonly<Record<string, string>>;
}

/**
 * The documented starting worlds: what a scenario does not say is taken from here, by edition.
 * A new phone, one account, no iCloud service switched on, power and Wi-Fi there, nothing managed.
 */
export const STARTING_WORLDS: Readonly<Record<Edition, Start>> = {
  ios7: {
    today: '2014-03-01',
    device: { model: 'iPhone 5s', ios: '7.1' },
    backup: { model: 'iPhone 5', ios: '7.0.6' },
  },
  ios8: {
    today: '2015-03-01',
    device: { model: 'iPhone 6', ios: '8.4.1' },
    backup: { model: 'iPhone 5s', ios: '8.4' },
  },
  modern: {
    today: '2026-03-01',
    device: { model: 'iPhone 16', ios: '18.3' },
    backup: { model: 'iPhone 13', ios: '18.3' },
  },
};

/** Where a device is no iPhone: what it is called, and its model where no scenario says. Two that differ, as above. */
const OTHER_KINDS: Readonly<
  Partial<Record<DeviceKind, Readonly<Record<'device' | 'backup', Record<string, string>>>>>
> = {
  ipad: { device: { name: 'new iPad', model: 'iPad' }, backup: { device: 'old iPad', model: 'older iPad' } },
  ipod: {
    device: { name: 'new iPod touch', model: 'iPod touch' },
    backup: { device: 'old iPod touch', model: 'older iPod touch' },
  },
};

/** EE-26: from this iOS on reports differ on whether the protection is on without anybody's doing. */
const PROTECTED_UNASKED = '26.4';

export function startOfDevice({ device }: Start, { kind, ios }: Plain): Readonly<Record<string, string>> {
  const isOpen = typeof ios === 'string' && isVersion(ios) && compareVersions(ios, PROTECTED_UNASKED) >= 0;
  return { ...device, ...otherKind(kind)?.device, ...(isOpen ? { stolenDeviceProtection: UNKNOWN } : {}) };
}
export const startOfBackup = ({ backup }: Start, kind: unknown): Readonly<Record<string, string>> => ({
  ...backup,
  ...otherKind(kind)?.backup,
});

/**
 * What is so of a backup of the very device that is restored, where nobody says else: its model, kind and iOS are those
 * of the device.
 */
export function ofItsOwnDevice({ device }: Plain, { name, model, kind, ios }: Plain): Plain {
  if (device === undefined || device !== name) return {};
  const known: readonly (readonly [string, unknown])[] = [
    ['model', model],
    ['deviceKind', kind],
    ['ios', ios],
  ];
  return Object.fromEntries(known.filter(([, value]) => value !== undefined));
}

const otherKind = (kind: unknown) =>
  typeof kind === 'string' && Object.hasOwn(OTHER_KINDS, kind) ? OTHER_KINDS[kind as DeviceKind] : undefined;
