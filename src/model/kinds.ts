/** The words by which stories differ as a whole. */

export const EDITIONS = ['ios7', 'ios8', 'modern'] as const;
export const ROUTES = ['icloud', 'computer', 'direct'] as const;
/** The ways that need a backup; the third takes the data from the old phone itself. */
export const BACKUP_ROUTES = ['icloud', 'computer'] as const satisfies readonly (typeof ROUTES)[number][];
export const DEVICE_KINDS = ['iphone', 'ipad', 'ipod'] as const;
export type DeviceKind = (typeof DEVICE_KINDS)[number];
/** Whether one is an iPad and the other is none. */
export const areTabletAndPhone = (a: DeviceKind, b: DeviceKind): boolean => (a === 'ipad') !== (b === 'ipad');
/** CT-27: nothing but an iPhone is paired with an Apple Watch. */
export const pairsAWatch = (kind: DeviceKind): boolean => kind === 'iphone';
export const DEVICE_KIND_NAMES: Readonly<Record<DeviceKind, string>> = {
  iphone: 'iPhone',
  ipad: 'iPad',
  ipod: 'iPod touch',
};
export type Edition = (typeof EDITIONS)[number];
export type Route = (typeof ROUTES)[number];

/** What a backup says of management when no service managed the device that day. */
export const NO_SERVICE = 'none';
