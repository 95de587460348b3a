/** The value, where it cannot be missing. Throws, naming what is missing: that is a fault of the program. */
export function must<T>(value: T | null | undefined, what: string): T {
  if (value === null || value === undefined) throw new Error(`missing: ${what}`);
  return value;
}
