import { COMPANIONS } from '../../insight/what-if/condition.ts';
import type { Changes } from '../../scenario/conditions.ts';

/** How many conditions are changed, as a person counts them. */
export const countChanges = (changes: Changes): number =>
  Object.keys(changes).filter((path) => !COMPANIONS.some((companion) => companion === path)).length;
