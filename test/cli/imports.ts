import { rmSync } from 'node:fs';
import { openBackup } from '../../src/cli/backup-folder.ts';
import type { BackupRead } from '../../src/import/backup.ts';
import { importAsText } from '../../src/cli/import-text.ts';
import { readTarget } from '../../src/import/import-target.ts';
import type { SampleBackup, SampleWishes } from '../../src/import/sample/sample-backup.ts';
import { type BackupSummary, summaryOfBackup } from '../../src/import/summary.ts';
import { PLAIN } from '../../src/report/paint.ts';
import type { Changes } from '../../src/scenario/conditions.ts';
import { lockOf, madeSample, onDisk } from './samples.ts';

/** The password of locked ones is “secret”. */
export const LOCK = lockOf('secret', { outer: 500, inner: 50 });

/** Backups that a test makes, and takes away at its end. */
export class MadeBackups {
  readonly #folders: string[] = [];
  #plain: Promise<string> | undefined;
  #locked: Promise<string> | undefined;

  async folder(wishes: Partial<SampleWishes> = {}, but: (sample: SampleBackup) => SampleBackup = (same) => same) {
    const folder = onDisk(but(await madeSample({ rows: 260, ...wishes })));
    this.#folders.push(folder);
    return folder;
  }

  /** One for all tests that only read it. */
  readonly plain = (): Promise<string> => (this.#plain ??= this.folder());
  readonly locked = (): Promise<string> => (this.#locked ??= this.folder({ lock: LOCK }));

  readonly remove = (): void => {
    for (const folder of this.#folders) rmSync(folder, { recursive: true, force: true });
  };
}

export interface Told {
  readonly summary: BackupSummary;
  /** What is printed, with its lines joined: sentences are looked for, and not where they break. */
  readonly text: string;
}

/** What `import` tells of a folder, without starting a program. */
export async function told(
  folder: string,
  {
    device = 'same',
    changes = {},
    password,
    keepNames = false,
    lacks,
  }: {
    readonly device?: string;
    readonly changes?: Changes;
    readonly password?: string;
    readonly keepNames?: boolean;
    /** Rows that the list is without. */
    readonly lacks?: RegExp;
  } = {},
): Promise<Told> {
  const read = await openBackup(folder, { keepNames, password: async () => password });
  try {
    const seen: BackupRead = {
      ...read,
      eachFile: (visit) => read.eachFile((row) => (lacks?.test(row.path) ? undefined : visit(row))),
    };
    const summary = summaryOfBackup(seen, { target: readTarget(device), changes, keepNames });
    const text = importAsText(summary, {
      page: { paint: PLAIN, width: 100 },
      device,
      output: undefined,
      files: undefined,
    });
    return { summary, text: text.replaceAll(/\s+/g, ' ') };
  } finally {
    read.close();
  }
}
