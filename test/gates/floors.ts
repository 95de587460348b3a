import { posix } from 'node:path';
import { parseSync } from 'vite';

/** The rooms of the house and the floor that each is on; a file may import from its own room or from a lower floor. */
export const floors: Record<string, number> = {
  'src/model': 0,
  'src/rulebook': 1,
  machines: 2,
  'src/scenario': 2,
  'src/run': 3,
  'src/insight': 4,
  'src/report': 4,
  'src/stepping': 4,
  'src/import': 4,
  // A case told by answers is answered by the rooms below it, which know nothing of it.
  'src/intake': 5,
  // A lesson asks what if and reports: two answers, which know nothing of each other.
  'src/teach': 5,
  'src/cli': 6,
  'src/inspector': 6,
};
export const DOORS = 6;

const packagesBelowDoors = /^(xstate|zod|yaml|immer|fflate|@noble\/hashes)(\/|$)/;
/** Packages of one room alone; of SQLite only its types, because a door starts it. */
const packagesOfRooms: Readonly<Record<string, RegExp>> = {
  'src/teach': /^(?:ts-fsrs)(?:\/|$)/,
  'src/import': /^(?:@noble\/ciphers|saxes|@sqlite\.org\/sqlite-wasm)(?:\/|$)/,
};
const foreignGlobals = new Set(
  (
    'window document navigator location localStorage sessionStorage fetch performance crypto process Buffer ' +
    'global require setTimeout setInterval setImmediate queueMicrotask requestAnimationFrame console ' +
    // What leads to all of these by another name, to a clock, to promises, to a locale, to when memory is freed.
    'globalThis self eval Function Reflect Date Promise Intl Temporal WeakRef FinalizationRegistry'
  ).split(' '),
);
/** What answers by the place or the time where it is asked, whatever it is asked of. */
const foreignMembers = /^(?:toLocale\w*|localeCompare|random|then|catch|finally|constructor)$/;
/** Parts of the core's own packages that bring promises or timers of their own. */
const foreignImports = new Set([
  'fromPromise',
  'fromCallback',
  'fromObservable',
  'fromEventObservable',
  'waitFor',
  'toPromise',
]);

interface Reference {
  readonly from: string;
  readonly to: string;
}

export interface Survey {
  readonly files: number;
  readonly imports: number;
  readonly violations: readonly string[];
}

interface SyntaxNode {
  readonly type: string;
  readonly [key: string]: unknown;
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function walk(
  node: SyntaxNode,
  visit: (node: SyntaxNode, parent: SyntaxNode | undefined, key: string) => void,
  parent?: SyntaxNode,
  key = '',
) {
  visit(node, parent, key);
  for (const [name, value] of Object.entries(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, visit, node, name);
  }
}

function literal(node: unknown): string | undefined {
  return isNode(node) && typeof node['value'] === 'string' ? node['value'] : undefined;
}

function roomOf(path: string): string | undefined {
  return Object.keys(floors).find((room) => path.startsWith(`${room}/`));
}

/** The syntax tree, and not a search for words, because a comment or a sentence may well contain an import. */
function readTree(path: string, source: string) {
  const { program, errors } = parseSync(path, source);
  const specifiers: (string | undefined)[] = [];
  const named = new Map<string, boolean>();
  const chance: string[] = [];
  const root: unknown = program;
  if (!isNode(root)) throw new Error(`${path} cannot be parsed.`);
  walk(root, (node, parent, key) => {
    const { type } = node;
    if (
      type === 'ImportDeclaration' ||
      type === 'ExportAllDeclaration' ||
      type === 'ImportExpression' ||
      type === 'TSImportType'
    )
      specifiers.push(literal(node['source']));
    if (type === 'ExportNamedDeclaration' && node['source']) specifiers.push(literal(node['source']));
    if (type === 'ObjectPattern' || type === 'ArrayPattern')
      walk(node, (inner) => {
        if (inner.type === 'Identifier') named.set(String(inner['name']), true);
      });
    if (type === 'Identifier' && typeof node['name'] === 'string' && parent) {
      const isName =
        (key === 'property' || key === 'key') && parent['computed'] !== true && parent['shorthand'] !== true;
      const isDeclared = key === 'id' || key === 'params' || key === 'local' || key === 'label';
      if (isDeclared) named.set(node['name'], true);
      else if (!isName && !named.has(node['name']) && !parent.type.startsWith('TS')) named.set(node['name'], false);
    }
    if (type === 'MemberExpression' && isNode(node['property'])) {
      const member = node['computed'] === true ? literal(node['property']) : String(node['property']['name']);
      if (member !== undefined && foreignMembers.test(member)) chance.push(`.${member}`);
    }
    // It starts with a promise and knows the host: a door starts it and hands it in.
    if (
      type === 'ImportDeclaration' &&
      node['importKind'] !== 'type' &&
      String(literal(node['source'])).startsWith('@sqlite')
    )
      chance.push('SQLite itself, and not its types alone');
    // By another name its parts could not be recognised.
    if (type === 'Identifier' && node['name'] === 'Math' && !(parent?.type === 'MemberExpression' && key === 'object'))
      chance.push('Math under another name');
    if (type === 'ImportSpecifier' && isNode(node['imported']) && foreignImports.has(String(node['imported']['name'])))
      chance.push(String(node['imported']['name']));
    if (node['async'] === true || node['await'] === true || type === 'AwaitExpression') chance.push('promises');
  });
  const body = program.body;
  const isBarrel =
    body.some((statement) => statement.type.startsWith('Export')) &&
    body.every(
      (statement) =>
        statement.type === 'ImportDeclaration' ||
        statement.type === 'ExportAllDeclaration' ||
        (statement.type === 'ExportNamedDeclaration' && !statement.declaration),
    );
  const globals = [...named].filter(([name, declared]) => !declared && foreignGlobals.has(name)).map(([name]) => name);
  return { specifiers, isBarrel, globals, chance, errors: errors.map((error) => error.message) };
}

function judgePackage(from: string, specifier: string): string | undefined {
  const floor = floors[roomOf(from) ?? ''] ?? DOORS;
  const room = roomOf(from);
  const ofRoom = room === undefined ? undefined : packagesOfRooms[room];
  if (floor === DOORS || packagesBelowDoors.test(specifier) || ofRoom?.test(specifier)) return undefined;
  return `${from} imports ${specifier}: only the doors know more than the core's own packages`;
}

function judgeFile({ from, to }: Reference): string | undefined {
  const [here, there] = [roomOf(from), roomOf(to)];
  if (here === undefined) return undefined;
  if (there === undefined) {
    const isManifest = to === 'package.json' && floors[here] === DOORS;
    return isManifest ? undefined : `${from} imports ${to}, which is in no room`;
  }
  if (here === there || (floors[there] ?? 0) < (floors[here] ?? 0)) return undefined;
  return `${from} imports ${to}: that is ${floors[here] === floors[there] ? 'sideways' : 'up'}`;
}

function findCycles(references: readonly Reference[]): string[] {
  const targets = groupByFrom(references);
  const finished = new Set<string>();
  const cycles: string[] = [];
  const visit = (path: string, trail: readonly string[]) => {
    if (finished.has(path)) return;
    const start = trail.indexOf(path);
    if (start >= 0) {
      cycles.push(`a cycle: ${[...trail.slice(start), path].join(' -> ')}`);
      return;
    }
    for (const { to } of targets.get(path) ?? []) visit(to, [...trail, path]);
    finished.add(path);
  };
  for (const path of targets.keys()) visit(path, []);
  return cycles;
}

function groupByFrom(references: readonly Reference[]): Map<string, Reference[]> {
  const groups = new Map<string, Reference[]>();
  for (const reference of references) groups.set(reference.from, [...(groups.get(reference.from) ?? []), reference]);
  return groups;
}

/** Reads every file of the map; `exists` tells of files that are not source, such as a style sheet. */
export function survey(files: ReadonlyMap<string, string>, exists: (path: string) => boolean): Survey {
  const violations: string[] = [];
  const references: Reference[] = [];
  let imports = 0;

  for (const [path, source] of files) {
    const room = roomOf(path);
    if (room === undefined) violations.push(`${path} is in no room`);
    const tree = readTree(path, source);
    violations.push(...tree.errors.map((message) => `${path}: ${message}`));
    if (tree.isBarrel) violations.push(`${path} only passes on what others export`);
    if (room !== undefined && floors[room] !== DOORS) {
      violations.push(...tree.globals.map((name) => `${path} uses the global ${name}`));
      violations.push(...tree.chance.map((call) => `${path} uses ${call}`));
    }
    for (const specifier of tree.specifiers) {
      imports += 1;
      if (specifier === undefined) {
        violations.push(`${path} imports something that is only known at run time`);
      } else if (specifier.startsWith('.')) {
        const to = posix.join(posix.dirname(path), specifier.replace(/\?.*$/, ''));
        if (files.has(to)) references.push({ from: path, to });
        else if (!exists(to)) violations.push(`${path} imports ${to}, which does not exist`);
        violations.push(...[judgeFile({ from: path, to })].filter((text) => text !== undefined));
      } else {
        violations.push(...[judgePackage(path, specifier)].filter((text) => text !== undefined));
      }
    }
  }
  return { files: files.size, imports, violations: [...violations, ...findCycles(references)] };
}
