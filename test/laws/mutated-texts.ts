/** Scenario texts made wrong in every way that a slip, a broken disk or a hostile hand could, by one seed. */

/** Mulberry32: small, fast, and the same everywhere. */
export function chanceOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** What means something to YAML, to the schema, to the language or to a terminal. */
export const ATOMS: readonly string[] = [
  ['[', ']', '{', '}', ',', ':', ': ', '- ', '? ', '#', ' # ', '|', '>', '|\n', '>-\n', '"', "'", '\\', '%', '@', '`'],
  [
    '&a ',
    '*a',
    '*a : ',
    '? *a\n',
    '!a ',
    '!!map ',
    '!!omap ',
    '!!set ',
    '!!binary ',
    '!<x> ',
    '<<: ',
    '---\n',
    '...\n',
  ],
  ['%YAML 1.1\n', '\n', '\n\n', '\r', '\t', ' ', '    ', '\uFEFF', '\u0000', '\u001B[2J', '\u0085', '\u2028', '\u202E'],
  ['\uD800', '"\\ud800"', '"\\udfff"', '😀', '"\\e]0;x\\a"', '__proto__', 'constructor', 'toString', 'prototype'],
  [
    'null',
    '~',
    '.inf',
    '-.inf',
    '.nan',
    '1e400',
    '-0',
    '0x10',
    '0o7',
    '9'.repeat(40),
    '-1',
    '1.5',
    'true',
    'yes',
    'no',
  ],
  [
    '2026-02-30',
    '2026-03-02',
    '999 years',
    '9 weeks',
    '16 TB',
    '17 TB',
    '18.3',
    'title: x\n',
    'world: ',
    'items: ',
    'id: ',
  ],
  [
    'category: photos',
    'itemsFile: x.jsonl',
    'attempts: [{ change: { items.photos.id: x } }]',
    'x'.repeat(300),
    'app: bank',
  ],
].flat();

type Chance = () => number;
const pick = <T>(chance: Chance, from: readonly T[]): T => from[Math.floor(chance() * from.length)] as T;
const spot = (chance: Chance, text: string): number => Math.floor(chance() * (text.length + 1));

const MUTATIONS: readonly ((text: string, chance: Chance, other: string) => string)[] = [
  // An atom somewhere, once or often.
  (text, chance) => {
    const at = spot(chance, text);
    return text.slice(0, at) + pick(chance, ATOMS).repeat(chance() < 0.05 ? 500 : 1) + text.slice(at);
  },
  // An atom in place of a word.
  (text, chance) => {
    const words = [...text.matchAll(/[\w.-]+/g)];
    if (words.length === 0) return text;
    const word = pick(chance, words);
    return text.slice(0, word.index) + pick(chance, ATOMS) + text.slice(word.index + word[0].length);
  },
  // A word in place of another.
  (text, chance) => {
    const words = [...text.matchAll(/[\w.-]+/g)];
    if (words.length === 0) return text;
    const [word, source] = [pick(chance, words), pick(chance, words)];
    return text.slice(0, word.index) + source[0] + text.slice(word.index + word[0].length);
  },
  // A part left out.
  (text, chance) => {
    const at = spot(chance, text);
    return text.slice(0, at) + text.slice(at + Math.floor(chance() * 40));
  },
  // The end left out.
  (text, chance) => text.slice(0, spot(chance, text)),
  // A line twice, or left out, or moved, or moved in or out.
  (text, chance) => {
    const lines = text.split('\n');
    const at = Math.floor(chance() * lines.length);
    const line = lines[at] ?? '';
    const to = Math.floor(chance() * lines.length);
    const ways = [
      () => lines.splice(to, 0, line),
      () => lines.splice(at, 1),
      () => lines.splice(to, 0, ...lines.splice(at, 1)),
      () => lines.splice(at, 1, `  ${line}`),
      () => lines.splice(at, 1, line.replace(/^ {1,2}/, '')),
    ];
    pick(chance, ways)();
    return lines.join('\n');
  },
  // Half of one, half of another.
  (text, chance, other) => text.slice(0, spot(chance, text)) + other.slice(spot(chance, other)),
  // One character another.
  (text, chance) => {
    const at = spot(chance, text);
    return text.slice(0, at) + String.fromCharCode(Math.floor(chance() * 0x180)) + text.slice(at + 1);
  },
];

/** The n-th text of a seed: the same whatever was drawn before it. */
export function mutatedText(bases: readonly string[], seed: number, n: number): string {
  const chance = chanceOf(seed ^ Math.imul(n + 1, 0x9e3779b1));
  let text = pick(chance, bases);
  for (let more = 1 + Math.floor(chance() * 4); more > 0; more -= 1)
    text = pick(chance, MUTATIONS)(text, chance, pick(chance, bases));
  return text;
}
