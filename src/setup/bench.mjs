// What `npm run bench` runs: test/bench/*.bench.ts one after another, or those whose names contain a given word.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..', '..');
const folder = join(root, 'test', 'bench');
const words = process.argv.slice(2);

const files = (existsSync(folder) ? readdirSync(folder) : [])
  .filter((file) => file.endsWith('.bench.ts'))
  .filter((file) => words.length === 0 || words.some((word) => file.includes(word)))
  .toSorted();

if (files.length === 0) console.error('There is no such bench in test/bench.');
for (const file of files) {
  console.log(`\n${file}`);
  const result = spawnSync(process.execPath, ['--import', 'tsx', join(folder, file)], { cwd: root, stdio: 'inherit' });
  if (result.status !== 0) process.exitCode = 1;
}
