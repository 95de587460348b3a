import type { PlistValue } from '../binary-plist.ts';
import { isPlistDict, isPlistList } from '../plist-parts.ts';

const EPOCH_2001 = 978_307_200_000;

/** Writes a binary property list as a device does: each number as short as it goes, equal texts once. */
export function writeBinaryPlist(value: PlistValue): Uint8Array {
  const writer = new Writer();
  const top = writer.add(value);
  return writer.whole(top);
}

class Writer {
  readonly #parts: { readonly head: number[]; readonly references: readonly number[]; readonly body: Uint8Array }[] =
    [];
  readonly #texts = new Map<string, number>();

  add(value: PlistValue): number {
    if (typeof value === 'string') {
      const known = this.#texts.get(value);
      if (known !== undefined) return known;
    }
    const index = this.#parts.length;
    this.#parts.push({ head: [0], references: [], body: NOTHING });
    if (typeof value === 'string') this.#texts.set(value, index);
    this.#parts[index] = this.#part(value);
    return index;
  }

  #part(value: PlistValue): { head: number[]; references: readonly number[]; body: Uint8Array } {
    const plain = (head: number[], body: Uint8Array = NOTHING) => ({ head, references: [], body });
    if (value === null) return plain([0]);
    if (typeof value === 'boolean') return plain([value ? 9 : 8]);
    if (typeof value === 'bigint') return plain([0x14, ...wide(value, 16)]);
    if (typeof value === 'number') return plain(Number.isInteger(value) ? whole(value) : [0x23, ...float(value)]);
    if (typeof value === 'string') return plain(counted(isAscii(value) ? 0x50 : 0x60, value.length), textBytes(value));
    if (value instanceof Uint8Array) return plain(counted(0x40, value.length), value);
    if (isPlistDict(value)) {
      const entries = [...value];
      const keys = entries.map(([key]) => this.add(key));
      const references = [...keys, ...entries.map(([, inner]) => this.add(inner))];
      return { head: counted(0xd0, entries.length), references, body: NOTHING };
    }
    if (isPlistList(value))
      return { head: counted(0xa0, value.length), references: value.map((inner) => this.add(inner)), body: NOTHING };
    if (value.kind === 'date') return plain([0x33, ...float((value.milliseconds - EPOCH_2001) / 1000)]);
    return plain(value.value < 256 ? [0x80, value.value] : [0x83, ...wide(value.value, 4)]);
  }

  whole(top: number): Uint8Array {
    const referenceSize = this.#parts.length < 256 ? 1 : this.#parts.length < 65_536 ? 2 : 4;
    let size = 8;
    const offsets = this.#parts.map(({ head, references, body }) => {
      const offset = size;
      size += head.length + references.length * referenceSize + body.length;
      return offset;
    });
    const offsetSize = size < 256 ? 1 : size < 65_536 ? 2 : 4;
    const bytes = new Uint8Array(size + offsets.length * offsetSize + 32);
    bytes.set(textBytes('bplist00'));
    const put = (at: number, value: number, width: number): void => {
      let rest = value;
      for (let index = at + width - 1; index >= at; index -= 1) {
        bytes[index] = rest % 256;
        rest = Math.floor(rest / 256);
      }
    };
    for (const [index, { head, references, body }] of this.#parts.entries()) {
      let at = offsets[index] as number;
      bytes.set(head, at);
      at += head.length;
      for (const reference of references) {
        put(at, reference, referenceSize);
        at += referenceSize;
      }
      bytes.set(body, at);
    }
    for (const [index, offset] of offsets.entries()) put(size + index * offsetSize, offset, offsetSize);
    const trailer = bytes.length - 32;
    put(trailer + 6, offsetSize, 1);
    put(trailer + 7, referenceSize, 1);
    put(trailer + 8, offsets.length, 8);
    put(trailer + 16, top, 8);
    put(trailer + 24, size, 8);
    return bytes;
  }
}

const NOTHING = new Uint8Array(0);
const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text);

function textBytes(text: string): Uint8Array {
  if (isAscii(text)) return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    bytes[index * 2] = text.charCodeAt(index) >> 8;
    bytes[index * 2 + 1] = text.charCodeAt(index) & 255;
  }
  return bytes;
}

function counted(type: number, count: number): number[] {
  return count < 15 ? [type | count] : [type | 15, ...whole(count)];
}

function whole(value: number): number[] {
  if (value < 0 || value > 0xffff_ffff) return [0x13, ...wide(value, 8)];
  if (value < 256) return [0x10, value];
  return value < 65_536 ? [0x11, ...wide(value, 2)] : [0x12, ...wide(value, 4)];
}

function wide(value: number | bigint, width: number): number[] {
  const all = BigInt.asUintN(width * 8, BigInt(value));
  return Array.from({ length: width }, (_, index) => Number((all >> BigInt((width - 1 - index) * 8)) & 255n));
}

function float(value: number): number[] {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return [...new Uint8Array(view.buffer)];
}

/** Writes the same as XML, as computers do. */
export function writeXmlPlist(value: PlistValue): Uint8Array {
  const head =
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" ' +
    '"http://www.apple.com/DTDs/PropertyList-1.0.dtd">\n<plist version="1.0">\n';
  return new TextEncoder().encode(`${head}${xmlOf(value, '')}</plist>\n`);
}

function xmlOf(value: PlistValue, indent: string): string {
  const line = (name: string, text: string) => `${indent}<${name}>${escaped(text)}</${name}>\n`;
  if (value === null) return line('string', '');
  if (typeof value === 'boolean') return `${indent}<${value ? 'true' : 'false'}/>\n`;
  if (typeof value === 'bigint') return line('integer', String(value));
  if (typeof value === 'number') return line(Number.isInteger(value) ? 'integer' : 'real', String(value));
  if (typeof value === 'string') return line('string', value);
  if (value instanceof Uint8Array) return line('data', base64Of(value));
  const inner = `${indent}\t`;
  if (isPlistDict(value)) {
    const entries = [...value].map(([key, part]) => `${inner}<key>${escaped(key)}</key>\n${xmlOf(part, inner)}`);
    return `${indent}<dict>\n${entries.join('')}${indent}</dict>\n`;
  }
  if (isPlistList(value))
    return `${indent}<array>\n${value.map((part) => xmlOf(part, inner)).join('')}${indent}</array>\n`;
  return value.kind === 'date' ? line('date', momentOf(value.milliseconds)) : line('integer', String(value.value));
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function base64Of(bytes: Uint8Array): string {
  let letters = '';
  for (const byte of bytes) letters += String.fromCharCode(byte);
  return btoa(letters);
}

const two = (number: number): string => String(number).padStart(2, '0');

/** `2026-03-01T10:30:00Z`, by the inverse of the calendar's own count of days. */
function momentOf(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const days = Math.floor(seconds / 86_400);
  const rest = seconds - days * 86_400;
  const shifted = days + 719_468;
  const era = Math.floor(shifted / 146_097);
  const day = shifted - era * 146_097;
  const year = Math.floor((day - Math.floor(day / 1460) + Math.floor(day / 36_524) - Math.floor(day / 146_096)) / 365);
  const dayOfYear = day - (365 * year + Math.floor(year / 4) - Math.floor(year / 100));
  const month = Math.floor((5 * dayOfYear + 2) / 153);
  const date = dayOfYear - Math.floor((153 * month + 2) / 5) + 1;
  const number = month < 10 ? month + 3 : month - 9;
  const clock = [Math.floor(rest / 3600), Math.floor(rest / 60) % 60, rest % 60].map(two).join(':');
  return `${year + era * 400 + (number <= 2 ? 1 : 0)}-${two(number)}-${two(date)}T${clock}Z`;
}
