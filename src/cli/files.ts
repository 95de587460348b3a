import { existsSync, lstatSync, readdirSync, readFileSync, type Stats, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean } from '../model/near-word.ts';
import { InputError } from '../model/problem.ts';
import type { Beside } from '../scenario/item-lines.ts';
import { MAX_ITEMS_LENGTH } from '../scenario/file-limits.ts';

/** Bytes of the largest file that is read at all; a scenario's own limit in characters is lower. */
const MAX_FILE_SIZE = 16_000_000;

/** A file-level problem stands at the file's first character, so that every message has a place. */
export const atTop = (file: string, message: string, advice?: string): InputError =>
  new InputError([{ file, line: 1, column: 1, message, ...(advice === undefined ? {} : { advice }) }]);

/** What the system can say about a path that was given to us. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'permission denied (nothing can be written there)',
  ELOOP: 'its links lead round in a circle',
  ENAMETOOLONG: 'its name is too long',
  ENOTDIR: 'a part of its path is a file and not a folder',
  ENOENT: 'it is not there any more',
  EISDIR: 'it is a folder',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk is full',
  EFBIG: 'it is too large for this disk',
  EMFILE: 'too many files are open',
  ENFILE: 'too many files are open',
  EIO: 'the disk does not answer as it should',
  EBUSY: 'somebody else holds it',
  ETXTBSY: 'somebody else holds it',
};

/** The system's word for why it refused, when it was the system. */
export function systemReason(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('syscall' in error)) return undefined;
  const code = String((error as NodeJS.ErrnoException).code);
  return REASONS[code] ?? `the system refuses it (${code})`;
}

/** Whether the system refused, for one of these reasons. */
export const isSystemError = (error: unknown, codes: ReadonlySet<string>): boolean =>
  error instanceof Error && 'code' in error && codes.has(String(error.code));

/** Whatever the system says about a path is told of the path: it is no fault of ours. */
export function withReason<T>(file: string, trouble: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    const reason = systemReason(error);
    if (reason === undefined) throw error;
    throw atTop(file, `${trouble}: ${reason}`);
  }
}

const CANNOT_BE_READ = 'the file cannot be read';

export const statsOf = (path: string): Stats | undefined =>
  withReason(path, CANNOT_BE_READ, () => statSync(path, { throwIfNoEntry: false }));

/** The text of a file. Throws an InputError when it is missing, a folder, unreadable, far too large or not UTF-8. */
export function readText(file: string, largest = MAX_FILE_SIZE): string {
  const stats = statsOf(file);
  if (!stats) throw atTop(file, 'there is no such file', nearby(file));
  if (stats.isDirectory())
    throw atTop(file, 'this is a folder, not a file', 'Name one file in it, or use “check” for a whole folder.');
  if (!stats.isFile()) throw atTop(file, 'this is not an ordinary file');
  if (stats.size > largest)
    throw atTop(file, `the file is too large (${stats.size} bytes)`, `At most ${largest} bytes are read.`);
  const bytes = withReason(file, CANNOT_BE_READ, () => readFileSync(file));
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw atTop(file, 'this is not a UTF-8 text', 'A scenario is a YAML text in UTF-8.');
  }
}

/** Reads what a scenario names beside it: an ordinary file in the scenario's own folder, and no link out of it. */
export const besideOf = (scenario: string, onLines?: Beside['onLines']): Beside => ({
  read: (name) => {
    const file = join(dirname(scenario), name);
    if (withReason(file, CANNOT_BE_READ, () => lstatSync(file, { throwIfNoEntry: false })?.isSymbolicLink()))
      throw atTop(file, 'this is a link, not a file');
    // A character takes four bytes at most.
    return { file, text: readText(file, 4 * MAX_ITEMS_LENGTH) };
  },
  ...(onLines ? { onLines } : {}),
});

function nearby(file: string): string | undefined {
  const folder = dirname(file);
  if (!existsSync(folder)) return `There is no folder “${folder}” either.`;
  try {
    const near = didYouMean(basename(file), readdirSync(folder).slice(0, 2000));
    return near === undefined ? undefined : `Did you mean “${join(folder, near)}”?`;
  } catch {
    // A folder that cannot be read has no advice to give.
    return undefined;
  }
}

/** `theme/what-happens` for a file below a folder named scenarios, otherwise the file's name. */
export function scenarioIdOf(file: string): string {
  const parts = resolve(file).split(sep);
  const index = parts.lastIndexOf('scenarios');
  const named = index >= 0 && index < parts.length - 1 ? parts.slice(index + 1) : parts.slice(-1);
  return named.join('/').replace(/\.ya?ml$/, '');
}

export interface ScenarioFile {
  readonly file: string;
  readonly id: string;
}

/** Every scenario file below the paths given, sorted by id. Throws an InputError for a path that does not exist. */
export function findScenarios(paths: readonly string[]): ScenarioFile[] {
  const found = new Map<string, ScenarioFile>();
  for (const path of paths) {
    const stats = statsOf(path);
    if (!stats) throw atTop(path, 'there is no such file or folder', nearby(path));
    for (const file of stats.isDirectory() ? yamlBelow(path) : [path])
      found.set(resolve(file), { file: shortest(file), id: scenarioIdOf(file) });
  }
  return [...found.values()].toSorted((a, b) => (a.id === b.id ? (a.file < b.file ? -1 : 1) : a.id < b.id ? -1 : 1));
}

function yamlBelow(folder: string): string[] {
  return withReason(folder, 'the folder cannot be read', () =>
    readdirSync(folder, { recursive: true, withFileTypes: true }),
  )
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function shortest(file: string): string {
  const near = relative(process.cwd(), file);
  return near.startsWith('..') ? file : near;
}

/** The scenarios of the folder one stands in, or those that come with the program. */
export function defaultScenarios(): string {
  return statsOf('scenarios')?.isDirectory() ? 'scenarios' : programScenarios();
}

/** Those that come with the program. */
export const programScenarios = (): string => fileURLToPath(new URL('../../scenarios', import.meta.url));
