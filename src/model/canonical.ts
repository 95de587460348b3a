/** A value that JSON can carry without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Canonical JSON (RFC 8785): keys in code-unit order, members that are undefined left out.
 * Throws a TypeError on what JSON would silently lose (NaN, bigint, functions, holes, class instances, lone surrogates).
 */
export function canonical(value: unknown): string {
  if (value === null) return 'null';
  switch (typeof value) {
    case 'boolean':
      return value ? 'true' : 'false';
    case 'number':
      if (!Number.isFinite(value)) throw new TypeError(`canonical: ${value} is not a JSON number`);
      return JSON.stringify(value);
    case 'string':
      if (LONE_SURROGATE.test(value)) throw new TypeError('canonical: lone surrogate in text');
      return JSON.stringify(value);
    case 'object':
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new TypeError(`canonical: ${typeof value} is not JSON`);
  }
}

function canonicalArray(values: readonly unknown[]): string {
  const parts: string[] = [];
  for (const value of values) parts.push(canonical(value));
  return `[${parts.join(',')}]`;
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('canonical: not a plain object');
  const record = value as Record<string, unknown>;
  const parts: string[] = [];
  for (const key of Object.keys(record).toSorted()) {
    if (record[key] !== undefined) parts.push(`${canonical(key)}:${canonical(record[key])}`);
  }
  return `{${parts.join(',')}}`;
}
