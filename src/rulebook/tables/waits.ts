import type { ScreenId } from '../../model/screens.ts';
import type { AlertId } from './alerts.ts';

/** What a restore can wait for. The clock is not among them: what waits for the clock alone is working. */
export const WAITED_FOR = {
  power: 'power',
  wifi: 'Wi-Fi',
  password: 'a password',
  code: 'a code',
  passcode: 'a passcode',
  person: 'the person at the phone',
  room: 'room on the phone',
  vpn: 'the VPN to be switched off',
  restart: 'a restart, or another network',
  'restart-alone': 'a restart',
} as const;
export type WaitedFor = keyof typeof WAITED_FOR;

/** Something that a restore waits for, as long as nobody does it. */
export interface Wait {
  readonly for: WaitedFor;
  readonly who: string;
  /** It goes on: after “until”. */
  readonly until: string;
}

const atThePhone = 'whoever has the phone';

/** What a screen waits for when nothing on it moves by itself; `null` where it moves, or where an alert says it. */
export const WAITS_AT: Readonly<Record<ScreenId, Wait | null>> = {
  home: { for: 'person', who: atThePhone, until: 'somebody asks for the erase or, at a computer, for the restore' },
  'locked-out': {
    for: 'passcode',
    who: atThePhone,
    until: 'somebody finds a passcode that fits, or has it erased',
  },
  'find-my': {
    for: 'password',
    who: 'who knows the password of the account',
    until: 'somebody turns Find My off',
  },
  // It passes by itself, after an hour.
  'security-delay': null,
  erasing: null,
  hello: { for: 'person', who: atThePhone, until: 'somebody begins the setup' },
  wifi: { for: 'wifi', who: atThePhone, until: 'somebody joins a Wi-Fi network' },
  activating: null,
  'activation-lock': {
    for: 'password',
    who: 'who knows the password of that account, or the organisation',
    until: 'somebody enters the password of the account that the phone is linked to',
  },
  passcode: { for: 'person', who: atThePhone, until: 'somebody chooses a passcode, or goes on without one' },
  'apps-and-data': { for: 'person', who: atThePhone, until: 'somebody chooses where the data shall come from' },
  'setup-goes-on': { for: 'person', who: atThePhone, until: 'somebody goes through the rest of setup' },
  'remote-management': {
    for: 'person',
    who: `${atThePhone}, and to the organisation where the page asks for its login`,
    until: 'somebody lets the organisation enrol the phone',
  },
  enrolling: null,
  'quick-start': {
    for: 'person',
    who: 'whoever has both phones',
    until: 'the old phone lies beside this one and reads its pattern',
  },
  'owner-of-old-phone': {
    for: 'person',
    who: 'the owner of the old phone',
    until: 'the old phone has seen the face or finger of its owner',
  },
  'old-passcode': {
    for: 'passcode',
    who: 'who knows the passcode of the old phone',
    until: 'somebody enters the passcode of the old phone',
  },
  'needs-update': { for: 'person', who: atThePhone, until: 'somebody updates this phone' },
  'esim-transfer': { for: 'person', who: atThePhone, until: 'somebody moves the line or leaves it' },
  'watch-question': { for: 'person', who: atThePhone, until: 'somebody answers for the watch' },
  'sign-in': {
    for: 'password',
    who: 'who knows the password of the account',
    until: 'somebody signs in with the account that made the backup',
  },
  'two-factor': {
    for: 'code',
    who: 'who has a trusted device or number of the account',
    until: 'somebody enters the code',
  },
  'backup-list-loading': null,
  'backup-list': { for: 'person', who: atThePhone, until: 'somebody chooses a backup' },
  'backup-password': {
    for: 'password',
    who: 'who set the password of the encrypted backup',
    until: 'somebody enters the password of the backup',
  },
  updating: null,
  'needs-power': { for: 'power', who: atThePhone, until: 'somebody connects power' },
  'needs-wifi': { for: 'wifi', who: atThePhone, until: 'somebody connects Wi-Fi' },
  'needs-space': {
    for: 'room',
    who: atThePhone,
    until: 'somebody goes back and chooses a smaller backup, or leaves this restore',
  },
  restoring: null,
  'restoring-paused': null,
  'restart-awaited': { for: 'restart-alone', who: atThePhone, until: 'somebody restarts the device' },
  'restoring-frozen': {
    for: 'restart',
    who: atThePhone,
    until: 'somebody forces a restart or changes the network',
  },
  restarting: null,
  'home-restoring': null,
  'home-paused': null,
  'home-frozen': { for: 'restart', who: atThePhone, until: 'somebody forces a restart or changes the network' },
  'home-new': null,
  'home-done': null,
  'store-password': {
    for: 'password',
    who: 'the owner of the account that is asked for',
    until: 'somebody enters the password of that account, or skips it',
  },
  'keychain-passcode': {
    for: 'passcode',
    who: 'who knows the passcode of an older device',
    until: 'somebody enters that passcode, or skips it',
  },
  failed: null,
};

/** Content that comes down in the background says nothing of it: the icons stay grey. */
export const WAITS_FOR_ROOM: Wait = { for: 'room', who: atThePhone, until: 'somebody makes room on the phone' };

/** Alerts that stand as long as a part of the connection is missing. */
export const WAITS_UNDER: Readonly<Partial<Record<AlertId, Wait>>> = {
  'power-lost': { for: 'power', who: atThePhone, until: 'somebody connects power' },
  'network-cut-off': { for: 'vpn', who: atThePhone, until: 'somebody switches the restored VPN off in Settings' },
  'wifi-lost': { for: 'wifi', who: atThePhone, until: 'somebody connects Wi-Fi' },
};
