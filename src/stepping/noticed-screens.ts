import type { FullScreenId } from '../model/screens.ts';

/**
 * Whether a customer would tell of a screen on the telephone. Those in between, which every set-up has and everybody
 * taps away, are not; nor are those whose alert or question tells of them.
 */
const NOTICED: Readonly<Record<FullScreenId, boolean>> = {
  hello: false,
  wifi: false,
  activating: false,
  'activation-lock': true,
  passcode: false,
  'apps-and-data': false,
  'setup-goes-on': true,
  'remote-management': true,
  enrolling: false,
  home: false,
  'locked-out': false,
  'find-my': true,
  'security-delay': true,
  erasing: false,
  'quick-start': true,
  'owner-of-old-phone': false,
  'old-passcode': false,
  'needs-update': true,
  'esim-transfer': true,
  'watch-question': true,
  'sign-in': false,
  'two-factor': false,
  'backup-list-loading': false,
  'backup-list': true,
  'backup-password': false,
  updating: true,
  'needs-power': true,
  'needs-wifi': true,
  'needs-space': true,
  restoring: true,
  'restoring-paused': true,
  'restoring-frozen': true,
  'restart-awaited': true,
  restarting: false,
  'home-restoring': true,
  'home-paused': true,
  'home-new': true,
  'home-frozen': true,
  'home-done': true,
  failed: true,
};

export const isNoticed = (screen: FullScreenId): boolean => NOTICED[screen];
