import { ABSENT_APP_CONDITIONS, ACT_CONDITIONS } from './conditions/acts.conditions.ts';
import { APP_CONDITIONS } from './conditions/app.conditions.ts';
import type { Item } from '../../model/world.ts';
import type { CategoryId } from '../../rulebook/categories/categories.ts';
import { hasEffect } from '../../scenario/item-fields.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { ACCOUNT_CONDITIONS } from './conditions/account.conditions.ts';
import { BACKUP_CONDITIONS } from './conditions/backup.conditions.ts';
import { COURSE_CONDITIONS } from './conditions/course.conditions.ts';
import { DEVICE_CONDITIONS } from './conditions/device.conditions.ts';
import { DIRECT_CONDITIONS } from './conditions/direct.conditions.ts';
import { COPY_CONDITIONS, OWN_WAY_CONDITIONS } from './conditions/copy.conditions.ts';
import { ITEM_CONDITIONS } from './conditions/item.conditions.ts';
import { MANAGEMENT_CONDITIONS } from './conditions/management.conditions.ts';
import { ORGANISATION_CONDITIONS } from './conditions/organisation.conditions.ts';
import { SERVICE_CONDITIONS } from './conditions/service.conditions.ts';
import type { Condition } from './condition.ts';
import { conditionsOf } from './conditions/row.ts';

const ROWS = [
  ...DEVICE_CONDITIONS,
  ...ACCOUNT_CONDITIONS,
  ...BACKUP_CONDITIONS,
  ...DIRECT_CONDITIONS,
  ...SERVICE_CONDITIONS,
  ...COPY_CONDITIONS,
  ...COURSE_CONDITIONS,
  ...ACT_CONDITIONS,
  ...ORGANISATION_CONDITIONS,
  ...MANAGEMENT_CONDITIONS,
];

/** Every condition of a scenario, those of items left out, in the order of the panel. */
export const listConditions = (scenario: Scenario): readonly Condition[] =>
  ROWS.flatMap((row) => conditionsOf(row, scenario));

/** The conditions of the items named alone, such as the switch of one app. */
export const itemConditions = (scenario: Scenario, items: ReadonlySet<string>): readonly Condition[] =>
  [...ITEM_CONDITIONS, ...APP_CONDITIONS, ...ABSENT_APP_CONDITIONS, ...OWN_WAY_CONDITIONS]
    .flatMap((row) => conditionsOf(row, scenario))
    .filter((condition) => condition.item !== undefined && items.has(condition.item) && counts(scenario, condition));

/** A switch that nothing reads for this kind of data would be no condition. */
function counts({ world }: Scenario, { path, item }: Condition): boolean {
  const category = world.items.find(({ id }) => id === item)?.category as CategoryId;
  const [list, , field] = path.split('.');
  return list !== 'items' || hasEffect(field as keyof Item, category);
}
