/**
 * Words that every object of the language answers to. No key of a file and no id is one of them, at any door: what
 * plays under a name can be written down under it and read again.
 */
const FORBIDDEN_NAMES: ReadonlySet<string> = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype']);

export const isForbiddenName = (name: string): boolean => FORBIDDEN_NAMES.has(name);
