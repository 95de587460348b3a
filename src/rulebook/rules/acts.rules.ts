import type { StrictRule } from './strict-rule.ts';

/** What the person did about an app, whatever the restore would have done. */
export const ACT_RULES = {
  'app/installed-by-hand': {
    gate: 'download',
    outcome: 'downloaded-again',
    group: 'the app',
    editions: 'all',
    routes: 'all',
    categories: ['app'],
    when: { 'app.by-hand': 'yes' },
    before: [
      'download/item-skipped',
      'download/stopped-at-this-item',
      'download/stopped-by-another-item',
      'backup/no-list-of-apps',
      'tool/adds-and-fetches-no-apps',
      'store/withdrawn',
      'store/refunded',
      'store/other-region',
      'organisation/no-app-store',
      'tool/did-not-install-apps',
      'app/offloaded',
      'account/password-skipped',
      'download/stopped',
      'download/still-running',
      'account/password-not-asked',
    ],
    says: 'The person installed the app. The restore did not bring it.',
    customer: 'You installed this app yourself, so it is here.',
    cites: ['EL-82', 'AX-31'],
    shows: ['D5'],
  },
} as const satisfies Record<string, StrictRule>;
