#!/usr/bin/env node
// Starts the bundled command line, after building it again if a source is newer than the bundle.
import { spawnSync } from 'node:child_process';
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isStale, parts, root } from './bundle.mjs';

const needed = process.argv[2] === 'inspect' ? ['cli', 'inspector'] : ['cli'];
const stale = needed.filter(isStale);
// stdout belongs to the command's answer, so the build may only write to stderr.
const build =
  stale.length === 0
    ? undefined
    : spawnSync(process.execPath, [join(root, 'src/setup/build.mjs'), ...stale], { stdio: ['ignore', 2, 2] });

if (build && build.status !== 0) {
  process.exitCode = 3;
} else {
  module.enableCompileCache?.(join(root, 'node_modules/.cache/compile'));
  await import(pathToFileURL(join(root, parts.cli.entry)).href);
}
