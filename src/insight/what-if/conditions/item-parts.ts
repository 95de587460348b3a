import { spokenNames } from '../../../model/spoken-names.ts';
import type { Item } from '../../../model/world.ts';
import { categoryOf } from '../../../rulebook/case/case-file.ts';
import { UNKNOWN } from '../../../rulebook/facts/fact.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Part } from './row.ts';

/* The items that a condition is of: all of them, or those that somebody has to look at first. */

export const everyItem = ({ world }: Scenario): readonly Part[] =>
  world.items.map((item) => ({ path: `items.${item.id}`, name: `“${item.title}”`, values: item, item: item.id }));
export const isApp = (_scenario: Scenario, { values }: Part): boolean => values['app'] !== undefined;
/** Of an app, or of what nobody has said anything about. */
export const ofAppOr =
  (key: string) =>
  (scenario: Scenario, part: Part): boolean =>
    isApp(scenario, part) || part.values[key] === UNKNOWN;
export const isValue =
  (key: string, value: string) =>
  (_scenario: Scenario, part: Part): boolean =>
    part.values[key] === value;
/** Where nobody has said whether a service holds it, one only has to look. */
export const perhapsUploaded = (scenario: Scenario): readonly Part[] =>
  everyItem(scenario)
    .filter(
      ({ values }) =>
        categoryOf(values as unknown as Item).service !== undefined &&
        (values['uploaded'] === undefined || values['uploaded'] === 'unknown'),
    )
    .map((part) => ({ ...part, values: { ...part.values, uploaded: 'unknown' } }));
/** The same for a computer backup, where sources differ on what it puts back, or are silent. */
export const perhapsInBackup = (scenario: Scenario): readonly Part[] =>
  everyItem(scenario)
    .filter(
      ({ values }) =>
        ['disputed-if-synced', 'not-settled-unless-synced'].includes(categoryOf(values as unknown as Item).computer) &&
        (values['inBackup'] === undefined || values['inBackup'] === 'unknown'),
    )
    .map((part) => ({ ...part, values: { ...part.values, inBackup: 'unknown' } }));
/** What no source says of a direct move: it can be looked for on the new phone. */
export const perhapsCarried = (scenario: Scenario): readonly Part[] =>
  scenario.route === 'direct'
    ? everyItem(scenario)
        .filter(({ values }) => values['carried'] === undefined || values['carried'] === 'unknown')
        .map((part) => ({ ...part, values: { ...part.values, carried: 'unknown' } }))
    : [];
export const withKey =
  (key: string) =>
  (_scenario: Scenario, { values }: Part): boolean =>
    values[key] !== undefined;
export const logins = ({ world }: Scenario): readonly Part[] =>
  world.items
    .filter(({ app, category }) => app !== undefined && category !== 'app')
    .map((item) => ({
      path: `script.login.${item.app}`,
      name: spokenNames(world).app(String(item.app)),
      values: { value: 'not yet' },
      item: item.id,
    }));

/** A switch in the app itself is only a wish: whether it was followed has to be looked for. */
export const perhapsWished = ({ world }: Scenario): readonly Part[] =>
  world.items
    .filter(({ ownSwitch, inBackup }) => ownSwitch !== 'none' && (inBackup === undefined || inBackup === 'unknown'))
    .map((item) => ({
      path: `items.${item.id}`,
      name: `“${item.title}”`,
      values: { ...item, inBackup: 'unknown' },
      item: item.id,
    }));
export const hangingApps = ({ world }: Scenario): readonly Part[] =>
  world.items
    .filter(({ category, app, start }) => category === 'app' && app !== undefined && start === 'hangs')
    .map((item) => ({
      path: `script.anew.${item.app}`,
      name: `“${item.title}”`,
      values: { value: 'as it is' },
      item: item.id,
    }));
/** An app that was deleted when the restore was over, or whose grey icon was. */
export const deletedApps = ({ world, script }: Scenario): readonly Part[] =>
  world.items
    .filter(
      ({ category, app, start }) =>
        category === 'app' &&
        start !== 'hangs' &&
        script.some((entry) => 'do' in entry && entry.do === 'app.deleted' && entry.app === app),
    )
    .map((item) => ({
      path: `script.keptApp.${item.app}`,
      name: `“${item.title}”`,
      values: { value: 'deleted' },
      item: item.id,
    }));
