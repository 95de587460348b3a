// What `npm start` runs: the launcher builds what is stale, then the command serves the inspector and opens it.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const launcher = join(import.meta.dirname, '..', 'cli', 'bin.cjs');
const result = spawnSync(process.execPath, [launcher, 'inspect', ...process.argv.slice(2)], { stdio: 'inherit' });
process.exitCode = result.status ?? 1;
