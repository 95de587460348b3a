import { pbkdf2Sync } from 'node:crypto';
import { mkdirSync, mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startSqlite } from '../../src/cli/sqlite.ts';
import { type SampleLock, sampleDerivations } from '../../src/import/sample/keybag-writer.ts';
import { type SampleBackup, sampleBackup, type SampleWishes } from '../../src/import/sample/sample-backup.ts';
import { Seeded } from '../../src/import/sample/seeded.ts';

/** A sample, made with the engine of the command line. */
export async function madeSample(wishes: Partial<SampleWishes> = {}): Promise<SampleBackup> {
  const { sqlite } = await startSqlite();
  return sampleBackup(sqlite, { seed: 7, rows: 600, ios: '16.4', ...wishes });
}

/** How a password locks a sample; few rounds, because what they cost is no matter here. */
export function lockOf(password: string, rounds: { readonly outer?: number; readonly inner: number }): SampleLock {
  const derivations = sampleDerivations(new Seeded(3), rounds);
  let passwordKey: Uint8Array = new TextEncoder().encode(password);
  for (const { hash, salt, rounds: turns } of derivations) passwordKey = pbkdf2Sync(passwordKey, salt, turns, 32, hash);
  return { derivations, passwordKey };
}

/** Writes a sample to a folder of its own. Payload files have their length and nothing in them. */
export function onDisk(sample: SampleBackup, folder = mkdtempSync(join(tmpdir(), 'restore-sim-backup-'))): string {
  mkdirSync(folder, { recursive: true });
  for (const [name, bytes] of sample.files) writeFileSync(join(folder, name), bytes);
  for (const { id, length } of sample.payload) {
    const place = sample.isFlat ? folder : join(folder, id.slice(0, 2));
    mkdirSync(place, { recursive: true });
    writeFileSync(join(place, id), '');
    truncateSync(join(place, id), length);
  }
  return folder;
}
