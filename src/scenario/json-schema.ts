import { lazily } from '../model/groups.ts';
import { eachOf } from '../model/optional.ts';
import * as z from 'zod/mini';
import { scenarioSchema } from './scenario.ts';

/** As much of JSON Schema as a scenario’s schema uses. */
export interface JsonSchema {
  readonly title?: string;
  readonly description?: string;
  readonly default?: unknown;
  readonly type?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | boolean;
  readonly propertyNames?: JsonSchema;
  readonly items?: JsonSchema;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
  readonly allOf?: readonly JsonSchema[];
}

/** What a person may write, before defaults are filled in. */
export const scenarioJsonSchema = lazily((): JsonSchema => ({
  title: 'A restore-sim scenario',
  ...(z.toJSONSchema(scenarioSchema, { io: 'input', target: 'draft-7', unrepresentable: 'any' }) as JsonSchema),
}));

/** The forms that a value may have: one, or those of a choice. */
export const schemaForms = (schema: JsonSchema): readonly JsonSchema[] => {
  const inner = [schema.anyOf, schema.oneOf, schema.allOf].flatMap(eachOf);
  return inner.length === 0 ? [schema] : inner.flatMap(schemaForms);
};

/** The forms of a part of a file: below lists for a number, below names for any other word. */
export const formsAt = (schema: JsonSchema, path: readonly PropertyKey[]): readonly JsonSchema[] =>
  path.reduce<readonly JsonSchema[]>((parts, step) => parts.flatMap((part) => below(part, step)), schemaForms(schema));

/** Those of a scenario. */
export const partsAt = (path: readonly PropertyKey[]): readonly JsonSchema[] => formsAt(scenarioJsonSchema(), path);

function below({ properties, items, additionalProperties }: JsonSchema, step: PropertyKey): readonly JsonSchema[] {
  if (typeof step === 'number') return items ? schemaForms(items) : [];
  const named = properties && Object.hasOwn(properties, step) ? properties[String(step)] : undefined;
  if (named) return schemaForms(named);
  return typeof additionalProperties === 'object' ? schemaForms(additionalProperties) : [];
}
