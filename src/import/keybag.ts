import { given } from '../model/given.ts';
import type { KeybagFacts } from './backup.ts';
import { InputError } from '../model/problem.ts';

/** One key of a class, wrapped. */
export interface ClassKey {
  readonly number: number;
  /** Bit 1: tied to the device's own key; bit 2: tied to the password. */
  readonly wrap: number;
  readonly wrapped: Uint8Array | undefined;
}

/** The keybag of a backup, taken apart. */
export interface Keybag {
  readonly version: number | undefined;
  readonly type: number | undefined;
  readonly salt: Uint8Array | undefined;
  readonly rounds: number | undefined;
  /** The rounds that came with iOS 10.2, before the others. */
  readonly outer: { readonly salt: Uint8Array; readonly rounds: number } | undefined;
  readonly classes: ReadonlyMap<number, ClassKey>;
}

const HEAD = 8;
/** Bytes of the largest keybag: real ones take 1,400. */
const LARGEST_KEYBAG = 100_000;
const WRAP_DEVICE = 1;
const WRAP_PASSWORD = 2;

/** Parts before the first class belong to the whole bag; each class begins with its UUID. */
export function readKeybag(bytes: Uint8Array, file: string): Keybag {
  if (bytes.length > LARGEST_KEYBAG) throw damaged(file, `it is far too large (${bytes.length} bytes)`);
  const [header, ...blocks] = blocksOf(bytes, file);
  if (!header?.has('VERS') && !header?.has('TYPE')) throw damaged(file, 'it does not begin as one does');
  const outerSalt = header.get('DPSL');
  const outerRounds = numberIn(header, 'DPIC', file);
  const classes = new Map<number, ClassKey>();
  for (const block of blocks) {
    const number = numberIn(block, 'CLAS', file);
    const wrap = numberIn(block, 'WRAP', file);
    if (number === undefined || wrap === undefined) throw damaged(file, 'a class in it has no number');
    if (classes.has(number)) throw damaged(file, `class ${number} occurs twice in it`);
    classes.set(number, { number, wrap, wrapped: block.get('WPKY') });
  }
  if (classes.size === 0) throw damaged(file, 'it holds no keys');
  return {
    version: numberIn(header, 'VERS', file),
    type: numberIn(header, 'TYPE', file),
    salt: header.get('SALT'),
    rounds: numberIn(header, 'ITER', file),
    outer: outerSalt && outerRounds !== undefined ? { salt: outerSalt, rounds: outerRounds } : undefined,
    classes,
  };
}

function blocksOf(bytes: Uint8Array, file: string): Map<string, Uint8Array>[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const blocks = [new Map<string, Uint8Array>()];
  // Fewer bytes at its end than a tag and a length take are left alone, as other readers of such bags do.
  for (let at = 0; at + HEAD <= bytes.length;) {
    const tag = String.fromCharCode(...bytes.subarray(at, at + 4));
    const length = view.getUint32(at + 4);
    const start = at + HEAD;
    if (start + length > bytes.length) throw damaged(file, 'it is cut off inside a value');
    const current = blocks.at(-1);
    // The bag has a UUID of its own; the second one begins the first class.
    if (tag === 'UUID' && (blocks.length > 1 || current?.has('UUID'))) blocks.push(new Map());
    blocks.at(-1)?.set(tag, bytes.slice(start, start + length));
    at = start + length;
  }
  return blocks;
}

function numberIn(block: ReadonlyMap<string, Uint8Array>, tag: string, file: string): number | undefined {
  const bytes = block.get(tag);
  if (!bytes) return undefined;
  if (bytes.length !== 4) throw damaged(file, `its part ${tag} is no number`);
  return new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);
}

const damaged = (file: string, what: string): InputError =>
  new InputError([
    {
      file,
      message: `the keybag in it is damaged: ${what}`,
      advice: 'Copy the folder of the backup once more from where it came.',
    },
  ]);

/** What it tells without a password. */
export function factsOfKeybag(bag: Keybag): KeybagFacts {
  return {
    ...(bag.version === undefined ? {} : { version: bag.version }),
    ...(bag.type === undefined ? {} : { type: bag.type }),
    classes: new Map(
      [...bag.classes.values()].map(({ number, wrap }) => [
        number,
        { device: (wrap & WRAP_DEVICE) !== 0, password: (wrap & WRAP_PASSWORD) !== 0 },
      ]),
    ),
    rounds: given([bag.rounds, bag.outer?.rounds]).reduce((sum, rounds) => sum + rounds, 0),
  };
}
