/**
 * Newest first; of two that were made at the same moment, the one whose id comes first. Where they stand in a file
 * never decides, so that a file can be sorted anew without another fate.
 */
export function newestFirst<T extends { readonly made: string; readonly id: string }>(a: T, b: T): number {
  if (a.made !== b.made) return a.made < b.made ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}
