import { type GivenBackup, type PayloadLook, type PayloadPart, READ_FILES } from './found-backup.ts';
import type { InFolder, PageFolder } from './page-folder.ts';

/** Folders that are looked into for backups: no computer has more of them. */
const MOST_FOLDERS = 300;
/** How deep backups lie below what was given: MobileSync, Backup, and the backups themselves. */
const DEPTH = 2;

/** The backups in what the person gave: the folder itself, or those that lie in it. */
export async function findBackups(folder: PageFolder, depth = DEPTH): Promise<readonly GivenBackup[]> {
  const itself = await asBackup(folder);
  if (itself || depth === 0) return itself ? [itself] : [];
  const found: GivenBackup[] = [];
  const others: InFolder[] = [];
  let looked = 0;
  for await (const each of folder.each()) {
    if (each.kind === 'file') {
      others.push(each);
      continue;
    }
    looked += 1;
    if (looked > MOST_FOLDERS) break;
    found.push(...(await findBackups(each.folder, depth - 1)));
  }
  if (found.length > 0 || !others.some(({ name }) => /^[0-9a-f]{40}\.md(?:data|info)$/.test(name))) return found;
  return [{ given: { files: {}, hasSnapshot: undefined, isOfOldIos: true } }];
}

/** Single files, chosen one by one: no folder to look into. */
export function backupOfFiles(files: readonly File[]): GivenBackup | undefined {
  const known = files.filter(({ name }) => isReadFile(name));
  if (known.length === 0) return undefined;
  const given = Object.fromEntries(known.map((file) => [file.name, file]));
  return { given: { files: given, hasSnapshot: undefined, isOfOldIos: false } };
}

export const isReadFile = (name: string): boolean => READ_FILES.some((known) => known === name);

async function asBackup(folder: PageFolder): Promise<GivenBackup | undefined> {
  const read = await Promise.all(READ_FILES.map(async (name) => [name, await folder.file(name)] as const));
  const files = Object.fromEntries(read.filter(([, file]) => file !== undefined));
  if (Object.keys(files).length === 0) return undefined;
  const hasSnapshot = (await folder.folder('Snapshot')) !== undefined;
  return { given: { files, hasSnapshot, isOfOldIos: false }, payload: payloadOf(folder, 'Manifest.db' in files) };
}

/** Payload lies in folders by the first two digits of its number, or, up to iOS 9, in the backup itself. */
const HEX = '0123456789abcdef';
const PAYLOAD_FOLDERS = [...HEX].flatMap((first) => [...HEX].map((second) => first + second));
/** By SHA-1 all folders hold about as much: a few tell of all. */
const SAMPLED = ['00', '5a', 'a7', 'ff'];
/** So many of one folder are counted by name; more are many. */
const MOST_COUNTED = 10_000;
const PAYLOAD = /^[0-9a-f]{40}(?:\.md(?:data|info))?$/;

const payloadOf = (folder: PageFolder, isInFolders: boolean): PayloadLook => ({
  estimate: async () => {
    let seen = 0;
    if (!isInFolders) {
      for await (const each of folder.each()) if (each.kind === 'file' && (seen += 1) > MOST_COUNTED) return Infinity;
      return seen;
    }
    for (const name of SAMPLED) {
      const inner = await folder.folder(name);
      if (inner) for await (const each of inner.each()) if (each.name !== '') seen += 1;
    }
    return Math.round((seen / SAMPLED.length) * PAYLOAD_FOLDERS.length);
  },
  each: (signal) => eachPart(folder, isInFolders, signal),
});

async function* eachPart(folder: PageFolder, isInFolders: boolean, signal: AbortSignal): AsyncGenerator<PayloadPart> {
  if (!isInFolders) {
    yield await partOf('', folder, signal);
    return;
  }
  for (const name of PAYLOAD_FOLDERS) {
    if (signal.aborted) return;
    const inner = await folder.folder(name);
    if (inner) yield await partOf(name, inner, signal);
  }
}

async function partOf(name: string, folder: PageFolder, signal: AbortSignal): Promise<PayloadPart> {
  const names: string[] = [];
  const lengths: number[] = [];
  for await (const each of folder.each()) {
    if (signal.aborted) break;
    if (each.kind !== 'file' || (name === '' && !PAYLOAD.test(each.name))) continue;
    names.push(each.name);
    lengths.push((await each.file()).size);
  }
  return { folder: name, names, lengths };
}
