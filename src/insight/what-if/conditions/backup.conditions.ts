import { newestFirst } from '../../../model/newest-first.ts';
import { addDays } from '../../../model/time.ts';
import { spokenNames } from '../../../model/spoken-names.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import { type ConditionRow, type Part, WHICH_BACKUP } from './row.ts';
import { WAY_CONDITIONS } from './way.conditions.ts';

const all = ({ world }: Scenario): readonly Part[] =>
  world.backups.map((backup) => ({
    path: `backups.${backup.id}`,
    name: spokenNames(world).backup(backup.id),
    values: backup,
  }));
const ofKind =
  (kind: string) =>
  (scenario: Scenario): readonly Part[] =>
    all(scenario).filter(({ values }) => values['kind'] === kind);
const borrowed = (scenario: Scenario): readonly Part[] =>
  ofKind('icloud')(scenario).filter(({ values }) => values['space'] === 'borrowed');
/** The backup that the script chooses, or the newest, which the usual person takes. */
const chosen = ({ world, script, route }: Scenario): readonly Part[] => {
  const entry = script.find((candidate) => 'do' in candidate && candidate.do === 'backup.chosen');
  const newest = world.backups.filter(({ kind }) => kind === route).toSorted(newestFirst)[0];
  const backup = (entry && 'do' in entry ? entry.backup : undefined) ?? newest?.id;
  return backup === undefined ? [] : [{ path: 'script', name: '', values: { backup } }];
};
const newestItem = ({ world }: Scenario): string =>
  world.items.reduce((latest, { created = '' }) => (created > latest ? created : latest), '').slice(0, 10);

/** Which backup it is, and how it was made. */
export const BACKUP_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'backup',
    title: 'The backup that is chosen',
    control: 'backups',
    words: ({ world }) => Object.fromEntries(world.backups.map(({ id }) => [id, spokenNames(world).backup(id)])),
    group: 'outside',
    section: 'backup',
    when: 'another-way',
    parts: chosen,
    values: ({ world, route }, { values }) => ({
      [String(values['backup'])]: 'Choose the same backup',
      ...Object.fromEntries(
        world.backups
          .filter(({ kind }) => kind === route)
          .map(({ id }) => [id, `Choose ${spokenNames(world).backup(id)}`]),
      ),
    }),
    ...WHICH_BACKUP,
  },
  ...WAY_CONDITIONS,
  {
    key: 'made',
    reads: 'names',
    title: 'When % was made',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: all,
    applies: (scenario, { values }) => newestItem(scenario) >= String(values['made']).slice(0, 10),
    values: (scenario, { values }) => {
      const { today } = scenario.world;
      const next = addDays(newestItem(scenario), 1);
      return {
        [String(values['made'])]: 'Leave it as it is',
        [next > today.slice(0, 10) ? newestItem(scenario) : next]:
          'Make a new backup in the place of % before the restore, when everything is there',
      };
    },
    ...WHICH_BACKUP,
  },
  {
    key: 'encrypted',
    title: 'Encryption of %',
    group: 'encryption context',
    when: 'before-the-backup',
    parts: ofKind('computer'),
    values: { yes: 'Make % with encryption', no: 'Make % without encryption' },
    moves: [
      'backup.encrypted',
      'backup.keychain',
      'item.listed',
      'service.trust',
      'item.in-a-backup',
      'item.last-copy-erased',
    ],
    unblocks: ['backup-password', 'no-space'],
  },
  {
    key: 'password',
    title: 'The password of %',
    group: 'encryption context',
    when: 'now',
    parts: ofKind('computer'),
    helps: ['known'],
    applies: (_scenario, { values }) => values['encrypted'] !== 'no',
    values: {
      known: 'Find out the password of %',
      forgotten: 'Nobody knows the password of %',
    },
    together: { 'script.backupPassword': 'right' },
    moves: ['backup.password'],
    unblocks: ['backup-password'],
  },
  {
    key: 'complete',
    words: { yes: 'Finished', no: 'Never finished' },
    title: 'Completion of %',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: all,
    helps: ['yes'],
    values: { yes: 'Let % finish', no: '% never finished' },
    ...WHICH_BACKUP,
  },
  {
    key: 'after180Days',
    words: { kept: 'Kept', deleted: 'Deleted 180 days after the last one' },
    title: 'Keeping of %',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: ofKind('icloud'),
    helps: ['kept'],
    values: {
      kept: 'Make a new backup before the 180 days are over, so that % is kept',
      deleted: 'It is deleted after 180 days without a new one',
    },
    ...WHICH_BACKUP,
  },
  {
    key: 'extended',
    title: 'Prolonging of the borrowed space of %',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: borrowed,
    helps: ['yes'],
    values: {
      yes: 'Have the borrowed space of % prolonged in time',
      no: 'Nobody prolonged the borrowed space of %',
    },
    ...WHICH_BACKUP,
  },
  {
    key: 'space',
    title: 'The room of %',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: borrowed,
    helps: ['plan'],
    values: { plan: 'Make % in the room of the plan', borrowed: 'It is made in borrowed space' },
    ...WHICH_BACKUP,
  },
  {
    key: 'archive',
    title: 'Archiving of %',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: ofKind('computer'),
    applies: (_scenario, { values }) => values['archive'] === 'no',
    helps: ['yes'],
    values: { yes: 'Archive % before the next one is made', no: 'The next backup overwrites it' },
    ...WHICH_BACKUP,
  },
  {
    key: 'appList',
    title: 'The list of apps in %',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: ofKind('computer'),
    applies: (_scenario, { values }) => values['appList'] !== 'yes',
    helps: ['yes'],
    values: { yes: 'Make % anew, with its list of apps', no: '% has no list of its apps' },
    moves: ['backup.app-list', 'app.present'],
    unblocks: ['no-app-list'],
  },
  {
    key: 'contents',
    title: 'How much of the device % holds',
    words: { whole: 'All of it', partial: 'Chosen files' },
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: ofKind('computer'),
    applies: (_scenario, { values }) => values['contents'] === 'partial',
    helps: ['whole'],
    values: { whole: 'Make the backup % of the whole device', partial: 'The backup % holds chosen files' },
    moves: [],
    unblocks: ['thin-backup'],
  },
  {
    key: 'index',
    title: 'The list of files in %',
    group: 'outside',
    section: 'backup',
    when: 'now',
    parts: ofKind('computer'),
    applies: (_scenario, { values }) => values['index'] === 'stale',
    helps: ['fits'],
    values: { fits: 'Have a tool put the list of files of % right', stale: 'It lists files that are not there' },
    ...WHICH_BACKUP,
  },
  {
    key: 'index',
    title: 'The list of files in %',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: ofKind('computer'),
    applies: (_scenario, { values }) => values['index'] === 'missing',
    helps: ['fits'],
    values: { fits: 'Make % anew, up to its end', missing: 'It has no list of files' },
    ...WHICH_BACKUP,
  },
  {
    key: 'damaged',
    words: { no: 'Can be read', yes: 'Cannot be read' },
    title: 'State of %',
    group: 'outside',
    section: 'backup',
    when: 'before-the-backup',
    parts: all,
    helps: ['no'],
    values: { no: 'Have % undamaged', yes: '% is damaged' },
    ...WHICH_BACKUP,
  },
  {
    key: 'supervised',
    title: 'Supervision recorded in %',
    group: 'device state',
    when: 'before-the-backup',
    parts: (scenario) =>
      all(scenario).filter(({ values }) => values['kind'] === 'computer' || values['supervised'] === 'unknown'),
    values: {
      yes: 'Make % of a supervised device',
      no: 'Make % of a device that nobody supervises',
    },
    ...WHICH_BACKUP,
  },
  {
    key: 'passcodeSet',
    title: 'A passcode at the time of %',
    group: 'device state',
    when: 'before-the-backup',
    parts: all,
    helps: ['no'],
    values: { yes: 'The passcode was set at the time of %', no: 'Make % with no passcode set' },
    moves: ['device.security-state'],
  },
];
