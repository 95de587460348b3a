// node src/setup/build.mjs [cli] [inspector] [single-file]: builds the parts named, or all.
// --tidy: leaves nothing of earlier builds, as a package must.
import { copyFileSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { parts, root } from '../cli/bundle.cjs';

const options = process.argv.slice(2).filter((word) => word.startsWith('--'));
/** In milliseconds, how long parts of earlier builds stay for pages and commands that still run with them. */
const patience = options.includes('--tidy') ? 0 : 10 * 60_000;

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(folder.length + 1));
}

// Several commands may start, and build, at the same time. Chunk names carry a hash of what is in them, so they can
// be put beside the old ones; the entry file comes last and in one rename: nobody ever sees half a bundle.
function publish(fresh, out, entry, startedAt) {
  const files = filesUnder(fresh);
  const ordered = [...files.filter((file) => file !== entry), entry];
  for (const file of ordered) {
    const target = join(out, file);
    const draft = `${target}.${process.pid}`;
    mkdirSync(dirname(target), { recursive: true });
    copyFileSync(join(fresh, file), draft);
    // A source that changes while the build runs must count as newer than the bundle.
    if (file === entry) utimesSync(draft, startedAt, startedAt);
    renameSync(draft, target);
  }
  // A part that is one file leaves nothing of itself behind, and may lie beside the folders of others.
  if (files.length === 1) return;
  for (const file of filesUnder(out)) {
    const path = join(out, file);
    const age = startedAt.getTime() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity);
    if (!files.includes(file) && age > patience) rmSync(path, { force: true });
  }
}

async function buildPart(name) {
  const part = parts[name];
  if (!part) throw new Error(`There is no part "${name}"; the parts are ${Object.keys(parts).join(', ')}.`);
  const startedAt = new Date();
  const out = join(root, part.out);
  const fresh = join(root, 'dist', `.${name}.${process.pid}`);
  try {
    await vite.build({
      configFile: join(root, part.config),
      logLevel: 'warn',
      build: { outDir: fresh },
    });
    publish(fresh, out, part.entry.slice(part.out.length + 1), startedAt);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  console.error(`restore-sim: built ${part.entry} in ${((Date.now() - startedAt.getTime()) / 1000).toFixed(1)} s`);
}

const vite = await import('vite').catch(() => undefined);
if (vite) {
  const names = process.argv.slice(2).filter((word) => !options.includes(word));
  for (const name of names.length > 0 ? names : Object.keys(parts)) await buildPart(name);
} else {
  console.error('restore-sim: the dependencies are not installed; run "npm ci" or "npm start".');
  process.exitCode = 1;
}
