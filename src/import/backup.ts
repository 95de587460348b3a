/**
 * A computer backup, read. Bytes become these types in `read-backup.ts`; items, world and preflight are built over
 * them.
 *
 * Nothing personal is in here unless `keepNames` was asked for: no name of the device, no serial number, IMEI, ICCID,
 * phone number, UDID, Apple ID or account, no target of a link and no extended attribute. `FileRow.domain` and
 * `FileRow.path` are the exception: what the rows mean can be told by them alone, and whoever visits rows keeps them.
 */

/** Bytes that can be read at any place, by a file or by memory. Reading is synchronous and never changes anything. */
export interface BytesAt {
  /** Bytes in all. */
  readonly size: number;
  /** The bytes from `offset` on: `length` of them, or fewer (none at all) where the file ends before. */
  readonly read: (offset: number, length: number) => Uint8Array;
}

/** One payload file as it lies in the folder: nothing of it is ever opened. */
export interface PayloadFile {
  /** Its own name, without a folder: 40 hexadecimal digits in a whole backup. */
  readonly name: string;
  /** Bytes on the disk: those of an encrypted backup are padded to the next 16. */
  readonly length: number;
  /** `link` and `other` (a folder, a device …) are no payload; they are counted and never followed. */
  readonly kind: 'file' | 'link' | 'other';
  /** Whether it lies where this backup keeps it: below the first two digits, or flat beside Manifest.mbdb. */
  readonly inPlace: boolean;
}

/** What a door hands in: a folder that can be read by name. */
export interface BackupFolder {
  /** What messages call it: a path of the command line, the name of the folder in the page. */
  readonly name: string;
  /** A file of the folder itself by its name (`Manifest.db-wal`); undefined where there is none. Never a link. */
  readonly file: (name: string) => BytesAt | undefined;
  /** Whether there is a folder of that name (`Snapshot`); undefined where the door could not look. */
  readonly hasFolder: (name: string) => boolean | undefined;
  /** What of it has changed since it was opened, where the door can tell (`.` is the folder): a backup is running. */
  readonly changed?: () => string | undefined;
  /** Tells every payload file; absent where the door got single files and no folder. */
  readonly eachPayload?: (visit: (file: PayloadFile) => void) => void;
}

/** A file of the backup that holds facts. `unreadable` says in a whole sentence what is wrong with it. */
export type BackupPart<T> =
  | { readonly state: 'read'; readonly facts: T }
  | { readonly state: 'missing' }
  | { readonly state: 'empty' }
  | { readonly state: 'unreadable'; readonly problem: string };

/** One app of `Applications` in Info.plist: an app that came from the App Store. */
export interface StoreApp {
  /** Bundle identifier. */
  readonly id: string;
  readonly hasSinf: boolean;
  readonly hasMetadata: boolean;
  /** `itemName` of its metadata: the name in the App Store. */
  readonly title?: string;
  /** `DeviceBasedVPP`: an organisation has assigned it to the device, without an Apple Account. */
  readonly assignedToDevice: boolean;
  /** `buyer-1`, `buyer-2` …, in the order of the identifiers of apps; absent where the metadata name nobody. */
  readonly buyer?: string;
}

/** Info.plist, written by the computer. Every key may be absent. */
export interface InfoFacts {
  readonly productName?: string;
  readonly productType?: string;
  /** The version of iOS, as the device compares it (`16.4.1`). */
  readonly productVersion?: string;
  readonly buildVersion?: string;
  /** Milliseconds since 1970. */
  readonly lastBackup?: number;
  /** Bundle identifiers, each once, sorted; absent where the key is. */
  readonly installed?: readonly string[];
  /** By identifier, sorted; absent where the key is. */
  readonly storeApps?: readonly StoreApp[];
  /** iTunes, Finder or an open tool: `iTunes Version`. */
  readonly computerVersion?: string;
  /** Written by Apple Devices on Windows. */
  readonly onWindows: boolean;
  /** With `keepNames` alone. */
  readonly deviceName?: string;
}

/** Which sources the computer was told for a kind of data (`com.apple.mobile.data_sync`). */
export interface SyncedClass {
  readonly class: 'bookmarks' | 'calendars' | 'contacts' | 'notes';
  readonly withIcloud: boolean;
}

/** An app, an extension or a part of iOS of `Applications` in Manifest.plist. */
export interface ManifestApp {
  readonly id: string;
  readonly version?: string;
  /** `ContainerContentClass`, from iOS 9 on: `Data/Application`, `Data/PluginKitPlugin` … */
  readonly contentClass?: string;
}

/** Manifest.plist, written by the device. */
export interface ManifestFacts {
  /** `10.0` with Manifest.db, `9.1` and lower with Manifest.mbdb. */
  readonly version?: string;
  readonly systemDomainsVersion?: string;
  readonly requiredProductVersion?: string;
  /** Milliseconds since 1970. */
  readonly date?: number;
  /** As declared; compare with `BackupRead.headerSaysEncrypted`. */
  readonly isEncrypted?: boolean;
  readonly wasPasscodeSet?: boolean;
  readonly hasKeybag: boolean;
  readonly hasManifestKey: boolean;
  readonly lockdown?: {
    readonly productVersion?: string;
    readonly productType?: string;
    readonly buildVersion?: string;
    /** Names of its values that should be texts and are not: a device refuses them (205). */
    readonly notTexts: readonly string[];
  };
  readonly synced: readonly SyncedClass[];
  /** By identifier, sorted; absent where the key is. */
  readonly apps?: readonly ManifestApp[];
}

/** Status.plist. `backupState` and `snapshotState` are as written: a device refuses those it does not know. */
export interface StatusFacts {
  readonly version?: string;
  readonly backupState?: string;
  readonly snapshotState?: string;
  readonly isFullBackup?: boolean;
  /** Milliseconds since 1970. */
  readonly date?: number;
  readonly hasUuid: boolean;
  /** Names of required values that are absent or of another kind: a device answers 11. */
  readonly missing: readonly string[];
}

/** What the keybag tells without any password. */
export interface KeybagFacts {
  readonly version?: number;
  /** 1 is a backup. */
  readonly type?: number;
  /** By class number. `device`: tied to the hardware that made it (WRAP bit 1); `password`: to the password (bit 2). */
  readonly classes: ReadonlyMap<number, { readonly device: boolean; readonly password: boolean }>;
  /** Rounds of PBKDF2 that a password takes, old and new together. */
  readonly rounds: number;
}

/**
 * `plain`: nothing is locked. `list open`: the payload is locked and the list is not, so no password is needed (iOS 5
 * to 10.1; of iOS 10.0 the sizes are locked as well). `locked`: the list of files cannot be read, and `why` says so;
 * `problem` is a whole sentence for a person (absent while nobody has given a password). `unlocked`: the password was
 * right. `declared`: Manifest.plist says that it is encrypted, and there is no list of files to open. `not told`:
 * nothing that is there says whether it is.
 */
export type Encryption =
  | { readonly state: 'plain' }
  | { readonly state: 'list open' }
  | { readonly state: 'unlocked' }
  | { readonly state: 'declared' }
  | { readonly state: 'not told' }
  | {
      readonly state: 'locked';
      readonly why: 'no password yet' | 'wrong password' | 'damaged keybag' | 'no keybag' | 'too many rounds';
      readonly problem?: string;
    };

/** One step from a password to its key: PBKDF2 with HMAC, 32 bytes out; each step takes what the one before gave. */
export interface Derivation {
  readonly hash: 'sha256' | 'sha1';
  readonly salt: Uint8Array;
  readonly rounds: number;
}

/** One row of the list of files. */
export interface FileRow {
  /** `HomeDomain`, `AppDomain-…` */
  readonly domain: string;
  /** Relative to the domain's root, which itself is ''. */
  readonly path: string;
  /** By its flags: 1 a file, 2 a folder, 4 a link; anything else is `other`. */
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Bytes of the plain file. Undefined: not given, or beyond reason (above 16 TB or below 0); it is not 0. */
  readonly size: number | undefined;
  /** As of `stat`, with the bits of the type. */
  readonly mode: number | undefined;
  /** 1 to 4; 0 and absence are undefined: no class stated. */
  readonly protectionClass: number | undefined;
  /** Seconds since 1970; undefined where not given or outside 1970 to 2100. */
  readonly modified: number | undefined;
  /** Whether a link leads out of its own domain (`..` or an absolute target). */
  readonly leadsOut: boolean;
  /**
   * Bytes on the disk of a file's payload; `absent` where the folder has none; undefined for folders and links, and
   * where the folder could not be listed.
   */
  readonly payload: number | 'absent' | undefined;
}

/** What the payload files tell as a whole: all that is known of them while a backup is locked. */
export interface PayloadSummary {
  readonly files: number;
  readonly bytes: number;
  /** Names that are not 40 hexadecimal digits, or that lie in another folder than theirs. */
  readonly strange: number;
  /** Links and other things that are no files: never followed. */
  readonly notFiles: number;
}

/** Counts of a whole visit of the list. What could not be told of a row is not a size of 0. */
export interface ListSummary {
  readonly rows: number;
  readonly files: number;
  /** Files without a size, or with one beyond reason. */
  readonly sizeNotGiven: number;
  /** Files that the list names and the folder does not have; undefined where the folder could not be listed. */
  readonly payloadAbsent: number | undefined;
  /** Files whose length on the disk is another than the list says (encrypted: padded to 16). */
  readonly payloadOtherLength: number | undefined;
  /** Payload files that no row names. */
  readonly payloadExtra: number | undefined;
  /** Rows whose details (`file`) could not be read: their size is not given. */
  readonly detailsUnreadable: number;
  /** Rows left out, because no backup has them: a fileID of another form, a domain or path with `..`. */
  readonly refused: number;
}

/** Something that is wrong and does not keep the backup from being read; `message` is a whole sentence. */
export interface BackupTrouble {
  /** The file of the backup that it is about. */
  readonly about: string;
  readonly message: string;
}

export interface BackupRead {
  /** What messages call the folder. */
  readonly name: string;
  readonly info: BackupPart<InfoFacts>;
  readonly manifest: BackupPart<ManifestFacts>;
  readonly status: BackupPart<StatusFacts>;
  readonly keybag: BackupPart<KeybagFacts>;
  readonly encryption: Encryption;
  /** What a door has to derive from a password, as UTF-8, before it reads the backup again with the key. */
  readonly derivations: readonly Derivation[];
  /** `database` is Manifest.db, `mbdb` the list of iOS 5 to 9. */
  readonly list: 'database' | 'mbdb' | 'missing';
  /** Bytes of that list; devices were reported to give up on very large ones. Undefined where there is none. */
  readonly listSize: number | undefined;
  /**
   * What the bytes of Manifest.db say: a plain database begins as one, and one that does not is encrypted where keys
   * for it are kept. Undefined where there is none, and where it may as well be damaged.
   */
  readonly headerSaysEncrypted: boolean | undefined;
  /** Whether it is encrypted, by the bytes rather than by what is declared; undefined where nothing tells. */
  readonly isEncrypted: boolean | undefined;
  /** A `Snapshot` folder was left over; undefined where the door could not look. */
  readonly hasSnapshot: boolean | undefined;
  /** Undefined where the folder could not be listed. */
  readonly payload: PayloadSummary | undefined;
  /**
   * Visits every row of the list, in the order in which the list keeps them, and says what it met. Throws an InputError
   * with a whole sentence where the list is missing, locked, damaged, or no list at all; rows may have been visited.
   */
  readonly eachFile: (visit: (row: FileRow) => void) => ListSummary;
  /** Of what was read so far: a visit of the list can add to them. */
  readonly troubles: readonly BackupTrouble[];
  /** Closes the list; nothing can be visited afterwards. */
  readonly close: () => void;
}
