import type * as z from 'zod';
import { didYouMean } from '../model/problem.ts';
import type { Complaint } from './references-check.ts';
import { scenarioSchema } from './scenario.ts';

type Issue = z.core.$ZodIssue;
/** Unknown keys of one group that are told. */
const MAX_KEYS = 20;

/** A complaint in plain words for each thing the schema found: what was there, what was expected, what to write. */
export function describeIssue(issue: Issue, stated: unknown): Complaint[] {
  const path = issue.path as PropertyKey[];
  const name = path.map(String).join('.') || 'the scenario';
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MAX_KEYS).map((key) => unknownKey([...path, key], key));
  if (issue.code === 'invalid_union') return describeUnion(issue, path, stated);
  const value = valueAt(stated, path);
  if (value === undefined)
    return [
      {
        path,
        at: 'key',
        message: `missing “${String(path.at(-1) ?? '')}” (${expected(issue)})`,
        advice: `Add it: ${expected(issue)}.`,
      },
    ];
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String);
    const near = typeof value === 'string' ? didYouMean(value, known) : undefined;
    const list = known.length <= 12 ? known.join(', ') : `${known.slice(0, 12).join(', ')} … ${known.length} in all`;
    return [
      {
        path,
        message: `${name}: ${show(value)} is not one of ${list}`,
        ...(near === undefined ? {} : { advice: `Did you mean “${near}”?` }),
      },
    ];
  }
  if (issue.code === 'invalid_key')
    return [{ path, at: 'key', message: `${name}: expected small letters, digits and hyphens as a name` }];
  return [{ path, message: `${name}: ${show(value)} is not ${expected(issue)}` }];
}

function unknownKey(path: readonly PropertyKey[], key: string): Complaint {
  const near = didYouMean(key, allKeys());
  return {
    path,
    at: 'key',
    message: `unknown key “${key.slice(0, 60)}”`,
    ...(near === undefined ? {} : { advice: `Did you mean “${near}”?` }),
  };
}

/** Of a union the branch that came furthest; a script entry is recognised by its first word. */
function describeUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: PropertyKey[],
  stated: unknown,
): Complaint[] {
  const value = valueAt(stated, path);
  if (value === undefined) return [{ path, at: 'key', message: `missing “${String(path.at(-1) ?? '')}”` }];
  const branches = issue.errors.map((errors) => ({
    errors,
    depth: Math.max(0, ...errors.map((inner) => inner.path.length)),
    strange: errors.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  }));
  const fitting = branches.filter(({ strange }) => !strange);
  const pool = fitting.length > 0 ? fitting : branches;
  const best = pool.toSorted(
    (a, b) => strangers(a.errors) - strangers(b.errors) || b.depth - a.depth || a.errors.length - b.errors.length,
  )[0];
  if (best && fitting.length > 0)
    return best.errors.flatMap((inner) => describeIssue({ ...inner, path: [...path, ...inner.path] } as Issue, stated));
  return [
    {
      path,
      message:
        `${path.map(String).join('.')}: ${show(value)} is not ` +
        `${branches.map(({ errors }) => expected(errors[0])).join(', or ')}`,
    },
  ];
}

const strangers = (errors: readonly Issue[]): number =>
  errors.filter(
    (error) =>
      error.code === 'unrecognized_keys' ||
      (error.code === 'invalid_type' && error.path.length === 1 && error.path[0] !== 'wait'),
  ).length;

function expected(issue: Issue | undefined): string {
  if (!issue) return 'something else';
  switch (issue.code) {
    case 'invalid_type':
      return (
        {
          string: 'a text',
          number: 'a number',
          int: 'a whole number',
          array: 'a list',
          object: 'a group of keys',
          record: 'a group of keys',
          boolean: 'true or false',
        }[issue.expected as string] ?? `a ${String(issue.expected)}`
      );
    case 'invalid_value':
      return `one of ${issue.values.slice(0, 12).map(String).join(', ')}`;
    case 'too_small':
      return issue.origin === 'string'
        ? 'a text that is not empty'
        : issue.origin === 'array'
          ? `a list of at least ${String(issue.minimum)}`
          : `at least ${String(issue.minimum)}`;
    case 'too_big':
      return issue.origin === 'string'
        ? `at most ${String(issue.maximum)} characters long`
        : issue.origin === 'array'
          ? `a list of at most ${String(issue.maximum)}`
          : `at most ${String(issue.maximum)}`;
    case 'invalid_format':
    case 'custom':
      return issue.message.replace(/^Invalid string: .*/, 'small letters, digits and hyphens');
    default:
      return issue.message;
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return `“${value.slice(0, 60)}”`;
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'a group of keys';
  return String(value);
}

function valueAt(stated: unknown, path: readonly PropertyKey[]): unknown {
  let value = stated;
  for (const step of path) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return undefined;
    value = (value as Record<PropertyKey, unknown>)[step];
  }
  return value;
}

let known: readonly string[] | undefined;
/** Every key that some part of a scenario knows, for did-you-mean. */
function allKeys(): readonly string[] {
  known ??= [...new Set(keysOf(scenarioSchema as unknown as SchemaLike))];
  return known;
}

interface SchemaLike {
  readonly shape?: Readonly<Record<string, SchemaLike>>;
  readonly def?: {
    readonly innerType?: SchemaLike;
    readonly element?: SchemaLike;
    readonly options?: readonly SchemaLike[];
    readonly in?: SchemaLike;
    readonly valueType?: SchemaLike;
  };
}
function keysOf(schema: SchemaLike | undefined): string[] {
  if (!schema) return [];
  const { innerType, element, options = [], in: input, valueType } = schema.def ?? {};
  const inside = [innerType, element, input, valueType, ...options].flatMap(keysOf);
  return schema.shape
    ? [...Object.keys(schema.shape), ...Object.values(schema.shape).flatMap(keysOf), ...inside]
    : inside;
}
