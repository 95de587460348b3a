// node src/setup/vitest.mjs [vitest's arguments]: vitest with the project's configuration and the browser found.
// For example: npm run vitest -- --project browser test/unit/canonical.test.ts
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findBrowser } from './browser.mjs';

const root = join(import.meta.dirname, '..', '..');

export const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--config', 'test/vitest.config.ts'];

export function launchOptions() {
  const browser = findBrowser();
  // Playwright replaces the whole environment of the browser by `env`.
  return JSON.stringify({ ...browser, env: { ...process.env, ...browser.env } });
}

if (process.argv[1] === import.meta.filename) {
  const args = [...vitest, ...process.argv.slice(2)];
  const result = spawnSync(process.execPath, args, {
    cwd: root,
    env: { ...process.env, RSIM_LAUNCH: launchOptions() },
    stdio: 'inherit',
  });
  process.exitCode = result.status ?? 1;
}
