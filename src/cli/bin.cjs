#!/usr/bin/env node
// Starts the bundled command line. In a checkout it is built again first if a source is newer; a package has no sources
// and never builds. CommonJS, as its neighbours are: the loader of modules would be a tenth of a cold start.
'use strict';
const { existsSync } = require('node:fs');
const { join } = require('node:path');
const { runCompiled } = require('./compiled.cjs');

const root = join(__dirname, '..', '..');
const isCheckout = existsSync(join(__dirname, 'main.ts'));

/** What a command hands out beside its answer. */
const BESIDE = new Map([
  ['inspect', ['inspector']],
  ['pack', ['lesson-kit']],
  ['page', ['single-file']],
]);
const NOTHING = [];

function buildWhatIsStale() {
  const { isStale } = require('./bundle.cjs');
  const command = process.argv[2];
  const needed = ['cli', ...(BESIDE.get(command) ?? NOTHING)];
  const stale = needed.filter((part) => isStale(part, command));
  if (stale.length === 0) return true;
  // A start that builds nothing does not load what starts other programs.
  const { spawnSync } = require('node:child_process');
  // stdout belongs to the command's answer, so the build may only write to stderr.
  const build = spawnSync(process.execPath, [join(root, 'src/setup/build.mjs'), ...stale], { stdio: ['ignore', 2, 2] });
  return build.status === 0;
}

// “Save as a page” and “Pack this lesson” hand them out. Nobody waits for them: they are made while the page is shown.
function buildBesideThePage() {
  const { isStale } = require('./bundle.cjs');
  const stale = ['single-file', 'lesson-kit'].filter((part) => isStale(part));
  if (stale.length === 0) return;
  const { spawn } = require('node:child_process');
  spawn(process.execPath, [join(root, 'src/setup/build.mjs'), ...stale], { stdio: 'ignore' }).unref();
}

if (!isCheckout || buildWhatIsStale()) {
  if (isCheckout && process.argv[2] === 'inspect') buildBesideThePage();
  runCompiled(join(root, 'dist/cli/main.cjs'), process.argv[2]);
} else process.exitCode = 3;
