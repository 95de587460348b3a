import type { ReadableItem } from './readable-item.ts';
import { READABLE_PERSONAL } from './readable-personal.ts';
import { READABLE_SYSTEM } from './readable-system.ts';

/**
 * What the places of a backup hold. The domain alone tells too little: messages, contacts, calls, notes and wallpaper
 * all lie in HomeDomain. Sources: the file list of iOS 16.4 (DOMAINS), the paths that analysis tools read (MVT, ILEAPP,
 * JSH), and the facts that each category cites. What stands nowhere here is `unclassified`.
 */
export const READABLE_ITEMS: readonly ReadableItem[] = [...READABLE_PERSONAL, ...READABLE_SYSTEM];

/** What no row names: told as such, and never as data of iOS. */
export const UNCLASSIFIED = {
  id: 'unclassified',
  category: 'unclassified',
  title: 'Data that we cannot name',
} as const satisfies Omit<ReadableItem, 'places'>;
