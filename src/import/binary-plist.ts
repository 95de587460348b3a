import { exactly } from '../model/exactly.ts';
import { must } from '../model/must.ts';
import { InputError } from '../model/problem.ts';

/** A date of a property list, in milliseconds since 1970 (UTC). */
export interface PlistDate {
  readonly kind: 'date';
  readonly milliseconds: number;
}
/** A pointer inside an archive of objects. */
export interface PlistUid {
  readonly kind: 'uid';
  readonly value: number;
}
export type PlistDict = ReadonlyMap<string, PlistValue>;
/** Whole numbers beyond 2^53 arrive as bigint, so that no digit is lost unseen. */
export type PlistValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | PlistDate
  | PlistUid
  | readonly PlistValue[]
  | PlistDict;

/** Largest file in bytes. */
export const MAX_PLIST_SIZE = 64e6;
/** Deepest nesting of lists and dictionaries. */
export const DEEPEST_PLIST = 128;
/** Values in the whole tree, a shared one counted each time it is used. */
export const MAX_PLIST_VALUES = 400_000;

const HEADER = 'bplist0';
const HEADER_LENGTH = 8;
const TRAILER_LENGTH = 32;
/** 2001-01-01, where dates of property lists begin, in milliseconds since 1970. */
const EPOCH_2001 = 978_307_200_000;
const CHARACTERS_AT_ONCE = 8192;

/** One read value, with the number of values below it and itself. */
interface Read {
  readonly value: PlistValue;
  readonly weight: number;
}

interface Trailer {
  readonly offsetSize: number;
  readonly referenceSize: number;
  readonly objects: number;
  readonly top: number;
  readonly table: number;
}

/** Whether these bytes call themselves a binary property list. */
export const isBinaryPlist = (bytes: Uint8Array): boolean => textAt(bytes, 0, HEADER.length) === HEADER;

/**
 * Reads a binary property list. Throws an InputError that names `file` for anything that is not one, or that would
 * not fit.
 */
export function readBinaryPlist(bytes: Uint8Array, file: string): PlistValue {
  return new Reader(bytes, file).read();
}

class Reader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  readonly #file: string;
  readonly #cached = new Map<number, Read>();
  readonly #open = new Set<number>();
  #trailer: Trailer = { offsetSize: 1, referenceSize: 1, objects: 0, top: 0, table: 0 };

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#file = file;
  }

  read(): PlistValue {
    const { length } = this.#bytes;
    if (length > MAX_PLIST_SIZE)
      throw this.#problem(
        `the property list is too large (${length} bytes)`,
        `At most ${MAX_PLIST_SIZE} bytes are read.`,
      );
    if (!isBinaryPlist(this.#bytes)) throw this.#notBinary();
    if (length < HEADER_LENGTH + TRAILER_LENGTH) throw this.#cutOff();
    this.#trailer = this.#readTrailer();
    return this.#object(this.#trailer.top).value;
  }

  #notBinary(): InputError {
    const isXml = textAt(this.#bytes, 0, 5) === '<?xml';
    return isXml
      ? this.#problem(
          'this is a property list written as XML, and a binary one is expected',
          'On a Mac “plutil -convert binary1” makes it binary.',
        )
      : this.#problem('this is not a binary property list', 'Such a file begins with “bplist00”.');
  }

  #readTrailer(): Trailer {
    const start = this.#bytes.length - TRAILER_LENGTH;
    const [offsetSize, referenceSize] = exactly(
      2,
      this.#bytes.subarray(start + 6, start + 8),
      'the sizes in a trailer',
    );
    const objects = this.#number(start + 8, 8);
    const top = this.#number(start + 16, 8);
    const table = this.#number(start + 24, 8);
    const sizesFit = offsetSize >= 1 && offsetSize <= 8 && referenceSize >= 1 && referenceSize <= 8;
    const tableFits =
      table >= HEADER_LENGTH && objects >= 1 && objects <= start && table + objects * offsetSize <= start;
    if (!sizesFit || !tableFits || top >= objects) throw this.#cutOff();
    return { offsetSize, referenceSize, objects, top, table };
  }

  /** The object of a number. Objects that are used more than once are read once. */
  #object(index: number): Read {
    const cached = this.#cached.get(index);
    if (cached) return cached;
    if (index >= this.#trailer.objects) throw this.#problem(`it points to a part that does not exist (${index})`);
    if (this.#open.has(index)) throw this.#problem('it contains itself');
    if (this.#open.size >= DEEPEST_PLIST) throw this.#problem(`it is nested more than ${DEEPEST_PLIST} levels deep`);
    this.#open.add(index);
    const { table, offsetSize } = this.#trailer;
    const read = this.#at(this.#number(table + index * offsetSize, offsetSize));
    this.#open.delete(index);
    this.#cached.set(index, read);
    return read;
  }

  #at(index: number): Read {
    this.#need(index, 1);
    const marker = must(this.#bytes[index], 'a byte of it');
    const low = marker & 0x0f;
    switch (marker >> 4) {
      case 0x0:
        return { value: this.#simple(low, index), weight: 1 };
      case 0x1:
        return { value: this.#integer(index + 1, 1 << low), weight: 1 };
      case 0x2:
        return { value: this.#real(index + 1, 1 << low), weight: 1 };
      case 0x3:
        if (low !== 3) throw this.#unknownPart(index);
        return {
          value: { kind: 'date', milliseconds: Math.round(this.#real(index + 1, 8) * 1000) + EPOCH_2001 },
          weight: 1,
        };
      case 0x8:
        this.#need(index + 1, low + 1);
        return { value: { kind: 'uid', value: this.#number(index + 1, low + 1) }, weight: 1 };
      default:
        return this.#counted(marker >> 4, low, index);
    }
  }

  /** What carries a length: data, texts, lists, sets and dictionaries. */
  #counted(type: number, low: number, index: number): Read {
    const { length, start } = this.#length(low, index);
    switch (type) {
      case 0x4:
        this.#need(start, length);
        return { value: this.#bytes.slice(start, start + length), weight: 1 };
      case 0x5:
        this.#need(start, length);
        return { value: textAt(this.#bytes, start, length), weight: 1 };
      case 0x6:
        this.#need(start, length * 2);
        return { value: this.#wideText(start, length), weight: 1 };
      case 0xa:
      case 0xb:
      case 0xc:
        return this.#list(start, length);
      case 0xd:
        return this.#dict(start, length);
      default:
        throw this.#unknownPart(index);
    }
  }

  #length(low: number, index: number): { length: number; start: number } {
    if (low < 0x0f) return { length: low, start: index + 1 };
    this.#need(index + 1, 1);
    const marker = must(this.#bytes[index + 1], 'a byte of it');
    const width = 1 << (marker & 0x0f);
    if (marker >> 4 !== 0x1 || width > 8) throw this.#unknownPart(index + 1);
    this.#need(index + 2, width);
    return { length: this.#number(index + 2, width), start: index + 2 + width };
  }

  #list(start: number, length: number): Read {
    const values: PlistValue[] = [];
    let weight = 1;
    for (const child of this.#references(start, length)) {
      const read = this.#object(child);
      values.push(read.value);
      weight = this.#add(weight, read.weight);
    }
    return { value: values, weight };
  }

  #dict(start: number, length: number): Read {
    const references = this.#references(start, length * 2);
    const entries = new Map<string, PlistValue>();
    let weight = 1;
    for (let index = 0; index < length; index += 1) {
      const key = this.#object(must(references[index], 'a name in it')).value;
      if (typeof key !== 'string') throw this.#problem('a name in it is not a text');
      if (entries.has(key)) throw this.#problem('a name occurs twice in one place of it');
      const read = this.#object(must(references[length + index], 'a value in it'));
      entries.set(key, read.value);
      weight = this.#add(weight, read.weight + 1);
    }
    return { value: entries, weight };
  }

  #references(start: number, count: number): number[] {
    const { referenceSize } = this.#trailer;
    // Before the first of them is read.
    this.#add(0, count);
    this.#need(start, count * referenceSize);
    return Array.from({ length: count }, (_, index) => this.#number(start + index * referenceSize, referenceSize));
  }

  #add(weight: number, more: number): number {
    const sum = weight + more;
    if (sum > MAX_PLIST_VALUES) throw this.#problem(`it unfolds into more than ${MAX_PLIST_VALUES} values`);
    return sum;
  }

  #simple(low: number, index: number): null | boolean {
    if (low === 0x0) return null;
    if (low === 0x8) return false;
    if (low === 0x9) return true;
    throw this.#unknownPart(index);
  }

  /** One, two and four bytes hold no sign; eight and sixteen do. */
  #integer(index: number, width: number): number | bigint {
    if (width > 16) throw this.#unknownPart(index - 1);
    this.#need(index, width);
    if (width <= 4) return this.#number(index, width);
    let value = this.#view.getBigInt64(index);
    if (width === 16) value = (value << 64n) | this.#view.getBigUint64(index + 8);
    const narrow = Number(value);
    return Number.isSafeInteger(narrow) ? narrow : value;
  }

  #real(index: number, width: number): number {
    this.#need(index, width);
    if (width === 4) return this.#view.getFloat32(index);
    if (width === 8) return this.#view.getFloat64(index);
    throw this.#unknownPart(index - 1);
  }

  #wideText(start: number, length: number): string {
    let text = '';
    for (let from = 0; from < length; from += CHARACTERS_AT_ONCE) {
      const count = Math.min(CHARACTERS_AT_ONCE, length - from);
      text += String.fromCharCode(
        ...Array.from({ length: count }, (_, index) => this.#view.getUint16(start + (from + index) * 2)),
      );
    }
    return text;
  }

  /** A whole number without sign; one that no file could need is an error. */
  #number(index: number, width: number): number {
    let value = 0;
    for (const byte of this.#bytes.subarray(index, index + width)) value = value * 256 + byte;
    if (!Number.isSafeInteger(value)) throw this.#cutOff();
    return value;
  }

  #need(index: number, bytes: number): void {
    if (index < HEADER_LENGTH || index + bytes > this.#bytes.length - TRAILER_LENGTH) throw this.#cutOff();
  }

  #unknownPart(index: number): InputError {
    return this.#problem(`at byte ${index} there is something that a property list does not know`);
  }

  #cutOff(): InputError {
    return this.#problem('the property list is cut off or damaged', 'Copy the file once more from where it came.');
  }

  #problem(message: string, advice?: string): InputError {
    return new InputError([{ file: this.#file, message, ...(advice === undefined ? {} : { advice }) }]);
  }
}

/** Bytes as characters, one each. */
function textAt(bytes: Uint8Array, start: number, length: number): string {
  let text = '';
  for (let from = start; from < Math.min(start + length, bytes.length); from += CHARACTERS_AT_ONCE) {
    text += String.fromCharCode(...bytes.subarray(from, Math.min(from + CHARACTERS_AT_ONCE, start + length)));
  }
  return text;
}
