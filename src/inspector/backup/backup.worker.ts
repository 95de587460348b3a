import { folderOfSample, sampleBackup } from '../../import/sample/sample-backup.ts';
import { sampleDerivations } from '../../import/sample/keybag-writer.ts';
import { Seeded } from '../../import/sample/seeded.ts';
import { InputError } from '../../model/problem.ts';
import type { PayloadPart } from './found-backup.ts';
import { type FolderWith, listBackup, ReadingBackup } from './reading-backup.ts';
import { type Engine, startEngine } from './start-sqlite.ts';
import { type ToldOfBackup, type AskedOfBackup, type BackupGlance, SAMPLE_PASSWORD, type SampleKind } from './talk.ts';
import { keyOfPassword } from './unlocking.ts';
import { NAMELESS_FOLDER, WorkerFolder } from './worker-folder.ts';

/** At most so often, in milliseconds, the page hears how far it is. */
const REST = 100;

const answer = (answered: ToldOfBackup): void => postMessage(answered);
let told = 0;
let reading: ReadingBackup | undefined;
/** Names and lengths of payload files that have come so far. */
let payload: PayloadPart[] = [];

async function carryOut(asked: Exclude<AskedOfBackup, { readonly kind: 'payload' }>): Promise<void> {
  const { n } = asked;
  const engine = await startEngine();
  const onProgress = (howFar: { readonly says: string; readonly part?: number }): void => {
    if (performance.now() - told < REST) return;
    told = performance.now();
    answer({ kind: 'progress', n, ...howFar });
  };
  if (asked.kind === 'list') {
    const backups = asked.backups.map((given, index): BackupGlance => {
      onProgress({ says: `Looking into backup ${index + 1} of ${asked.backups.length}` });
      return attempt(() => listBackup(engine, given, `${NAMELESS_FOLDER}-${index + 1}`));
    });
    return answer({ kind: 'listed', n, backups });
  }
  if (asked.kind === 'read' || asked.kind === 'sample') {
    payload = [];
    const folderWith = asked.kind === 'read' ? folderOf(asked.given, onProgress) : await sampleOf(engine, asked.sample);
    reading = new ReadingBackup(engine, folderWith, onProgress);
    if (reading.isLocked) return tellLocked(n, reading);
  }
  if (!reading) throw new Error('nothing has been read yet');
  if (asked.kind === 'unlock') {
    await reading.unlock(asked.password);
    if (reading.isLocked) return tellLocked(n, reading);
  }
  if (asked.kind === 'again' && asked.withPayload) reading.usePayload(payload);
  return answer({ kind: 'answer', n, answer: reading.answer(asked.wishes) });
}

function tellLocked(n: number, { listed, canTry, problem }: ReadingBackup): void {
  answer({ kind: 'locked', n, backup: listed, canTry, ...(problem === undefined ? {} : { problem }) });
}

/** One that cannot be read stands in the list as such: the others can be chosen all the same. */
function attempt(list: () => BackupGlance): BackupGlance {
  try {
    return list();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const problem = error.problems.map(({ message }) => message).join('; ');
    return { model: '', ios: undefined, made: undefined, isEncrypted: undefined, bytes: undefined, problem };
  }
}

function folderOf(
  given: Extract<AskedOfBackup, { readonly kind: 'read' }>['given'],
  onProgress: (howFar: { readonly says: string; readonly part?: number }) => void,
): FolderWith {
  return (parts) => {
    let read = 0;
    const list = given.files['Manifest.db'] ?? given.files['Manifest.mbdb'];
    return new WorkerFolder(given, parts, (name, bytes) => {
      if (!/^Manifest\.(?:mb)?db$/.test(name)) return;
      read += bytes;
      onProgress({
        says: 'Reading the list of files',
        ...(list && list.size > 0 ? { part: Math.min(1, read / list.size) } : {}),
      });
    });
  };
}

/** Rows of a sample: as many as a phone in use has at least. */
const SAMPLE_ROWS = 4000;
/** Devices ask for ten million rounds; a password that stands in the open needs no such wall. */
const SAMPLE_ROUNDS = { outer: 20_000, inner: 1000 };

async function sampleOf({ sqlite }: Engine, kind: SampleKind): Promise<FolderWith> {
  const wishes = { seed: 11, rows: SAMPLE_ROWS, ios: '16.4' };
  if (kind === 'plain') {
    const sample = sampleBackup(sqlite, wishes);
    return () => folderOfSample(sample, NAMELESS_FOLDER);
  }
  const derivations = sampleDerivations(new Seeded(wishes.seed), SAMPLE_ROUNDS);
  const passwordKey = await keyOfPassword(SAMPLE_PASSWORD, derivations);
  const sample = sampleBackup(sqlite, { ...wishes, lock: { derivations, passwordKey } });
  return () => folderOfSample(sample, NAMELESS_FOLDER);
}

async function hear(asked: AskedOfBackup): Promise<void> {
  if (asked.kind === 'payload') {
    payload.push(...asked.parts);
    return;
  }
  const { n } = asked;
  try {
    await carryOut(asked);
  } catch (error) {
    if (error instanceof InputError) answer({ kind: 'refused', n, problems: error.problems });
    else answer({ kind: 'failed', n, says: error instanceof Error ? error.message : String(error) });
  }
}

addEventListener('message', ({ data }: MessageEvent<AskedOfBackup>) => void hear(data));
// The rule book is fetched first, and what was sent before would be lost.
answer({ kind: 'ready' });
