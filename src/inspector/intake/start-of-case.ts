import { orNull } from '../../model/optional.ts';
import { type Draft, draftOf, newDraft } from '../../intake/draft.ts';
import type { Session } from '../state/session.ts';
import { dayHere } from './day-here.ts';
import type { KeptCase } from './kept-case.ts';
import { myCases } from './my-cases.ts';
import { readDraft } from './read-draft.ts';

/** What the sheet opens with. */
export interface StartOfCase {
  readonly draft: Draft;
  /** The case of the person's own that this is. */
  readonly keptAs: KeptCase | null;
}

export const freshStart = (): StartOfCase => ({ draft: newDraft('case.yaml', dayHere()), keptAs: null });

/** A case that was left in the middle; `null` where there is none, or where it was played or kept since. */
export function halfTold(): KeptCase | null {
  const draft = myCases().draft;
  return draft && draft.done !== true && readDraft(draft.draft) ? draft : null;
}

export const startWith = (kept: KeptCase): StartOfCase => ({
  draft: readDraft(kept.draft) ?? freshStart().draft,
  keptAs: null,
});

/** The cards of what is open in the page: as they were answered where that is known, else as its file says. */
export async function startFromOpen(session: Session): Promise<StartOfCase> {
  const { store } = session.getSnapshot();
  const shown = store?.getSnapshot();
  if (!shown) return freshStart();
  if (Object.keys(shown.changes).length > 0) return { draft: draftOf(shown.scenario), keptAs: null };
  const text = await session.text();
  const cases = myCases();
  const keptAs = orNull(cases.getSnapshot().cases.find((one) => one.text === text));
  const draft = cases.draft;
  const told = keptAs ?? (draft?.text === text ? draft : null);
  return { draft: (told && readDraft(told.draft)) ?? draftOf(shown.scenario), keptAs };
}
