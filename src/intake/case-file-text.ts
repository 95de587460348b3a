import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { takenForSo } from './answer.ts';
import { plainOf } from './case-scenario.ts';
import type { Draft } from './draft.ts';
import type { JsonGroup } from './json.ts';
import { leastStated } from './least-stated.ts';
import { taken } from './taken.ts';

/** Lines as long as those of the files in the house. */
const FORM = { lineWidth: 180, flowCollectionPadding: true } as const;

/**
 * The draft as the text of a scenario file that plays to the same: only what differs from what holds anyway, and under
 * `why` what a file has no word for, how the case is taken where something is not known.
 */
export function yamlOf(draft: Draft): string {
  const how = taken(draft);
  const document = new Document(leastStated(withOpenQuestions(plainOf(how), draft, how)));
  visit(document, {
    Seq: (_key, list) => {
      if (list.items.every((part) => isScalar(part))) list.flow = true;
    },
    // A part stands in one line, as files of the house have it.
    Map: (_key, map, path) => {
      if (path.some((node) => isSeq(node)) || map.items.every(({ value }) => !isMap(value) && !isSeq(value)))
        map.flow = path.length > 2;
    },
  });
  return document.toString(FORM);
}

function withOpenQuestions(plain: JsonGroup, { stated }: Draft, how: ReturnType<typeof taken>): JsonGroup {
  const open = how.open.flatMap((each) => takenForSo(each, how));
  if (open.length === 0 || stated['why'] !== undefined) return plain;
  const words = open.map(({ ask, words: answer }) => `${ask} ${answer}.`).join(' ');
  return { ...plain, why: `${String(plain['why'])} Not known, and taken to be so: ${words}` };
}
