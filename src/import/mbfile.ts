/**
 * The details of a file (the column `file` of Manifest.db): an archive of an MBFile, of which six keys are looked for.
 * Reading the whole property list of each row takes ten times as long, and a list has up to a million rows; a law holds
 * both readings against each other.
 */
export class MbFileReader {
  size: number | undefined;
  mode: number | undefined;
  protectionClass: number | undefined;
  modified: number | undefined;
  hasKey = false;
  leadsOut = false;

  #bytes: Uint8Array = new Uint8Array(0);
  #start = 0;
  #end = 0;
  #offsetSize = 1;
  #referenceSize = 1;
  #objects = 0;
  #table = 0;

  /** Fills the fields from the bytes between `start` and `end`; false where they are no archive of a file. */
  read(bytes: Uint8Array, start: number, end: number): boolean {
    this.size = undefined;
    this.mode = undefined;
    this.protectionClass = undefined;
    this.modified = undefined;
    this.hasKey = false;
    this.leadsOut = false;
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    const top = this.#trailer();
    if (top < 0) return false;
    const archive = this.#at(top);
    const names = this.#count(archive, DICT);
    if (names < 0) return false;
    const keys = this.#body;
    let [list, root, isArchive] = [-1, -1, false];
    for (let index = 0; index < names; index += 1) {
      const key = this.#at(this.#reference(keys, index));
      if (this.#is(key, OBJECTS)) list = this.#at(this.#reference(keys, names + index));
      else if (this.#is(key, TOP)) root = this.#rootOf(this.#at(this.#reference(keys, names + index)));
      else if (this.#is(key, ARCHIVER)) isArchive = this.#is(this.#at(this.#reference(keys, names + index)), KEYED);
    }
    return isArchive && this.#file(list, root);
  }

  #file(list: number, root: number): boolean {
    const objects = this.#count(list, LIST);
    const members = this.#body;
    if (objects < 0 || root < 0 || root >= objects) return false;
    const names = this.#count(this.#at(this.#reference(members, root)), DICT);
    if (names < 0) return false;
    const keys = this.#body;
    for (let index = 0; index < names; index += 1) {
      const key = this.#at(this.#reference(keys, index));
      const at = this.#reference(keys, names + index);
      if (this.#is(key, SIZE)) this.size = this.#whole(this.#at(at));
      else if (this.#is(key, MODE)) this.mode = this.#whole(this.#at(at));
      else if (this.#is(key, MODIFIED)) this.modified = this.#whole(this.#at(at));
      else if (this.#is(key, PROTECTION)) this.protectionClass = this.#whole(this.#at(at));
      else if (this.#is(key, KEY)) this.hasKey = true;
      else if (this.#is(key, TARGET)) {
        const uid = this.#uid(this.#at(at));
        this.leadsOut = uid >= 0 && uid < objects && leadsOut(this.#text(this.#at(this.#reference(members, uid))));
      }
    }
    return true;
  }

  /** The number of the top object, or -1. */
  #trailer(): number {
    const trailer = this.#end - 32;
    if (trailer < this.#start + 8 || !startsAsBinary(this.#bytes, this.#start)) return -1;
    this.#offsetSize = this.#byte(trailer + 6);
    this.#referenceSize = this.#byte(trailer + 7);
    this.#objects = this.#number(trailer + 8, 8);
    this.#table = this.#number(trailer + 24, 8) + this.#start;
    this.#end = trailer;
    const sizesFit =
      this.#offsetSize >= 1 && this.#offsetSize <= 8 && this.#referenceSize >= 1 && this.#referenceSize <= 8;
    const fits =
      sizesFit && this.#table >= this.#start + 8 && this.#table + this.#objects * this.#offsetSize <= trailer;
    return fits ? this.#number(trailer + 16, 8) : -1;
  }

  #byte = (at: number): number => this.#bytes[at] as number;

  /** A number without sign; NaN beyond the end, which compares to nothing. */
  #number(at: number, width: number): number {
    let value = 0;
    for (let index = at; index < at + width; index += 1) value = value * 256 + this.#byte(index);
    return value;
  }

  /** Where an object lies, or -1. */
  #at(object: number): number {
    if (!(object >= 0 && object < this.#objects)) return -1;
    const at = this.#number(this.#table + object * this.#offsetSize, this.#offsetSize) + this.#start;
    return at >= this.#start + 8 && at < this.#end ? at : -1;
  }

  /** Where the body begins of what #count has counted last. */
  #body = 0;

  /** The count of an object of this type, whose body lies wholly within; or -1. */
  #count(at: number, type: number): number {
    if (at < 0) return -1;
    const marker = this.#byte(at);
    // Sets are lists here, as they are for the reader of whole property lists.
    const found = marker >> 4 === 0xb || marker >> 4 === 0xc ? LIST : marker >> 4;
    if (found !== type) return -1;
    let count = marker & 15;
    this.#body = at + 1;
    if (count === 15) {
      const width = this.#byte(at + 1);
      if (at + 1 >= this.#end || width >> 4 !== 1 || (width & 15) > 3) return -1;
      count = this.#number(at + 2, 1 << (width & 15));
      this.#body = at + 2 + (1 << (width & 15));
    }
    return this.#body + count * this.#unit(type) <= this.#end ? count : -1;
  }

  #unit(type: number): number {
    if (type === DICT) return 2 * this.#referenceSize;
    return type === LIST ? this.#referenceSize : type === WIDE ? 2 : 1;
  }

  #reference = (body: number, index: number): number =>
    this.#number(body + index * this.#referenceSize, this.#referenceSize);

  /** Whether a text is this one, in either of its two forms. */
  #is(at: number, name: Uint8Array): boolean {
    const narrow = at >= 0 && this.#byte(at) >> 4 === NARROW;
    const count = this.#count(at, narrow ? NARROW : WIDE);
    if (count !== name.length) return false;
    const body = this.#body;
    const step = narrow ? 1 : 2;
    for (let index = 0; index < count; index += 1) {
      if (!narrow && this.#byte(body + index * 2) !== 0) return false;
      if (this.#byte(body + index * step + step - 1) !== name[index]) return false;
    }
    return true;
  }

  #text(at: number): string {
    const narrow = at >= 0 && this.#byte(at) >> 4 === NARROW;
    const count = this.#count(at, narrow ? NARROW : WIDE);
    const width = narrow ? 1 : 2;
    let text = '';
    for (let index = 0; index < Math.min(count, LONGEST_PATH); index += 1)
      text += String.fromCharCode(this.#number(this.#body + index * width, width));
    return text;
  }

  /** A whole number within 2^53; anything else is none. */
  #whole(at: number): number | undefined {
    if (at < 0) return undefined;
    const type = this.#byte(at) >> 4;
    const width = 1 << (this.#byte(at) & 15);
    if (width > 16 || at + 1 + width > this.#end) return undefined;
    if (type === 2) return this.#real(at + 1, width);
    if (type !== 1) return undefined;
    if (width <= 4) return this.#number(at + 1, width);
    const isNegative = this.#byte(at + 1) > 127;
    let value = 0;
    for (let index = at + 1; index <= at + width; index += 1)
      value = value * 256 + (isNegative ? 255 - this.#byte(index) : this.#byte(index));
    const signed = isNegative ? -value - 1 : value;
    return Number.isSafeInteger(signed) ? signed : undefined;
  }

  /** A fraction counts where nothing is behind its point. */
  #real(at: number, width: number): number | undefined {
    if (width !== 4 && width !== 8) return undefined;
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + at, width);
    const value = width === 4 ? view.getFloat32(0) : view.getFloat64(0);
    return Number.isSafeInteger(value) ? value : undefined;
  }

  #uid(at: number): number {
    if (at < 0 || this.#byte(at) >> 4 !== 8) return -1;
    const width = (this.#byte(at) & 15) + 1;
    return at + 1 + width <= this.#end ? this.#number(at + 1, width) : -1;
  }

  #rootOf(at: number): number {
    const names = this.#count(at, DICT);
    const keys = this.#body;
    for (let index = 0; index < names; index += 1)
      if (this.#is(this.#at(this.#reference(keys, index)), ROOT))
        return this.#uid(this.#at(this.#reference(keys, names + index)));
    return -1;
  }
}

const [NARROW, WIDE, LIST, DICT] = [0x5, 0x6, 0xa, 0xd];
/** Characters of a link's target that are looked at; a device takes paths of fewer than 998 bytes. */
const LONGEST_PATH = 4096;

const ascii = (text: string): Uint8Array => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const BEGINS = ascii('bplist0');
const [TOP, ROOT, OBJECTS, ARCHIVER, KEYED] = ['$top', 'root', '$objects', '$archiver', 'NSKeyedArchiver'].map(
  ascii,
) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
const [SIZE, MODE, MODIFIED, PROTECTION, KEY, TARGET] = [
  'Size',
  'Mode',
  'LastModified',
  'ProtectionClass',
  'EncryptionKey',
  'Target',
].map(ascii) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];

function startsAsBinary(bytes: Uint8Array, start: number): boolean {
  for (let index = 0; index < BEGINS.length; index += 1) if (bytes[start + index] !== BEGINS[index]) return false;
  return true;
}

/** Whether a link's target leads out of the place where the link lies. */
export const leadsOut = (target: string): boolean => target.startsWith('/') || target.split('/').includes('..');
