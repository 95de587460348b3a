import type { Problem } from '../model/problem.ts';

/** Where a value or key of a file stands. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

const MAX_LINE_SHOWN = 400;

export function lineOfText(text: string, line: number): string {
  let start = 0;
  for (let n = 1; n < line; n += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return text
    .slice(start, end === -1 ? undefined : end)
    .replace(/\r$/, '')
    .slice(0, MAX_LINE_SHOWN);
}

/** A problem with the place and the words of the line it stands in. */
export const problemAt = (
  file: string,
  text: string,
  { line, column }: Position,
  message: string,
  advice?: string,
): Problem => ({
  file,
  line,
  column,
  excerpt: lineOfText(text, line),
  message,
  ...(advice === undefined ? {} : { advice }),
});

/** Problems of one file in the order in which they stand there; those without a place first. */
export const byPlace = (a: Problem, b: Problem): number =>
  placeIn(a.line) - placeIn(b.line) || placeIn(a.column) - placeIn(b.column);
const placeIn = (place: number | undefined): number => place ?? 0;
