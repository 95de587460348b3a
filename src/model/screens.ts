import type { Route } from './kinds.ts';

/** What a screen of the phone is; what it shows is told by the rooms that show it. */
interface ScreenRow {
  /** A sheet lies over the screen that is there. */
  readonly layer: 'screen' | 'sheet';
  /** The Home Screen, from which Settings can be opened. */
  readonly home?: true;
  readonly dark?: true;
  /** With a computer it is a window there, and the phone only waits. */
  readonly ofComputer?: true;
  /** A story tells the prompt or alert on it in the notice's own words, so that the screen needs none. */
  readonly toldBy?: 'its notice';
}

/** Every screen that a state of a machine can show. */
export const SCREENS = {
  home: { layer: 'screen' },
  'locked-out': { layer: 'screen' },
  'find-my': { layer: 'screen', toldBy: 'its notice' },
  'security-delay': { layer: 'screen', toldBy: 'its notice' },
  erasing: { layer: 'screen' },
  hello: { layer: 'screen', dark: true },
  wifi: { layer: 'screen' },
  activating: { layer: 'screen' },
  'activation-lock': { layer: 'screen', toldBy: 'its notice' },
  passcode: { layer: 'screen' },
  'apps-and-data': { layer: 'screen' },
  'setup-goes-on': { layer: 'screen' },
  'remote-management': { layer: 'screen' },
  enrolling: { layer: 'screen' },
  'quick-start': { layer: 'screen' },
  'owner-of-old-phone': { layer: 'screen', toldBy: 'its notice' },
  'old-passcode': { layer: 'screen', toldBy: 'its notice' },
  'needs-update': { layer: 'screen', toldBy: 'its notice' },
  'esim-transfer': { layer: 'screen' },
  'watch-question': { layer: 'screen' },
  'sign-in': { layer: 'screen' },
  'two-factor': { layer: 'screen', toldBy: 'its notice' },
  'backup-list-loading': { layer: 'screen', ofComputer: true },
  'backup-list': { layer: 'screen', ofComputer: true },
  'backup-password': { layer: 'screen', ofComputer: true, toldBy: 'its notice' },
  updating: { layer: 'screen' },
  'needs-power': { layer: 'screen' },
  'needs-wifi': { layer: 'screen' },
  'needs-space': { layer: 'screen' },
  restoring: { layer: 'screen' },
  'restoring-paused': { layer: 'screen' },
  'restoring-frozen': { layer: 'screen' },
  'restart-awaited': { layer: 'screen' },
  restarting: { layer: 'screen', dark: true },
  'home-restoring': { layer: 'screen', home: true, dark: true },
  'home-paused': { layer: 'screen', home: true, dark: true },
  'home-new': { layer: 'screen', home: true, dark: true },
  'home-frozen': { layer: 'screen', home: true, dark: true },
  'home-done': { layer: 'screen', home: true, dark: true },
  'store-password': { layer: 'sheet', toldBy: 'its notice' },
  'keychain-passcode': { layer: 'sheet', toldBy: 'its notice' },
  failed: { layer: 'screen' },
} as const satisfies Readonly<Record<string, ScreenRow>>;

export type ScreenId = keyof typeof SCREENS;
export type SheetId = {
  [S in ScreenId]: (typeof SCREENS)[S]['layer'] extends 'sheet' ? S : never;
}[ScreenId];
/** A screen that fills the phone. */
export type FullScreenId = Exclude<ScreenId, SheetId>;

const ROWS: Readonly<Record<ScreenId, ScreenRow>> = SCREENS;
export const screenRow = (id: ScreenId): ScreenRow => ROWS[id];
/** Whether the customer reads it on the computer. */
export const isOnComputer = (id: ScreenId, route: Route): boolean =>
  route === 'computer' && ROWS[id].ofComputer === true;
export const isSheet = (id: ScreenId): id is SheetId => ROWS[id].layer === 'sheet';
