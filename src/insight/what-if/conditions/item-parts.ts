import { spokenNames } from '../../../model/spoken-names.ts';
import type { ServiceId } from '../../../model/services.ts';
import type { Item, World } from '../../../model/world.ts';
import { isNotSettled } from '../../../rulebook/categories/category.ts';
import { categoryOf } from '../../../rulebook/case/case-file.ts';
import { addsToDevice } from '../../../rulebook/case/computer-restore.ts';
import { UNKNOWN } from '../../../rulebook/facts/fact.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Part } from './row.ts';

/* The items that a condition is of: all of them, or those that somebody has to look at first. */

const partOf = (item: Item, values: Part['values'] = item): Part => ({
  path: `items.${item.id}`,
  name: `“${item.title}”`,
  values,
  item: item.id,
});
/** What hangs on something that nobody has looked for yet: it reads as not known. */
const notKnown =
  (key: 'uploaded' | 'inBackup' | 'carried' | 'stillShown', may: (item: Item) => boolean) =>
  ({ world }: Scenario): readonly Part[] =>
    world.items
      .filter((item) => (item[key] === undefined || item[key] === 'unknown') && may(item))
      .map((item) => partOf(item, { ...item, [key]: 'unknown' }));

export const everyItem = ({ world }: Scenario): readonly Part[] => world.items.map((item) => partOf(item));
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
/** Whether a service was on at any time that somebody has said a word about. */
function wasEverOn({ services, backups }: World, service: ServiceId): boolean {
  const { atBackup, now } = services[service];
  return [atBackup, now, ...backups.map((backup) => backup.services?.[service])].some(
    (state) => state !== undefined && state !== 'off',
  );
}

/**
 * Where nobody has said whether a service holds it, one only has to look. A service that never was on has taken nothing
 * up: that it may be there is then told only to whom does not know it.
 */
export const perhapsUploaded = (scenario: Scenario): readonly Part[] =>
  notKnown('uploaded', (item) => {
    const { service } = categoryOf(item);
    return service !== undefined && (item.uploaded !== undefined || wasEverOn(scenario.world, service));
  })(scenario);
/** The same for a backup, where sources differ on what it puts back, or are silent. */
export const perhapsInBackup = notKnown('inBackup', (item) => isNotSettled(categoryOf(item)));
/** What no source says of a direct move: it can be looked for on the new phone. */
export const perhapsCarried = (scenario: Scenario): readonly Part[] =>
  scenario.route === 'direct' ? notKnown('carried', () => true)(scenario) : [];
/** What a program that adds may have written over: it can be looked for on the device. */
export const perhapsStillShown = (scenario: Scenario): readonly Part[] =>
  scenario.route === 'computer' && scenario.world.device.state === 'in-use' && addsToDevice(scenario)
    ? notKnown('stillShown', (item) => categoryOf(item).store !== 'apart')(scenario)
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
export const perhapsWished = notKnown('inBackup', ({ ownSwitch }) => ownSwitch !== 'none');
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
