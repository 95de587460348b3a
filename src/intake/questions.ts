import { splitAt } from '../model/optional.ts';
import { InputError } from '../model/problem.ts';
import { caseViewOf, type CaseView } from './case-view.ts';
import type { Draft } from './draft.ts';
import { type CasePart, type CaseQuestion, DONT_KNOW, type QuestionRow } from './question.ts';
import { ACCOUNT_QUESTIONS } from './questions/accounts.questions.ts';
import { BACKUP_QUESTIONS } from './questions/backups.questions.ts';
import { COURSE_QUESTIONS } from './questions/course.questions.ts';
import { ITEM_QUESTIONS } from './questions/items.questions.ts';
import { PHONE_QUESTIONS } from './questions/phones.questions.ts';
import { SWITCH_QUESTIONS } from './questions/switches.questions.ts';

const ROWS: readonly QuestionRow[] = [
  ...PHONE_QUESTIONS,
  ...BACKUP_QUESTIONS,
  ...ITEM_QUESTIONS,
  ...SWITCH_QUESTIONS,
  ...ACCOUNT_QUESTIONS,
  ...COURSE_QUESTIONS,
];

/** A row, and the part of this case that it asks about. */
export interface AskedQuestion {
  readonly id: string;
  readonly row: QuestionRow;
  readonly part: CasePart;
}

const NOBODY: CasePart = { key: '', name: '' };
const WHOLE: readonly CasePart[] = [NOBODY];

/** Every question that is asked in a case as it stands. */
export const askedIn = (view: CaseView): readonly AskedQuestion[] =>
  ROWS.flatMap((row) =>
    (row.parts?.(view) ?? WHOLE)
      .filter((part) => !row.asked || row.asked(view, part))
      .map((part) => ({ id: row.id.replace('%', part.key), row: asAsked(row, view), part })),
  );

/** Nobody has a new phone whose own phone was erased or repaired. */
const asAsked = (row: QuestionRow, { draft }: CaseView): QuestionRow =>
  draft.oldPhone.same === 'yes' ? { ...row, ask: row.ask.replace('the new ', 'the ') } : row;

/** A question by its id, also where it is not asked just now. Throws an InputError for one that there is not. */
export function questionNamed(draft: Draft, id: string): AskedQuestion {
  const asked = askedIn(caseViewOf(draft)).find((each) => each.id === id);
  if (asked) return asked;
  for (const row of ROWS) {
    const [before, behind] = splitAt(row.id, '%');
    if (row.id === id) return { id, row, part: NOBODY };
    if (behind === undefined || !id.startsWith(before) || !id.endsWith(behind)) continue;
    const key = id.slice(before.length, id.length - behind.length);
    return { id, row, part: { key, name: key } };
  }
  throw new InputError([{ file: draft.id, message: `there is no question “${id}”` }]);
}

/** How a question stands in a draft: `view` tells what is asked, the draft what has been said. */
export function stateOf({ id, row, part }: AskedQuestion, said: CaseView): Pick<CaseQuestion, 'state' | 'answer'> {
  const answer = row.read(said, part);
  if (answer === DONT_KNOW || said.draft.notKnown.includes(id)) return { state: 'not-known', answer: null };
  if (answer !== undefined) return { state: 'answered', answer };
  return { state: said.draft.basis === 'call' ? row.unasked : 'usual', answer: null };
}
