import type { Fate } from '../model/fates.ts';
import { CONTROL } from './layout.ts';

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

/** The codes of a terminal that paints use. */
const CODES = [1, 2, 22, 31, 32, 33, 34, 36, 39] as const;
type Code = (typeof CODES)[number];
/** First of the code points that are no characters: no text holds them, so they can stand for codes until the end. */
const FIRST_MARK = 0xfdd0;
const MARK = /[\uFDD0-\uFDEF]/g;
const mark = (code: Code): string => String.fromCharCode(FIRST_MARK + CODES.indexOf(code));
const paintWith =
  (open: Code, close: Code) =>
  (text: string): string =>
    mark(open) + text + mark(close);

/**
 * A text as it goes to a terminal: nothing in it can move the cursor, and colours are only those that were painted.
 * The last step of every output: what was painted is marked until here, so that nothing else can look like it.
 */
export const forTerminal = (text: string, coloured: boolean): string =>
  text.replaceAll(CONTROL, '\uFFFD').replaceAll(MARK, (found) => {
    const code = CODES[found.charCodeAt(0) - FIRST_MARK];
    return coloured && code !== undefined ? `\u001B[${code}m` : '';
  });

export const PLAIN: Paint = { title: same, heading: same, faint: same, good: same, bad: same, warm: same, cool: same };
export const COLOURED: Paint = {
  title: paintWith(1, 22),
  heading: (text) => paintWith(1, 22)(paintWith(36, 39)(text)),
  faint: paintWith(2, 22),
  good: paintWith(32, 39),
  bad: paintWith(31, 39),
  warm: paintWith(33, 39),
  cool: paintWith(34, 39),
};

/** A sign for each fate, one column wide, so that no meaning hangs on colour alone. */
export const FATE_SIGNS: Readonly<Record<Fate, { readonly sign: string; readonly paint: keyof Paint }>> = {
  restored: { sign: '✓', paint: 'good' },
  'downloaded-again': { sign: '↓', paint: 'good' },
  synced: { sign: '⇄', paint: 'cool' },
  'never-left': { sign: '=', paint: 'good' },
  'of-no-use': { sign: '!', paint: 'warm' },
  pending: { sign: '…', paint: 'warm' },
  excluded: { sign: '✗', paint: 'bad' },
  'never-in-backup': { sign: '○', paint: 'faint' },
  'lost-at-erase': { sign: '†', paint: 'bad' },
  'lost-later': { sign: '×', paint: 'bad' },
  'not-downloaded': { sign: '–', paint: 'bad' },
  unknown: { sign: '?', paint: 'warm' },
};
