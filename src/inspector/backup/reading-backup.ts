import type { BackupFolder, BackupRead } from '../../import/backup.ts';
import { readBackup } from '../../import/read-backup.ts';
import { makerOf } from '../../import/scenario-of-backup.ts';
import { visitBackup, type VisitedBackup } from '../../import/summary.ts';
import { type BackupAnswer, backupAnswerOf, type TargetWishes } from './backup-answer.ts';
import type { BackupFiles, PayloadPart } from './found-backup.ts';
import type { Engine } from './start-sqlite.ts';
import type { ReadingProgress, BackupGlance } from './talk.ts';
import { decryptBlocks, keyOfPassword } from './unlocking.ts';
import { WorkerFolder } from './worker-folder.ts';
import { formatCount } from '../../model/bytes.ts';
import { InputError } from '../../model/problem.ts';

/** How a folder is looked at: with the payload files that are known by then. */
export type FolderWith = (payload: readonly PayloadPart[] | undefined) => BackupFolder;
type OnProgress = (howFar: ReadingProgress) => void;

/** One backup, from the first look to the answer; it holds the key that a password led to, and never the password. */
export class ReadingBackup {
  readonly #engine: Engine;
  readonly #folderWith: FolderWith;
  readonly #onProgress: OnProgress;
  #payload: readonly PayloadPart[] | undefined;
  #key: Uint8Array | undefined;
  #read: BackupRead;
  #visited: VisitedBackup | undefined;

  constructor(engine: Engine, folderWith: FolderWith, onProgress: OnProgress) {
    this.#engine = engine;
    this.#folderWith = folderWith;
    this.#onProgress = onProgress;
    this.#read = this.#readAgain();
  }

  get isLocked(): boolean {
    return this.#read.encryption.state === 'locked';
  }

  /** Why it is locked, where a password was tried or none can be. */
  get problem(): string | undefined {
    const { encryption } = this.#read;
    return encryption.state === 'locked' ? encryption.problem : undefined;
  }

  /** Whether another password may open it. */
  get canTry(): boolean {
    const { encryption } = this.#read;
    return encryption.state === 'locked' && ['no password yet', 'wrong password'].includes(encryption.why);
  }

  get listed(): BackupGlance {
    return listedAs(this.#read, undefined);
  }

  /** Takes the payload files into account from here on. */
  usePayload(payload: readonly PayloadPart[]): void {
    this.#payload = payload;
    this.#reopen();
  }

  async unlock(password: string): Promise<void> {
    this.#onProgress({ says: 'Trying the password' });
    this.#key = await keyOfPassword(password, this.#read.derivations);
    this.#reopen();
  }

  /** The list is read once; for another device nothing is read again. */
  answer(wishes: TargetWishes): BackupAnswer {
    this.#visited ??= this.#visit();
    return backupAnswerOf(this.#visited, wishes);
  }

  #visit(): VisitedBackup {
    let rows = 0;
    const onRow = (): void => {
      rows += 1;
      if (rows % ROWS_BETWEEN_NEWS === 0) this.#onProgress({ says: `Reading the list: ${formatCount(rows)} rows` });
    };
    return visitBackup(this.#read, { keepNames: false, onRow });
  }

  #reopen(): void {
    this.#visited = undefined;
    this.#read.close();
    this.#read = this.#readAgain();
  }

  #readAgain(): BackupRead {
    const { lists } = this.#engine;
    const passwordKey = this.#key;
    const folder = this.#folderWith(this.#payload);
    const wishes = passwordKey === undefined ? {} : { passwordKey };
    return readBackup(folder, { lists, decrypt: decryptBlocks }, wishes);
  }
}

const ROWS_BETWEEN_NEWS = 2000;
/** A list of that size is read in a second; longer ones are not counted before somebody chooses. */
const CHEAP_LIST = 100e6;

/** What tells a backup from others. */
export function listBackup(engine: Engine, given: BackupFiles, name: string): BackupGlance {
  const folder = new WorkerFolder(given, undefined, () => undefined, name);
  const read = readBackup(folder, { lists: engine.lists, decrypt: decryptBlocks });
  try {
    return listedAs(read, bytesIn(read));
  } finally {
    read.close();
  }
}

function listedAs(read: BackupRead, bytes: number | undefined): BackupGlance {
  const { product, ios, made, isProductTold, isIosTold, isMadeTold } = makerOf(read);
  return {
    model: isProductTold ? product.model : '',
    ios: isIosTold ? ios : undefined,
    made: isMadeTold ? made : undefined,
    isEncrypted: read.isEncrypted,
    bytes,
    problem: undefined,
  };
}

function bytesIn(read: BackupRead): number | undefined {
  if (read.encryption.state === 'locked' || read.listSize === undefined || read.listSize > CHEAP_LIST) return undefined;
  let bytes = 0;
  try {
    read.eachFile(({ size = 0 }) => {
      bytes += size;
    });
  } catch (error) {
    // What it is can be told all the same; what is wrong with its list is told once it is chosen.
    if (error instanceof InputError) return undefined;
    throw error;
  }
  return bytes;
}
