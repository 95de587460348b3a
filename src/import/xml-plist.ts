import { must } from '../model/must.ts';
import { SaxesParser } from 'saxes';
import { exactly } from '../model/exactly.ts';
import { InputError } from '../model/problem.ts';
import { daysFromCivil, DAY_LENGTH } from '../model/time.ts';
import { DEEPEST_PLIST, MAX_PLIST_VALUES, type PlistValue } from './binary-plist.ts';

/** Bytes of the largest XML that is read: that of a phone with 180 apps and their icons takes 3 MB. */
export const MAX_XML_PLIST_SIZE = 20e6;

/** A list or dictionary that is still open. */
interface Open {
  readonly list: PlistValue[] | undefined;
  readonly entries: Map<string, PlistValue> | undefined;
  key: string | undefined;
}

/** Sentences about a list quote nothing of it but the tags that every list has: its texts may be names of people. */
const tagOf = (name: string): string =>
  PLAIN.has(name) || ['plist', 'dict', 'array'].includes(name) ? `<${name}>` : 'another tag';

const PLAIN = new Set(['key', 'string', 'integer', 'real', 'date', 'data', 'true', 'false']);

/**
 * Reads a property list that is written as XML. Throws an InputError that names `file` for anything that is not one,
 * or that was cut off. Entities of a document's own are never expanded, and nothing outside of it is ever fetched.
 */
export function readXmlPlist(bytes: Uint8Array, file: string): PlistValue {
  if (bytes.length > MAX_XML_PLIST_SIZE)
    throw trouble(
      file,
      `the property list is too large (${bytes.length} bytes)`,
      `At most ${MAX_XML_PLIST_SIZE} are read.`,
    );
  const text = textOf(bytes, file);
  if (!/^\s*</.test(text)) throw trouble(file, 'it is no property list', AGAIN);
  return new Reader(file).read(text);
}

class Reader {
  readonly #file: string;
  readonly #open: Open[] = [];
  readonly #tags: string[] = [];
  #text = '';
  #values = 0;
  #top: PlistValue | undefined;

  constructor(file: string) {
    this.#file = file;
  }

  read(text: string): PlistValue {
    const parser = new SaxesParser({ xmlns: false });
    parser.on('error', (error) => {
      // The rest of its words may be some of the file's own.
      const place = /^\d+/.exec(error.message);
      const where = place === null ? '' : ` (line ${place[0]})`;
      throw trouble(this.#file, `the property list is cut off or damaged${where}`, AGAIN);
    });
    parser.on('opentag', ({ name }) => this.#begin(name));
    parser.on('closetag', ({ name }) => this.#end(name));
    const add = (part: string) => {
      this.#text += part;
    };
    parser.on('text', add);
    parser.on('cdata', add);
    parser.write(text).close();
    if (this.#top === undefined) throw trouble(this.#file, 'it holds no value', AGAIN);
    return this.#top;
  }

  #begin(name: string): void {
    const parent = this.#tags.at(-1);
    if (parent === undefined ? name !== 'plist' : PLAIN.has(parent)) throw this.#unexpected(name);
    this.#blank();
    this.#tags.push(name);
    if (this.#tags.length > DEEPEST_PLIST + 1)
      throw trouble(this.#file, `it is nested more than ${DEEPEST_PLIST} levels deep`);
    if (name === 'dict') this.#open.push({ list: undefined, entries: new Map(), key: undefined });
    else if (name === 'array') this.#open.push({ list: [], entries: undefined, key: undefined });
    else if (name === 'plist' ? parent !== undefined : !PLAIN.has(name)) throw this.#unexpected(name);
  }

  #end(name: string): void {
    this.#tags.pop();
    if (name === 'plist') {
      this.#blank();
      return;
    }
    if (name === 'dict' || name === 'array') {
      this.#blank();
      const { list, entries, key } = must(this.#open.pop(), 'the group that ends');
      if (key !== undefined) throw trouble(this.#file, 'a name in it has no value');
      this.#put(list ?? entries);
      return;
    }
    const text = this.#text;
    this.#text = '';
    if (name === 'key') this.#name(text);
    else this.#put(this.#plain(name, text));
  }

  #name(key: string): void {
    const open = this.#open.at(-1);
    if (!open?.entries || open.key !== undefined) throw this.#unexpected('key');
    if (open.entries.has(key)) throw trouble(this.#file, 'a name occurs twice in one place of it');
    open.key = key;
  }

  #put(value: PlistValue | undefined): void {
    if (value === undefined) throw trouble(this.#file, 'a value in it cannot be read');
    this.#values += 1;
    if (this.#values > MAX_PLIST_VALUES) throw trouble(this.#file, `it holds more than ${MAX_PLIST_VALUES} values`);
    const open = this.#open.at(-1);
    if (!open) {
      if (this.#top !== undefined) throw trouble(this.#file, 'it holds more than one value');
      this.#top = value;
    } else if (open.list) open.list.push(value);
    else {
      if (open.key === undefined) throw trouble(this.#file, 'a value in it has no name');
      open.entries?.set(open.key, value);
      open.key = undefined;
    }
  }

  #plain(name: string, text: string): PlistValue | undefined {
    switch (name) {
      case 'string':
        return text;
      case 'true':
      case 'false':
        return text.trim() === '' ? name === 'true' : undefined;
      case 'integer':
        return wholeOf(text.trim());
      case 'real':
        return realOf(text.trim());
      case 'date':
        return dateOf(text.trim());
      case 'data':
        return dataOf(text);
      default:
        return undefined;
    }
  }

  /** Between tags there is nothing but white space. */
  #blank(): void {
    if (this.#text.trim() !== '') throw trouble(this.#file, 'there is a text in it where none can be');
    this.#text = '';
  }

  #unexpected = (name: string): InputError =>
    trouble(this.#file, `${tagOf(name)} stands where a property list cannot have it`, AGAIN);
}

const AGAIN = 'Copy the file once more from where it came.';
const trouble = (file: string, message: string, advice?: string): InputError =>
  new InputError([{ file, message, ...(advice === undefined ? {} : { advice }) }]);

/** UTF-8, or UTF-16 where the first two bytes say so. */
function textOf(bytes: Uint8Array, file: string): string {
  const [first, second] = bytes;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    throw trouble(file, 'the property list is cut off or damaged (it is no text)', AGAIN);
  }
}

/** Whole numbers beyond 2^53 stay whole. */
function wholeOf(text: string): number | bigint | undefined {
  const match = /^([+-]?)(\d{1,40}|0[xX][0-9a-fA-F]{1,32})$/.exec(text);
  if (!match?.[2]) return undefined;
  const size = BigInt(match[2]);
  const value = match[1] === '-' ? -size : size;
  const narrow = Number(value);
  return Number.isSafeInteger(narrow) ? narrow : value;
}

function realOf(text: string): number | undefined {
  const special = /^([+-]?)(?:inf(?:inity)?|(nan))$/i.exec(text);
  if (special) return special[2] ? NaN : special[1] === '-' ? -Infinity : Infinity;
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/.test(text) ? Number(text) : undefined;
}

function dateOf(text: string): PlistValue | undefined {
  const match = /^(-?\d{1,6})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)Z$/.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = exactly(6, match.slice(1).map(Number), 'the parts of a date');
  if (month < 1 || month > 12 || day < 1 || day > 31 || hour > 23 || minute > 59 || second > 60) return undefined;
  const time = ((hour * 60 + minute) * 60 + second) * 1000;
  return { kind: 'date', milliseconds: daysFromCivil(year, month, day) * DAY_LENGTH + time };
}

const LETTERS_AT_ONCE = 65_536;

function dataOf(text: string): Uint8Array | undefined {
  const letters = text.replaceAll(/\s+/g, '');
  const bytes = new Uint8Array(Math.ceil((letters.length * 3) / 4));
  let length = 0;
  // Piece by piece, each of whole groups of four: a whole icon library need not be in memory three times.
  for (let from = 0; from < letters.length; from += LETTERS_AT_ONCE) {
    let piece: string;
    try {
      piece = atob(letters.slice(from, from + LETTERS_AT_ONCE));
    } catch {
      return undefined;
    }
    for (let index = 0; index < piece.length; index += 1) bytes[length + index] = piece.charCodeAt(index);
    length += piece.length;
  }
  return bytes.subarray(0, length);
}
