import type { DeviceKind, Edition } from '../model/world.ts';

interface StartingWorld {
  readonly today: string;
  /** The iOS of the device, and of a backup. */
  readonly ios: { readonly device: string; readonly backup: string };
  /** For each kind of device the one that is restored, and the one that made a backup. */
  readonly models: Readonly<Record<DeviceKind, { readonly device: string; readonly backup: string }>>;
}

/**
 * The documented starting worlds: what a scenario does not say is taken from here, by edition and kind of device.
 * A new phone, one account, no iCloud service switched on, power and Wi-Fi there, nothing managed.
 */
export const STARTING_WORLDS: Readonly<Record<Edition, StartingWorld>> = {
  ios7: {
    today: '2014-03-01',
    ios: { device: '7.1', backup: '7.0.6' },
    models: {
      iphone: { device: 'iPhone 5s', backup: 'iPhone 5' },
      ipad: { device: 'iPad Air', backup: 'iPad 4' },
      ipod: { device: 'iPod touch 5', backup: 'iPod touch 5' },
    },
  },
  ios8: {
    today: '2015-03-01',
    ios: { device: '8.4.1', backup: '8.4' },
    models: {
      iphone: { device: 'iPhone 6', backup: 'iPhone 5s' },
      ipad: { device: 'iPad Air 2', backup: 'iPad Air' },
      ipod: { device: 'iPod touch 6', backup: 'iPod touch 5' },
    },
  },
  modern: {
    today: '2026-03-01',
    ios: { device: '18.3', backup: '18.3' },
    models: {
      iphone: { device: 'iPhone 16', backup: 'iPhone 13' },
      ipad: { device: 'iPad Air 11', backup: 'iPad 9' },
      ipod: { device: 'iPod touch 7', backup: 'iPod touch 7' },
    },
  },
};

/** What people call a device of each kind; a device and a backup without a name are the new one and the old one. */
const NAMES: Readonly<Record<DeviceKind, string>> = { iphone: 'iPhone', ipad: 'iPad', ipod: 'iPod touch' };

const isKind = (kind: unknown): kind is DeviceKind => typeof kind === 'string' && Object.hasOwn(NAMES, kind);
/** A word that is none is complained of where it is read; until then it counts as not said. */
const kindOf = (kind: unknown): DeviceKind => (isKind(kind) ? kind : 'iphone');

export const startingDevice = (edition: Edition, kind: unknown): Readonly<Record<string, string>> => ({
  name: `new ${NAMES[kindOf(kind)]}`,
  model: STARTING_WORLDS[edition].models[kindOf(kind)].device,
  ios: STARTING_WORLDS[edition].ios.device,
});

export const startingBackup = (edition: Edition, kind: unknown): Readonly<Record<string, string>> => ({
  device: `old ${NAMES[kindOf(kind)]}`,
  model: STARTING_WORLDS[edition].models[kindOf(kind)].backup,
  ios: STARTING_WORLDS[edition].ios.backup,
});
