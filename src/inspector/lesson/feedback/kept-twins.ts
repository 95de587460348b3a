import { type Fate, FATE_ORDER } from '../../../model/fates.ts';
import { type ItemTwin, itemTwinBy } from '../../../teach/item-twin.ts';
import type { Variant } from '../../../teach/variant.ts';
import { LESSON_PREFIX } from '../browser-shelf.ts';

/** What was looked for and found, or not. */
export type FoundTwin = ItemTwin | 'none';

/** With what was drawn in it: the same code of a lesson that was changed meanwhile is another case. */
const keyOf = ({ seed, drawn }: Variant, item: string, said: Fate | null): string =>
  `${LESSON_PREFIX}same-case.${seed}.${JSON.stringify(drawn)}.${item}.${said === null ? 0 : FATE_ORDER.indexOf(said)}`;

/**
 * What this window has found before it was loaded anew. Only the condition is kept, and where the item ends with it is
 * played again: what is kept says nothing of where anything ends. What cannot be read is looked for again.
 */
export function keptTwin(variant: Variant, item: string, said: Fate | null): FoundTwin | undefined {
  try {
    const kept = sessionStorage.getItem(keyOf(variant, item, said));
    if (kept === null) return undefined;
    if (kept === 'none') return kept;
    const at = kept.lastIndexOf('=');
    return itemTwinBy(variant, item, kept.slice(0, at), kept.slice(at + 1));
  } catch {
    return undefined;
  }
}

export function keepTwin(variant: Variant, item: string, said: Fate | null, found: FoundTwin): void {
  try {
    const kept = found === 'none' ? found : `${found.contrast.path}=${found.contrast.to}`;
    sessionStorage.setItem(keyOf(variant, item, said), kept);
  } catch {
    // A window without storage looks for it again.
  }
}
