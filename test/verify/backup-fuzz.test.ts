import { expect, test } from 'vitest';
import { startSqlite } from '../../src/cli/sqlite.ts';
import { bytesInMemory } from '../../src/import/bytes-at.ts';
import { readBackup } from '../../src/import/read-backup.ts';
import { folderOfSample, type SampleBackup } from '../../src/import/sample/sample-backup.ts';
import { madeSample } from '../cli/samples.ts';
import { FUZZ_TARGETS, fuzz, type FuzzTarget } from '../unit/import/fuzzing.ts';

/** Changed files for each reader; of whole lists fewer, because SQLite opens each anew. */
const INPUTS = Number(process.env['FUZZ_INPUTS'] ?? 1_000_000);
const LISTS = INPUTS / 20;

test.each(Object.entries(FUZZ_TARGETS))('%s', (name, target) => {
  const started = process.cpuUsage();
  const { read } = fuzz(target, INPUTS, 20_260_301);
  const seconds = process.cpuUsage(started).user / 1e6;
  console.log(`${name}: ${INPUTS} changed, ${read} of them read, ${seconds.toFixed(0)} s`);
  expect(read).toBeGreaterThan(0);
});

async function listTarget(sample: SampleBackup, name: string): Promise<FuzzTarget> {
  const lists = await startSqlite();
  const folder = folderOfSample(sample, 'sample');
  const tools = { lists, decrypt: () => new Uint8Array(0) };
  return {
    seeds: [sample.files.get(name) as Uint8Array],
    read: (bytes) => {
      const file = (asked: string) => (asked === name ? bytesInMemory(bytes) : folder.file(asked));
      const backup = readBackup({ ...folder, file }, tools);
      const started = performance.now();
      try {
        return backup.eachFile(() => undefined);
      } finally {
        backup.close();
        slowest = Math.max(slowest, performance.now() - started);
      }
    },
  };
}
let slowest = 0;

test.each(['Manifest.db', 'Manifest.db-wal'])('whole backups with a changed %s', async (name) => {
  slowest = 0;
  const sample = await madeSample({ rows: 150, inLog: 20 });
  const { read } = fuzz(await listTarget(sample, name), LISTS, 20_260_301);
  console.log(`${name}: ${LISTS} changed, ${read} of them read, slowest ${slowest.toFixed(0)} ms`);
  expect(read).toBeGreaterThan(0);
  // A list without end would take for ever; a busy machine takes its time.
  expect(slowest).toBeLessThan(10_000);
});
