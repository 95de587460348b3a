import type { StrictRule } from './strict-rule.ts';

/** Was the only copy on the device that was erased, and was it erased at all? */
export const ERASE_RULES = {
  'erase/only-copy-after-backup': {
    gate: 'erase',
    outcome: 'lost-at-erase',
    group: 'which backup',
    editions: 'all',
    routes: 'all',
    categories: 'all',
    when: {
      'backup.chosen': 'yes',
      'item.created': 'after',
      'item.last-copy-erased': 'yes',
      'app.policy': ['ordinary', 'excludes-itself', 'bound-to-device', 'same-model'],
    },
    before: ['erase/erase-refused', 'erase/find-my', 'erase/set-up-as-new', 'erase/given-up'],
    says: 'It came after the backup and lay only on this device. Erasing the device removed the last copy.',
    customer:
      'This was newer than the backup and was only on the phone. Erasing is part of restoring, so this is ' +
      'not your fault.',
    cites: ['LS-03', 'IC-41', 'SY-15'],
    shows: ['A13', 'B1', 'B2', 'C2'],
  },
  'erase/no-usable-backup': {
    gate: 'erase',
    outcome: 'lost-at-erase',
    group: 'which backup',
    editions: 'all',
    routes: 'all',
    categories: 'all',
    when: {
      'restore.blocked': ['no-backup', 'never-completed', 'deleted', 'too-old-for-icloud', 'overwritten', 'no-index'],
      'item.last-copy-erased': 'yes',
    },
    says: 'The device was erased although no usable backup existed. What was only on it is gone.',
    customer:
      'There was no backup we could use, and this was only on the phone. It is very unlikely that it can be recovered.',
    cites: ['LS-03', 'E-01'],
    shows: ['B1', 'B9', 'C1'],
  },
  'erase/photos-not-uploaded': {
    gate: 'erase',
    outcome: 'lost-at-erase',
    group: 'other copies',
    editions: ['ios8', 'modern'],
    routes: ['icloud'],
    categories: ['photos'],
    when: { 'backup.chosen': 'yes', 'service.at-backup': 'on', 'item.last-copy-erased': 'yes' },
    before: ['erase/erase-refused', 'erase/find-my', 'erase/set-up-as-new', 'erase/given-up'],
    says:
      'iCloud Photos was on, so the backup left the photo out. It had not been uploaded either when the device ' +
      'was erased.',
    customer: 'These photos had not reached iCloud yet when the phone was erased. It is not your fault.',
    cites: ['IC-06', 'IC-28', 'SY-15'],
    shows: ['B1', 'B8'],
  },
  'erase/not-uploaded': {
    gate: 'erase',
    outcome: 'lost-at-erase',
    group: 'other copies',
    editions: ['modern'],
    routes: ['icloud'],
    categories: ['messages', 'contacts', 'calendars', 'reminders', 'notes', 'safari-bookmarks'],
    when: { 'backup.chosen': 'yes', 'service.at-backup': 'on', 'item.last-copy-erased': 'yes' },
    before: ['erase/erase-refused', 'erase/find-my', 'erase/set-up-as-new', 'erase/given-up'],
    says:
      'Its iCloud service was on, so the backup left it out. It had not been uploaded either when the device ' +
      'was erased.',
    customer: 'These data had not reached iCloud yet when the phone was erased. It is not your fault.',
    cites: ['IC-05', 'IC-11'],
    shows: ['B1', 'B8'],
  },
  'erase/not-uploaded-nor-on-the-computer': {
    gate: 'erase',
    outcome: 'lost-at-erase',
    group: 'other copies',
    editions: ['modern'],
    routes: ['computer'],
    categories: ['photos', 'messages', 'drive-files'],
    when: { 'backup.chosen': 'yes', 'service.at-backup': 'on', 'item.last-copy-erased': 'yes' },
    before: ['erase/erase-refused', 'erase/set-up-as-new', 'erase/given-up'],
    says:
      'Its iCloud service was on, so the computer left it out. It had not been uploaded either when the device ' +
      'was erased.',
    customer: 'These data had not reached iCloud yet when the phone was erased. It is not your fault.',
    cites: ['CP-04', 'IC-28'],
    shows: ['B1', 'B8'],
  },
  'erase/erase-refused': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: 'all',
    when: { 'restore.blocked': 'erase-refused' },
    says:
      'The organisation has removed the command that erases the device, and a device in use has to be erased ' +
      'first.',
    customer: 'Your organisation does not let this device be erased, so it cannot be restored this way.',
    cites: ['EL-50', 'EL-07'],
    shows: ['C1'],
  },
  'erase/find-my': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'account trust',
    editions: 'all',
    routes: ['icloud'],
    categories: 'all',
    when: { 'restore.blocked': 'find-my' },
    says: 'Find My is on, and the account password that would allow the erase is not known.',
    customer:
      'Find My protects this phone, so the account password is asked before it is erased. Recovering the ' +
      'account comes first.',
    cites: ['LS-03', 'EL-07'],
    shows: ['C1', 'A9c'],
  },
  'erase/set-up-as-new': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'the course of the restore',
    editions: 'all',
    routes: 'all',
    categories: 'all',
    when: { 'restore.blocked': 'set-up-as-new' },
    says:
      'The device was set up as new. Only a fresh start in setup could restore a backup; sync still brings its ' +
      'part.',
    customer:
      'The phone was set up as new. The backup is still there, and a restore can be started again after erasing.',
    cites: ['EL-08', 'LS-11', 'EL-07'],
    shows: ['C1'],
  },
  'erase/given-up': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'the course of the restore',
    editions: 'all',
    routes: 'all',
    categories: 'all',
    when: { 'restore.blocked': 'given-up' },
    says: 'The person left the restore before it began. The backup is unchanged.',
    customer: 'The restore was not started. Your backup is still there, and you can try again at any time.',
    cites: ['LS-11', 'LS-14'],
    shows: ['A5'],
  },
} as const satisfies Record<string, StrictRule>;
