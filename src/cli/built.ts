import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliDecompressSync } from 'node:zlib';

/** What is built, by its path below the folder of built parts. */
export type BuiltFiles = ReadonlyMap<string, Uint8Array>;

/**
 * Where the built parts lie. This file runs from its source, from the bundle, or from a part of it: the project is
 * found by its package.json.
 */
export function builtFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, 'dist');
}

/**
 * What a package carries in one file, because the page, the page as one file and the lesson player are mostly the same
 * text. In a checkout each lies by itself, and newer. `src/setup/pack-built.mjs` writes it.
 */
export function packedFiles(): BuiltFiles | undefined {
  const file = join(builtFolder(), 'handed-out.br');
  if (!existsSync(file)) return undefined;
  const whole = brotliDecompressSync(readFileSync(file));
  const listed = whole.indexOf('\n');
  const sizes = JSON.parse(whole.toString('utf8', 0, listed)) as Readonly<Record<string, number>>;
  let at = listed + 1;
  return new Map(
    Object.entries(sizes).map(([name, size]) => {
      at += size;
      return [name, whole.subarray(at - size, at)];
    }),
  );
}

/** The text of one of them, from wherever it is; undefined when it is not built. */
export function builtText(name: string): string | undefined {
  const file = join(builtFolder(), name);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  const packed = packedFiles()?.get(name);
  return packed && Buffer.from(packed).toString('utf8');
}
