import { formatCount } from '../../model/bytes.ts';
import { must } from '../../model/must.ts';
import { MAX_FILE_LENGTH } from '../../scenario/file-limits.ts';
import type { Session } from '../state/session.ts';
import type { Dropped } from './dropped.ts';

const isScenario = ({ name }: File): boolean => /\.ya?ml$/i.test(name);
const isItems = ({ name }: File): boolean => /\.jsonl$/i.test(name);

/**
 * Opens what the person gave: a scenario, alone or with its file of items. `false`: it could not be opened, and the
 * page says why.
 */
export async function openFiles(session: Session, files: readonly File[]): Promise<boolean> {
  const others = files.filter((file) => !isItems(file));
  const scenarios = others.length > 1 ? others.filter(isScenario) : others;
  const [file] = scenarios;
  const refuse = (title: string, says: string): false => {
    session.showTrouble({ title, says, problems: [] });
    return false;
  };
  if (!file)
    return refuse(
      'There is no scenario in this',
      'A scenario is a file that ends in .yaml. Its items may lie in a file that ends in .jsonl: give both together. ' +
        'A backup is a folder with the files Info.plist, Manifest.plist and Manifest.db.',
    );
  if (scenarios.length > 1)
    return refuse('One scenario at a time', `There are ${scenarios.length} here. Give one of them, with its items.`);
  // A character takes up to four bytes.
  if (file.size > MAX_FILE_LENGTH * 4)
    return refuse(
      `${file.name} could not be opened`,
      `It has ${formatCount(file.size)} bytes; a scenario has at most ${formatCount(MAX_FILE_LENGTH)} characters. ` +
        'Longer lists of items go into a file of their own, one item in a line: name it in “itemsFile”, and give both.',
    );
  return session.openText(file.name, await file.text(), files.filter(isItems));
}

/** The files of a drop, and those in the folders of it. */
export async function filesOf(dropped: readonly Dropped[]): Promise<readonly File[]> {
  const found = await Promise.all(
    dropped.map(async ({ entry, file }) => (isFolder(entry) ? filesIn(entry) : file ? [file] : [])),
  );
  return found.flat();
}

const isFolder = (entry: FileSystemEntry | null): entry is FileSystemDirectoryEntry => entry?.isDirectory === true;
const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;

/** Only what lies in the folder itself; the browser tells it by the hundred. */
async function filesIn(folder: FileSystemDirectoryEntry): Promise<readonly File[]> {
  const reader = folder.createReader();
  const found: FileSystemFileEntry[] = [];
  for (;;) {
    const part = await new Promise<FileSystemEntry[]>((done, failed) => {
      reader.readEntries(done, failed);
    });
    if (part.length === 0) break;
    found.push(...part.filter(isFile));
  }
  return Promise.all(
    found.map(
      (entry) =>
        new Promise<File>((done, failed) => {
          entry.file(done, failed);
        }),
    ),
  );
}

/** Asks for a file, or for a scenario and its items. */
export function pickFile(session: Session): Promise<boolean> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.multiple = true;
    input.accept = '.yaml,.yml,.jsonl,application/yaml,text/yaml';
    input.addEventListener('change', () => {
      const files = [...must(input.files, 'the files of a field for files')];
      resolve(files.length > 0 ? openFiles(session, files) : false);
    });
    input.addEventListener('cancel', () => resolve(false));
    input.click();
  });
}
