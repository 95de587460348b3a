import { isScalar, Schema } from 'yaml';
import { isForbiddenName } from '../model/names.ts';
import type { Plain } from './scenario.ts';

/**
 * Reads the part of YAML that scenarios are written in: keys with values on their line or further in, lists, `{ }` and
 * `[ ]`, words in quotes, folded paragraphs. The library keeps every sign with its place, which is needed for nothing
 * but messages, and is a fifth of a cold start. Whatever goes beyond, also everything that is wrong, is left to it; a
 * law holds the two together, text by text. `most` words and signs may be in a text: each has a character of its own,
 * and each word a mark of the library's beside it.
 */
export function readPlainYaml(text: string, most: number): Plain | undefined {
  if (NEVER_PLAIN.test(text)) return undefined;
  const reader = new PlainYaml(text);
  try {
    const plain = reader.read();
    return text.length + reader.words > most ? undefined : plain;
  } catch (error) {
    if (error instanceof BeyondPlain) return undefined;
    throw error;
  }
}

const DEEPEST = 20;
/** Other ends of lines and other indents than ours, marks of the encoding, halves of characters. */
const NEVER_PLAIN = /[\t\r\0\uFEFF]|\p{Cs}/u;

/** The library refuses keys of a thousand characters. */
const KEY = /(?:([A-Za-z0-9][\w./-]{0,200})|"([^"\\\n]{0,200})"):(?=[ \n]|$)/y;
/** Words without quotes, up to what may end them. None begins with a sign that means something in YAML. */
const IN_BLOCK = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\n:#]|:(?=[^\s])|(?<=[^\s])#)*/y;
const IN_FLOW = /(?:[^\s\-?:,[\]{}#&*!|>'"%@`]|-(?=[^\s,[\]{}]))(?:[^\n:#,[\]{}]|:(?=[^\s,[\]{}])|(?<=[^\s])#)*/y;
const DOUBLE = /"((?:[^"\\\n]|\\["\\])*)"/y;
const SINGLE = /'((?:[^'\n]|'')*)'/y;
const FOLDED = />(-?) *\n/y;
/** Of a paragraph. */
const LINE = /([^\n]*[^ \n])\n/y;

class BeyondPlain extends Error {}
const beyond = (): never => {
  throw new BeyondPlain();
};

/** What a word without quotes means is for the library to say. */
const { tags } = new Schema({ schema: 'core' });
const MEANINGS = tags.filter((tag) => tag.default === true && 'test' in tag && tag.test !== undefined);
function meaningOf(word: string): unknown {
  for (const tag of MEANINGS) {
    if (!('test' in tag) || tag.test?.test(word) !== true || tag.collection) continue;
    const value = tag.resolve(word, beyond, {});
    const plain = isScalar(value) ? value.value : value;
    return typeof plain === 'number' && !Number.isFinite(plain) ? beyond() : plain;
  }
  return word;
}

class PlainYaml {
  readonly #text: string;
  #at = 0;
  /** Where the next line with contents begins; -1 after the last. */
  #column = 0;
  words = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Plain {
    this.#toContents();
    if (this.#column !== 0) beyond();
    const plain = this.#map(0, 1);
    return this.#column === -1 ? plain : beyond();
  }

  #match(pattern: RegExp): RegExpExecArray | undefined {
    this.words += 1;
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text) ?? undefined;
    // Where nothing is found nobody reads on from here.
    this.#at = pattern.lastIndex;
    return found;
  }

  #skipSpaces(): number {
    const from = this.#at;
    while (this.#text[this.#at] === ' ') this.#at += 1;
    return this.#at - from;
  }

  /** From the beginning of a line to the next one that says something. */
  #toContents(): void {
    for (;;) {
      this.#column = this.#skipSpaces();
      if (this.#text[this.#at] === '#') this.#at = endOfLine(this.#text, this.#at);
      if (this.#at >= this.#text.length) this.#column = -1;
      if (this.#text[this.#at] !== '\n') return;
      this.#at += 1;
    }
  }

  /** Nothing but a comment may follow on the line. */
  #endLine(): void {
    this.#skipSpaces();
    if (this.#text[this.#at] === '#' && this.#text[this.#at - 1] === ' ') this.#at = endOfLine(this.#text, this.#at);
    if (this.#at < this.#text.length && this.#text[this.#at] !== '\n') beyond();
    this.#at += 1;
    this.#toContents();
  }

  #isEntry(): boolean {
    return this.#text[this.#at] === '-' && this.#text[this.#at + 1] === ' ';
  }

  #map(indent: number, depth: number): Plain {
    const plain: Plain = {};
    if (depth > DEEPEST) beyond();
    do {
      const name = this.#key(plain);
      plain[name] = this.#afterKey(indent, depth);
    } while (this.#column === indent);
    return plain;
  }

  #key(plain: Plain): string {
    const found = this.#match(KEY);
    const name = found?.[2] ?? meaningOf(found?.[1] ?? beyond());
    if (typeof name !== 'string' || isForbiddenName(name) || Object.hasOwn(plain, name)) return beyond();
    return name;
  }

  #afterKey(indent: number, depth: number): unknown {
    this.#skipSpaces();
    const sign = this.#text[this.#at];
    if (sign === '>') return this.#folded(indent);
    if (sign !== undefined && sign !== '\n' && sign !== '#') return this.#onLine(indent, depth);
    this.#endLine();
    if (this.#column >= indent && this.#isEntry()) return this.#list(this.#column, depth + 1);
    return this.#column > indent ? this.#map(this.#column, depth + 1) : null;
  }

  #list(indent: number, depth: number): unknown[] {
    const list: unknown[] = [];
    do {
      this.#at += 1;
      const column = indent + 1 + this.#skipSpaces();
      const from = this.#at;
      const isMap = this.#match(KEY) !== undefined;
      this.#at = from;
      list.push(isMap ? this.#map(column, depth + 1) : this.#onLine(indent, depth));
    } while (this.#column === indent && this.#isEntry());
    return list;
  }

  /** A value that ends on the line; what stands in brackets may go on below, further in than `indent`. */
  #onLine(indent: number, depth: number): unknown {
    const value = this.#value(IN_BLOCK, indent, depth);
    this.#endLine();
    return value;
  }

  #value(words: RegExp, indent: number, depth: number): unknown {
    if (depth > DEEPEST) beyond();
    const sign = this.#text[this.#at];
    if (sign === '{') return this.#mapInBraces(indent, depth + 1);
    if (sign === '[') return this.#listInBrackets(indent, depth + 1);
    if (sign === '"') return this.#quoted(DOUBLE).replaceAll(/\\(.)/g, '$1');
    if (sign === "'") return this.#quoted(SINGLE).replaceAll("''", "'");
    const [written] = this.#match(words) ?? beyond();
    return meaningOf(written.replace(/ +$/, ''));
  }

  #quoted(pattern: RegExp): string {
    const [, inner] = this.#match(pattern) ?? beyond();
    return inner ?? beyond();
  }

  #mapInBraces(indent: number, depth: number): Plain {
    const plain: Plain = {};
    this.#entries('}', indent, () => {
      const name = this.#key(plain);
      this.#toNext(indent);
      plain[name] = this.#value(IN_FLOW, indent, depth);
    });
    return plain;
  }

  #listInBrackets(indent: number, depth: number): unknown[] {
    const list: unknown[] = [];
    this.#entries(']', indent, () => list.push(this.#value(IN_FLOW, indent, depth)));
    return list;
  }

  #entries(closing: string, indent: number, read: () => void): void {
    this.#at += 1;
    this.#toNext(indent);
    if (this.#text[this.#at] === closing) {
      this.#at += 1;
      return;
    }
    for (;;) {
      read();
      this.#toNext(indent);
      const sign = this.#text[this.#at];
      this.#at += 1;
      if (sign === closing) return;
      if (sign !== ',') beyond();
      this.#toNext(indent);
    }
  }

  /** Past spaces and line ends between brackets. */
  #toNext(indent: number): void {
    this.#skipSpaces();
    while (this.#text[this.#at] === '\n') {
      this.#at += 1;
      if (this.#skipSpaces() <= indent) beyond();
    }
  }

  /** A paragraph of lines that become one; blank lines and deeper lines in it mean more. */
  #folded(indent: number): string {
    const [, strip] = this.#match(FOLDED) ?? beyond();
    const inner = this.#skipSpaces();
    if (inner <= indent) beyond();
    const lines: string[] = [];
    let column = inner;
    while (column === inner) {
      const [, line] = this.#match(LINE) ?? beyond();
      lines.push(line ?? beyond());
      column = this.#skipSpaces();
    }
    // What is further out ends it, with empty lines before; whatever else follows, a comment too, may belong to it.
    while (column <= indent && this.#text[this.#at] === '\n') {
      this.#at += 1;
      column = this.#skipSpaces();
    }
    if (column > indent) beyond();
    this.#at -= column;
    this.#toContents();
    return lines.join(' ') + (strip === '' ? '\n' : '');
  }
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end === -1 ? text.length : end;
}
