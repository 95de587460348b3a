import { BACKUP_ROUTES } from '../../model/kinds.ts';
import type { StrictRule } from './strict-rule.ts';

/** Is the right account signed in? */
export const SIGN_IN_RULES = {
  'sign-in/nobody-signed-in': {
    gate: 'sign-in',
    outcome: 'not-downloaded',
    group: 'account trust',
    editions: 'all',
    routes: BACKUP_ROUTES,
    categories: 'all',
    when: { 'restore.blocked': 'sign-in' },
    says: 'Nobody could sign in to the account, so its backups never came into view.',
    customer: 'Without the account the backup cannot be shown. Recovering the account comes first.',
    cites: ['LS-12'],
    shows: ['C5c'],
  },
  'sign-in/activation-lock': {
    gate: 'sign-in',
    outcome: 'not-downloaded',
    group: 'account trust',
    editions: 'all',
    routes: 'all',
    categories: 'all',
    when: { 'restore.blocked': 'activation-lock' },
    says: 'The device is locked to the account that it was used with. A restore cannot pass this lock.',
    customer:
      'This phone is still linked to an account. Its password, the organisation it belongs to, or the proof of ' +
      'purchase can release it.',
    cites: ['EL-13', 'E-14'],
    shows: ['A9c'],
  },
  'sign-in/no-account': {
    gate: 'sign-in',
    outcome: 'not-downloaded',
    group: 'account trust',
    editions: 'all',
    routes: ['icloud'],
    categories: 'all',
    when: { 'restore.blocked': 'no-account' },
    says: 'An iCloud backup needs an Apple Account. A restore from a computer does not.',
    customer: 'An iCloud backup opens only with an Apple Account. You can sign in and try again.',
    cites: ['EL-65'],
    shows: ['C5c'],
  },
} as const satisfies Record<string, StrictRule>;
