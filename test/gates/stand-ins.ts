import { parseSync } from 'vite';

/** The shapes in which a program can say “or else this” of a value that it names on the spot. */
export const STAND_IN_KINDS = [
  /** `a ?? 0`, wherever the line breaks. */
  'missing or else',
  /** `a ||= ''`, `a ??= {}`. */
  'set if missing',
  /** `a || 'none'`: instead of nothing, or of what is empty. */
  'empty or else',
  /** `a === undefined ? 0 : a`: the first in other words. */
  'asked first',
  /** `const { a = 0 } = b`: the first in a pattern. What a function takes when it is called is its signature. */
  'in a pattern',
  /** `a ?? NOTHING`, where that is an empty value under a name. */
  'an empty name',
] as const;
export type StandInKind = (typeof STAND_IN_KINDS)[number];

export interface StandIn {
  readonly kind: StandInKind;
  readonly line: number;
  readonly text: string;
}

interface SyntaxNode {
  readonly type: string;
  readonly start: number;
  readonly end: number;
  readonly [key: string]: unknown;
}

const isNode = (value: unknown): value is SyntaxNode =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
const nodesIn = (value: unknown): readonly SyntaxNode[] => (Array.isArray(value) ? value : [value]).filter(isNode);

const WRAPPINGS = new Set(['ParenthesizedExpression', 'TSAsExpression', 'TSSatisfiesExpression']);
function unwrapped(value: unknown): SyntaxNode | undefined {
  let node = isNode(value) ? value : undefined;
  while (node && WRAPPINGS.has(node.type)) node = isNode(node['expression']) ? node['expression'] : undefined;
  return node;
}

const isNothing = (node: SyntaxNode): boolean =>
  (node.type === 'Identifier' && node['name'] === 'undefined') ||
  (node.type === 'Literal' && node['value'] === null && node['raw'] === 'null');

/** A value that is written down where it stands. */
function isWritten(value: unknown): boolean {
  const node = unwrapped(value);
  if (!node) return false;
  if (node.type === 'Literal' || node.type === 'TemplateLiteral') return true;
  if (node.type === 'ArrayExpression') return nodesIn(node['elements']).every(isWritten);
  if (node.type === 'ObjectExpression') return nodesIn(node['properties']).every((part) => isWritten(part['value']));
  if (node.type === 'UnaryExpression') return isWritten(node['argument']);
  if (node.type === 'Identifier') return ['undefined', 'NaN', 'Infinity'].includes(String(node['name']));
  const callee = unwrapped(node['callee']);
  const isFresh = node.type === 'NewExpression' && ['Map', 'Set'].includes(String(callee?.['name']));
  return isFresh && nodesIn(node['arguments']).length === 0;
}

function isEmpty(value: unknown): boolean {
  const node = unwrapped(value);
  if (!node || !isWritten(node)) return false;
  if (node.type === 'Literal') return node['value'] === '' || node['value'] === 0 || node['value'] === null;
  return ['ArrayExpression', 'ObjectExpression', 'NewExpression'].includes(node.type) && !/[\w'"]/.test(insideOf(node));
}
const insideOf = (node: SyntaxNode): string =>
  [...nodesIn(node['elements']), ...nodesIn(node['properties'])].map(({ type }) => type).join('');

/** Every stand-in of a file, by its syntax tree: a search for words misses those that stand on a line of their own. */
export function standInsOf(path: string, source: string): readonly StandIn[] {
  const { program } = parseSync(path, source);
  const found: StandIn[] = [];
  const emptyNames = new Set<string>();
  const words = (node: SyntaxNode): string => source.slice(node.start, node.end);
  const add = (kind: StandInKind, node: SyntaxNode) =>
    found.push({
      kind,
      line: source.slice(0, node.start).split('\n').length,
      text: words(node).replaceAll(/\s+/g, ' '),
    });

  const inPattern = (node: SyntaxNode): void => {
    if (node.type === 'AssignmentPattern' && isWritten(node['right'])) add('in a pattern', node);
    if (node.type === 'AssignmentPattern') nodesIn(node['left']).forEach(inPattern);
    if (node.type === 'ArrayPattern') nodesIn(node['elements']).forEach(inPattern);
    if (node.type === 'ObjectPattern')
      for (const part of nodesIn(node['properties'])) nodesIn(part['value']).forEach(inPattern);
  };
  const askedFirst = (node: SyntaxNode): void => {
    const test = unwrapped(node['test']);
    const [of, nothing] = [unwrapped(test?.['left']), unwrapped(test?.['right'])];
    if (test?.type !== 'BinaryExpression' || !of || !nothing || !isNothing(nothing)) return;
    const [yes, no] = [unwrapped(node['consequent']), unwrapped(node['alternate'])];
    const [instead, there] = String(test['operator']).startsWith('=') ? [yes, no] : [no, yes];
    if (instead && there && isWritten(instead) && words(there) === words(of)) add('asked first', node);
  };
  const orElse = (node: SyntaxNode): void => {
    const right = unwrapped(node['right']);
    if (!right) return;
    if (node['operator'] === '||' && isWritten(right) && typeof right['value'] !== 'boolean')
      add('empty or else', node);
    if (node['operator'] !== '??') return;
    if (isWritten(right)) add('missing or else', node);
    else if (right.type === 'Identifier' && emptyNames.has(String(right['name']))) add('an empty name', node);
  };
  const visit = (node: SyntaxNode): void => {
    if (node.type === 'LogicalExpression') orElse(node);
    if (node.type === 'ConditionalExpression') askedFirst(node);
    if (node.type === 'VariableDeclarator') nodesIn(node['id']).forEach(inPattern);
    if (node.type === 'AssignmentExpression') {
      nodesIn(node['left']).forEach(inPattern);
      if (['??=', '||='].includes(String(node['operator'])) && isWritten(node['right'])) add('set if missing', node);
    }
    for (const value of Object.values(node)) nodesIn(value).forEach(visit);
  };

  for (const statement of program.body as unknown as readonly SyntaxNode[]) {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement['declaration'] : statement;
    for (const { id, init } of nodesIn(isNode(declaration) ? declaration['declarations'] : undefined))
      if (isNode(id) && id.type === 'Identifier' && isEmpty(init)) emptyNames.add(String(id['name']));
  }
  (program.body as unknown as readonly SyntaxNode[]).forEach(visit);
  return found;
}
