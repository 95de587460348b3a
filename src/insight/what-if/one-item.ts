import type { Item } from '../../model/world.ts';
import { lieTogether } from '../../rulebook/case/shared-store.ts';
import type { Scenario } from '../../scenario/scenario.ts';

const appsOf = ({ world }: Scenario, items: readonly Item[]): readonly string[] => {
  const named = new Set(items.map(({ app }) => app));
  return world.items.flatMap(({ id, category, app }) =>
    category === 'app' && app !== undefined && named.has(app) ? [id] : [],
  );
};

/** An item with what it cannot be asked about without: its app, and what it needs. */
export const withItsOwn = (scenario: Scenario, item: Item): ReadonlySet<string> =>
  new Set([item.id, ...appsOf(scenario, [item]), ...item.needs]);

/** The same with what can touch it: on a device in use what may lie in the same files, and the apps of that. */
export function withItsFiles(scenario: Scenario, item: Item): ReadonlySet<string> {
  const { device, items } = scenario.world;
  const beside = device.state === 'in-use' ? items.filter((other) => lieTogether(item, other)) : [];
  return new Set([...withItsOwn(scenario, item), ...appsOf(scenario, beside), ...beside.map(({ id }) => id)]);
}

/**
 * Whether no item of the world can touch another but what lies in the same files, so that one may be asked about
 * without the rest.
 *
 * What stops a restore stops it for everything else. So does a VPN that lets nothing through; and an app that hangs
 * does so over what it holds.
 */
export const areApart = ({ world, script }: Scenario): boolean =>
  script.length === 0 &&
  world.device.free >= world.items.reduce((sum, { bytes }) => sum + bytes, 0) &&
  world.accounts.every(({ room }) => room === undefined) &&
  world.copies.length === 0 &&
  world.items.every(
    ({ fails, needs, start, onDemand }) =>
      fails?.and !== 'stops' && needs.length === 0 && start !== 'hangs' && onDemand !== 'cuts-network',
  );
