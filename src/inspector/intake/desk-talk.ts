import type { CaseAnswerOrProblems } from '../../intake/answer.ts';
import type { Deciding } from '../../intake/deciding.ts';
import type { Draft } from '../../intake/draft.ts';

/** What the sheet asks of its threads. `n` numbers the drafts. */
export interface DeskAsked {
  readonly kind: 'answer' | 'decide';
  readonly n: number;
  readonly draft: Draft;
}

/** What they say. */
export type DeskSaid =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answered'; readonly n: number; readonly answer: CaseAnswerOrProblems }
  | { readonly kind: 'decided'; readonly n: number; readonly deciding: Deciding }
  | { readonly kind: 'failed'; readonly n: number; readonly says: string };
