import { BACKUP_ROUTES } from '../../model/kinds.ts';
import { APPS_AND_DATA, BY_THE_SERVICE } from './scopes.ts';
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
    before: [...OF_THE_DOWNLOAD, 'download/still-running'],
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

/** What the organisation’s hand on the phone leaves on it, and what it takes along. */
export const ENROLMENT_PHONE_RULES = {
  'enrolment/left-with-management': {
    gate: 'phone',
    outcome: 'lost-later',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: { 'enrolment.state': ['removed', 'retired'], 'item.installed-by': 'organisation' },
    before: [
      'use/data-without-their-app',
      'use/certificate-missing',
      'use/part-missing',
      'phone/left-alone',
      'phone/tool-adds',
      'phone/broken-off-before-it-was-replaced',
    ],
    says: 'It left the device together with the management. Once the device enrols, the service sets it up again.',
    customer: 'This left your device together with its management. When it is enrolled again, it comes back.',
    cites: ['OG-22', 'EL-41'],
    shows: ['D15', 'D6'],
  },
  'enrolment/app-left-with-its-profile': {
    gate: 'phone',
    outcome: 'lost-later',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: APPS_AND_DATA,
    when: { 'enrolment.state': ['removed', 'retired'], 'item.management': 'remove-with-profile' },
    before: [
      'enrolment/apps-stay',
      'use/store-without-its-key',
      'use/code-without-its-store',
      'use/app-that-hangs',
      'use/data-of-an-app-that-hangs',
      'use/data-without-their-app',
      'use/certificate-missing',
      'use/part-missing',
      'phone/left-alone',
      'phone/apps-stay',
      'phone/tool-adds',
      'phone/broken-off-before-it-was-replaced',
    ],
    says: 'The organisation had tied the app to its management profile, so it left the device together with that.',
    customer: 'This app belonged to your organisation and left together with its management.',
    cites: ['EL-41'],
    shows: ['D15', 'D6'],
  },
  'enrolment/supervision-stays': {
    gate: 'phone',
    outcome: 'never-left',
    group: 'the organisation',
    editions: ['modern'],
    routes: 'all',
    categories: ['mdm-identity'],
    when: {
      'phone.copy': 'stayed',
      'device.taken': 'erased',
      'enrolment.returned': 'yes',
      'device.supervised-by': 'configurator',
    },
    before: ['use/data-without-their-app', 'use/certificate-missing', 'use/part-missing'],
    says: 'Supervision that was set by hand in Configurator stays through Return to Service, and so does the identity.',
    customer: 'Your organisation still supervises this device. Nothing has to be prepared again.',
    cites: ['OG-23', 'KC-12'],
    shows: ['D15', 'D1'],
  },
  'enrolment/no-longer-taken': {
    gate: 'phone',
    outcome: 'of-no-use',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: ['enrolment'],
    when: { 'enrolment.state': 'from-backup', 'enrolment.still-taken': 'no' },
    before: ['phone/left-alone', 'phone/tool-adds', 'phone/broken-off-before-it-was-replaced'],
    says:
      'The enrolment came back, and the service does not take it any more: its certificate is over or its record is ' +
      'gone.',
    customer:
      'The enrolment came back, but your organisation no longer takes it. Please remove the old profile and enrol ' +
      'the device again.',
    cites: ['OG-06', 'OG-05', 'EL-54'],
    shows: ['D15', 'D4'],
    mends: 'enrol-again',
  },
  'enrolment/taken-over': {
    gate: 'phone',
    outcome: 'downloaded-again',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: BY_THE_SERVICE,
    when: { 'enrolment.state': 'moved', 'item.installed-by': 'organisation' },
    before: [
      'use/data-without-their-app',
      'use/certificate-missing',
      'use/part-missing',
      'phone/left-alone',
      'phone/tool-adds',
      'phone/broken-off-before-it-was-replaced',
    ],
    says: 'Another service took the device over without an erase, and set up its own part in place of the old one.',
    customer: 'Your organisation’s new service has set this up on your device. Nothing had to be erased for it.',
    cites: ['OG-12', 'OG-15'],
    shows: ['D15', 'D18'],
  },
  'enrolment/app-not-taken-over': {
    gate: 'phone',
    outcome: 'lost-later',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: APPS_AND_DATA,
    when: {
      'enrolment.state': 'moved',
      'item.management': ['prevent-backup', 'remove-with-profile', 'assigned-to-user', 'assigned-to-device'],
      'organisation.delivers-apps': 'no',
    },
    before: [
      'enrolment/apps-stay',
      'use/store-without-its-key',
      'use/code-without-its-store',
      'use/app-that-hangs',
      'use/data-of-an-app-that-hangs',
      'use/data-without-their-app',
      'use/certificate-missing',
      'use/part-missing',
      'phone/left-alone',
      'phone/apps-stay',
      'phone/tool-adds',
      'phone/broken-off-before-it-was-replaced',
    ],
    says:
      'Managed apps outlive a change of the service if the new one delivers them in time. This one was not, so by ' +
      'our reading it went.',
    customer: 'Your organisation’s new service did not keep this app. It can send the app again.',
    cites: ['OG-13'],
    shows: ['D15', 'D18', 'D6'],
  },
  'enrolment/apps-stay': {
    gate: 'phone',
    outcome: 'never-left',
    group: 'the organisation',
    editions: ['modern'],
    routes: 'all',
    categories: ['app'],
    when: { 'phone.copy': 'stayed', 'device.taken': 'erased', 'enrolment.apps-kept': 'yes' },
    before: ['use/app-that-hangs', 'use/data-without-their-app', 'use/certificate-missing', 'use/part-missing'],
    says: 'The service had the device keep its apps when it returned to service. What they held was erased.',
    customer: 'This app stayed on the device. What it held was erased with everything else.',
    cites: ['OG-18'],
    shows: ['D15', 'D1'],
  },
} as const satisfies Record<string, StrictRule>;
