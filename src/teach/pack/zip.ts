import { strToU8, zipSync, type Zippable } from 'fflate';

/** As the fields of a clock at any place: a ZIP knows no time zone, and holds nothing older. */
const STAMP = '1980-01-01T12:00:00';

/** A ZIP whose bytes are decided by names and texts alone. */
export function zipped(files: Readonly<Record<string, string>>): Uint8Array {
  const held: Zippable = Object.fromEntries(
    Object.entries(files)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, text]) => [name, strToU8(text)]),
  );
  return zipSync(held, { level: 9, mtime: STAMP });
}
