import { type Route, ROUTES } from '../../../model/kinds.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, FURTHER, WHICH_BACKUP } from './row.ts';

/** The ways that exist beside the present one. */
function waysOf({ world, route }: Scenario): Readonly<Record<string, string>> {
  const isThere: Readonly<Record<Route, boolean>> = {
    icloud: world.backups.some(({ kind }) => kind === 'icloud'),
    computer: world.backups.some(({ kind }) => kind === 'computer'),
    direct: world.oldPhone !== null,
  };
  const titles: Readonly<Record<Route, string>> = {
    icloud: 'Restore from the iCloud backup',
    computer: 'Restore from the computer backup',
    direct: 'Move from the old phone to the new one',
  };
  return Object.fromEntries(ROUTES.filter((way) => way === route || isThere[way]).map((way) => [way, titles[way]]));
}

/** What a backup of another kind can move: nearly everything. */
const BY_KIND = {
  moves: [
    ...FURTHER,
    'service.at-backup',
    'item.protection',
    'app.switch',
    'organisation.icloud-backup',
    'device.sim',
    'item.management',
    'computer.system-files',
    'computer.keeps-settings',
    'computer.installs-apps',
    'move.holds',
    'move.carries',
    'move.room',
    'move.left-over',
    'line.step',
    'watch.step',
    'computer.fetches-apps',
  ],
  unblocks: [
    ...WHICH_BACKUP.unblocks,
    'staging-left',
    'erased-by-ios',
    'needs-restart',
    'not-moved',
    'sign-in',
    'no-account',
    'pairing-forbidden',
    'erase-refused',
    'restore-hidden',
    'disconnected',
    'computer-error',
    'find-my',
    'direct-needs-newer-ios',
    'direct-not-offered',
    'direct-hidden',
    'no-old-phone',
    'quick-start-forbidden',
    'phones-apart',
    'owner-missing',
    'old-passcode',
    'old-phone-newer',
    'move-broken-off',
    'set-up-as-new',
  ],
} as const satisfies Pick<ConditionRow, 'moves' | 'unblocks'>;

const NEW_BACKUP_WORDS = { none: 'As they are', computer: 'Encrypted, on a computer', icloud: 'In iCloud' };

/** Whether there is still a phone to be backed up: then it needs no going back in time. */
const canStillBeMade = ({ world }: Scenario): boolean => world.oldPhone?.state === 'at-hand';

const NEW_BACKUPS: readonly ConditionRow[] = (['computer', 'icloud'] as const).flatMap((kind) =>
  (['another-way', 'before-the-backup'] as const).map((when): ConditionRow => ({
    key: 'newBackup',
    always: true,
    words: NEW_BACKUP_WORDS,
    title: kind === 'computer' ? 'A backup of another kind' : 'A backup in iCloud',
    group: kind === 'computer' ? 'encryption context' : 'outside',
    ...(kind === 'icloud' ? { section: 'backup' } : {}),
    when,
    parts: () => [{ path: '', name: '', values: { newBackup: 'none' } }],
    applies: (scenario) =>
      !scenario.world.backups.some((backup) => backup.kind === kind) &&
      canStillBeMade(scenario) === (when === 'another-way'),
    values: {
      none: 'Leave it at the backups there are',
      ...(kind === 'computer'
        ? { computer: 'Make an encrypted backup with a computer, and restore that' }
        : { icloud: 'Make a backup in iCloud, and restore that' }),
    },
    ...BY_KIND,
  })),
);

/** By which way the data come: another backup that there is, the old phone itself, or a backup that is made for it. */
export const WAY_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'route',
    always: true,
    title: 'From where',
    group: 'outside',
    section: 'backup',
    when: 'another-way',
    parts: ({ route }) => [{ path: '', name: '', values: { route } }],
    values: waysOf,
    ...BY_KIND,
  },
  ...NEW_BACKUPS,
];
