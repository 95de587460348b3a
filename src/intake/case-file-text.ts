import { Document, isMap, isSeq } from 'yaml';
import type { Draft } from './draft.ts';
import { plainOf } from './case-scenario.ts';
import { taken } from './taken.ts';

/** The draft as the text of a scenario file that plays to the same. */
export function yamlOf(draft: Draft): string {
  const document = new Document(plainOf(taken(draft)));
  const script = document.get('script');
  if (isSeq(script)) for (const entry of script.items) if (isMap(entry)) entry.flow = true;
  return document.toString({ lineWidth: 110, flowCollectionPadding: true });
}
