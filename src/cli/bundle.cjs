// Where the built parts are, what they are built from, and whether they are older than that.
// The launcher of a checkout loads this at every start: nothing here may import more than node:fs and node:path.
'use strict';
const { readdirSync, readFileSync, statSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..', '..');
const COMMAND = /^[a-z][a-z-]*$/;

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
    // A start asks after these before anything else: of the seven hundred files, a command is made of half or less.
    inputs: 'dist/cli/inputs',
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

/** A part may say which files it was built from, for each command its own: else every file of its folders counts. */
function inputsOf(part, command) {
  if (part.inputs === undefined || !COMMAND.test(command)) return undefined;
  try {
    return readFileSync(join(root, part.inputs, command), 'latin1').split('\n');
  } catch {
    return undefined;
  }
}

// A file that is gone was taken out of what imported it, or is missed there: both are found by building.
const isNewer = (path, limit) => (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Infinity) > limit;

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
    // There are hundreds of files: joining their paths would cost as much again.
    const inner = `${path}/${entry.name}`;
    return entry.isDirectory() ? hasNewer(inner, limit) : modified(inner) > limit;
  });
}

/** Whether a part has to be built before `command` runs; without one, before anything of it does. */
function isStale(name, command = '') {
  const part = parts[name];
  const built = modified(join(root, part.entry));
  if (built === 0) return true;
  const inputs = inputsOf(part, command);
  if (inputs) return inputs.some((file) => isNewer(`${root}/${file}`, built));
  return part.sources.some((source) => hasNewer(join(root, source), built));
}

module.exports = { core, isStale, parts, root };
