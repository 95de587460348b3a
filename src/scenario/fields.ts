import { formatBytes } from '../model/bytes.ts';
import { accountSchema, worldSchema } from '../model/world.ts';
import { backupSchema } from '../model/backups.ts';
import { EDITIONS, type Edition } from '../model/kinds.ts';
import { itemSchema } from '../model/items.ts';
import { lazily } from '../model/groups.ts';
import { fieldWords } from './field-words.ts';
import { schemaForms, type JsonSchema, formsAt, scenarioJsonSchema } from './json-schema.ts';
import { STARTING_WORLDS } from './starting-worlds.ts';

/** A key of a scenario file. */
export interface Field {
  /** Where it stands: `world.items[].bytes`; `<name>` stands for a name of the writer’s own. */
  readonly path: string;
  readonly key: string;
  /** The group in which it stands; empty at the top. */
  readonly group: string;
  /** What it takes, in words. */
  readonly takes: string;
  /** What holds where it is not written; undefined where nothing does. */
  readonly default?: string;
  readonly description: string;
}

/** Every key of a scenario file, each group before what stands in it. */
export const scenarioFields = lazily((): readonly Field[] => fieldsIn(schemaForms(scenarioJsonSchema()), ''));

function fieldsIn(forms: readonly JsonSchema[], group: string): Field[] {
  const merged = new Map<string, Field[]>();
  for (const { properties } of forms)
    for (const [key, schema] of properties ? Object.entries(properties) : []) {
      const path = group === '' ? key : `${group}.${key}`;
      if (!merged.has(key)) merged.set(key, [fieldOf(path, key, group, schema), ...inside(schema, path)]);
    }
  return [...merged.values()].flat();
}

function inside(schema: JsonSchema, path: string): Field[] {
  const forms = schemaForms(schema);
  return [
    ...fieldsIn(forms, path),
    ...forms.flatMap(({ items }) => (items ? inside(items, `${path}[]`) : [])),
    ...forms.flatMap(({ additionalProperties: named }) =>
      typeof named === 'object' ? inside(named, `${path}.<name>`) : [],
    ),
  ];
}

function fieldOf(path: string, key: string, group: string, schema: JsonSchema): Field {
  const value = defaultOf(path, schema);
  return {
    path,
    key,
    group,
    takes: [...new Set(schemaForms(schema).map(takes))].join(', or '),
    ...(value === undefined ? {} : { default: value }),
    description:
      [schema, ...schemaForms(schema)].map(({ description }) => description).find((text) => text !== undefined) ??
      fieldWords(path),
  };
}

function defaultOf(path: string, schema: JsonSchema): string | undefined {
  const [first, ...others] = EDITIONS.toReversed().map((edition) => startOf(edition, path));
  if (first !== undefined)
    return `${first} (${EDITIONS.toReversed()
      .slice(1)
      .map((edition, at) => `${edition}: ${others[at]}`)
      .join(', ')})`;
  const value = schema.default ?? sizeOf(path);
  if (value === undefined || (typeof value === 'object' && value !== null && Object.keys(value).length === 0))
    return undefined;
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** What a size is where nothing is said: read into bytes, it stands in no schema. */
function sizeOf(path: string): string | undefined {
  const parts: readonly (readonly [start: string, part: object])[] = [
    ['world.accounts[].', accountSchema.parse({ id: 'a' })],
    ['world.backups[].', backupSchema.parse({ id: 'a', made: '2026-01-01' })],
    ['world.items[].', itemSchema.parse({ category: 'a' })],
    ['world.', worldSchema.parse({})],
  ];
  const found = parts.find(([begin]) => path.startsWith(begin));
  if (!found) return undefined;
  const [start, part] = found;
  const value = path
    .slice(start.length)
    .split('.')
    .reduce<unknown>((whole, step) => (whole as Record<string, unknown> | undefined)?.[step], part);
  return typeof value === 'number' ? formatBytes(value) : undefined;
}

/** What the starting world of an edition says, which comes before the schema’s own default. */
function startOf(edition: Edition, path: string): string | undefined {
  const { today, device, backup } = STARTING_WORLDS[edition];
  const groups: Readonly<Record<string, Readonly<Record<string, string>>>> = {
    'world.': { today },
    'world.device.': device,
    'world.backups[].': backup,
  };
  for (const [start, values] of Object.entries(groups))
    if (path.startsWith(start) && Object.hasOwn(values, path.slice(start.length)))
      return values[path.slice(start.length)];
  return undefined;
}

const MANY = 12;
const KINDS: Readonly<Record<string, string>> = {
  string: 'a text',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a group of keys',
};

function takes({ enum: words, const: word, type, items }: JsonSchema): string {
  if (word !== undefined) return String(word);
  if (words) return words.length <= MANY ? words.map(String).join(' | ') : `one of ${words.length} words`;
  if (type === 'array' && items) return `a list: ${[...new Set(schemaForms(items).map(takes))].join(', or ')}`;
  return type !== undefined && Object.hasOwn(KINDS, type) ? String(KINDS[type]) : 'a value';
}

/** A kind of file as its messages speak of it: what it is called, and which keys stand where. */
export interface FileForm {
  /** `scenario` */
  readonly name: string;
  /** What it must have at least. */
  readonly least: string;
  readonly schema: () => JsonSchema;
  /** The command that prints all its keys, where there is one. */
  readonly keysBy?: string;
}

export const SCENARIO_FORM: FileForm = {
  name: 'scenario',
  least: 'title, why and world',
  schema: scenarioJsonSchema,
  keysBy: 'restore-sim words fields',
};

/** The keys that a group of a file knows. */
export const keysAt = (group: readonly PropertyKey[], { schema } = SCENARIO_FORM): readonly string[] => [
  ...new Set(
    formsAt(schema(), group).flatMap(({ properties = {}, propertyNames }) => [
      ...Object.keys(properties),
      ...(propertyNames?.enum === undefined ? [] : propertyNames.enum.map(String)),
    ]),
  ),
];

/** The groups in which a key is known, as they are written. */
export const groupsWith = (key: string, { schema } = SCENARIO_FORM): readonly string[] => [
  ...new Set(groupsIn(schemaForms(schema()), key, '')),
];

function groupsIn(forms: readonly JsonSchema[], key: string, group: string): string[] {
  return forms.flatMap(({ properties = {}, items, additionalProperties: named }) => [
    ...(Object.hasOwn(properties, key) ? [group] : []),
    ...Object.entries(properties).flatMap(([name, inner]) =>
      groupsIn(schemaForms(inner), key, group === '' ? name : `${group}.${name}`),
    ),
    ...(items ? groupsIn(schemaForms(items), key, `${group}[]`) : []),
    ...(typeof named === 'object' ? groupsIn(schemaForms(named), key, `${group}.<name>`) : []),
  ]);
}
