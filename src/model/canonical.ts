/** A value that JSON can carry without loss. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };

const PLAIN_TEXT = /^[ !#-[\]-~]*$/;
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Canonical JSON (RFC 8785): keys in code-unit order, members that are undefined left out.
 * Throws a TypeError on what JSON would silently lose (NaN, bigint, functions, holes, class instances, lone
 * surrogates).
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
      if (PLAIN_TEXT.test(value)) return `"${value}"`;
      if (LONE_SURROGATE.test(value)) throw new TypeError('canonical: lone surrogate in text');
      return JSON.stringify(value);
    case 'object':
      return Array.isArray(value) ? canonicalArray(value) : canonicalObject(value);
    default:
      throw new TypeError(`canonical: ${typeof value} is not JSON`);
  }
}

function canonicalArray(values: readonly unknown[]): string {
  let text = '[';
  for (const [place, value] of values.entries()) text += place === 0 ? canonical(value) : `,${canonical(value)}`;
  return `${text}]`;
}

function canonicalObject(value: object): string {
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null) throw new TypeError('canonical: not a plain object');
  const record = value as Record<string, unknown>;
  let text = '';
  for (const sorted of sortedKeys(Object.keys(record))) {
    const member = record[sorted.key];
    if (member === undefined) continue;
    text = text === '' ? `{${sorted.prefix}${canonical(member)}` : text + behindOthers(sorted, member);
  }
  return text === '' ? '{}' : `${text}}`;
}

/** A member with its comma. Nearly all are one of a few words: put together anew they were most of a large world. */
function behindOthers({ prefix, known }: SortedKey, member: unknown): string {
  if (typeof member !== 'string') return `,${prefix}${canonical(member)}`;
  let text = known.get(member);
  if (text === undefined) {
    text = `,${prefix}${canonical(member)}`;
    if (known.size < MAX_KNOWN) known.set(member, text);
  }
  return text;
}

interface SortedKey {
  readonly key: string;
  /** The key as it stands in the text, with its colon. */
  readonly prefix: string;
  /** Words that stood under it, with what is written for them. */
  readonly known: Map<string, string>;
}
const MAX_KNOWN = 50;
interface Order {
  readonly keys: readonly string[];
  readonly sorted: readonly SortedKey[];
}
/** Records of one shape come by the thousand: each order of keys is sorted once. */
const sortedOrders = new Map<string, Order>();
const MAX_ORDERS = 1000;
/** Most records have the shape of the one before. */
let last: Order = { keys: [], sorted: [] };

function sortedKeys(keys: readonly string[]): readonly SortedKey[] {
  if (isOrder(last, keys)) return last.sorted;
  const name = keys.join('\n');
  const known = sortedOrders.get(name);
  // A key may hold the separator itself, and no key at all looks like one empty key.
  if (known && isOrder(known, keys)) {
    last = known;
    return known.sorted;
  }
  const sorted = keys.toSorted().map((key) => ({
    key,
    prefix: `${canonical(key)}:`,
    known: new Map<string, string>(),
  }));
  last = { keys, sorted };
  if (!known && sortedOrders.size < MAX_ORDERS) sortedOrders.set(name, last);
  return sorted;
}

const isOrder = ({ keys }: Order, others: readonly string[]): boolean =>
  keys.length === others.length && keys.every((key, index) => key === others[index]);
