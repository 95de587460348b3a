// Where the built parts are, what they are built from, and whether they are older than that.
// The launcher of a checkout loads this at every start: nothing here may import more than node:fs and node:path.
'use strict';
const { readdirSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');

/** The rooms below the doors; a test compares them with the floors. */
const core = [
  'src/model',
  'src/rulebook',
  'src/scenario',
  'src/run',
  'src/insight',
  'src/report',
  'src/stepping',
  'src/import',
  'src/intake',
  'src/teach',
  'machines',
];
const shared = [...core, 'package-lock.json', 'tsconfig.json'];

const parts = {
  cli: {
    config: 'src/cli/vite.config.ts',
    out: 'dist/cli',
    entry: 'dist/cli/main.cjs',
    sources: [...shared, 'src/cli'],
  },
  inspector: {
    config: 'src/inspector/vite.config.ts',
    out: 'dist/inspector',
    entry: 'dist/inspector/index.html',
    sources: [...shared, 'src/inspector', 'scenarios', 'lessons'],
  },
  'lesson-kit': {
    config: 'src/inspector/lms/vite.config.ts',
    out: 'dist',
    entry: 'dist/lesson-kit.json',
    sources: [...shared, 'src/inspector'],
  },
  'single-file': {
    config: 'src/inspector/single-file/vite.config.ts',
    out: 'dist',
    entry: 'dist/restore-sim.html',
    sources: [...shared, 'src/inspector', 'scenarios', 'lessons'],
  },
};

function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

function hasNewer(path, limit) {
  // A folder's own time tells of files that were added or removed.
  if (modified(path) > limit) return true;
  let entries;
  try {
    entries = readdirSync(path, { withFileTypes: true });
  } catch {
    return false;
  }
  return entries.some((entry) => {
    // Every start asks after six hundred files: joining their paths would cost as much again.
    const inner = `${path}/${entry.name}`;
    return entry.isDirectory() ? hasNewer(inner, limit) : modified(inner) > limit;
  });
}

function isStale(name) {
  const part = parts[name];
  const built = modified(join(root, part.entry));
  return built === 0 || part.sources.some((source) => hasNewer(join(root, source), built));
}

module.exports = { core, isStale, parts, root };
