import { BACKUP_ROUTES } from '../../model/kinds.ts';
import { PUT_BACK } from './scopes.ts';
import type { StrictRule } from './strict-rule.ts';

/**
 * What the list of files in a backup says, and what the file list of iOS says of such files. They stand behind all
 * other rows of capture: a row that explains why a backup lacks something is told before the bare word of its list.
 */
export const LISTED_RULES = {
  'capture/not-on-its-list': {
    gate: 'capture',
    outcome: 'never-in-backup',
    group: 'what was captured',
    editions: 'all',
    routes: ['computer'],
    categories: 'all',
    when: { 'backup.chosen': 'yes', 'item.listed': 'not-named' },
    says: 'The list of files in this backup does not name it, so the backup does not hold it. No rule says why.',
    customer:
      'This backup does not hold it: we looked it up in the list of the backup. Let us see where else it may be.',
    cites: ['FM-17', 'BK-15'],
    shows: ['A13'],
  },
} as const satisfies Record<string, StrictRule>;

/** Files that a backup holds and a restore passes over. Both rest on one transcription, exact for iOS 16.4. */
export const PUT_BACK_RULES = {
  'device/files-that-stay-with-their-device': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'device state',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: PUT_BACK,
    when: { 'device.identity': 'other', 'item.put-back': 'same-device' },
    says: 'The file list of iOS keeps these files with their device. On another one they are passed over in silence.',
    customer: 'These belong to the old device, and a new one makes its own. Nothing of yours is lost by that.',
    cites: ['EL-74', 'FM-18'],
    shows: ['A10'],
  },
  'device/files-that-are-never-put-back': {
    gate: 'eligibility',
    outcome: 'excluded',
    group: 'device state',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: PUT_BACK,
    when: { 'item.put-back': 'never' },
    says: 'The file list of iOS has these files put back on no device. The restore passes over them in silence.',
    customer: 'These are working files that every phone makes anew. Nothing of yours is lost by that.',
    cites: ['EL-73', 'FM-18'],
    shows: ['A10'],
  },
} as const satisfies Record<string, StrictRule>;
