import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { openBackup } from '../../src/cli/backup-folder.ts';
import type { BackupRead, FileRow, ListSummary } from '../../src/import/backup.ts';
import type { SampleBackup } from '../../src/import/sample/sample-backup.ts';
import { InputError } from '../../src/model/problem.ts';
import { fileOf as partOf } from './hostile-parts.ts';
import { lockOf, madeSample, onDisk } from './samples.ts';

export const PASSWORD = 'correct horse';
/** No backup may take longer, in milliseconds, to be read or refused. */
const LONGEST = 2000;

export type Files = Readonly<Record<string, Uint8Array | undefined>>;

interface Told {
  readonly sentence: string | undefined;
  readonly backup: BackupRead | undefined;
  readonly rows: readonly FileRow[];
  readonly summary: ListSummary | undefined;
}

/** Reads all of it; whatever is wrong has to be a sentence, in time. */
export async function told(folder: string, password: string | undefined = PASSWORD, onRow?: () => void): Promise<Told> {
  const rows: FileRow[] = [];
  const started = process.cpuUsage();
  let backup: BackupRead | undefined;
  let summary: ListSummary | undefined;
  let sentence: string | undefined;
  try {
    backup = await openBackup(folder, { password: async () => password });
    summary = backup.eachFile((row) => {
      rows.push(row);
      onRow?.();
    });
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    sentence = error.message;
  } finally {
    backup?.close();
  }
  // Of this process alone: on a busy machine the clock says nothing.
  const { user, system } = process.cpuUsage(started);
  expect((user + system) / 1000).toBeLessThan(LONGEST);
  return { sentence, backup, rows, summary };
}

/** A small backup, the same under a password, and folders in which some of their files are others. */
export async function hostileBackups() {
  const home = mkdtempSync(join(tmpdir(), 'restore-sim-hostile-'));
  const plain = await madeSample({ rows: 200 });
  const locked = await madeSample({ rows: 200, lock: lockOf(PASSWORD, { outer: 300, inner: 30 }) });
  let made = 0;
  /** A sample with some of its files replaced, or left out; its payload only where it matters. */
  function folderWith(files: Files, sample = plain, payload: SampleBackup['payload'] = []): string {
    const changed = new Map(sample.files);
    for (const [name, bytes] of Object.entries(files)) {
      if (bytes) changed.set(name, bytes);
      else changed.delete(name);
    }
    made += 1;
    return onDisk({ ...sample, files: changed, payload }, join(home, String(made)));
  }
  return {
    home,
    plain,
    locked,
    folderWith,
    sentenceOf: async (files: Files, sample?: SampleBackup): Promise<string | undefined> =>
      (await told(folderWith(files, sample))).sentence,
    fileOf: (name: string, sample = plain): Uint8Array => partOf(name, sample),
    remove: () => rmSync(home, { recursive: true, force: true }),
  };
}
