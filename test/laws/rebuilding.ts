import type { Json } from '../../src/model/canonical.ts';
import { type Draft, newDraft } from '../../src/intake/draft.ts';
import { questionsOf } from '../../src/intake/asking.ts';
import { edit } from '../../src/intake/edit.ts';
import type { JsonGroup, JsonPath } from '../../src/intake/json.ts';

/** Every value of a file with the way to it; an empty group or list is a value. */
export function valuesIn(value: Json | undefined, path: JsonPath = []): readonly (readonly [JsonPath, Json])[] {
  if (value === undefined) return [];
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return [[path, value]];
  return Array.isArray(value)
    ? (value as readonly Json[]).flatMap((part, place) => valuesIn(part, [...path, place]))
    : Object.entries(value as JsonGroup).flatMap(([key, part]) => valuesIn(part, [...path, key]));
}

/** A draft that begins with nothing, and has one value after the other of a file set by an edit. */
export const rebuilt = (stated: JsonGroup, id: string): Draft =>
  valuesIn(stated).reduce(
    (draft, [path, value]) => edit(draft, { path, value }),
    edit(newDraft(id), { basis: 'scenario' }),
  );

/** Every question answered once more with the answer that it has. */
export const saidAgain = (draft: Draft): Draft =>
  questionsOf(draft).reduce(
    (current, { id, answer }) => (answer === null ? current : edit(current, { question: id, answer })),
    draft,
  );
