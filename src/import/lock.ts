import type { BytesAt, Encryption, BackupPart, BackupTrouble } from './backup.ts';
import type { PlistDict } from './binary-plist.ts';
import type { Keybag } from './keybag.ts';
import { boolIn, dataIn } from './plist-parts.ts';
import { derivationsOf, manifestKey, MOST_ROUNDS, unlock } from './unlock.ts';

/** How far the list can be read, and with which key. */
export interface Lock {
  readonly encryption: Encryption;
  /** Of Manifest.db, where it is encrypted and the password has opened it. */
  readonly listKey?: Uint8Array;
  readonly troubles: readonly BackupTrouble[];
}

const BEGINS = 'SQLite format 3\0';

/** Whether a database begins as one that nobody has encrypted. */
export function isPlainDatabase(database: BytesAt): boolean {
  return String.fromCharCode(...database.read(0, BEGINS.length)) === BEGINS;
}

interface Found {
  readonly manifest: BackupPart<PlistDict>;
  readonly keybag: BackupPart<Keybag>;
  readonly database: BytesAt | undefined;
  readonly hasMbdb: boolean;
  readonly passwordKey: Uint8Array | undefined;
}

/** What is declared and what the bytes say: they can differ, and then the bytes are right. */
export function lockOf(found: Found): Lock {
  const { manifest, database } = found;
  const declared = manifest.state === 'read' ? boolIn(manifest.facts, 'IsEncrypted') : undefined;
  const wrapped = manifest.state === 'read' ? dataIn(manifest.facts, 'ManifestKey') : undefined;
  const isOpen = database ? isPlainDatabase(database) : found.hasMbdb;
  if (isOpen) return openList(found, declared === true, wrapped !== undefined && database !== undefined);
  const isLocked = database !== undefined && database.size > 0 && (declared === true || wrapped !== undefined);
  if (!isLocked) return { encryption: { state: 'plain' }, troubles: [] };
  const lies = 'Manifest.plist says that the backup is not encrypted, and its list of files is.';
  const troubles = declared === true ? [] : [{ about: 'Manifest.plist', message: lies }];
  return { ...closedList(found, wrapped), troubles };
}

function openList(found: Found, isDeclared: boolean, hasListKey: boolean): Lock {
  if (!isDeclared) return { encryption: { state: 'plain' }, troubles: [] };
  const lies = 'Manifest.plist says that the list of files is encrypted, and it is not.';
  const troubles = hasListKey ? [{ about: 'Manifest.plist', message: lies }] : [];
  const tried = found.passwordKey === undefined ? undefined : tryPassword(found, found.passwordKey);
  return { encryption: tried?.encryption ?? { state: 'list open' }, troubles };
}

function locked(why: Locked['why'], problem?: string): Pick<Lock, 'encryption'> {
  return { encryption: { state: 'locked', why, ...(problem === undefined ? {} : { problem }) } };
}

function closedList(found: Found, wrapped: Uint8Array | undefined): Pick<Lock, 'encryption' | 'listKey'> {
  const { keybag, passwordKey } = found;
  if (keybag.state === 'unreadable') return locked('damaged keybag', keybag.problem);
  if (keybag.state !== 'read' || !wrapped)
    return locked(
      'no keybag',
      'The keys to the list of files are missing from Manifest.plist: no password can open it.',
    );
  const steps = derivationsOf(keybag.facts);
  if (steps.length === 0)
    return locked('damaged keybag', 'The keybag does not say how a password becomes a key: no password can open it.');
  const rounds = steps.reduce((sum, step) => sum + step.rounds, 0);
  if (rounds > MOST_ROUNDS)
    return locked(
      'too many rounds',
      `The keybag asks for ${rounds} rounds to try one password, twice what devices ask for; it is not tried.`,
    );
  if (passwordKey === undefined) return locked('no password yet');
  const tried = tryPassword(found, passwordKey);
  if (tried.encryption.state !== 'unlocked') return tried;
  const listKey = manifestKey(wrapped, tried.keys);
  if (listKey?.length === 32) return { encryption: tried.encryption, listKey };
  return locked('damaged keybag', 'The password is right, and the key to the list of files is damaged.');
}

type Locked = Extract<Encryption, { readonly state: 'locked' }>;

function tryPassword(
  { keybag }: Found,
  passwordKey: Uint8Array,
): { readonly encryption: Encryption; readonly keys: ReadonlyMap<number, Uint8Array> } {
  if (keybag.state !== 'read')
    return { encryption: { state: 'locked', why: 'no keybag', problem: 'There is no keybag.' }, keys: new Map() };
  const result = unlock(keybag.facts, passwordKey);
  switch (result.state) {
    case 'unlocked':
      return { encryption: { state: 'unlocked' }, keys: result.keys };
    case 'wrong password':
      return {
        encryption: { state: 'locked', why: 'wrong password', problem: 'This is not the password of the backup.' },
        keys: new Map(),
      };
    case 'damaged keybag':
      return {
        encryption: { state: 'locked', why: 'damaged keybag', problem: result.problem },
        keys: new Map(),
      };
  }
}
