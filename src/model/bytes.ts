/** Sizes as people write them, decimal as phones show them: 1 kB is 1,000 bytes. */
const UNITS = { B: 1, kB: 1e3, KB: 1e3, MB: 1e6, GB: 1e9, TB: 1e12 } as const;
const SIZE = /^(\d+(?:\.\d+)?)\s*(B|kB|KB|MB|GB|TB)$/;

/** Largest size a scenario may state: 16 TB in bytes, above any iCloud plan or phone. */
export const MAX_SIZE_SIZE = 16e12;

/** Bytes of `38.6 GB`; `undefined` when the text is no size. */
export function parseBytes(text: string): number | undefined {
  const match = SIZE.exec(text.trim());
  if (!match?.[1] || !match[2]) return undefined;
  return Math.round(Number(match[1]) * UNITS[match[2] as keyof typeof UNITS]);
}

/** `38.6 GB`; no locale, at most one decimal. */
export function formatBytes(bytes: number): string {
  for (const [unit, size] of [
    ['TB', 1e12],
    ['GB', 1e9],
    ['MB', 1e6],
    ['kB', 1e3],
  ] as const) {
    if (bytes >= size) return `${String(Math.round((bytes / size) * 10) / 10)} ${unit}`;
  }
  return `${bytes} B`;
}

/** A cell of a table: a size that nobody gave is no size of 0. */
export const sizeCell = (bytes: number): string => (bytes === 0 ? '–' : formatBytes(bytes));
/** What follows a count: `, 38.6 GB`; nothing where nobody gave a size. */
export const andSize = (bytes: number): string => (bytes === 0 ? '' : `, ${formatBytes(bytes)}`);

/** `12,431`, the same in every locale. */
export const formatCount = (count: number): string => String(count).replaceAll(/\B(?=(\d{3})+$)/g, ',');

/** `1 file`, `12 files`. */
export const counted = (count: number, one: string): string => `${formatCount(count)} ${one}${count === 1 ? '' : 's'}`;
