import { Document, isMap, isSeq } from 'yaml';

/** Lists whose parts each stand on a line of their own, as people write them. */
const ON_ONE_LINE = ['accounts', 'backups', 'items'] as const;
const IN_BRACES = ['device', 'services'] as const;
/** Longer lines than that are broken by the writer of YAML, in the middle of an item. */
const NO_LIMIT = 0;

/** A scenario as the text of its file: what its parts say, each on a line. */
export function scenarioText(stated: Readonly<Record<string, unknown>>): string {
  const document = new Document(stated);
  for (const key of ON_ONE_LINE) {
    const list = document.getIn(['world', key]);
    if (isSeq(list)) for (const part of list.items) if (isMap(part)) part.flow = true;
  }
  for (const key of IN_BRACES) {
    const part = document.getIn(['world', key]);
    if (isMap(part)) for (const { value } of part.items) if (isMap(value)) value.flow = true;
  }
  return document.toString({ lineWidth: NO_LIMIT, flowCollectionPadding: true });
}
