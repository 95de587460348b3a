import { eachOf } from '../model/optional.ts';
import type { Json } from '../model/canonical.ts';
import { CATEGORIES, CATEGORY_IDS, type CategoryId } from '../rulebook/categories/categories.ts';
import { APP_CATEGORIES } from '../rulebook/categories/apps.ts';
import { PERSONAL_CATEGORIES } from '../rulebook/categories/personal.ts';
import { SECRET_CATEGORIES } from '../rulebook/categories/secrets.ts';
import { STORE_CATEGORIES } from '../rulebook/categories/store.ts';
import { SYSTEM_CATEGORIES } from '../rulebook/categories/system.ts';
import { APP_TILES, type AppTile, type AppTileId } from './app-tiles.ts';
import type { CaseView } from './case-view.ts';
import type { JsonGroup } from './json.ts';
import type { QuestionOption } from './question.ts';

const GROUPS: readonly (readonly [title: string, table: object])[] = [
  ['What a person writes, takes and collects', PERSONAL_CATEGORIES],
  ['Passwords, keys and cards', SECRET_CATEGORIES],
  ['Bought in the store', STORE_CATEGORIES],
  ['How the phone is set up', SYSTEM_CATEGORIES],
  ['Parts of apps', APP_CATEGORIES],
];
const APPS = 'Apps';

export const isAppTile = (tile: string): tile is AppTileId => Object.hasOwn(APP_TILES, tile);
export const isTile = (tile: string): boolean => isAppTile(tile) || Object.hasOwn(CATEGORIES, tile);

/** Every tile: the kinds of apps first, then all kinds of data. */
export const ITEM_TILES: readonly QuestionOption[] = [
  ...Object.entries<AppTile>(APP_TILES).map(([value, { title, means }]) => ({
    value,
    words: title,
    means,
    group: APPS,
  })),
  ...GROUPS.flatMap(([group, table]) =>
    CATEGORY_IDS.filter((id) => Object.hasOwn(table, id)).map((id) => ({
      value: id,
      words: CATEGORIES[id].title,
      group,
    })),
  ),
];

/** What a tile puts into a case under a name: the items, and the copies that an app can make. */
export function partsOfTile(
  tile: string,
  name: string,
): { readonly items: readonly JsonGroup[]; readonly copies: readonly JsonGroup[] } {
  if (!isAppTile(tile)) {
    const category = tile as CategoryId;
    const isApp = category === 'app';
    return { items: [{ id: name, category, ...(isApp ? { app: name } : {}) }], copies: [] };
  }
  const { title, name: called = title, app, parts, copies }: AppTile = APP_TILES[tile];
  return {
    items: [
      { id: name, category: 'app', app: name, title: called, ...app },
      ...parts.map(({ key, title: each, category, says }) => ({
        id: `${name}-${key}`,
        category,
        app: name,
        title: each,
        ...says,
      })),
    ],
    copies: eachOf(copies).map(({ key, kind, of }) => ({ id: `${name}-${key}`, kind, of: [`${name}-${of}`] })),
  };
}

/** The tiles of which a case has something. */
export const tilesIn = ({ items }: CaseView): readonly string[] => {
  const present = new Set<string>();
  for (const { app, category } of items) present.add(app !== undefined && isAppTile(app) ? app : category);
  return ITEM_TILES.map(({ value }) => value).filter((tile) => present.has(tile));
};

/** Whether a part of a file belongs to a tile. */
export const isOfTile = (tile: string, item: JsonGroup): boolean => {
  const app: Json | undefined = item['app'];
  if (isAppTile(tile)) return app === tile;
  return item['category'] === tile && !(typeof app === 'string' && isAppTile(app));
};
