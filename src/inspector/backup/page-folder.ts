/** A folder that the person has given to the page: by dropping it, or by choosing it. */
export interface PageFolder {
  /** A file by its name, without a look at the others; undefined where there is none. */
  readonly file: (name: string) => Promise<File | undefined>;
  readonly folder: (name: string) => Promise<PageFolder | undefined>;
  /** All that lies in it. */
  readonly each: () => AsyncGenerator<InFolder>;
}
export type InFolder =
  | { readonly kind: 'file'; readonly name: string; readonly file: () => Promise<File> }
  | { readonly kind: 'folder'; readonly name: string; readonly folder: PageFolder };

/** The browser may refuse what is not there, and what nobody may read: the one is no fault. */
const isAbsent = (error: unknown): boolean =>
  error instanceof DOMException && (error.name === 'NotFoundError' || error.name === 'TypeMismatchError');
const unlessAbsent = async <T>(asked: Promise<T>): Promise<T | undefined> => {
  try {
    return await asked;
  } catch (error) {
    if (isAbsent(error)) return undefined;
    throw error;
  }
};

const isFolderEntry = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
const fileOfEntry = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((done, failed) => {
    entry.file(done, failed);
  });

/** A folder that was dropped: it may lie where the browser lets nobody choose one. */
export const droppedFolder = (entry: FileSystemDirectoryEntry): PageFolder => ({
  file: async (name) => {
    const found = await unlessAbsent(
      new Promise<FileSystemEntry>((done, failed) => {
        entry.getFile(name, {}, done, failed);
      }),
    );
    return found && fileOfEntry(found as FileSystemFileEntry);
  },
  folder: async (name) => {
    const found = await unlessAbsent(
      new Promise<FileSystemEntry>((done, failed) => {
        entry.getDirectory(name, {}, done, failed);
      }),
    );
    return found && droppedFolder(found as FileSystemDirectoryEntry);
  },
  each: () => eachEntry(entry),
});

async function* eachEntry(entry: FileSystemDirectoryEntry): AsyncGenerator<InFolder> {
  const reader = entry.createReader();
  for (;;) {
    // The browser tells them by the hundred.
    const part = await new Promise<FileSystemEntry[]>((done, failed) => {
      reader.readEntries(done, failed);
    });
    if (part.length === 0) return;
    for (const each of part)
      yield isFolderEntry(each)
        ? { kind: 'folder', name: each.name, folder: droppedFolder(each) }
        : { kind: 'file', name: each.name, file: () => fileOfEntry(each as FileSystemFileEntry) };
  }
}

/** A folder out of the browser's own picker. */
export const pickedFolder = (handle: FileSystemDirectoryHandle): PageFolder => ({
  file: async (name) => {
    const found = await unlessAbsent(handle.getFileHandle(name));
    return found?.getFile();
  },
  folder: async (name) => {
    const found = await unlessAbsent(handle.getDirectoryHandle(name));
    return found && pickedFolder(found);
  },
  each: () => eachHandle(handle),
});

async function* eachHandle(handle: FileSystemDirectoryHandle): AsyncGenerator<InFolder> {
  for await (const each of handle.values())
    yield each.kind === 'directory'
      ? { kind: 'folder', name: each.name, folder: pickedFolder(each as FileSystemDirectoryHandle) }
      : { kind: 'file', name: each.name, file: () => (each as FileSystemFileHandle).getFile() };
}

interface Listed {
  readonly files: Map<string, File>;
  readonly folders: Map<string, Listed>;
}

/** A folder that came as a list of all its files (`webkitdirectory`), or single files without one. */
export function listedFolder(files: Iterable<File>): PageFolder {
  const root: Listed = { files: new Map(), folders: new Map() };
  for (const file of files) {
    const [name = file.name, ...above] = (file.webkitRelativePath || file.name).split('/').toReversed();
    let folder = root;
    // The first is the chosen folder itself.
    for (const part of above.toReversed().slice(1)) {
      let inner = folder.folders.get(part);
      if (!inner) folder.folders.set(part, (inner = { files: new Map(), folders: new Map() }));
      folder = inner;
    }
    folder.files.set(name, file);
  }
  return folderOf(root);
}

const folderOf = (listed: Listed): PageFolder => ({
  file: (name) => Promise.resolve(listed.files.get(name)),
  folder: (name) => {
    const found = listed.folders.get(name);
    return Promise.resolve(found && folderOf(found));
  },
  each: () => eachListed(listed),
});

async function* eachListed({ files, folders }: Listed): AsyncGenerator<InFolder> {
  for (const [name, inner] of folders) yield { kind: 'folder', name, folder: folderOf(inner) };
  for (const [name, file] of files) yield { kind: 'file', name, file: () => Promise.resolve(file) };
}
