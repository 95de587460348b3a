// What `npm run verify` runs: the long checks that `npm test` leaves out.
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const args = [
  join(import.meta.dirname, 'vitest.mjs'),
  '--project',
  'verify',
  '--passWithNoTests',
  ...process.argv.slice(2),
];
const result = spawnSync(process.execPath, args, { stdio: 'inherit' });
process.exitCode = result.status ?? 1;
