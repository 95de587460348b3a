import type { Item } from '../../model/world.ts';
import type { Scenario } from '../../scenario/scenario.ts';

/** An item with what it cannot be asked about without: its app, and what it needs. */
export const withItsOwn = ({ world }: Scenario, item: Item): ReadonlySet<string> =>
  new Set([
    item.id,
    ...world.items.flatMap((other) =>
      other.category === 'app' && other.app !== undefined && other.app === item.app ? [other.id] : [],
    ),
    ...item.needs,
  ]);

/**
 * Whether no item of the world can touch another, so that one may be asked about without the rest.
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
