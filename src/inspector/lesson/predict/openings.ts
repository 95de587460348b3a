import type { Recording } from '../../../stepping/recording.ts';

/**
 * The position at which each item changes for the last time, by its id: only there its fate is what it is at the end. A
 * photo library is in no backup at first and synced later: its first verdict is none. What never changes is settled
 * when the story is over.
 */
export function openingsOf({ items, patches, last }: Recording): ReadonlyMap<string, number> {
  const openings = new Map(items.map(({ id }) => [id, last]));
  for (const [position, patch] of patches.entries())
    if (patch)
      for (const place of patch.visible) {
        const item = items[place];
        if (item) openings.set(item.id, position);
      }
  return openings;
}

/** Where the story stops by itself. */
export type RevealStops = 'at each drop' | 'at each gate' | 'at the end';

/** The position at which the story stops next, after a position: never beyond the end. */
export function nextStop(
  recording: Recording,
  openings: Iterable<number>,
  position: number,
  stops: RevealStops,
): number {
  if (stops === 'at the end') return recording.last;
  const places =
    stops === 'at each gate' ? recording.segments.map(({ to }) => to) : [...openings].toSorted((a, b) => a - b);
  return places.find((place) => place > position) ?? recording.last;
}
