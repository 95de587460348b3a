import type { Item } from '../../model/world.ts';
import { policyOfItem } from '../facts/captured.facts.ts';
import { categoryOf } from './case-file.ts';

/** What a server or the app's own cloud keeps: no backup of the phone brings it back, so none is said to hold it. */
export const keptByItsApp = (item: Item): boolean =>
  ['server', 'own-cloud'].includes(policyOfItem({ item, category: categoryOf(item) }));
