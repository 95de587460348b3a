import * as z from 'zod/mini';
import { keptFor } from '../model/groups.ts';
import type { Item } from '../model/world.ts';
import { itemSchema } from '../model/items.ts';
import { CATEGORIES, type CategoryId } from '../rulebook/categories/categories.ts';
import type { Category } from '../rulebook/categories/category.ts';
import type { FactId } from '../rulebook/facts/facts.ts';
import { cellsOf } from '../rulebook/judge/cells.ts';
import { rulesOn } from '../rulebook/judge/rows.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import { APP_DATA_AND_CODES } from '../rulebook/rules/scopes.ts';
import type { Complaint } from './complaint.ts';
import type { Plain } from './scenario.ts';
import { listIn } from './stated.ts';

/**
 * What reads a field of an item: everything, the facts named, an iCloud service, what keeps a copy elsewhere, or what
 * concerns a few categories alone.
 */
type ReadBy = 'everything' | 'services' | 'elsewhere' | readonly FactId[] | { readonly only: readonly CategoryId[] };

/**
 * A field that nothing reads for the category of its item says something that the story then passes over in silence.
 * Which facts a category is judged by is told by the rules; here stands which facts read a field.
 */
const READ_BY: Readonly<Record<keyof Item, ReadBy>> = {
  id: 'everything',
  category: 'everything',
  title: 'everything',
  count: 'everything',
  bytes: 'everything',
  created: 'everything',
  deleted: 'everything',
  heldBy: 'everything',
  needs: 'everything',
  on: 'everything',
  app: 'everything',
  policy: ['app.policy'],
  backupSwitch: ['app.switch'],
  ownSwitch: ['app.own-switch'],
  overTwoGigabytes: ['item.large-video'],
  store: ['item.store'],
  runsOn: ['item.runs-here'],
  offloaded: ['item.offloaded'],
  account: ['item.password'],
  protection: ['item.protection'],
  management: ['item.management'],
  inBackup: ['item.in-backup', 'own.kept-apart', 'app.own-switch'],
  fails: ['item.fails', 'item.stops'],
  start: { only: ['app'] },
  onDemand: { only: ['network-settings'] },
  deviceMark: { only: APP_DATA_AND_CODES },
  listed: ['item.listed'],
  putBack: ['item.put-back'],
  carried: ['move.carries'],
  stillShown: ['phone.shared-store'],
  installedBy: ['item.installed-by'],
  uploaded: 'elsewhere',
  syncs: 'services',
};

/** The facts that the rules of a category compare. */
const factsOfCategory = keptFor(
  (category: CategoryId): ReadonlySet<FactId> =>
    new Set(rulesOn(RULES, category).flatMap(({ rule }) => cellsOf(rule).map(([fact]) => fact))),
);

/** Whether a field of an item of this category can make a difference to anything. */
export function hasEffect(field: keyof Item, category: CategoryId): boolean {
  const readers = READ_BY[field];
  if (readers === 'everything') return true;
  const { service, elsewhere }: Category = CATEGORIES[category];
  if (readers === 'services') return service !== undefined;
  if (readers === 'elsewhere') return service !== undefined || elsewhere !== undefined;
  if ('only' in readers) return readers.only.includes(category);
  const facts = factsOfCategory(category);
  return readers.some((fact) => facts.has(fact));
}

/** What holds where nothing is said: to say it all the same is no mistake. */
const USUAL: Readonly<Partial<Record<string, unknown>>> = {
  ...z.omit(itemSchema, { id: true, title: true }).parse({ category: 'any' }),
  syncs: 'on',
};

/** The fields of items that say something which nothing reads, in a scenario that is valid otherwise. */
export function* fieldsWithoutEffect(stated: Plain): Generator<Complaint> {
  for (const [index, item] of listIn(stated['world'], 'items').entries()) {
    const category = item['category'] as CategoryId;
    for (const field of Object.keys(item) as (keyof Item)[]) {
      if (item[field] === USUAL[field] || hasEffect(field, category)) continue;
      const where = (Object.keys(CATEGORIES) as CategoryId[]).filter((id) => hasEffect(field, id));
      const more = where.slice(MOST).length;
      yield {
        path: ['world', 'items', index, field],
        at: 'key',
        message: `“${field}” has no effect on items of the category “${category}”`,
        advice: `Leave it out. It counts for ${where.slice(0, MOST).join(', ')}${more > 0 ? ` and ${more} more` : ''}.`,
      };
    }
  }
}
/** Categories that the advice names. */
const MOST = 6;
