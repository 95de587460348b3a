import type { Route } from '../../model/kinds.ts';
import { onWay } from '../../model/on-way.ts';
import { type FactId, FACTS } from './facts.ts';

/** What to ask a person about a fact that nobody stated, as it is said on a way: a move has no backup. */
export function askOn(route: Route, fact: FactId): string {
  return onWay(route, FACTS[fact].ask);
}
