import { type Alias, isAlias, isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap, type YAMLSeq } from 'yaml';
import { must } from '../model/must.ts';
import { isForbiddenName } from '../model/names.ts';

export type Targets = ReadonlyMap<Alias, Node>;

/** Most repeats of parts. */
const MAX_ALIASES = 1000;
const HALF_CHARACTER = /\p{Cs}/u;

interface Anchored {
  readonly node: Node;
  value?: unknown;
  /** Parts that it unfolds into; unknown while it is being read itself. */
  size?: number;
}

/** The name by which a key is known in the plain data. */
export const nameOfKey = (key: Scalar): string => (key.value === null ? '' : String(key.value));

/**
 * Turns nodes into plain data in the order of the file. Keys are judged as they are after their aliases are resolved,
 * and what aliases unfold into is counted before it is made.
 */
export class PlainReader {
  readonly #refuse: (offset: number, message: string, advice?: string) => never;
  readonly #largest: number;
  readonly #anchored = new Map<string, Anchored>();
  readonly #targets = new Map<Alias, Node>();
  #parts = 0;

  constructor(refuse: (offset: number, message: string, advice?: string) => never, largest: number) {
    this.#refuse = refuse;
    this.#largest = largest;
  }

  get targets(): Targets {
    return this.#targets;
  }

  read(node: unknown): unknown {
    this.#parts += 1;
    if (isAlias(node)) return this.#repeat(node);
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return null;
    const { anchor } = node;
    if (anchor === undefined) return this.#valueOf(node);
    const before = this.#parts - 1;
    const anchored: Anchored = { node };
    this.#anchored.set(anchor, anchored);
    anchored.value = this.#valueOf(node);
    anchored.size = this.#parts - before;
    return anchored.value;
  }

  #valueOf(node: Scalar | YAMLMap | YAMLSeq): unknown {
    if (isScalar(node)) return this.#scalar(node);
    return isSeq(node) ? node.items.map((item) => this.read(item)) : this.#map(node);
  }

  #repeat(alias: Alias): unknown {
    const offset = startOf(alias);
    const found = this.#anchored.get(alias.source);
    if (!found)
      return this.#refuse(offset, `“*${alias.source}” repeats nothing: no “&${alias.source}” stands before it`);
    if (found.size === undefined)
      return this.#refuse(offset, `“*${alias.source}” stands inside of what it repeats, and would never end`);
    this.#targets.set(alias, found.node);
    if (this.#targets.size > MAX_ALIASES)
      this.#refuse(offset, `the file repeats parts with “*” more than ${MAX_ALIASES} times`);
    this.#parts += found.size;
    if (this.#parts > this.#largest)
      this.#refuse(
        offset,
        `with all that “*” repeats, the file has more than ${this.#largest} parts`,
        'Write fewer repeats, or shorter lists.',
      );
    return found.value;
  }

  #scalar(node: Scalar): unknown {
    const { value } = node;
    const offset = startOf(node);
    if (HALF_CHARACTER.test(String(value)))
      this.#refuse(offset, 'half a character stands in this text (a lone surrogate)', 'Write the character whole.');
    if (typeof value === 'number' && !Number.isFinite(value))
      this.#refuse(
        offset,
        `“${must(node.source, 'the text of a number').slice(0, 60)}” is not a number with an end`,
        'Write a smaller one.',
      );
    return value;
  }

  #map(map: YAMLMap): Record<string, unknown> {
    const plain: Record<string, unknown> = {};
    for (const { key, value } of map.items) {
      const name = this.#keyOf(key as Node);
      if (Object.hasOwn(plain, name))
        this.#refuse(startOf(key as Node), `the key “${name.slice(0, 60)}” stands here twice`);
      plain[name] = this.read(value);
    }
    return plain;
  }

  /** A key that is left out is one as well, and says nothing. */
  #keyOf(key: Node): string {
    this.read(key);
    const node = isAlias(key) ? this.#targets.get(key) : key;
    if (!isScalar(node))
      return this.#refuse(startOf(key), 'a list or a group of keys cannot be a key', 'Write a word as the key.');
    const name = nameOfKey(node);
    if (isForbiddenName(name)) this.#refuse(startOf(key), `“${name}” cannot be a key`);
    return name;
  }
}

/** Where a node begins; each that comes from a text has its place there. */
export const startOf = (node: Node): number => must(node.range, 'the place of a part of a file')[0];
