/** What is read of a backup; nothing else of the folder is ever opened. */
export const READ_FILES = [
  'Info.plist',
  'Manifest.plist',
  'Status.plist',
  'Manifest.db',
  'Manifest.db-wal',
  'Manifest.mbdb',
] as const;

/** Names and lengths of payload files of one folder: nothing in them is read. */
export interface PayloadPart {
  /** `''` for those that lie in the backup itself, as those of iOS 5 to 9 do. */
  readonly folder: string;
  readonly names: readonly string[];
  readonly lengths: readonly number[];
}

/** A backup as a thread can be given it. The folder's own name is the number of a device: it stays behind. */
export interface BackupFiles {
  readonly files: Readonly<Partial<Record<string, File>>>;
  /** A `Snapshot` folder lies in it; undefined where nobody could look. */
  readonly hasSnapshot: boolean | undefined;
  /** It holds files of iOS 3 or 4 (`.mddata`). */
  readonly isOfOldIos: boolean;
}

/** A backup that the page has found, with what else can be looked at in its folder. */
export interface GivenBackup {
  readonly given: BackupFiles;
  /** Absent where the page got single files and no folder. */
  readonly payload?: PayloadLook;
}

/** The payload files: looked at only as far as that is cheap, or where somebody asks for it. */
export interface PayloadLook {
  /** About how many there are, told by a few of the folders. */
  readonly estimate: () => Promise<number>;
  readonly each: (signal: AbortSignal) => AsyncGenerator<PayloadPart>;
}
