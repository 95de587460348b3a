import { compareVersions } from '../../model/version.ts';
import type { IosVersion } from '../tables/ios-versions.ts';

/** With this iOS Stolen Device Protection began. */
const PROTECTS_SINCE: IosVersion = '17.3';

/** A device in so far as it may ask for its owner, whichever of the two phones it is. */
interface MayAskForItsOwner {
  readonly ios: string;
  readonly stolenDeviceProtection: 'off' | 'on' | 'everywhere' | 'unknown';
}
type Place = 'familiar' | 'unfamiliar' | 'unknown';

/** Whether the protection is switched on, wherever the device is. */
export const isProtected = ({ ios, stolenDeviceProtection }: MayAskForItsOwner): 'yes' | 'no' | 'unknown' => {
  if (stolenDeviceProtection === 'off' || compareVersions(ios, PROTECTS_SINCE) < 0) return 'no';
  return stolenDeviceProtection === 'unknown' ? 'unknown' : 'yes';
};

/**
 * Whether a device asks here for a face or a finger that it knows, and takes no passcode instead: away from the places
 * it knows, or everywhere where the person wants that.
 */
export function asksForItsOwner(device: MayAskForItsOwner, place: Place): 'yes' | 'no' | 'unknown' {
  const answer = isProtected(device);
  if (answer === 'no' || device.stolenDeviceProtection === 'everywhere') return answer;
  if (place === 'familiar') return 'no';
  return answer === 'yes' && place === 'unfamiliar' ? 'yes' : 'unknown';
}
