import type { ScriptEvent } from '../model/events.ts';
import { type MendId, MENDS } from '../rulebook/tables/mends.ts';

/** What mends an item, what that takes along, and the acts of a script that carry it out. */
export interface MendView {
  readonly act: string;
  readonly cost: string;
  readonly events: readonly ScriptEvent[];
}

export const mendViewOf = (id: MendId): MendView => {
  const { title: act, cost, acts: events } = MENDS[id];
  return { act, cost, events };
};
