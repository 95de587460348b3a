// Puts what the program hands out into the one file in which a package carries it; src/cli/built.ts reads it. The page,
// the page as one file and the lesson player are mostly the same text, which only one stream over all of them saves.
import { readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../cli/bundle.cjs';

const dist = join(root, 'dist');
const names = [
  ...readdirSync(join(dist, 'inspector'), { recursive: true, encoding: 'utf8' })
    .map((name) => `inspector/${name.replaceAll('\\', '/')}`)
    // In the package they lie open.
    .filter((name) => name !== 'inspector/licences.md' && statSync(join(dist, name)).isFile()),
  'restore-sim.html',
  'lesson-kit.json',
].toSorted();
const contents = names.map((name) => readFileSync(join(dist, name)));
const sizes = Object.fromEntries(names.map((name, index) => [name, contents[index].length]));
const whole = Buffer.concat([Buffer.from(`${JSON.stringify(sizes)}\n`), ...contents]);
const packed = brotliCompressSync(whole, {
  params: {
    // The highest takes ten times as long for a tenth less.
    [constants.BROTLI_PARAM_QUALITY]: 9,
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: whole.length,
  },
});
const draft = join(dist, `handed-out.br.${process.pid}`);
writeFileSync(draft, packed);
renameSync(draft, join(dist, 'handed-out.br'));
