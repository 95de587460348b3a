import { isBinaryPlist, type PlistDict, type PlistValue, readBinaryPlist } from './binary-plist.ts';
import { InputError } from '../model/problem.ts';
import { isPlistDict } from './plist-parts.ts';
import { readXmlPlist } from './xml-plist.ts';

/** Reads a property list in either form. Throws an InputError that names `file`. */
export function readPlist(bytes: Uint8Array, file: string): PlistValue {
  return isBinaryPlist(bytes) ? readBinaryPlist(bytes, file) : readXmlPlist(bytes, file);
}

/** The dictionary that each plist of a backup is. */
export function readPlistDict(bytes: Uint8Array, file: string): PlistDict {
  const value = readPlist(bytes, file);
  if (isPlistDict(value)) return value;
  throw new InputError([{ file, message: 'it holds a value where names with values are expected' }]);
}
