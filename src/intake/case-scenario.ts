import { InputError, type Problem } from '../model/problem.ts';
import type { Complaint } from '../scenario/complaint.ts';
import { scenarioFrom } from '../scenario/scenario-from.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { CaseView } from './case-view.ts';
import type { Draft } from './draft.ts';
import { type JsonGroup, isGroup, isList, nameOfPart } from './json.ts';
import { askedIn } from './questions.ts';
import { taken, type CaseTaken, withOldPhone } from './taken.ts';

/** What is wrong with a case, at the question that it belongs to; `null` where no question asks for it. */
export interface CaseProblem extends Pick<Problem, 'message' | 'advice'> {
  readonly question: string | null;
  /** Where it stands in a file, such as `world.backups.0.made`. */
  readonly path: string;
}

/** A scenario, or why none can be made of the draft. */
export type CaseScenario =
  | { readonly ok: true; readonly scenario: Scenario; readonly taken: CaseTaken }
  | { readonly ok: false; readonly problems: readonly CaseProblem[]; readonly taken: CaseTaken };

/** A title that nobody has given. */
const UNTITLED = 'A customer’s case';
const WHY = 'A case as a customer told it.';

/** The file of a draft as plain data: with what is taken for so while questions are open. */
export function plainOf({ draft }: CaseTaken): JsonGroup {
  const stated = withOldPhone(draft);
  return { title: UNTITLED, why: WHY, ...stated };
}

/** The scenario that a draft tells, by the loader that every scenario goes through. */
export function scenarioOf(draft: Draft): CaseScenario {
  const how = taken(draft);
  let problems: readonly CaseProblem[] = [];
  try {
    const scenario = scenarioFrom(plainOf(how), draft.id, (complaints) => {
      problems = complaints.map((complaint) => problemOf(how.view, complaint));
      return complaints.map(({ message }) => ({ file: draft.id, message }));
    });
    return { ok: true, scenario, taken: how };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { ok: false, problems, taken: how };
  }
}

/** The question whose place a complaint speaks of: the one that asks for most of the path. */
export function problemOf(view: CaseView, { path, message, advice }: Omit<Complaint, 'at' | 'quotes'>): CaseProblem {
  const named = namedPath(view.stated, path);
  let best: { readonly id: string; readonly depth: number } | undefined;
  for (const { id, row, part } of askedIn(view))
    for (const place of row.paths(view, part)) {
      if (!place.every((step, depth) => String(step) === named[depth])) continue;
      if (best === undefined || place.length > best.depth) best = { id, depth: place.length };
    }
  return {
    question: best === undefined ? null : best.id,
    path: path.map(String).join('.'),
    message,
    ...(advice === undefined ? {} : { advice }),
  };
}

/** A path whose places in lists are told by the names of what stands there. */
function namedPath(stated: JsonGroup, path: readonly PropertyKey[]): readonly string[] {
  let at: unknown = stated;
  return path.map((step) => {
    const here = at as JsonGroup[string];
    const next = isList(here) ? here[Number(step)] : isGroup(here) ? here[String(step)] : undefined;
    at = next;
    return isList(here) && next !== undefined ? (nameOfPart(next) ?? String(step)) : String(step);
  });
}
