import type { ItemGroup } from '../src/rulebook/judge/judgement.ts';
import { isOfOwnWay } from '../src/rulebook/rules/own-way.ts';
import type { Emitted } from './events.ts';

/** What leaves a machine for a group of items: they arrived, they wait, or a rule closed them. */
export function eventOfGroup(group: ItemGroup): Emitted {
  const { items, gate, rule, outcome } = group;
  if (rule === null) return { type: 'item.arrived', items, gate, from: 'backup', rule };
  if (outcome === 'restored') return { type: 'item.arrived', items, gate, from: 'backup', rule };
  if (outcome === 'downloaded-again') return { type: 'item.arrived', items, gate, from: 'store', rule };
  if (outcome === 'pending') return { type: 'item.waiting', items, gate, rule, also: group.also };
  return { type: 'item.judged', ...group };
}

/** The same for what an app brings by a way of its own; a way that cannot be used only explains itself. */
export function eventOfOwnWay(group: ItemGroup): readonly Emitted[] {
  const { items, gate, rule, outcome } = group;
  // Where iCloud has a say in it as well, that is told by sync.
  if (rule === null || !isOfOwnWay(rule)) return [];
  if (outcome === 'downloaded-again') return [{ type: 'item.arrived', items, gate, from: 'app', rule }];
  if (outcome === 'pending') return [{ type: 'item.waiting', items, gate, rule, also: group.also }];
  return outcome === 'unknown' ? [{ type: 'item.judged', ...group }] : [{ type: 'sync.withheld', items, rule }];
}

/** The same at the end of the story, where what no rule closed has not arrived: it is only judged. */
export const eventOfOpenGroup = (group: ItemGroup): Emitted =>
  group.rule === null ? { type: 'item.judged', ...group } : eventOfGroup(group);
