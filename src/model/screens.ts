/** What a screen of the phone is; what it shows is told by the rooms that show it. */
interface ScreenRow {
  /** A sheet lies over the screen that is there. */
  readonly layer: 'screen' | 'sheet';
  /** What the customer gathers from it about a restore. */
  readonly tells: 'nothing' | 'a restore at work' | 'a restore that is over';
  /** The Home Screen, from which Settings can be opened. */
  readonly home?: true;
  readonly dark?: true;
  /** A story tells the prompt or alert on it in the notice's own words, so that the screen needs none. */
  readonly toldBy?: 'its notice';
}

/** Every screen that a state of a machine can show. */
export const SCREENS = {
  home: { layer: 'screen', tells: 'nothing' },
  'find-my': { layer: 'screen', tells: 'nothing', toldBy: 'its notice' },
  erasing: { layer: 'screen', tells: 'nothing' },
  hello: { layer: 'screen', tells: 'nothing', dark: true },
  wifi: { layer: 'screen', tells: 'nothing' },
  activating: { layer: 'screen', tells: 'nothing' },
  'activation-lock': { layer: 'screen', tells: 'nothing', toldBy: 'its notice' },
  passcode: { layer: 'screen', tells: 'nothing' },
  'apps-and-data': { layer: 'screen', tells: 'nothing' },
  'sign-in': { layer: 'screen', tells: 'nothing' },
  'two-factor': { layer: 'screen', tells: 'nothing', toldBy: 'its notice' },
  'backup-list-loading': { layer: 'screen', tells: 'nothing' },
  'backup-list': { layer: 'screen', tells: 'nothing' },
  'backup-password': { layer: 'screen', tells: 'nothing', toldBy: 'its notice' },
  updating: { layer: 'screen', tells: 'nothing' },
  'needs-power': { layer: 'screen', tells: 'nothing' },
  'needs-wifi': { layer: 'screen', tells: 'nothing' },
  'needs-space': { layer: 'screen', tells: 'nothing' },
  restoring: { layer: 'screen', tells: 'a restore at work' },
  'restoring-paused': { layer: 'screen', tells: 'a restore at work' },
  restarting: { layer: 'screen', tells: 'nothing', dark: true },
  'home-restoring': { layer: 'screen', tells: 'a restore at work', home: true, dark: true },
  'home-paused': { layer: 'screen', tells: 'a restore at work', home: true, dark: true },
  'home-done': { layer: 'screen', tells: 'a restore that is over', home: true, dark: true },
  'store-password': { layer: 'sheet', tells: 'nothing', toldBy: 'its notice' },
  'keychain-passcode': { layer: 'sheet', tells: 'nothing', toldBy: 'its notice' },
  failed: { layer: 'screen', tells: 'nothing' },
} as const satisfies Readonly<Record<string, ScreenRow>>;

export type ScreenId = keyof typeof SCREENS;
export type SheetId = {
  [S in ScreenId]: (typeof SCREENS)[S]['layer'] extends 'sheet' ? S : never;
}[ScreenId];
/** A screen that fills the phone. */
export type FullScreenId = Exclude<ScreenId, SheetId>;

const ROWS: Readonly<Record<ScreenId, ScreenRow>> = SCREENS;
export const screenRow = (id: ScreenId): ScreenRow => ROWS[id];
export const isSheet = (id: ScreenId): id is SheetId => ROWS[id].layer === 'sheet';
