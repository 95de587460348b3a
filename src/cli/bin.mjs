#!/usr/bin/env node
// Starts the bundled command line. In a checkout it is built again first if a source is newer; a package has no sources
// and never builds.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runCompiled } from './compiled.mjs';

const root = join(import.meta.dirname, '..', '..');
const isCheckout = existsSync(join(import.meta.dirname, 'main.ts'));

/** What a command hands out beside its answer. */
const BESIDE = new Map([
  ['inspect', ['inspector']],
  ['pack', ['lesson-kit']],
]);
const NOTHING = [];

async function buildWhatIsStale() {
  const { isStale } = await import('./bundle.mjs');
  const needed = ['cli', ...(BESIDE.get(process.argv[2]) ?? NOTHING)];
  const stale = needed.filter(isStale);
  if (stale.length === 0) return true;
  // stdout belongs to the command's answer, so the build may only write to stderr.
  const build = spawnSync(process.execPath, [join(root, 'src/setup/build.mjs'), ...stale], { stdio: ['ignore', 2, 2] });
  return build.status === 0;
}

// “Save as a page” and “Pack this lesson” hand them out. Nobody waits for them: they are made while the page is shown.
async function buildBesideThePage() {
  const { isStale } = await import('./bundle.mjs');
  const stale = ['single-file', 'lesson-kit'].filter(isStale);
  if (stale.length === 0) return;
  spawn(process.execPath, [join(root, 'src/setup/build.mjs'), ...stale], { stdio: 'ignore' }).unref();
}

if (!isCheckout || (await buildWhatIsStale())) {
  if (isCheckout && process.argv[2] === 'inspect') await buildBesideThePage();
  runCompiled(join(root, 'dist/cli/main.cjs'), process.argv[2]);
} else process.exitCode = 3;
