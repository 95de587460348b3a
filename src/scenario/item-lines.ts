import { parseDocument } from 'yaml';
import { must } from '../model/must.ts';
import { InputError, type Problem } from '../model/problem.ts';
import { isForbiddenName } from '../model/names.ts';
import { MAX_ITEMS_LENGTH } from './file-limits.ts';
import type { Complaint } from './complaint.ts';
import { ITEMS_FILE, MAX_ITEMS, type Plain } from './scenario.ts';
import { notReadHere } from './scenario-from.ts';

/** A text, and the name under which its problems are told. */
export interface TextFile {
  readonly file: string;
  readonly text: string;
}
/** How the door that opened a scenario reads the files beside it. */
export interface Beside {
  /** The text of a file in the scenario's own folder. Throws an InputError when it cannot be read. */
  readonly read: (name: string) => TextFile;
  /** Told every few thousand lines. */
  readonly onLines?: (lines: number) => void;
}

/** Longest line of a file of items. */
const MAX_LINE_LENGTH = 20_000;
const LINES_BETWEEN_NEWS = 5000;
/** A text of JSON, and whether it is a key. */
const JSON_TEXT = /"(?:[^"\\]|\\.)*"(\s*:\s*)?/g;

interface ReadLines {
  /** What the scenario states, with the items of the file behind its own. */
  readonly stated: Plain;
  /** The problem in its line, for a complaint about one of the file's items. */
  readonly problemOf: (complaint: Complaint) => Problem | undefined;
}

/** Reads the items that `world.itemsFile` names. Undefined when there are none, or the schema will refuse the name. */
export function readItemLines(
  plain: Plain,
  beside: Beside | undefined,
  refuse: (complaint: Complaint) => never,
): ReadLines | undefined {
  const world = plain['world'] as Plain | null | undefined;
  if (typeof world !== 'object' || world === null || Array.isArray(world)) return undefined;
  const { itemsFile: name, ...rest } = world;
  const own = world['items'] ?? [];
  if (typeof name !== 'string' || !ITEMS_FILE.test(name) || !Array.isArray(own)) return undefined;
  if (!beside) return refuse(notReadHere(name));
  const { file, text } = readBeside(beside, name, refuse);
  const { rows, lines } = rowsOf(file, text, beside.onLines);
  return {
    stated: { ...plain, world: { ...rest, items: [...(own as unknown[]), ...rows] } },
    problemOf: ({ path, at, message, advice }) => {
      if (path[0] !== 'world' || path[1] !== 'items' || typeof path[2] !== 'number') return undefined;
      const line = lines[path[2] - own.length];
      if (line === undefined) return undefined;
      return problemInLine(file, line, columnOf(line.text, path[3], at), message, advice);
    },
  };
}

/** What is wrong with the file as a whole is told at the place that names it, too. */
function readBeside(beside: Beside, name: string, refuse: (complaint: Complaint) => never): TextFile {
  try {
    return beside.read(name);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const reason = must(error.problems[0], 'what is wrong with the items');
    return refuse({
      path: ['world', 'itemsFile'],
      message: `the items in “${name}” cannot be read: ${reason.message}`,
      ...(reason.advice === undefined ? {} : { advice: reason.advice }),
    });
  }
}

interface Line {
  readonly n: number;
  readonly text: string;
}

function problemInLine(file: string, { n, text }: Line, column: number, message: string, advice?: string): Problem {
  const excerpt = text.slice(0, 400);
  return { file, line: n, column, excerpt, message, ...(advice === undefined ? {} : { advice }) };
}

function rowsOf(file: string, text: string, onLines: Beside['onLines']): { rows: Plain[]; lines: Line[] } {
  if (text.length > MAX_ITEMS_LENGTH)
    throw new InputError([
      {
        file,
        line: 1,
        column: 1,
        message: `the file is too long (${text.length} characters)`,
        advice: `A file of items has at most ${MAX_ITEMS_LENGTH} characters.`,
      },
    ]);
  const rows: Plain[] = [];
  const lines: Line[] = [];
  let start = text.startsWith('\uFEFF') ? 1 : 0;
  for (let n = 1; start < text.length; n += 1) {
    const end = text.indexOf('\n', start);
    const line = { n, text: text.slice(start, end === -1 ? undefined : end).replace(/\r$/, '') };
    start = end === -1 ? text.length : end + 1;
    if (line.text.trim() === '') continue;
    if (rows.length >= MAX_ITEMS)
      throw new InputError([problemInLine(file, line, 1, `a world has at most ${MAX_ITEMS} items`)]);
    rows.push(rowOf(file, line));
    lines.push(line);
    if (rows.length % LINES_BETWEEN_NEWS === 0) onLines?.(n);
  }
  return { rows, lines };
}

function rowOf(file: string, line: Line): Plain {
  const refuse = (column: number, message: string, advice?: string): never => {
    throw new InputError([problemInLine(file, line, column, message, advice)]);
  };
  const { text } = line;
  if (text.length > MAX_LINE_LENGTH)
    return refuse(1, `the line is too long (${text.length} characters)`, `At most ${MAX_LINE_LENGTH} are read.`);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return refuse(columnOfFault(text), 'this line is not JSON', EXAMPLE);
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return refuse(1, 'this line is not an item', EXAMPLE);
  const row = value as Plain;
  const seen = new Set<string>();
  for (const { name, column } of keysOf(text)) {
    if (isForbiddenName(name)) refuse(column, `“${name}” cannot be a key`);
    // Nested groups, in which a key may well stand again, are refused by the schema.
    if (seen.has(name) && Object.hasOwn(row, name)) refuse(column, `the key “${name.slice(0, 60)}” stands here twice`);
    seen.add(name);
  }
  return row;
}

const EXAMPLE = 'Write one item in each line, such as {"id": "p-1", "category": "photos", "bytes": "3 MB"}.';

/** JSON's own message differs between engines; YAML, of which JSON is a part, tells the place. */
function columnOfFault(text: string): number {
  const [error] = text.length > 2000 ? [] : parseDocument(text).errors;
  // A line that is too long to read once more, or one that YAML takes, is at fault from its beginning.
  return error ? error.pos[0] + 1 : 1;
}

function* keysOf(text: string): Generator<{ readonly name: string; readonly column: number; readonly value: number }> {
  for (const match of text.matchAll(JSON_TEXT)) {
    const [whole, colon] = match;
    if (colon === undefined) continue;
    const name = JSON.parse(whole.slice(0, whole.length - colon.length)) as string;
    yield { name, column: match.index + 1, value: match.index + whole.length + 1 };
  }
}

/** The column of a part of an item's line: of the item itself for a part that is missing. */
function columnOf(text: string, key: PropertyKey | undefined, at: Complaint['at']): number {
  for (const { name, column, value } of keysOf(text)) if (name === key) return at === 'key' ? column : value;
  return text.search(/\S/) + 1;
}
