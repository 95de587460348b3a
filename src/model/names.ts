/**
 * Words that every object of the language answers to. No key of a file and no id is one of them, at any door: what
 * plays under a name can be written down under it and read again.
 */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

export const isForbiddenName = (name: string): boolean => FORBIDDEN_NAMES.has(name);

export const ID = /^[a-z0-9][a-z0-9-]{0,63}$/;
/** Whether a word can be an id: the same rule as `idSchema`, for what reads without schemas. */
export const isId = (word: unknown): word is string =>
  typeof word === 'string' && ID.test(word) && !isForbiddenName(word);
