import { compareVersions } from '../model/version.ts';
import type { Run } from './play.ts';

/**
 * A11: a restore that fails again in the same way, on a device whose iOS is up to date, is beyond the user.
 * An exclusion never is: there the restore did not fail.
 */
export function needsEscalation(run: Run): boolean {
  const { device } = run.world;
  const upToDate = device.latestIos === undefined || compareVersions(device.ios, device.latestIos) >= 0;
  const failures = run.attempts.filter(({ outcome }) => outcome === 'failed');
  return (
    upToDate &&
    failures.some((failure, index) =>
      failures.slice(index + 1).some(({ fingerprint }) => fingerprint === failure.fingerprint),
    )
  );
}
