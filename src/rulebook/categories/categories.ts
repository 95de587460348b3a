import { APP_CATEGORIES } from './apps.ts';
import { PERSONAL_CATEGORIES } from './personal.ts';
import { SECRET_CATEGORIES } from './secrets.ts';
import { STORE_CATEGORIES } from './store.ts';
import { SYSTEM_CATEGORIES } from './system.ts';
import type { Category } from './category.ts';

/** Every kind of data that an item can be. */
export const CATEGORIES = {
  ...APP_CATEGORIES,
  ...PERSONAL_CATEGORIES,
  ...STORE_CATEGORIES,
  ...SECRET_CATEGORIES,
  ...SYSTEM_CATEGORIES,
} satisfies Readonly<Record<string, Category>>;

export type CategoryId = keyof typeof CATEGORIES;
export const CATEGORY_IDS = Object.keys(CATEGORIES) as readonly CategoryId[];
