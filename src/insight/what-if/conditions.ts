import type { Scenario } from '../../scenario/scenario.ts';
import { ACCOUNT_CONDITIONS } from './conditions/account.conditions.ts';
import { BACKUP_CONDITIONS } from './conditions/backup.conditions.ts';
import { COURSE_CONDITIONS } from './conditions/course.conditions.ts';
import { DEVICE_CONDITIONS } from './conditions/device.conditions.ts';
import { ITEM_CONDITIONS } from './conditions/item.conditions.ts';
import { ORGANISATION_CONDITIONS } from './conditions/organisation.conditions.ts';
import { SERVICE_CONDITIONS } from './conditions/service.conditions.ts';
import type { Condition } from './condition.ts';
import { conditionsOf } from './conditions/row.ts';

const ROWS = [
  ...DEVICE_CONDITIONS,
  ...ACCOUNT_CONDITIONS,
  ...BACKUP_CONDITIONS,
  ...SERVICE_CONDITIONS,
  ...COURSE_CONDITIONS,
  ...ORGANISATION_CONDITIONS,
];

/** Every condition of a scenario, those of items left out, in the order of the panel. */
export const listConditions = (scenario: Scenario): readonly Condition[] =>
  ROWS.flatMap((row) => conditionsOf(row, scenario));

/** The conditions of the items named alone, such as the switch of one app. */
export const itemConditions = (scenario: Scenario, items: ReadonlySet<string>): readonly Condition[] =>
  ITEM_CONDITIONS.flatMap((row) => conditionsOf(row, scenario)).filter(
    ({ item }) => item !== undefined && items.has(item),
  );
