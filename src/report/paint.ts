import type { Fate } from '../model/fates.ts';

/** Colours for a terminal, or none. Every colour has a word or a sign beside it. */
export interface Paint {
  readonly title: (text: string) => string;
  readonly heading: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
  readonly bad: (text: string) => string;
  readonly warm: (text: string) => string;
  readonly cool: (text: string) => string;
}

const same = (text: string): string => text;
const sgr =
  (open: number, close: number) =>
  (text: string): string =>
    `\u001B[${open}m${text}\u001B[${close}m`;

export const PLAIN: Paint = { title: same, heading: same, faint: same, good: same, bad: same, warm: same, cool: same };
export const COLOURED: Paint = {
  title: sgr(1, 22),
  heading: (text) => sgr(1, 22)(sgr(36, 39)(text)),
  faint: sgr(2, 22),
  good: sgr(32, 39),
  bad: sgr(31, 39),
  warm: sgr(33, 39),
  cool: sgr(34, 39),
};

/** A sign for each fate, one column wide, so that no meaning hangs on colour alone. */
export const FATE_SIGNS: Readonly<Record<Fate, { readonly sign: string; readonly paint: keyof Paint }>> = {
  restored: { sign: '✓', paint: 'good' },
  'downloaded-again': { sign: '↓', paint: 'good' },
  synced: { sign: '⇄', paint: 'cool' },
  pending: { sign: '…', paint: 'warm' },
  excluded: { sign: '✗', paint: 'bad' },
  'never-in-backup': { sign: '○', paint: 'faint' },
  'lost-at-erase': { sign: '†', paint: 'bad' },
  'not-downloaded': { sign: '–', paint: 'bad' },
  unknown: { sign: '?', paint: 'warm' },
};
