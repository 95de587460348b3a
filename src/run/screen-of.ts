import { orNull, cellOf } from '../model/optional.ts';
import { type FullScreenId, isSheet, type SheetId } from '../model/screens.ts';
import { must } from '../model/must.ts';
import { isOfRestore, RESTORE_PATH, SYNC_PATH } from './actor-paths.ts';
import { saidBy } from './machines.ts';
import type { ActorStates, Running } from './standing.ts';

export interface ShownScreen {
  readonly id: FullScreenId;
  /** The state that shows it, and its meaning. */
  readonly state: string;
  readonly says: string;
  /** A sheet that asks for something over the screen. */
  readonly sheet: SheetId | null;
}

/** What the customer sees after a step: the innermost screen of the restore; once it is over, that of its end. */
export function screenOf({ actors, ended }: Pick<Running, 'actors' | 'ended'>): ShownScreen {
  const found = shownBy(actors, isOfRestore) ??
    shownBy(ended, (path) => path === RESTORE_PATH) ?? { id: 'hello' as const, state: 'setUp.hello', says: '' };
  const asks = sheetsOf(actors);
  const sheet = orNull(asks.find((id) => id === 'store-password') ?? asks[0]);
  return { ...found, sheet };
}

function shownBy(
  states: ActorStates,
  mayShow: (path: string) => boolean,
): { id: FullScreenId; state: string; says: string } | undefined {
  const paths = Object.keys(states)
    .filter(mayShow)
    .toSorted((a, b) => b.length - a.length);
  for (const path of paths) {
    for (const leaf of must(states[path], path)) {
      const id = saidBy(path, leaf, 'screen');
      if (id !== undefined && !isSheet(id)) return { id, state: leaf, says: cellOf(saidBy(path, leaf, 'says')) };
    }
  }
  return undefined;
}

function sheetsOf(actors: ActorStates): SheetId[] {
  return Object.keys(actors)
    .filter((path) => isOfRestore(path) || path === SYNC_PATH)
    .flatMap((path) =>
      must(actors[path], path).flatMap((leaf) => {
        const id = saidBy(path, leaf, 'screen');
        return id !== undefined && isSheet(id) ? [id] : [];
      }),
    );
}
