/** Versions such as `8.4.1`: compared part by part as numbers, missing parts count as 0. */
const VERSION = /^\d{1,3}(\.\d{1,3}){0,3}$/;

export const isVersion = (text: string): boolean => VERSION.test(text);

/** Negative when `a` is older than `b`, 0 when equal (`10` equals `10.0`), positive when newer. */
export function compareVersions(a: string, b: string): number {
  if (a === b) return 0;
  const left = partsOf(a);
  const right = partsOf(b);
  for (let part = 0; part < Math.max(left.length, right.length); part += 1) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Rules compare the same few versions for each item of a world. */
const known = new Map<string, readonly number[]>();
const MOST_KNOWN = 1000;
function partsOf(version: string): readonly number[] {
  let parts = known.get(version);
  if (parts === undefined) {
    parts = version.split('.').map(Number);
    if (known.size < MOST_KNOWN) known.set(version, parts);
  }
  return parts;
}

export const majorOf = (version: string): number => Number(version.split('.')[0]);
