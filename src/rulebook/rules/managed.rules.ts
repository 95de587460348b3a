import { BACKUP_ROUTES } from '../../model/kinds.ts';
import type { StrictRule } from './strict-rule.ts';
import { APP_DATA } from './scopes.ts';

/** May it return under the rules of an organisation? */
export const MANAGED_RULES = {
  'managed/same-device-only': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'the organisation',
    editions: 'all',
    routes: 'all',
    categories: APP_DATA,
    when: { 'device.identity': 'other', 'item.management': 'remove-with-profile' },
    says: 'The app leaves with its management profile, and its data return to the same device only.',
    customer: 'Your organisation lets these data return only to the phone they came from. It can tell you more.',
    cites: ['EL-43'],
    shows: ['A9c', 'A10'],
  },
  'managed/device-assigned': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'the organisation',
    editions: 'all',
    routes: ['icloud'],
    categories: ['app'],
    when: { 'device.identity': 'other', 'item.management': 'assigned-to-device' },
    says: 'The organisation assigned the app to another device, so an iCloud restore does not install it on this one.',
    customer: 'Your organisation gave this app to the old device. It can assign it to this one too.',
    cites: ['EL-45'],
    shows: ['A9c', 'A10'],
  },
  'managed/not-from-a-computer': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'the organisation',
    editions: 'all',
    routes: ['computer'],
    categories: ['app'],
    when: { 'item.management': ['prevent-backup', 'remove-with-profile', 'assigned-to-user', 'assigned-to-device'] },
    says:
      'After a restore from a computer managed apps are not installed by themselves. The management server can ' +
      'do it.',
    customer: 'Your organisation installs this app. It can send it to your phone again.',
    cites: ['EL-46'],
    shows: ['A10'],
  },
  'managed/supervision-differs': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'the organisation',
    editions: 'all',
    routes: ['icloud'],
    categories: ['profiles', 'managed-settings'],
    when: { 'backup.chosen': 'yes', 'backup.supervision': 'stays-out' },
    says:
      'The backup is of a supervised device and this one is not, or the reverse. A computer refuses that; on the ' +
      'iCloud way its profiles stayed out.',
    customer: 'The profiles of your old device did not come along, since your organisation does not manage this one.',
    cites: ['OG-09', 'EL-48'],
    shows: ['D15', 'A9c'],
  },
  'managed/profile-of-another-device': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'the organisation',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: ['profiles', 'managed-settings'],
    when: { 'device.identity': 'other', 'device.supervised': 'yes' },
    says: 'This other device belongs to the organisation and enrols anew, so the old profile does not come along.',
    customer: 'Your organisation sets this device up afresh, so the old profile is not needed.',
    cites: ['EL-53'],
    shows: ['A9c', 'A10'],
  },
} as const satisfies Record<string, StrictRule>;
