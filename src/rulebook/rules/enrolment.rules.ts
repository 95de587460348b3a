import { BACKUP_ROUTES } from '../../model/kinds.ts';
import { BY_THE_SERVICE, SYNCED } from './scopes.ts';
import type { StrictRule } from './strict-rule.ts';

/** What a backup can know of an enrolment: asked first, for what the organisation’s service holds was never lost. */
export const ENROLMENT_CAPTURE_RULES = {
  'enrolment/newer-than-the-backup': {
    gate: 'capture',
    outcome: 'never-in-backup',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: {
      'backup.chosen': 'yes',
      'item.installed-by': 'organisation',
      'enrolment.after-older-backup': 'enrols',
    },
    says:
      'No service managed the device of this backup on its day, so the backup cannot hold this. The service has it ' +
      'and sets it up when this device enrols.',
    customer:
      'This backup holds nothing of your organisation. Your organisation has its settings, and enrolment brings them.',
    cites: ['OG-01', 'EL-53'],
    shows: ['D15'],
  },
  'enrolment/missing-after-an-older-backup': {
    gate: 'capture',
    outcome: 'never-in-backup',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: {
      'backup.chosen': 'yes',
      'item.installed-by': 'organisation',
      'enrolment.after-older-backup': 'missing',
    },
    says:
      'The backup is from before the enrolment. By reports from iOS 9 the device was then unsupervised, until it ' +
      'was erased and set up as new.',
    customer:
      'This backup is from before your organisation enrolled the device. Erased and set up as new, the device can ' +
      'enrol again.',
    cites: ['OG-07', 'EL-55'],
    shows: ['D15', 'D18'],
    dispute: 'enrolment-after-older-backup',
  },
  'enrolment/none-on-that-day': {
    gate: 'capture',
    outcome: 'never-in-backup',
    group: 'the organisation',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: BY_THE_SERVICE,
    when: {
      'backup.chosen': 'yes',
      'item.installed-by': 'organisation',
      'device.assigned': 'no',
      'backup.managed': 'no',
    },
    says: 'No service managed the device on the day of the backup, so the backup cannot hold this.',
    customer: 'This backup is from a day on which your organisation did not manage the device.',
    cites: ['OG-02', 'OG-04'],
    shows: ['D15'],
  },
} as const satisfies Record<string, StrictRule>;

/** What may come back of an enrolment, and what the service's own erase and restore do. */
export const ENROLMENT_RULES = {
  'enrolment/another-device-of-the-organisation': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: {
      'backup.chosen': 'yes',
      'device.identity': 'other',
      'device.assigned': 'yes',
      'item.installed-by': 'organisation',
    },
    says: 'This other device is assigned to the organisation and enrols after the restore. The old profile stays out.',
    customer: 'Your organisation sets this device up afresh, so the old profile is not needed.',
    cites: ['OG-01', 'EL-53'],
    shows: ['D15', 'A9c', 'A10'],
  },
  'enrolment/bound-to-its-device': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'device state',
    editions: 'all',
    routes: 'all',
    categories: ['enrolment'],
    when: { 'backup.chosen': 'yes', 'device.identity': 'other' },
    says: 'An enrolment rests on the management identity of one device, and that identity does not move.',
    customer: 'Each device is enrolled for itself. Your organisation can enrol this one.',
    cites: ['KC-12', 'KC-39'],
    shows: ['D15', 'A9c'],
  },
  'enrolment/returned-to-service-and-icloud-has-it': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'other copies',
    editions: 'all',
    routes: 'all',
    categories: SYNCED,
    when: {
      'restore.blocked': 'return-to-service',
      'item.in-a-backup': 'no',
      'item.last-copy-erased': 'no',
      'service.now': 'on',
      'service.holds': 'yes',
      'service.trust': ['reachable', 'waits'],
    },
    says:
      'The service erased the device and set it up again without a person, so nobody has signed in. iCloud keeps a ' +
      'copy: it comes once its account signs in.',
    customer:
      'Your organisation has set the device up by itself. iCloud keeps this, and it comes once you sign in there.',
    cites: ['OG-16', 'IC-01', 'SY-01'],
    shows: ['D15', 'A12a'],
  },
  'enrolment/returned-to-service': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: 'all',
    when: { 'restore.blocked': 'return-to-service', 'item.last-copy-erased': 'no' },
    says:
      'The service erased the device and set it up again without a person. No page came on which a backup could be ' +
      'chosen.',
    customer: 'Your organisation has set the device up by itself. A backup can be restored only after another erase.',
    cites: ['OG-16'],
    shows: ['D15'],
  },
} as const satisfies Record<string, StrictRule>;

/** Rules of the restore's own download: what the service sets up does not come by it. */
const OF_THE_DOWNLOAD = [
  'download/item-skipped',
  'download/stopped-at-this-item',
  'download/stopped-by-another-item',
  'download/stopped',
] as const;

/** What the service sets up by itself, and what waits for it: asked before the download of the restore. */
export const ENROLMENT_SERVICE_RULES = {
  'enrolment/set-up-by-the-service': {
    gate: 'download',
    outcome: 'downloaded-again',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: { 'enrolment.state': ['by-service', 'by-hand'], 'item.installed-by': 'organisation' },
    before: ['download/not-begun', ...OF_THE_DOWNLOAD, 'download/still-running'],
    says: 'The device enrolled, and the service set this up anew. It did not come from a backup.',
    customer: 'Your organisation has set this up on your device again.',
    cites: ['OG-22', 'OG-01'],
    shows: ['D15'],
  },
  'enrolment/waits-at-remote-management': {
    gate: 'download',
    outcome: 'pending',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: 'all',
    when: { 'restore.ended': 'story-ended', 'enrolment.state': 'asked' },
    before: [
      'store/app-not-in-this-country',
      'app/installed-by-hand',
      'app/given-up-with-its-icon',
      'app/login-made-anew',
      'download/item-skipped',
      'download/stopped-at-this-item',
      'download/stopped-by-another-item',
      'backup/no-list-of-apps',
      'tool/adds-and-fetches-no-apps',
      'store/withdrawn',
      'store/refunded',
      'store/other-region',
      'store/not-shared-any-more',
      'organisation/no-app-store',
      'store/managed-account-buys-nothing',
      'tool/did-not-install-apps',
      'app/service-without-its-app',
      'app/server-was-emptied',
      'store/ringtones-again',
      'store/downloaded-again',
      'direct/app-from-the-store',
    ],
    says: 'Setup stands at Remote Management. What was restored can be used once the device is enrolled.',
    customer:
      'Your phone waits to be enrolled by the organisation it is assigned to. Only that organisation can enrol or ' +
      'release it.',
    cites: ['LS-07', 'OG-01'],
    shows: ['D15'],
  },
  'enrolment/old-profile-in-the-way': {
    gate: 'download',
    outcome: 'pending',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: {
      'enrolment.state': 'other-service',
      'item.installed-by': 'organisation',
      'profile.removable': 'yes',
    },
    before: OF_THE_DOWNLOAD,
    says:
      'The profile of the earlier service came back with the backup and blocks the new enrolment. Once it is ' +
      'removed, the device can enrol.',
    customer:
      'An earlier management profile is in the way. Please remove it in Settings, then your organisation can enrol ' +
      'the device.',
    cites: ['OG-03', 'EL-54', 'E-16'],
    shows: ['D15'],
  },
  'enrolment/old-profile-locked': {
    gate: 'download',
    outcome: 'pending',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: {
      'enrolment.state': 'other-service',
      'item.installed-by': 'organisation',
      'profile.removable': 'no',
    },
    before: OF_THE_DOWNLOAD,
    says:
      'The locked profile of the earlier service came back with the backup and blocks the new enrolment. Without ' +
      'that backup the device enrols.',
    customer:
      'An earlier management profile is in the way, and it cannot be removed on the device. Your organisation can ' +
      'help you further.',
    cites: ['OG-04', 'EL-54', 'E-16'],
    shows: ['D15'],
  },
  'enrolment/left-out': {
    gate: 'download',
    outcome: 'pending',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: { 'enrolment.state': ['declined', 'removed', 'retired'], 'item.installed-by': 'organisation' },
    before: OF_THE_DOWNLOAD,
    says: 'The device is not enrolled, so the service sets nothing up on it. Enrolling brings this.',
    customer: 'Your device is not enrolled now. When it is enrolled, your organisation sets this up.',
    cites: ['OG-22', 'LS-07'],
    shows: ['D15'],
  },
} as const satisfies Record<string, StrictRule>;
