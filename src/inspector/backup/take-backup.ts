import type { Dropped } from '../opening/dropped.ts';
import { backupDesk } from './backup-desk.ts';
import { backupOfFiles, findBackups } from './find-backups.ts';
import { NO_BACKUP } from './backup-words.ts';
import type { GivenBackup } from './found-backup.ts';
import { droppedFolder, listedFolder, type PageFolder, pickedFolder } from './page-folder.ts';

const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry => entry?.isDirectory === true;

/** Reads the backup, or lists the backups, that were dropped. `false`: there is none, and may be a scenario. */
export async function takeDropped(dropped: readonly Dropped[], onFound: () => void): Promise<boolean> {
  const folders = dropped.flatMap(({ entry }) => (isFolder(entry) ? [droppedFolder(entry)] : []));
  const files = dropped.flatMap(({ entry, file }) => (file && !isFolder(entry) ? [file] : []));
  if (await backupDesk().take(() => allIn(folders, files), onFound)) return true;
  if (files.length > 0 || (await Promise.all(folders.map(mayHoldScenario))).some(Boolean)) return false;
  onFound();
  backupDesk().showTrouble('There is no backup in this folder', [{ file: '', ...NO_BACKUP }]);
  return true;
}

async function mayHoldScenario(folder: PageFolder): Promise<boolean> {
  for await (const { kind, name } of folder.each())
    if (kind === 'file' && /\.(?:ya?ml|jsonl?)$/i.test(name)) return true;
  return false;
}

async function allIn(folders: readonly PageFolder[], files: readonly File[]): Promise<readonly GivenBackup[]> {
  const found = await Promise.all(folders.map((folder) => findBackups(folder)));
  const ofFiles = backupOfFiles(files);
  return [...found.flat(), ...(ofFiles ? [ofFiles] : [])];
}

/** Whoever chooses stands in the sheet already. */
const noSheetToOpen = () => undefined;

/** Chosen one by one. */
export const takeFiles = (files: readonly File[]): Promise<boolean> =>
  backupDesk().take(() => allIn([], files), noSheetToOpen);

/** All files of a folder, as `webkitdirectory` gives them. */
export const takeListed = (files: readonly File[]): Promise<boolean> =>
  backupDesk().take(() => findBackups(listedFolder(files)), noSheetToOpen);

export const takePicked = (handle: FileSystemDirectoryHandle): Promise<boolean> =>
  backupDesk().take(() => findBackups(pickedFolder(handle)), noSheetToOpen);
