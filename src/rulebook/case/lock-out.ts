import { compareVersions } from '../../model/version.ts';
import type { World } from '../../model/world.ts';
import type { IosVersion } from '../tables/ios-versions.ts';
import type { CaseFile } from './case-file.ts';
import type { Situation } from './situation.ts';

/** LO-01: with this iOS came the erase at the lock screen. */
const ERASES_AT_LOCK_SCREEN_SINCE: IosVersion = '15.2';
/** LO-02: with this iOS a passcode stays good for some days after it was changed. */
const PREVIOUS_PASSCODE_SINCE: IosVersion = '17.0';

/** What gets a person into a device: nothing has to, the passcode from before its change, or no passcode at all. */
export type OpenedBy = 'open' | 'previous-passcode' | 'shut';

export function openedBy({ lockedOut, ios }: Pick<World['device'], 'lockedOut' | 'ios'>): OpenedBy {
  if (lockedOut === 'no') return 'open';
  return lockedOut === 'previous-known' && compareVersions(ios, PREVIOUS_PASSCODE_SINCE) >= 0
    ? 'previous-passcode'
    : 'shut';
}

export const erasesAtLockScreen = (ios: string): boolean => compareVersions(ios, ERASES_AT_LOCK_SCREEN_SINCE) >= 0;

/** Whether the device lets nobody in: an erase opens it, and so does the passcode once somebody finds one that fits. */
export const isLockedOut = ({ world: { device } }: CaseFile, { erased, unlocked }: Situation): boolean =>
  device.state === 'in-use' && openedBy(device) !== 'open' && !erased && unlocked !== true;
