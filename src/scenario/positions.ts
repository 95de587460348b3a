import { type Document, isAlias, isMap, isPair, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';
import type { Problem } from '../model/problem.ts';

/** Where a value or key of a YAML document stands. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** The place of a path in the document: its key for an unknown key, the parent's for a missing part. */
export function positionOf(
  document: Document,
  counter: LineCounter,
  path: readonly PropertyKey[],
  at: 'value' | 'key' = 'value',
): Position {
  let node: unknown = document.contents;
  let found: Node | null = document.contents;
  for (const [depth, step] of path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const last = depth === path.length - 1;
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find(
        (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
      );
      if (!pair) break;
      const key = pair.key as Node;
      found = last && at === 'key' ? key : ((pair.value as Node | null) ?? key);
      node = pair.value;
    } else if (isSeq(node)) {
      const child = node.items[Number(step)] as Node | undefined;
      if (!child) break;
      found = child;
      node = child;
    } else break;
  }
  const offset = found?.range?.[0] ?? 0;
  const { line, col } = counter.linePos(offset);
  return { line: Math.max(1, line), column: Math.max(1, col) };
}

export function lineOfText(text: string, line: number): string {
  let start = 0;
  for (let n = 1; n < line; n += 1) start = text.indexOf('\n', start) + 1;
  const end = text.indexOf('\n', start);
  return text
    .slice(start, end === -1 ? undefined : end)
    .replace(/\r$/, '')
    .slice(0, 400);
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
