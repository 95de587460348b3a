import type { BytesAt, Encryption, BackupPart, BackupTrouble } from './backup.ts';
import type { PlistDict } from './binary-plist.ts';
import type { Keybag } from './keybag.ts';
import { compareVersions, isVersion } from '../model/version.ts';
import { boolIn, dataIn } from './plist-parts.ts';
import { derivationsOf, manifestKey, MOST_ROUNDS, unlock } from './unlock.ts';

/** How far the list can be read, and with which key. */
export interface Lock {
  readonly encryption: Encryption;
  /** Of Manifest.db, where it is encrypted and the password has opened it. */
  readonly listKey?: Uint8Array;
  readonly troubles: readonly BackupTrouble[];
  /** As in `BackupRead`. */
  readonly headerSaysEncrypted: boolean | undefined;
  readonly isEncrypted: boolean | undefined;
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
  /** The iOS that made it, where Info.plist tells one. */
  readonly ios: string | undefined;
  readonly passwordKey: Uint8Array | undefined;
}

/** What is declared and what the bytes say: they can differ, and then the bytes are right. */
export function lockOf(found: Found): Lock {
  const { database, hasMbdb } = found;
  const told = toldOf(found);
  const isOpen = database ? isPlainDatabase(database) : hasMbdb;
  if (isOpen) return openList(found, told);
  if (!database || database.size === 0) return { ...withoutList(told), headerSaysEncrypted: undefined };
  if (told.declared !== true && !told.hasKeys) return { ...withoutList(told), headerSaysEncrypted: undefined };
  const lies = 'Manifest.plist says that the backup is not encrypted, and its list of files is.';
  const troubles = told.declared === true ? [] : [{ about: 'Manifest.plist', message: lies }];
  return { ...closedList(found, told.wrapped), troubles, headerSaysEncrypted: true, isEncrypted: true };
}

interface DeclaredLock {
  /** `IsEncrypted`; undefined where nobody can read it. */
  readonly declared: boolean | undefined;
  readonly wrapped: Uint8Array | undefined;
  /** The key of a list, or rounds for a password that only the bags of encrypted backups ask for (FM-15). */
  readonly hasKeys: boolean;
}

function toldOf({ manifest, keybag }: Found): DeclaredLock {
  if (manifest.state !== 'read') return { declared: undefined, wrapped: undefined, hasKeys: false };
  const wrapped = dataIn(manifest.facts, 'ManifestKey');
  const hasOuterRounds = keybag.state === 'read' && keybag.facts.outer !== undefined;
  return {
    declared: boolIn(manifest.facts, 'IsEncrypted'),
    wrapped,
    hasKeys: wrapped !== undefined || hasOuterRounds,
  };
}

/** There is no list, or what is there is none and no key belongs to it. */
function withoutList({ declared }: DeclaredLock): Pick<Lock, 'encryption' | 'troubles' | 'isEncrypted'> {
  const state = declared === undefined ? 'not told' : declared ? 'declared' : 'plain';
  return { encryption: { state }, troubles: [], isEncrypted: declared };
}

const isFrom = (ios: string | undefined, first: string): boolean =>
  ios !== undefined && isVersion(ios) && compareVersions(ios, first) >= 0;

function openList(found: Found, { declared, wrapped }: DeclaredLock): Lock {
  const headerSaysEncrypted = found.database ? false : undefined;
  if (declared === undefined) {
    // Until iOS 10.1 an encrypted backup keeps its list open.
    const isPlain = found.database !== undefined && isFrom(found.ios, '10.2');
    const state = isPlain ? 'plain' : 'not told';
    return { encryption: { state }, troubles: [], headerSaysEncrypted, isEncrypted: isPlain ? false : undefined };
  }
  if (!declared) return { encryption: { state: 'plain' }, troubles: [], headerSaysEncrypted, isEncrypted: false };
  const isLie = wrapped !== undefined && found.database !== undefined;
  const lies = 'Manifest.plist says that the list of files is encrypted, and it is not.';
  const troubles = isLie ? [{ about: 'Manifest.plist', message: lies }] : [];
  const encryption =
    found.passwordKey === undefined
      ? ({ state: 'list open' } as const)
      : tryPassword(found, found.passwordKey).encryption;
  return { encryption, troubles, headerSaysEncrypted, isEncrypted: !isLie };
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
