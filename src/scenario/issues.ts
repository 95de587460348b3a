import { saidOr } from '../model/listed.ts';
import type * as z from 'zod/mini';
import { must } from '../model/must.ts';
import { didYouMean } from '../model/near-word.ts';
import { type FileForm, groupsWith, keysAt, SCENARIO_FORM } from './fields.ts';
import type { Complaint } from './complaint.ts';
import { keyMeantBy, wordMeantBy } from './synonyms.ts';
import { commandFor, kindOfWords } from './word-kinds.ts';

type Issue = z.core.$ZodIssue;
/** Unknown keys of one group that are told. */
const MAX_KEYS = 20;
/** Allowed words that a message names; the rest is behind a command. */
const MAX_WORDS = 12;

/** A complaint in plain words for each thing the schema found: what was there, what was expected, what to write. */
export function describeIssue(issue: Issue, stated: unknown, form: FileForm = SCENARIO_FORM): Complaint[] {
  const path = issue.path as PropertyKey[];
  const name = saidOr(`the ${form.name}`, inWords(path));
  if (issue.code === 'unrecognized_keys')
    return issue.keys.slice(0, MAX_KEYS).map((key) => unknownKey(path, key, stated, form));
  if (issue.code === 'invalid_union') return describeUnion(issue, path, stated, form);
  const value = valueAt(stated, path);
  if (value === undefined)
    return [
      {
        path,
        at: 'key',
        message: `missing “${lastOf(path)}” (${expected(issue)})`,
        advice: `Add it: ${expected(issue)}.`,
      },
    ];
  if (issue.code === 'invalid_value') return [notAmong(path, name, value, issue.values.map(String))];
  if (issue.code === 'invalid_key')
    return [{ path, at: 'key', message: `${name}: expected small letters, digits and hyphens as a name` }];
  return [{ path, message: `${name}: ${show(value)} is not ${expected(issue)}`, ...inQuotes(issue, value) }];
}

/** `world.items[0].bytes` */
const inWords = (path: readonly PropertyKey[]): string =>
  path.map((step, at) => (typeof step === 'number' ? `[${step}]` : `${at === 0 ? '' : '.'}${String(step)}`)).join('');

/** What people mean with true and false, where two words stand for them. */
const YES_AND_NO = [
  ['yes', 'no'],
  ['on', 'off'],
  ['allowed', 'forbidden'],
  ['known', 'forgotten'],
] as const;
// The nearest word by its letters would say the contrary: of “none”, “on” is.
const SAID_FOR: readonly string[] = ['true', 'enabled', 'active', ...YES_AND_NO.map(([yes]) => yes)];
const SAID_AGAINST: readonly string[] = [
  'false',
  'none',
  'never',
  'disabled',
  'without',
  ...YES_AND_NO.map(([, no]) => no),
];
function yesOrNo(word: string): boolean | undefined {
  if (SAID_FOR.includes(word.toLowerCase())) return true;
  return SAID_AGAINST.includes(word.toLowerCase()) ? false : undefined;
}

function notAmong(path: PropertyKey[], name: string, value: unknown, known: readonly string[]): Complaint {
  const isCut = known.length > MAX_WORDS;
  const list = isCut ? `${known.slice(0, MAX_WORDS).join(', ')} … ${known.length} in all` : known.join(', ');
  const kind = isCut ? kindOfWords(known) : undefined;
  const advice = [meantAmong(value, known), kind === undefined ? undefined : `All of them: ${commandFor(kind)}`].filter(
    (part) => part !== undefined,
  );
  return {
    path,
    message: `${name}: ${show(value)} is not one of ${list}`,
    ...(advice.length === 0 ? {} : { advice: advice.join(' ') }),
  };
}

/** Which of the words was meant: true is yes, 3 is "3", and what people call otherwise is in the table of synonyms. */
function meantAmong(value: unknown, known: readonly string[]): string | undefined {
  const said = typeof value === 'string' ? yesOrNo(value) : value;
  const pair = YES_AND_NO.find((words) => words.every((word) => known.includes(word)));
  if (typeof said === 'boolean' && pair) return `Write “${pair[said ? 0 : 1]}”.`;
  if (typeof value !== 'string')
    return known.includes(String(value)) ? `Put it in quotes: "${String(value)}".` : undefined;
  return wordMeantBy(value, known) ?? didYouMeanWords(value, known) ?? relatedWords(value, known);
}

const MAX_RELATED = 6;
const partsOf = (word: string): string[] =>
  word
    .split(/[^a-zA-Z0-9]+|(?=[A-Z])/)
    .map((part) => part.toLowerCase())
    .filter((part) => part.length > 2);

/** “erase.confirmed” is no word, and “erase.requested” shares a part with it. */
function relatedWords(word: string, known: readonly string[]): string | undefined {
  const parts = new Set(partsOf(word));
  const related = known.filter((other) => partsOf(other).some((part) => parts.has(part)));
  if (related.length === 0 || related.length > MAX_RELATED) return undefined;
  return related.length === 1 ? `Did you mean “${related[0]}”?` : `Did you mean one of ${related.join(', ')}?`;
}

/** Longer words may be known by how they begin. */
const BEGINNING = 5;

const didYouMeanWords = (word: string, known: readonly string[]): string | undefined => {
  const near =
    didYouMean(word, known) ??
    (word.length < BEGINNING ? undefined : known.find((candidate) => candidate.startsWith(word)));
  return near === undefined ? undefined : `Did you mean “${near}”?`;
};

/** A text that YAML reads as a number, as true or false, or as nothing at all. */
function inQuotes(issue: Issue, value: unknown): Pick<Complaint, 'advice' | 'quotes'> {
  const wantsText = issue.code === 'invalid_type' && issue.expected === 'string';
  if (!wantsText || (typeof value === 'object' && value !== null)) return {};
  return { advice: `Put it in quotes: "${value === null ? '' : String(value)}".`, quotes: true };
}

function unknownKey(group: readonly PropertyKey[], key: string, stated: unknown, form: FileForm): Complaint {
  const advice = splitText(group, key, stated) ?? meantKey(group, key, form);
  return {
    path: [...group, key],
    at: 'key',
    message: `unknown key “${key.slice(0, 60)}”`,
    ...(advice === undefined ? {} : { advice }),
  };
}

/** `{ title: Sam, the phone }` has a key “the phone” of no value: the comma belonged to the text before it. */
function splitText(group: readonly PropertyKey[], key: string, stated: unknown): string | undefined {
  const whole = valueAt(stated, group);
  if (typeof whole !== 'object' || whole === null) return undefined;
  const entries = Object.entries(whole);
  const at = entries.findIndex(([name]) => name === key);
  if (entries[at]?.[1] !== null) return undefined;
  // A text with several commas falls into several keys.
  const first = entries.slice(0, at).findLastIndex(([, value]) => value !== null);
  const before = entries[first];
  if (before === undefined) return undefined;
  const [name, text] = before;
  if (typeof text !== 'string' && typeof text !== 'number') return undefined;
  const words = [String(text), ...entries.slice(first + 1, at + 1).map(([part]) => part)].join(', ').slice(0, 100);
  return `If the comma belongs to the text before it, put it in quotes: ${name}: "${words}".`;
}

function meantKey(group: readonly PropertyKey[], key: string, form: FileForm): string | undefined {
  const here = keysAt(group, form);
  const near = didYouMeanWords(
    key,
    here.filter((known) => known !== key),
  );
  // The synonyms are those of a scenario’s words.
  const meant = form === SCENARIO_FORM ? (keyMeantBy(key) ?? near) : (near ?? keyMeantBy(key));
  const elsewhere = groupsWith(key, form);
  if (elsewhere.length === 0) return meant ?? knownHere(here, form);
  const places = elsewhere.map((place) => (place === '' ? 'at the top' : `in “${place}”`)).join(', ');
  return `“${key.slice(0, 60)}” is known ${places}, not here.${meant === undefined ? '' : ` ${meant}`}`;
}

function knownHere(here: readonly string[], { keysBy }: FileForm): string | undefined {
  if (here.length === 0) return undefined;
  const list = here.slice(0, MAX_WORDS).join(', ');
  const rest = here.length > MAX_WORDS ? ` … ${here.length} in all${keysBy === undefined ? '' : `: ${keysBy}`}` : '.';
  return `Known here: ${list}${rest}`;
}

/** Of a union the branch that came furthest; a script entry is recognised by its first word. */
function describeUnion(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: PropertyKey[],
  stated: unknown,
  form: FileForm,
): Complaint[] {
  const value = valueAt(stated, path);
  if (value === undefined) return [{ path, at: 'key', message: `missing “${lastOf(path)}”` }];
  const branches = issue.errors.map((errors) => ({
    errors,
    depth: Math.max(0, ...errors.map((inner) => inner.path.length)),
    strange: errors.some((inner) => inner.code === 'invalid_type' && inner.path.length === 0),
  }));
  const [best] = branches
    .filter(({ strange }) => !strange)
    .toSorted(
      (a, b) => strangers(a.errors) - strangers(b.errors) || b.depth - a.depth || a.errors.length - b.errors.length,
    );
  if (best)
    return best.errors.flatMap((inner) =>
      describeIssue({ ...inner, path: [...path, ...inner.path] } as Issue, stated, form),
    );
  const firsts = issue.errors.flatMap((errors) => errors.slice(0, 1));
  return [
    {
      path,
      message: `${inWords(path)}: ${show(value)} is not ${firsts.map(expected).join(', or ')}`,
      ...firsts.map((inner) => inQuotes(inner, value)).find(({ advice }) => advice !== undefined),
    },
  ];
}

const strangers = (errors: readonly Issue[]): number =>
  errors.filter(
    (error) =>
      error.code === 'unrecognized_keys' ||
      (error.code === 'invalid_type' && error.path.length === 1 && error.path[0] !== 'wait'),
  ).length;

function expected(issue: Issue): string {
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
    case 'invalid_value': {
      const rest = issue.values.length > MAX_WORDS ? ` … ${issue.values.length} in all` : '';
      const kind = rest === '' ? undefined : kindOfWords(issue.values.map(String));
      const words = issue.values.slice(0, MAX_WORDS).map(String).join(', ');
      return `one of ${words}${rest}${kind === undefined ? '' : `: ${commandFor(kind)}`}`;
    }
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
    default:
      return issue.message.replace(/^Invalid string: .*/, 'small letters, digits and hyphens');
  }
}

function show(value: unknown): string {
  if (typeof value === 'string') return `“${value.slice(0, 60)}”`;
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'nothing';
  if (typeof value === 'object') return 'a group of keys';
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

const lastOf = (path: readonly PropertyKey[]): string => String(must(path.at(-1), 'the name of what is missing'));
