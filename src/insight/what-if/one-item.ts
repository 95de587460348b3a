import type { Item } from '../../model/world.ts';
import { lieTogether } from '../../rulebook/case/shared-store.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/**
 * An item with what it cannot be asked about without: its app, what it needs, and on a device in use what may lie in
 * the same files, with the apps of that.
 */
export function withItsOwn({ world }: Scenario, item: Item): ReadonlySet<string> {
  const beside = world.device.state === 'in-use' ? world.items.filter((other) => lieTogether(item, other)) : [];
  const apps = new Set([item, ...beside].flatMap(({ app }) => (app === undefined ? [] : [app])));
  return new Set([
    item.id,
    ...world.items.flatMap(({ id, category, app }) =>
      category === 'app' && app !== undefined && apps.has(app) ? [id] : [],
    ),
    ...item.needs,
    ...beside.map(({ id }) => id),
  ]);
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
