/** Versions such as `8.4.1`: compared part by part as numbers, missing parts count as 0. */
const VERSION = /^\d{1,3}(\.\d{1,3}){0,3}$/;

export const isVersion = (text: string): boolean => VERSION.test(text);

/** Negative when `a` is older than `b`, 0 when equal (`10` equals `10.0`), positive when newer. */
export function compareVersions(a: string, b: string): number {
  const left = a.split('.').map(Number);
  const right = b.split('.').map(Number);
  for (let part = 0; part < Math.max(left.length, right.length); part += 1) {
    const difference = (left[part] ?? 0) - (right[part] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

export const majorOf = (version: string): number => Number(version.split('.')[0]);
