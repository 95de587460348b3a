import {
  closeSync,
  existsSync,
  linkSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { didYouMean, InputError } from '../model/problem.ts';

/** Bytes of the largest file that is read at all; a scenario's own limit in characters is lower. */
const MAX_FILE_SIZE = 16_000_000;

/** A file-level problem stands at the file's first character, so that every message has a place. */
const atTop = (file: string, message: string, advice?: string): InputError =>
  new InputError([{ file, line: 1, column: 1, message, ...(advice === undefined ? {} : { advice }) }]);

/** The text of a file. Throws an InputError when it is missing, a folder, unreadable, far too large or not UTF-8. */
export function readText(file: string, largest = MAX_FILE_SIZE): string {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) throw atTop(file, 'there is no such file', nearby(file));
  if (stats.isDirectory())
    throw atTop(file, 'this is a folder, not a file', 'Name one file in it, or use “check” for a whole folder.');
  if (!stats.isFile()) throw atTop(file, 'this is not an ordinary file');
  if (stats.size > largest)
    throw atTop(file, `the file is too large (${stats.size} bytes)`, `At most ${largest} bytes are read.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EACCES' || code === 'EPERM') throw atTop(file, 'the file cannot be read: permission denied');
    if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA')
      throw atTop(file, 'this is not a UTF-8 text', 'A scenario is a YAML text in UTF-8.');
    throw error;
  }
}

function nearby(file: string): string | undefined {
  const folder = dirname(file);
  if (!existsSync(folder)) return `There is no folder “${folder}” either.`;
  const near = didYouMean(basename(file), readdirSync(folder).slice(0, 2000));
  return near === undefined ? undefined : `Did you mean “${join(folder, near)}”?`;
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
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) throw atTop(path, 'there is no such file or folder', nearby(path));
    for (const file of stats.isDirectory() ? yamlBelow(path) : [path])
      found.set(resolve(file), { file: shortest(file), id: scenarioIdOf(file) });
  }
  return [...found.values()].toSorted((a, b) => (a.id === b.id ? (a.file < b.file ? -1 : 1) : a.id < b.id ? -1 : 1));
}

function yamlBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.ya?ml$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
}

function shortest(file: string): string {
  const near = relative(process.cwd(), file);
  return near.startsWith('..') ? file : near;
}

/** The scenarios of the folder one stands in, or those that come with the program. */
export function defaultScenarios(): string {
  if (statSync('scenarios', { throwIfNoEntry: false })?.isDirectory()) return 'scenarios';
  return fileURLToPath(new URL('../../scenarios', import.meta.url));
}

/** Refuses a target that exists, before any work is done for it. */
export function refuseExisting(file: string, force: boolean): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (stats?.isDirectory()) throw atTop(file, 'this is a folder', 'Name a file to write.');
  if (stats && !force) throw atTop(file, 'the file exists already', 'Use --force to write over it.');
  if (!statSync(dirname(resolve(file)), { throwIfNoEntry: false })?.isDirectory())
    throw atTop(file, `there is no folder “${dirname(file)}”`);
}

/**
 * Writes a file whole or not at all. Throws an InputError when it exists and `force` is not set, or cannot be
 * written.
 */
export function writeWhole(file: string, text: string, force: boolean): void {
  refuseExisting(file, force);
  const draft = `${file}.${process.pid}.part`;
  try {
    closeSync(openSync(draft, 'wx'));
    writeFileSync(draft, text);
    if (force) renameSync(draft, file);
    else linkSync(draft, file);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'EEXIST') throw atTop(file, 'the file exists already', 'Use --force to write over it.');
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS')
      throw atTop(file, 'the file cannot be written: permission denied');
    if (code === 'ENOSPC') throw atTop(file, 'the file cannot be written: the disk is full');
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
