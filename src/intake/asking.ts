import { caseViewOf } from './case-view.ts';
import type { Draft } from './draft.ts';
import type { CaseQuestion } from './question.ts';
import { type AskedQuestion, askedIn, stateOf } from './questions.ts';
import { taken } from './taken.ts';

const told = ({ row, part }: AskedQuestion): string => row.ask.replaceAll('%', part.name);

/** Every question that this case calls for, in the order of the cards, with how it stands. */
export function questionsOf(draft: Draft): readonly CaseQuestion[] {
  const said = caseViewOf(draft);
  const { view } = taken(draft);
  return askedIn(view).map((asked) => ({
    id: asked.id,
    card: asked.row.card,
    ask: told(asked),
    kind: asked.row.kind,
    options: asked.row.options(view, asked.part),
    ...stateOf(asked, said),
    about: asked.part.key === '' ? null : asked.part.key,
  }));
}
