import { groupOf } from '../../model/groups.ts';
import type { WatchedActor } from './watched.ts';

export interface TreeRow {
  readonly actor: WatchedActor;
  readonly depth: number;
}

/** Actors as a tree, parents first; one whose parent never showed up stands at the top. */
export function treeOf(actors: ReadonlyMap<string, WatchedActor>): readonly TreeRow[] {
  const rows: TreeRow[] = [];
  const seen = new Set<string>();
  const children = new Map<string | null, WatchedActor[]>();
  for (const actor of actors.values()) {
    const parent = actor.parent !== null && actors.has(actor.parent) ? actor.parent : null;
    const siblings = children.get(parent);
    if (siblings) siblings.push(actor);
    else children.set(parent, [actor]);
  }
  /** Not by recursion: a stranger's tree can be as deep as it has actors. */
  const walk = (root: WatchedActor): void => {
    const waiting: TreeRow[] = [{ actor: root, depth: 0 }];
    for (let row = waiting.pop(); row; row = waiting.pop()) {
      if (seen.has(row.actor.id)) continue;
      seen.add(row.actor.id);
      rows.push(row);
      for (const child of groupOf(children, row.actor.id).toReversed())
        waiting.push({ actor: child, depth: row.depth + 1 });
    }
  };
  for (const root of groupOf(children, null)) walk(root);
  // Parents in a circle: only a liar sends that.
  for (const actor of actors.values()) walk(actor);
  return rows;
}
