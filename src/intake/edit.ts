import type { Json } from '../model/canonical.ts';
import { InputError } from '../model/problem.ts';
import { UNNAMED_ACCOUNT } from '../model/account-names.ts';
import type { Draft, Finding } from './draft.ts';
import { type JsonGroup, type JsonPath, nameOfPart, valueAt } from './json.ts';
import { addTile, listOf, type PartList, withList, withoutItems } from './parts.ts';
import { caseViewOf } from './case-view.ts';
import { DONT_KNOW, type SaidAnswer } from './question.ts';
import { questionNamed } from './questions.ts';
import { setAt } from './questions/at-path.ts';

/** One change of a draft. */
export type DraftChange =
  /** An answer; `unknown` is “I don't know”, and `null` takes back what was said. */
  | { readonly question: string; readonly answer: SaidAnswer | null }
  /** Any place of a scenario file, by keys and by the ids or places of parts; no value takes it out. */
  | { readonly path: JsonPath; readonly value?: Json }
  /** One more of what a tile stands for, also where there is one already. */
  | { readonly addTile: string }
  | { readonly add: Exclude<PartList, 'items'>; readonly part: { readonly id: string; readonly [key: string]: Json } }
  | { readonly remove: PartList; readonly id: string }
  /** Whether what nobody has said is not known, or as a file leaves it that does not say it. */
  | { readonly basis: Draft['basis'] }
  /** What the customer sees of an item on the phone; `null` where they have not looked. */
  | { readonly item: string; readonly found: Finding | null };

/** The draft with one change. Throws an InputError for a question or place that there is not. */
export function edit(draft: Draft, change: DraftChange): Draft {
  if ('question' in change) return answered(draft, change.question, change.answer);
  if ('path' in change) return setAt(draft, change.path, change.value);
  if ('addTile' in change) return addTile(draft, change.addTile);
  if ('add' in change) return added(draft, change.add, change.part);
  if ('remove' in change) return removed(draft, change.remove, change.id);
  if ('basis' in change) return { ...draft, basis: change.basis };
  const { [change.item]: _before, ...found } = draft.found;
  return { ...draft, found: change.found === null ? found : { ...found, [change.item]: change.found } };
}

function answered(draft: Draft, id: string, answer: SaidAnswer | null): Draft {
  const { row, part } = questionNamed(draft, id);
  const others = draft.notKnown.filter((each) => each !== id);
  const asked = { ...draft, notKnown: others };
  if (answer === null) return row.write(asked, part, undefined);
  if (answer !== DONT_KNOW) return row.write(asked, part, answer);
  const view = caseViewOf(asked);
  if ('says' in row.open(view, part)) return row.write(asked, part, DONT_KNOW);
  return { ...row.write(asked, part, undefined), notKnown: [...others, id].toSorted() };
}

function added(draft: Draft, list: PartList, part: Json): Draft {
  const parts = list === 'accounts' ? accountsOf(draft) : listOf(draft.stated, list);
  const name = nameOfPart(part);
  if (parts.some((other) => nameOfPart(other) === name))
    throw new InputError([{ file: draft.id, message: `there is one called “${name}” already` }]);
  return withList(draft, list, [...parts, part as { readonly [key: string]: Json }]);
}

/** Whoever adds an account has the customer's own beside it, which stands first and goes without saying until then. */
const accountsOf = ({ stated }: Draft): readonly JsonGroup[] =>
  valueAt(stated, ['world', 'accounts']) === undefined ? [{ id: UNNAMED_ACCOUNT }] : listOf(stated, 'accounts');

function removed(draft: Draft, list: PartList, id: string): Draft {
  if (list === 'items') return withoutItems(draft, (item) => nameOfPart(item) === id);
  return withList(
    draft,
    list,
    listOf(draft.stated, list).filter((part) => nameOfPart(part) !== id),
  );
}
