import {
  type Alias,
  type Document,
  isMap,
  isScalar,
  LineCounter,
  parseDocument,
  type Scalar,
  visit,
  type YAMLError,
} from 'yaml';
import type * as z from 'zod';
import { InputError, type Problem } from '../model/problem.ts';
import { completeWorld, type Edition } from '../model/world.ts';
import { CATEGORIES, type CategoryId } from '../rulebook/categories/categories.ts';
import { checkReferences, type Complaint } from './references-check.ts';
import { type Position, positionOf, problemAt } from './positions.ts';
import { type Scenario, scenarioSchema } from './scenario.ts';
import { describeIssue } from './issues.ts';
import { STARTING_WORLDS } from './starting-worlds.ts';

/** Longest scenario file in characters. */
export const MAX_FILE_LENGTH = 4_000_000;
/** Most signs that begin a part of YAML: each costs about a kilobyte while it is read. */
const MAX_PARTS = 350_000;
/** Most repeats of parts; the same number bounds what they grow into. */
const MAX_ALIASES = 1000;
const MAX_PROBLEMS = 20;
const FORBIDDEN_KEYS: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

interface Source {
  readonly file: string;
  readonly text: string;
  readonly document: Document;
  readonly counter: LineCounter;
}
type Plain = Record<string, unknown>;

const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A scenario from the text of its file. Throws an InputError with every problem found and its place. */
export function loadScenario(text: string, file: string, id = file): Scenario {
  const source = readYaml(text, file);
  const stated = toPlain(source);
  return scenarioFrom(stated, id, (complaints) =>
    complaints
      .map(({ path, at, message, advice }) =>
        problemAt(file, text, positionOf(source.document, source.counter, path, at), message, advice),
      )
      .toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
  );
}

/** The place of a part of a scenario file that has been loaded, or of the nearest part above it. */
export function placeInFile(text: string, path: readonly PropertyKey[]): Position {
  const counter = new LineCounter();
  return positionOf(parseDocument(text, { lineCounter: counter, prettyErrors: false }), counter, path);
}

/** A problem that came up while a loaded file was played, with its line. */
export const problemInFile = (
  text: string,
  file: string,
  path: readonly PropertyKey[],
  message: string,
  advice?: string,
): Problem => problemAt(file, text, placeInFile(text, path), message, advice);

/** A scenario from plain data, such as a scenario with changed conditions. `locate` turns complaints into problems. */
export function scenarioFrom(
  stated: Plain,
  id: string,
  locate: (complaints: readonly Complaint[]) => Problem[],
): Scenario {
  const parsed = scenarioSchema.safeParse(withStartingWorld(stated));
  if (!parsed.success)
    throw new InputError(
      locate(
        parsed.error.issues.slice(0, MAX_PROBLEMS).flatMap((issue) => describeIssue(issue as z.core.$ZodIssue, stated)),
      ),
    );
  const { world, edition, route, case: report, ...rest } = parsed.data;
  const scenario: Scenario = {
    ...rest,
    id,
    edition,
    route,
    ...(report === undefined ? {} : { case: report }),
    world: completeWorld(world, edition, route, (category) => CATEGORIES[category as CategoryId].title),
    stated,
  };
  const complaints = checkReferences(scenario);
  if (complaints.length > 0) throw new InputError(locate(complaints.slice(0, MAX_PROBLEMS)));
  return scenario;
}

function readYaml(text: string, file: string): Source {
  if (text.length > MAX_FILE_LENGTH) {
    throw new InputError([
      {
        file,
        line: 1,
        column: 1,
        message: `the file is too long (${text.length} characters)`,
        advice: `A scenario has at most ${MAX_FILE_LENGTH} characters.`,
      },
    ]);
  }
  if (text.includes('\0'))
    throw new InputError([
      { file, line: 1, column: 1, message: 'this is not a text file', advice: 'A scenario is a YAML text.' },
    ]);
  if (text.trim() === '')
    throw new InputError([
      {
        file,
        line: 1,
        column: 1,
        message: 'the file is empty',
        advice: 'Write at least title, why, world and expect.',
      },
    ]);
  const parts = countParts(text);
  if (parts > MAX_PARTS)
    throw new InputError([
      {
        file,
        line: 1,
        column: 1,
        message: `the file has too many parts (about ${parts})`,
        advice: `A scenario has at most ${MAX_PARTS} lines, keys and list entries.`,
      },
    ]);
  const counter = new LineCounter();
  // Keys are compared below: the parser's own comparison takes the square of their number.
  const document = guarded(file, () =>
    parseDocument(text, { lineCounter: counter, uniqueKeys: false, prettyErrors: false }),
  );
  const source = { file, text, document, counter };
  if (document.errors.length > 0)
    throw new InputError(document.errors.slice(0, 3).map((error) => yamlProblem(source, error)));
  if (!isMap(document.contents)) {
    throw new InputError([
      problemAt(
        file,
        text,
        { line: 1, column: 1 },
        'a scenario is a list of keys and values',
        'Begin with “title: …”.',
      ),
    ]);
  }
  refuseBadKeys(source);
  return source;
}

/** Line ends, colons, commas, brackets and dashes before a space: no text has more nodes than these. */
function countParts(text: string): number {
  let parts = 1;
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (
      code === 10 ||
      code === 58 ||
      code === 44 ||
      code === 91 ||
      code === 123 ||
      (code === 45 && text.charCodeAt(index + 1) === 32)
    )
      parts += 1;
  }
  return parts;
}

/** The parser meets its own limits on hostile input (very deep nesting) with a RangeError. */
function guarded<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof InputError) throw error;
    throw new InputError([
      {
        file,
        line: 1,
        column: 1,
        message:
          'this YAML cannot be read ' +
          `(${error instanceof RangeError ? 'nested too deeply' : (error as Error).message.split('\n')[0]})`,
      },
    ]);
  }
}

function yamlProblem({ file, text, counter }: Source, error: YAMLError): Problem {
  const { line, col } = counter.linePos(error.pos[0]);
  return problemAt(
    file,
    text,
    { line: Math.max(1, line), column: Math.max(1, col) },
    `not valid YAML: ${error.message.split('\n')[0]}`,
  );
}

function refuseBadKeys({ file, text, document, counter }: Source): void {
  const refuse = (node: Scalar | Alias, message: string): never => {
    const { line, col } = counter.linePos(node.range?.[0] ?? 0);
    throw new InputError([problemAt(file, text, { line, column: col }, message)]);
  };
  const anchors = new Map<string, unknown>();
  let aliases = 0;
  visit(document, {
    Alias(_key, alias, path) {
      aliases += 1;
      if (path.includes(anchors.get(alias.source) as never))
        refuse(alias, `“*${alias.source}” stands inside of what it repeats, and would never end`);
      if (aliases > MAX_ALIASES) refuse(alias, `the file repeats parts with “*” more than ${MAX_ALIASES} times`);
    },
    Seq(_key, seq) {
      if (seq.anchor !== undefined) anchors.set(seq.anchor, seq);
    },
    Map(_key, map) {
      if (map.anchor !== undefined) anchors.set(map.anchor, map);
      const seen = new Set<string>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        const name = String(key.value);
        if (FORBIDDEN_KEYS.has(name)) refuse(key, `“${name}” cannot be a key`);
        if (seen.has(name)) refuse(key, `the key “${name.slice(0, 60)}” stands here twice`);
        seen.add(name);
      }
    },
  });
}

const toPlain = ({ file, document }: Source): Plain =>
  guarded(file, () => document.toJS({ maxAliasCount: MAX_ALIASES }) as Plain);

/** Fills in the edition's starting world under what the scenario states. */
function withStartingWorld(stated: Plain): Plain {
  const start = STARTING_WORLDS[stated['edition'] as Edition] ?? STARTING_WORLDS.modern;
  const world = stated['world'] === undefined ? {} : stated['world'];
  if (!isPlain(world)) return stated;
  const device = world['device'] === undefined ? {} : world['device'];
  const backups = world['backups'];
  return {
    ...stated,
    world: {
      today: start.today,
      ...world,
      device: isPlain(device) ? { ...start.device, ...device } : device,
      ...(Array.isArray(backups)
        ? { backups: backups.map((backup: unknown) => (isPlain(backup) ? { ...start.backup, ...backup } : backup)) }
        : {}),
    },
  };
}
