import type { Edition } from '../model/world.ts';

/**
 * The documented starting worlds: what a scenario does not say is taken from here, by edition.
 * A new phone, one account, no iCloud service switched on, power and Wi-Fi there, nothing managed.
 */
export const STARTING_WORLDS: Readonly<
  Record<
    Edition,
    { readonly today: string; readonly device: Record<string, string>; readonly backup: Record<string, string> }
  >
> = {
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
