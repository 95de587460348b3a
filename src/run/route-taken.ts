import type { Route } from '../model/kinds.ts';
import type { World } from '../model/world.ts';
import type { JournalLine } from './journal-line.ts';

/** The way that a restore took, up to a line of its journal: the world's, unless the person took another. */
export function routeTaken(
  { route }: Pick<World, 'route'>,
  lines: readonly JournalLine[],
  until = Number.POSITIVE_INFINITY,
): Route {
  // Only who has joined two phones is asked once more.
  if (route !== 'direct') return route;
  const told = lines.findLast(
    (line) => line.n <= until && line.type === 'situation.changed' && line.changed.route !== undefined,
  );
  return (told?.type === 'situation.changed' ? told.changed.route : null) ?? route;
}
