import { formatBytes } from '../model/bytes.ts';
import { compareVersions, isVersion } from '../model/version.ts';
import type { BackupRead } from './backup.ts';
import { type CheckFinding, failedCheck, notKnowable, passed, type PreflightInput } from './check-finding.ts';

// What a device asks of itself: what no file of the backup tells, somebody may have said.

export const findShared = ({ target: { kind } }: PreflightInput): CheckFinding =>
  kind === undefined || kind === 'ipad'
    ? notKnowable('Only the device can tell: one that is shared shows several people to choose from (error 22).')
    : passed(`${kind === 'ipod' ? 'An iPod touch' : 'An iPhone'} cannot be shared in this way: only an iPad can.`);

export const findIcloudRestore = ({ target: { state } }: PreflightInput): CheckFinding =>
  state === 'new'
    ? passed('It is at its first screen, as was said: nothing is put onto it yet.')
    : notKnowable('Only the device can tell. While one runs, a computer cannot restore (error 25).');

export function findFindMy({ target: { findMy, state } }: PreflightInput): CheckFinding {
  if (state === 'new')
    return passed('It is at its first screen, as was said: nobody has switched it on there. Activation Lock may ask.');
  if (findMy === 'off') return passed('It is off, as was said.');
  if (findMy === 'on')
    return failedCheck(
      'It is on, as was said.',
      'error 211: Find My has to be off',
      'Switch it off on the device, with the password of its account.',
    );
  return notKnowable('Only the device can tell. While it is on, the restore stops with error 211.');
}

/** The iOS that a device has to run: that of the backup, or what the backup asks for. */
export function iosNeeded({ info, manifest }: BackupRead): string | undefined {
  const made = info.state === 'read' ? info.facts.productVersion : undefined;
  const asked = manifest.state === 'read' ? manifest.facts.requiredProductVersion : undefined;
  const [first, second] = [made, asked].filter((version) => version !== undefined && isVersion(version));
  return first !== undefined && second !== undefined && compareVersions(second, first) > 0 ? second : first;
}

export function findIos({ read, target }: PreflightInput): CheckFinding {
  const needed = iosNeeded(read);
  if (needed === undefined)
    return passed('The backup does not say by which iOS it was made, so no device asks for one.');
  return compareVersions(target.ios, needed) >= 0
    ? passed(`It needs iOS ${needed}, and the device runs iOS ${target.ios}.`)
    : failedCheck(
        `It needs iOS ${needed}, and the device runs iOS ${target.ios}.`,
        'error 203: the device has to be updated first',
        `Update the device to iOS ${needed} or later, or use an older backup.`,
      );
}

export function findRoom({ read, bytes, target: { free, isFreeGuessed } }: PreflightInput): CheckFinding {
  const need = bytes ?? read.payload?.bytes;
  if (need === undefined) return notKnowable('How much the files take is not known.');
  const words = `The files take ${formatBytes(need)}; apps come from the App Store on top of that.`;
  if (isFreeGuessed) return notKnowable(`${words} How much is free on the device is not known.`);
  return free >= need
    ? passed(`${words} ${formatBytes(free)} are free.`)
    : failedCheck(
        `${words} ${formatBytes(free)} are free: ${formatBytes(need - free)} too little.`,
        'error 106, 105 on older ones: not enough room on the device',
        'Make room on the device, or use one with more.',
      );
}
