import type { PlistDict, PlistValue } from './binary-plist.ts';

export const isPlistDict = (value: PlistValue | undefined): value is PlistDict => value instanceof Map;
export const isPlistList = (value: PlistValue | undefined): value is readonly PlistValue[] => Array.isArray(value);

/** A dictionary below a dictionary; undefined where there is none. */
export function dictIn(dict: PlistDict, name: string): PlistDict | undefined {
  const value = dict.get(name);
  return isPlistDict(value) ? value : undefined;
}

export function textIn(dict: PlistDict, name: string): string | undefined {
  const value = dict.get(name);
  return typeof value === 'string' ? value : undefined;
}

export function dataIn(dict: PlistDict, name: string): Uint8Array | undefined {
  const value = dict.get(name);
  return value instanceof Uint8Array ? value : undefined;
}

/** Yes and no, also as the 1 and 0 that some tools write. */
export function boolIn(dict: PlistDict, name: string): boolean | undefined {
  const value = dict.get(name);
  if (typeof value === 'boolean') return value;
  return value === 1 || value === 0 ? value === 1 : undefined;
}

/** 1970 to 2100 in milliseconds: whatever lies outside is no date of a backup. */
const LAST_MOMENT = 4_102_444_800_000;

/** Milliseconds since 1970; undefined for what is absent, of another kind, or beyond reason. */
export function dateIn(dict: PlistDict, name: string): number | undefined {
  const value = dict.get(name);
  if (typeof value !== 'object' || value === null || !('kind' in value) || value.kind !== 'date') return undefined;
  const { milliseconds } = value;
  return milliseconds >= 0 && milliseconds < LAST_MOMENT ? milliseconds : undefined;
}

/** The texts of a list; undefined where there is no list. */
export function textsIn(dict: PlistDict, name: string): readonly string[] | undefined {
  const value = dict.get(name);
  return isPlistList(value) ? value.filter((entry) => typeof entry === 'string') : undefined;
}

/** Only what is there, for the optional parts of facts. */
export function present<T extends object>(parts: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}

/** Compares as every host does, by code units. */
export const byCode = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
