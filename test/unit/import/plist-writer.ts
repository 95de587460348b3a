import type { PlistValue } from '../../../src/import/binary-plist.ts';

/** An object in its written form: its bytes, given how references are written. */
export type Part =
  | Uint8Array
  | { readonly marker: number; readonly count: number; readonly references: readonly number[] };

const trailerOf = (offsetSize: number, objects: number, top: number, table: number): number[] => [
  0,
  0,
  0,
  0,
  0,
  0,
  offsetSize,
  2,
  ...wide(objects, 8),
  ...wide(top, 8),
  ...wide(table, 8),
];

export function wide(value: number | bigint, bytes: number): number[] {
  const all = BigInt.asUintN(bytes * 8, BigInt(value));
  return Array.from({ length: bytes }, (_, index) => Number((all >> BigInt((bytes - 1 - index) * 8)) & 0xffn));
}

const ascii = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const head = (type: number, count: number): number[] =>
  count < 15 ? [type | count] : [type | 15, 0x11, ...wide(count, 2)];

/** A whole file of parts that point at each other by number; two bytes for each reference. */
export function fileOf(parts: readonly Part[], top = 0): Uint8Array {
  const bytes = ascii('bplist00');
  const offsets: number[] = [];
  for (const part of parts) {
    offsets.push(bytes.length);
    if (part instanceof Uint8Array) bytes.push(...part);
    else bytes.push(...head(part.marker, part.count), ...part.references.flatMap((reference) => wide(reference, 2)));
  }
  const table = bytes.length;
  for (const offset of offsets) bytes.push(...wide(offset, 4));
  return Uint8Array.from([...bytes, ...trailerOf(4, parts.length, top, table)]);
}

export const list = (...references: number[]): Part => ({ marker: 0xa0, count: references.length, references });
export const dict = (keys: readonly number[], values: readonly number[]): Part => ({
  marker: 0xd0,
  count: keys.length,
  references: [...keys, ...values],
});
export const raw = (...bytes: number[]): Part => Uint8Array.from(bytes);
export const text = (words: string): Part =>
  [...words].every((letter) => letter.charCodeAt(0) < 128)
    ? Uint8Array.from([...head(0x50, words.length), ...ascii(words)])
    : Uint8Array.from([
        ...head(0x60, words.length),
        ...Array.from({ length: words.length }, (_, index) => wide(words.charCodeAt(index), 2)).flat(),
      ]);

/** A file of an ordinary value, as a phone would write it. */
export function write(value: PlistValue): Uint8Array {
  const parts: Part[] = [];
  const put = (inner: PlistValue): number => {
    const index = parts.push(raw(0)) - 1;
    parts[index] = partOf(inner, put);
    return index;
  };
  put(value);
  return fileOf(parts);
}

function partOf(value: PlistValue, put: (inner: PlistValue) => number): Part {
  if (value === null) return raw(0);
  if (typeof value === 'boolean') return raw(value ? 9 : 8);
  if (typeof value === 'string') return text(value);
  if (typeof value === 'bigint') return raw(0x14, ...wide(value, 16));
  if (typeof value === 'number')
    return Number.isInteger(value) ? raw(0x13, ...wide(value, 8)) : raw(0x23, ...float(value));
  if (value instanceof Uint8Array) return Uint8Array.from([...head(0x40, value.length), ...value]);
  if (value instanceof Map) {
    const entries = [...(value as ReadonlyMap<string, PlistValue>)];
    return dict(
      entries.map(([key]) => put(key)),
      entries.map(([, inner]) => put(inner)),
    );
  }
  if (Array.isArray(value)) return list(...(value as readonly PlistValue[]).map(put));
  if ('kind' in value && value.kind === 'date')
    return raw(0x33, ...float((value.milliseconds - 978_307_200_000) / 1000));
  return raw(0x80, 'kind' in value && value.kind === 'uid' ? value.value : 0);
}

function float(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return [...new Uint8Array(view.buffer)];
}
