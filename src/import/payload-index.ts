import type { BackupFolder, PayloadSummary } from './backup.ts';

/** Bytes of a file's number: it is a SHA-1. */
const ID_LENGTH = 20;
const FIRST_ROOM = 1024;

/**
 * Which payload files there are and how long they are. A backup has up to a million of them, so each takes 32 bytes
 * here; as texts they would take ten times as much.
 */
export class PayloadIndex {
  #ids = new Uint8Array(FIRST_ROOM * ID_LENGTH);
  #lengths = new Float64Array(FIRST_ROOM);
  #count = 0;
  #order: Uint32Array | undefined;
  #seen = new Uint8Array(0);
  #bytes = 0;
  #strange = 0;
  #notFiles = 0;
  readonly #id = new Uint8Array(ID_LENGTH);

  constructor(each: Required<BackupFolder>['eachPayload']) {
    each(({ name, length, kind, inPlace }) => {
      if (kind !== 'file') this.#notFiles += 1;
      else {
        this.#bytes += length;
        if (!inPlace || !isFileId(name)) this.#strange += 1;
        else this.#add(name, length);
      }
    });
    this.#sort();
  }

  get summary(): PayloadSummary {
    const files = this.#count + this.#strange;
    return { files, bytes: this.#bytes, strange: this.#strange, notFiles: this.#notFiles };
  }

  /** Payload files that nobody has asked for since the last `forget`. */
  get notAskedFor(): number {
    let asked = 0;
    for (const seen of this.#seen) asked += seen;
    return this.#count - asked;
  }

  forget = (): void => void this.#seen.fill(0);

  /** The length of the payload whose number stands as 40 digits in these bytes; undefined where there is none. */
  lengthOf(bytes: Uint8Array, start: number): number | undefined {
    const order = this.#order;
    if (!order) return undefined;
    for (let index = 0; index < ID_LENGTH; index += 1)
      this.#id[index] = (digitOf(bytes[start + index * 2]) << 4) | digitOf(bytes[start + index * 2 + 1]);
    let [low, high] = [0, order.length - 1];
    while (low <= high) {
      const middle = (low + high) >> 1;
      const place = order[middle] as number;
      const compared = this.#compare(place * ID_LENGTH, this.#id, 0);
      if (compared === 0) {
        this.#seen[place] = 1;
        return this.#lengths[place];
      }
      if (compared < 0) low = middle + 1;
      else high = middle - 1;
    }
    return undefined;
  }

  #add(name: string, length: number): void {
    if (this.#count === this.#lengths.length) {
      const [ids, lengths] = [this.#ids, this.#lengths];
      this.#ids = new Uint8Array(ids.length * 2);
      this.#ids.set(ids);
      this.#lengths = new Float64Array(lengths.length * 2);
      this.#lengths.set(lengths);
    }
    const start = this.#count * ID_LENGTH;
    for (let index = 0; index < ID_LENGTH; index += 1)
      this.#ids[start + index] = (digitOf(name.charCodeAt(index * 2)) << 4) | digitOf(name.charCodeAt(index * 2 + 1));
    this.#lengths[this.#count] = length;
    this.#count += 1;
  }

  #sort(): void {
    const order = Uint32Array.from({ length: this.#count }, (_, index) => index);
    this.#order = order.toSorted((a, b) => this.#compare(a * ID_LENGTH, this.#ids, b * ID_LENGTH));
    this.#seen = new Uint8Array(this.#count);
  }

  #compare(start: number, other: Uint8Array, otherStart: number): number {
    for (let index = 0; index < ID_LENGTH; index += 1) {
      const difference = (this.#ids[start + index] as number) - (other[otherStart + index] as number);
      if (difference !== 0) return difference;
    }
    return 0;
  }
}

/** 0 to 15 of the character's code of a lower-case hexadecimal digit; -1 for any other. */
function digitOf(code: number | undefined): number {
  if (code === undefined) return -1;
  if (code >= 48 && code <= 57) return code - 48;
  return code >= 97 && code <= 102 ? code - 87 : -1;
}

/** Only such a name becomes a path: it comes from a file of somebody else's. */
export const isFileId = (name: string): boolean => /^[0-9a-f]{40}$/.test(name);

/** The same of bytes. */
export function isFileIdAt(bytes: Uint8Array, start: number, length: number): boolean {
  if (length !== ID_LENGTH * 2) return false;
  for (let index = start; index < start + length; index += 1) if (digitOf(bytes[index]) < 0) return false;
  return true;
}
