import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { makerOf } from '../import/scenario-of-backup.ts';
import { InputError } from '../model/problem.ts';
import { openBackup } from './backup-folder.ts';
import { statsOf, withReason } from './files.ts';

/** Any of these makes a folder that of a backup. */
const OF_A_BACKUP = ['Manifest.db', 'Manifest.mbdb', 'Manifest.plist', 'Info.plist', 'Status.plist'];

/** What a list of backups shows of each. */
export interface ListedBackup {
  readonly number: number;
  readonly model: string;
  readonly ios: string;
  readonly made: string;
  readonly encrypted: 'yes' | 'no' | 'unknown';
  /** As the files lie on the disk; undefined where they could not be counted. */
  readonly bytes: number | undefined;
}
export interface FoundBackup {
  readonly path: string;
  readonly facts: ListedBackup;
}

const isBackup = (folder: string): boolean => OF_A_BACKUP.some((name) => statsOf(join(folder, name)) !== undefined);

/** The backups of a folder, the newest first: itself, or those that lie in it. Throws an InputError for none. */
export async function backupsIn(folder: string): Promise<readonly FoundBackup[]> {
  const stats = statsOf(folder);
  // Whoever opens it says what is wrong with it, and which it is where it is one itself.
  if (!stats?.isDirectory() || isBackup(folder) || isOld(folder)) return [{ path: folder, facts: NOT_LISTED }];
  const below = withReason(folder, 'the folder cannot be read', () => readdirSync(folder, { withFileTypes: true }))
    .filter((entry) => entry.isDirectory() && isBackup(join(folder, entry.name)))
    .map(({ name }) => join(folder, name))
    .toSorted();
  const found: Omit<FoundBackup['facts'], 'number'>[] = [];
  if (below.length === 1) return below.map((path) => ({ path, facts: NOT_LISTED }));
  for (const path of below) found.push(await factsOf(path));
  if (below.length === 0) throw noneIn(folder);
  return below
    .map((path, index) => ({ path, facts: found[index] ?? NOT_LISTED }))
    .toSorted(newestFirst)
    .map(({ path, facts }, index) => ({ path, facts: { ...facts, number: index + 1 } }));
}

interface Dated {
  readonly path: string;
  readonly facts: Pick<ListedBackup, 'made'>;
}

/** Without a day it stands last. */
const dayOf = ({ facts: { made } }: Dated): string => (made === 'unknown' ? '' : made);

function newestFirst(a: Dated, b: Dated): number {
  if (dayOf(a) !== dayOf(b)) return dayOf(a) > dayOf(b) ? -1 : 1;
  return a.path < b.path ? -1 : 1;
}

/** Backups of iOS 3 and 4 hold neither list nor plists: `.mddata` files alone. */
const isOld = (folder: string): boolean =>
  withReason(folder, 'the folder cannot be read', () => readdirSync(folder)).some((name) =>
    /\.md(?:data|info)$/.test(name),
  );

const NOT_LISTED: ListedBackup = { number: 1, model: '', ios: '', made: '', encrypted: 'unknown', bytes: undefined };

/** One that cannot be read stands in the list as such: the others can be chosen all the same. */
async function factsOf(path: string): Promise<Omit<ListedBackup, 'number'>> {
  try {
    return await factsRead(path);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { model: 'unknown', ios: 'unknown', made: 'unknown', encrypted: 'unknown', bytes: undefined };
  }
}

async function factsRead(path: string): Promise<Omit<ListedBackup, 'number'>> {
  const read = await openBackup(path);
  try {
    const { product, ios, made, isProductTold, isIosTold, isMadeTold } = makerOf(read);
    const { isEncrypted } = read;
    return {
      model: isProductTold ? product.model : 'unknown',
      ios: isIosTold ? ios : 'unknown',
      made: isMadeTold ? made : 'unknown',
      encrypted: isEncrypted === undefined ? 'unknown' : isEncrypted ? 'yes' : 'no',
      bytes: read.payload?.bytes,
    };
  } finally {
    read.close();
  }
}

/** CP-35: where the backups of a computer lie. */
const noneIn = (folder: string): InputError =>
  new InputError([
    {
      file: folder,
      message: 'there is no backup in this folder',
      advice:
        'On a Mac they lie in ~/Library/Application Support/MobileSync/Backup, on Windows in ' +
        '%APPDATA%\\Apple Computer\\MobileSync\\Backup or %USERPROFILE%\\Apple\\MobileSync\\Backup.',
    },
  ]);
