import { accountNames } from '../../../model/account-names.ts';
import { hasService, SERVICE_IDS, type ServiceId } from '../../../model/services.ts';
import { spokenNames } from '../../../model/spoken-names.ts';
import { categoryOf } from '../../../rulebook/case/case-file.ts';
import type { FactId } from '../../../rulebook/facts/facts.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { ConditionRow, Part } from './row.ts';

/** Services that an iOS of this story can have: nobody is told to switch on what came later. */
function servicesUsed({ world }: Scenario): readonly ServiceId[] {
  const services = new Set(world.items.map((item) => categoryOf(item).service));
  const { ios, latestIos = ios } = world.device;
  const versions = [ios, latestIos, ...world.backups.map((backup) => backup.ios)];
  return SERVICE_IDS.filter((id) => services.has(id) && versions.some((each) => hasService(each, id)));
}
const nameOf = (service: ServiceId): string => service.replace('-', ' ');
const used = (scenario: Scenario): readonly Part[] =>
  servicesUsed(scenario).map((service) => ({
    path: `services.${service}`,
    name: nameOf(service),
    values: scenario.world.services[service],
    service,
  }));
/** Switches that are said of one backup alone. */
const ofOneBackup = (scenario: Scenario): readonly Part[] =>
  scenario.world.backups.flatMap(({ id, services }) =>
    servicesUsed(scenario).flatMap((service) => {
      const value = services?.[service];
      return value === undefined
        ? []
        : [
            {
              path: `backups.${id}.services.${service}`,
              name: `${nameOf(service)} before ${spokenNames(scenario.world).backup(id)} is made`,
              values: { value },
              service,
            },
          ];
    }),
  );
const AT_THE_BACKUP: readonly FactId[] = [
  'service.at-backup',
  'item.listed',
  'backup.keychain',
  'service.holds',
  'item.last-copy-erased',
  'service.trust',
  'item.in-a-backup',
  'move.carries',
];
const whole = ({ world }: Scenario): readonly Part[] => [{ path: 'services', name: '', values: world.services }];
const rooms = ({ world }: Scenario): readonly Part[] =>
  world.accounts
    .filter(({ id, room }) => id === world.services.account && room !== undefined)
    .map((account) => ({
      path: `accounts.${account.id}`,
      name: accountNames(world.accounts)(account.id),
      values: account,
      account: account.id,
    }));

/** iCloud services beside the backup: at the time of the backup, and now. */
export const SERVICE_CONDITIONS: readonly ConditionRow[] = [
  {
    key: 'now',
    title: 'iCloud for % now',
    group: 'outside',
    section: 'cloud',
    when: 'now',
    atOnce: true,
    parts: used,
    helps: ['on'],
    values: { on: 'Switch iCloud on for %', off: 'Switch iCloud off for %' },
    moves: ['service.now', 'service.holds', 'item.last-copy-erased', 'service.trust'],
  },
  {
    key: 'atBackup',
    title: 'iCloud for % at the backup',
    group: 'outside',
    section: 'captured',
    when: 'before-the-backup',
    parts: used,
    values: {
      on: 'Have iCloud on for % before the backup is made',
      off: 'Have iCloud off for % when the backup is made',
    },
    moves: AT_THE_BACKUP,
  },
  {
    title: 'iCloud for %',
    group: 'outside',
    section: 'captured',
    when: 'before-the-backup',
    parts: ofOneBackup,
    values: { on: 'Have iCloud on for %', off: 'Have iCloud off for %' },
    moves: AT_THE_BACKUP,
  },
  {
    key: 'account',
    title: 'Whose iCloud it is',
    reads: 'names',
    group: 'account trust',
    when: 'before-the-backup',
    parts: whole,
    values: ({ world }) =>
      Object.fromEntries(
        world.accounts.map(({ id }) => [id, `Keep these data in the iCloud of ${accountNames(world.accounts)(id)}`]),
      ),
    moves: ['service.account', 'item.last-copy-erased', 'service.holds', 'service.trust'],
  },
  {
    key: 'room',
    title: 'Room in the iCloud of %',
    group: 'outside',
    section: 'cloud',
    reads: 'sizes',
    when: 'before-the-backup',
    parts: rooms,
    values: ({ world }, { values }) => ({
      [String(values['room'])]: 'Leave the plan as it is',
      [String(
        Math.max(
          Number(values['room']),
          world.items.reduce((sum, { bytes }) => sum + bytes, 0),
        ),
      )]: 'Have room in the iCloud of % for everything, in good time',
    }),
    moves: ['service.holds', 'item.last-copy-erased'],
  },
];
