import { isPlainData, type Plain } from './scenario.ts';

/** A list of parts as a file states it; one that the file leaves out has none. */
export function listIn(stated: unknown, key: string): readonly Plain[] {
  const list = isPlainData(stated) ? stated[key] : undefined;
  return Array.isArray(list) ? (list as readonly Plain[]) : [];
}
