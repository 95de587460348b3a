import { must } from '../model/must.ts';

/** Text laid out in columns of a terminal. Widths count columns, not characters. */

/** What moves a cursor or turns a line round; line ends and tabs are not among them. */
// eslint-disable-next-line no-control-regex
export const CONTROL = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069]/g;
/** Code points that are no characters: paints mark with them what is coloured at the end. */
const NO_CHARACTER = /[\uFDD0-\uFDEF]/g;
const COMBINING = /^[\p{M}\p{Cf}\uFDD0-\uFDEF]$/u;
const WIDE = new RegExp(
  String.raw`^[\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6` +
    String.raw`\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]$`,
  'u',
);
/** A foreign text without characters that could move the cursor, change colours or turn the line round. */
export const sanitise = (text: string): string =>
  text
    .replaceAll(/[\t\r\n]+/g, ' ')
    .replaceAll(CONTROL, '\uFFFD')
    .replaceAll(NO_CHARACTER, '\uFFFD');

/**
 * Below U+0300, and among the signs from quotation marks to arrows and lines, every character takes one column. Nearly
 * every text here is of these alone, and then its length is its width.
 */
// eslint-disable-next-line no-control-regex
const NARROW = /^[\u0000-\u02FF\u2010-\u25FF]*$/;

const widthOfCharacter = (character: string): number =>
  NARROW.test(character) ? 1 : COMBINING.test(character) ? 0 : WIDE.test(character) ? 2 : 1;

/** Columns that a text takes; colours take none. */
export function widthOf(text: string): number {
  if (NARROW.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += widthOfCharacter(character);
  return width;
}

/** The text, or its beginning and `…` when it is wider. */
export function clip(text: string, width: number): string {
  if (widthOf(text) <= width) return text;
  let kept = '';
  let used = 0;
  for (const character of text) {
    used += widthOfCharacter(character);
    if (used > width - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

export const padEnd = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)));
export const padStart = (text: string, width: number): string => ' '.repeat(Math.max(0, width - widthOf(text))) + text;

/** Words broken into lines; words longer than a line are cut. */
export function wrap(text: string, width: number): [string, ...string[]] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  const add = (word: string, columns: number): void => {
    const goesOn = line !== '' && used + 1 + columns <= width;
    if (!goesOn && line !== '') lines.push(line);
    line = goesOn ? `${line} ${word}` : word;
    used = goesOn ? used + 1 + columns : columns;
  };
  const isNarrow = NARROW.test(text);
  for (const word of text.split(/\s+/)) {
    if (word === '') continue;
    const columns = isNarrow ? word.length : widthOf(word);
    if (columns <= width) add(word, columns);
    else for (const part of cut(word, width)) add(part, widthOf(part));
  }
  const [first, ...rest] = [...lines, line];
  return [must(first, 'a first line'), ...rest];
}

function cut(word: string, width: number): string[] {
  const parts = [''];
  for (const character of word) {
    const last = must(parts.at(-1), 'the last part of a word');
    if (widthOf(last) + widthOfCharacter(character) <= width) parts[parts.length - 1] = last + character;
    else parts.push(character);
  }
  return parts;
}

/** A paragraph with a first prefix and a hanging indent below it. */
export function hangingIndent(prefix: string, text: string, width: number): [string, ...string[]] {
  const indent = ' '.repeat(widthOf(prefix));
  const [first, ...rest] = wrap(text, Math.max(20, width - indent.length));
  return [prefix + first, ...rest.map((line) => indent + line)];
}

export interface Column {
  readonly title: string;
  readonly align?: 'right';
  /** A column that may be narrowed; the others keep the width of their widest cell. */
  readonly gives?: true;
}

/** Narrowest that a giving column becomes. */
const NARROWEST = 8;

/** A table as lines: header, rule, rows. Wide cells of giving columns are clipped so that it fits. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], width: number): string[] {
  const widths = columns.map(({ title }, index) =>
    rows.reduce((most, row) => Math.max(most, widthOf(must(row[index], 'a cell of a table'))), widthOf(title)),
  );
  const widthAt = (index: number): number => must(widths[index], 'the width of a column');
  const gap = 2;
  let over = widths.reduce((sum, each) => sum + each, gap * (columns.length - 1)) - width;
  while (over > 0) {
    const widest = columns.reduce(
      (best, { gives }, index) => (gives && widthAt(index) > (best < 0 ? NARROWEST : widthAt(best)) ? index : best),
      -1,
    );
    if (widest < 0) break;
    widths[widest] = widthAt(widest) - 1;
    over -= 1;
  }
  const lay = (cells: readonly string[]): string =>
    columns
      .map(({ align }, index) => {
        const room = widthAt(index);
        const cell = must(cells[index], 'a cell of a table');
        const text = widthOf(cell) > room ? clip(cell, room) : cell;
        return align === 'right' ? padStart(text, room) : padEnd(text, room);
      })
      .join(' '.repeat(gap))
      .trimEnd();
  return [
    lay(columns.map(({ title }) => title)),
    widths.map((each) => '─'.repeat(each)).join(' '.repeat(gap)),
    ...rows.map(lay),
  ];
}
