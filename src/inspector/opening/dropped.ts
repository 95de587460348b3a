/** A thing that was dropped: a file, or a folder. */
export interface Dropped {
  readonly entry: FileSystemEntry | null;
  readonly file: File | null;
}

/** The list is empty once the drop is over: everything is taken out of it first. */
export const droppedOn = ({ items }: DataTransfer): readonly Dropped[] =>
  [...items].map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));

/** Whether it can be a backup: a folder, or the files that each of them has. */
export const mayBeBackup = ({ entry, file }: Dropped): boolean =>
  entry?.isDirectory === true || (file !== null && /^(?:Info|Manifest|Status)\.(?:plist|m?b?db)/.test(file.name));
