/**
 * A value that cannot be missing here. A stand-in such as `?? 0` would carry on with something untrue; this stops
 * with the words of what is missing.
 */
export function must<T>(value: T | undefined | null, what: string): T {
  if (value === undefined || value === null) throw new Error(`${what} is missing`);
  return value;
}
