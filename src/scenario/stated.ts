import type { Plain } from './scenario.ts';

/** A list of parts as a file states it; one that the file leaves out, or states as something else, has none. */
export function listIn(stated: unknown, key: string): readonly Plain[] {
  const list = (stated as Plain | null | undefined)?.[key];
  return Array.isArray(list) ? (list as readonly Plain[]) : [];
}
