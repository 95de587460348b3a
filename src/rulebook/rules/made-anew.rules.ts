import { BACKUP_ROUTES } from '../../model/kinds.ts';
import { type Block, BLOCKS } from '../case/blocks.ts';
import type { StrictRule } from './strict-rule.ts';

/** Nothing was chosen to take data from, for any reason but one: no backup at all is the reason for everything. */
const HELD_UP = {
  'backup.chosen': 'no',
  'restore.blocked': (Object.keys(BLOCKS) as Block[]).filter((block) => block !== 'no-backup'),
  'item.in-a-backup': 'no',
  'item.last-copy-erased': 'no',
} as const;

const ON_THE_DEVICE = ['erase/locked-out', 'erase/erase-refused', 'erase/find-my', 'erase/device-protection'] as const;
const BEFORE_A_BACKUP = [
  ...ON_THE_DEVICE,
  'erase/find-my-at-the-computer',
  'enrolment/returned-to-service',
  'erase/no-restore-and-the-backup-stays-locked',
] as const;

/**
 * What every device makes or gets anew, where nothing has begun. It lies in no backup, so nobody is told that it could
 * have come, and nobody is sent to look for a copy.
 */
export const MADE_ANEW_RULES = {
  'erase/set-up-anew-by-hand': {
    gate: 'erase',
    outcome: 'never-in-backup',
    group: 'other copies',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: ['payment-cards', 'biometrics', 'device-passcode'],
    when: HELD_UP,
    before: BEFORE_A_BACKUP,
    says:
      'No backup ever holds cards of Apple Pay, faces, fingers or the passcode of a device. They are set up again on ' +
      'the device.',
    customer: 'This is set up again on the device. No backup ever holds it.',
    cites: ['IC-15', 'IC-16', 'CP-12'],
    shows: ['D1'],
  },
  'erase/line-by-the-carrier': {
    gate: 'erase',
    outcome: 'never-in-backup',
    group: 'other copies',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: ['esim'],
    when: { ...HELD_UP, 'phone.copy': ['erased', 'none'] },
    before: BEFORE_A_BACKUP,
    says: 'The line is not on the device, and no backup ever holds one. The carrier issues it under the same contract.',
    customer: 'Your contract goes on. Your carrier can set up the line on this phone.',
    cites: ['EL-68', 'TG-13'],
    shows: ['D3'],
  },
  'direct/set-up-anew-by-hand': {
    gate: 'erase',
    outcome: 'never-in-backup',
    group: 'other copies',
    editions: 'all',
    routes: ['direct'],
    categories: ['payment-cards', 'biometrics'],
    when: HELD_UP,
    before: [
      ...ON_THE_DEVICE,
      'enrolment/returned-to-service',
      'direct/erased-with-the-old-phone',
      'direct/set-up-as-new',
      'direct/given-up',
    ],
    says: 'No move carries cards of Apple Pay, faces or fingers. They are set up again by hand on every phone.',
    customer: 'Cards, faces and fingers never move to another phone. They are set up again by hand.',
    cites: ['PP-17'],
    shows: ['D8'],
  },
  'direct/line-not-moved-yet': {
    gate: 'erase',
    outcome: 'not-downloaded',
    group: 'other copies',
    editions: 'all',
    routes: ['direct'],
    categories: ['esim'],
    when: { ...HELD_UP, 'phone.copy': ['erased', 'none'] },
    before: ['direct/erased-with-the-old-phone'],
    says: 'No move has begun, so no line has moved, and no backup holds one. The carrier can issue it on this phone.',
    customer: 'Your number has not moved. Your contract goes on, and your carrier can set up the line on this phone.',
    cites: ['EL-68', 'PP-26', 'TG-13'],
    shows: ['D8', 'D3'],
  },
} as const satisfies Record<string, StrictRule>;
