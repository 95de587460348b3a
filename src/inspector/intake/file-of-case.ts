import { yamlOf } from '../../intake/case-file-text.ts';
import type { Draft } from '../../intake/draft.ts';
import { caseFileName } from './case-file-name.ts';
import { titleOfCase } from './case-title.ts';

/** The case as a file, called by what it is about where nobody has given it a title. */
export function fileOfCase(draft: Draft, title = titleOfCase(draft)) {
  const text = yamlOf({ ...draft, stated: { ...draft.stated, title } });
  return { title, name: caseFileName(title), text };
}
