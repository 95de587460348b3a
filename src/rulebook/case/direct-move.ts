import type { IosVersion } from '../tables/ios-versions.ts';
import { compareVersions } from '../../model/version.ts';
import type { CaseFile } from './case-file.ts';
import type { Block } from './blocks.ts';
import type { Situation } from './situation.ts';

/** PP-01: both phones need it for a move from phone to phone. */
const DIRECT_SINCE: IosVersion = '12.4';
/** PP-07, PP-23: from here on a phone nearby offers its help in setup. */
const QUICK_START_SINCE = '11';

const bothRun = ({ world: { oldPhone } }: CaseFile, { ios }: Situation, since: string): boolean =>
  compareVersions(ios, since) >= 0 && (oldPhone === null || compareVersions(oldPhone.ios, since) >= 0);

/** Why setup does not show the choice to take the data from the old phone; `null` where it does. */
export function whyNotDirect(file: CaseFile, situation: Situation): Block | null {
  const { device, organisation } = file.world;
  if (!bothRun(file, situation, DIRECT_SINCE)) return 'direct-needs-newer-ios';
  if (device.assigned === 'yes' || device.supervised === 'yes') return 'direct-not-offered';
  return organisation.directPane === 'forbidden' ? 'direct-hidden' : null;
}

/** Why the first screen offers no help of a phone nearby. By hand one may still take the direct choice later. */
export function whyNoQuickStartPage(file: CaseFile, situation: Situation): string | null {
  if (file.world.organisation.nearbySetup === 'forbidden') return 'switched off for the first start after an erase';
  return bothRun(file, situation, QUICK_START_SINCE) ? null : 'one of the phones runs less than iOS 11';
}
