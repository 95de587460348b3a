import type { Json } from '../model/canonical.ts';
import { isForbiddenName } from '../model/names.ts';

export interface JsonGroup {
  readonly [key: string]: Json | undefined;
}
/** A way into plain data: keys, and in lists the id of a part or its place. */
export type JsonPath = readonly (string | number)[];

export const isGroup = (value: Json | undefined): value is JsonGroup =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
export const isList = (value: Json | undefined): value is readonly Json[] => Array.isArray(value);

/** Plain data as it is; what is no JSON has been refused by the loader. */
export const asJson = (plain: Readonly<Record<string, unknown>>): JsonGroup => plain as JsonGroup;

const NO_PARTS: readonly JsonGroup[] = [];
/** The groups of a list, such as the items of a world; nothing where there is no list. */
export const partsIn = (value: Json | undefined): readonly JsonGroup[] =>
  isList(value) ? value.filter(isGroup) : NO_PARTS;

/** What a part of a list is known by. */
export const nameOfPart = (part: Json): string | undefined => {
  if (!isGroup(part)) return undefined;
  const name = part['id'] ?? part['category'] ?? part['kind'];
  return typeof name === 'string' ? name : undefined;
};

const placeIn = (list: readonly Json[], step: string | number): number =>
  typeof step === 'number' ? step : list.findIndex((part) => nameOfPart(part) === step);

export function valueAt(value: Json | undefined, path: JsonPath): Json | undefined {
  return path.reduce<Json | undefined>((at, step) => {
    if (isList(at)) return at[placeIn(at, step)];
    return isGroup(at) && Object.hasOwn(at, step) ? at[step] : undefined;
  }, value);
}

/**
 * The same data with one value set. `undefined` takes it out, and with it the groups that it leaves empty; a part of a
 * list goes as a whole. Undefined for a way that leads to no place: a part that is not there, or below a word.
 */
export function withValue(whole: JsonGroup, path: JsonPath, next: Json | undefined): JsonGroup | undefined {
  const changed = changedAt(whole, path, next);
  if (changed === undefined) return undefined;
  return isGroup(changed.value) ? changed.value : {};
}

/** `undefined`: no such place. Its `value` is undefined where nothing is left. */
function changedAt(
  at: Json | undefined,
  [step, ...rest]: JsonPath,
  next: Json | undefined,
): { readonly value: Json | undefined } | undefined {
  if (step === undefined) return { value: next };
  if (isList(at)) return changedPart(at, placeIn(at, step), rest, next);
  if (at === undefined && typeof step === 'number') return changedPart([], step, rest, next);
  if ((at !== undefined && !isGroup(at)) || typeof step === 'number' || isForbiddenName(step)) return undefined;
  const inner = changedAt(at?.[step], rest, next);
  if (inner === undefined) return undefined;
  if (inner.value === undefined) {
    if (at === undefined || !Object.hasOwn(at, step)) return { value: at };
    const { [step]: _gone, ...others } = at;
    return { value: Object.keys(others).length === 0 ? undefined : others };
  }
  return { value: { ...at, [step]: inner.value } };
}

function changedPart(list: readonly Json[], place: number, rest: JsonPath, next: Json | undefined) {
  if (place < 0 || place > list.length) return undefined;
  const inner = changedAt(list[place], rest, next);
  if (inner === undefined) return undefined;
  const { value } = inner;
  if (value !== undefined) return { value: [...list.slice(0, place), value, ...list.slice(place + 1)] };
  return { value: list.toSpliced(place, 1) };
}
