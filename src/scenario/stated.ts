import type { Plain } from './scenario.ts';

/** A list of parts as a file states it; one that the file leaves out has none. */
export function listIn(stated: unknown, key: string): readonly Plain[] {
  const list = typeof stated === 'object' && stated !== null ? (stated as Plain)[key] : undefined;
  return Array.isArray(list) ? (list as readonly Plain[]) : [];
}
