import { type Fate, FATES, fateOn, type Gate, type Outcome } from '../model/fates.ts';
import { outcomeOn } from '../model/on-way.ts';
import { InputError, type Problem } from '../model/problem.ts';
import { UNKNOWN } from '../rulebook/facts/fact.ts';
import { askOn } from '../rulebook/facts/ask-on.ts';
import type { FactId } from '../rulebook/facts/facts.ts';
import { itemConditions, listConditions } from '../insight/what-if/conditions.ts';
import { findItem } from '../insight/explain/find-item.ts';
import { categoryOf } from '../rulebook/case/case-file.ts';
import type { ItemView } from '../report/item-view.ts';
import { itemViews } from '../report/item-view.ts';
import { routeTaken } from '../run/route-taken.ts';
import { play, type PlayOptions, type Run } from '../run/play.ts';
import { ScriptError } from '../run/script-error.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { type CaseProblem, problemOf, scenarioOf } from './case-scenario.ts';
import { type Draft, type Finding, findingOf } from './draft.ts';
import { wordsOfEntry } from './happenings.ts';
import { type JsonPath, valueAt } from './json.ts';
import type { SaidAnswer } from './question.ts';
import { askedIn } from './questions.ts';
import type { OpenQuestionOfCase, CaseTaken } from './taken.ts';

/** The four heaps of an answer. */
export const ENDS = ['comes', 'does-not', 'waits', 'depends'] as const;
export type CaseEnd = (typeof ENDS)[number];

/** What becomes of one item, as far as is known. */
export interface AnsweredItem {
  readonly id: string;
  readonly title: string;
  readonly count: number;
  readonly bytes: number;
  readonly end: CaseEnd;
  readonly fate: Fate | null;
  /** The fate in a word: “Restored”. */
  readonly word: string;
  readonly gate: Gate | null;
  readonly rule: string | null;
  /** One sentence: why. No rule is told as a fact of an item that depends. */
  readonly says: string;
  /** One sentence to say to the customer. */
  readonly customer: string;
  /** The questions that it hangs on; empty unless it depends. */
  readonly dependsOn: readonly string[];
  /** What to ask where it depends, in words. */
  readonly ask: string | null;
  readonly found: Finding | null;
  /** Whether what the customer finds is what was to be expected; `null` where they have not looked or it is open. */
  readonly agrees: boolean | null;
}

/** How a case is taken where a question is open and the world has no word for “not known”. */
export interface TakenForSo {
  readonly question: string;
  readonly ask: string;
  readonly answer: SaidAnswer;
  readonly words: string;
}

export interface CaseAnswer {
  readonly ok: true;
  readonly outcome: Outcome;
  readonly outcomeWord: string;
  readonly outcomeMeans: string;
  /** Equal to that of a run of the draft's file. */
  readonly fingerprint: string;
  readonly items: readonly AnsweredItem[];
  readonly counts: Readonly<Record<CaseEnd, number>>;
  /** Nothing of this has been said: what follows from the other answers is told by `decidingOf`. */
  readonly takenForSo: readonly TakenForSo[];
}
export type CaseAnswerOrProblems = CaseAnswer | { readonly ok: false; readonly problems: readonly CaseProblem[] };

/** A played draft. */
export interface PlayedCase {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly taken: CaseTaken;
}
export type PlayedOrProblems =
  | { readonly ok: true; readonly played: PlayedCase }
  | { readonly ok: false; readonly problems: readonly CaseProblem[] };

/** Plays a draft as it is taken. */
export function playCase(draft: Draft, digest?: PlayOptions['digest']): PlayedOrProblems {
  const made = scenarioOf(draft);
  // Plain data alone: it goes from thread to thread.
  if (!made.ok) return { ok: false, problems: made.problems };
  try {
    const run = play(made.scenario, { digest });
    return { ok: true, played: { scenario: made.scenario, run, taken: made.taken } };
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const path = error instanceof ScriptError ? error.path : ['script'];
    return { ok: false, problems: error.problems.map((problem) => scriptProblem(made.taken, path, problem)) };
  }
}

/** What a tile of the course says is refused in the words of the tile; the phone's own acts are for the machinery. */
function scriptProblem({ view }: CaseTaken, path: readonly PropertyKey[], { message, advice }: Problem): CaseProblem {
  const words = path.length === 2 ? wordsOfEntry(view, valueAt(view.stated, path as JsonPath)) : undefined;
  return problemOf(
    view,
    words === undefined
      ? { path, message, ...(advice === undefined ? {} : { advice }) }
      : {
          path,
          message: `“${words}” cannot have happened in this case`,
          advice: 'Leave it out, or change what it needs.',
        },
  );
}

/**
 * What comes, what does not, what waits and what depends: one play. What is open and has a word for it in the world
 * makes an item depend at once; for the rest the answer says how the case is taken, and `refined` by `decidingOf` it
 * says what hangs on it.
 */
export function answerOf(draft: Draft, digest?: PlayOptions['digest']): CaseAnswerOrProblems {
  const result = playCase(draft, digest);
  return result.ok ? answerOfPlayed(result.played) : result;
}

export function answerOfPlayed({ scenario, run, taken }: PlayedCase): CaseAnswer {
  const { world } = scenario;
  const route = routeTaken(world, run.journal.lines);
  const views = itemViews(world.items, run.ledger.rows, route);
  const hangsOn = questionsBehind(scenario, taken);
  const items = views.map((view) => answeredItem(view, findingOf(taken.draft, view.id), hangsOn));
  const { word, means } = outcomeOn(route, run.outcome);
  return {
    ok: true,
    outcome: run.outcome,
    outcomeWord: word,
    outcomeMeans: means,
    fingerprint: run.fingerprints.outcome,
    items,
    counts: countsOf(items),
    takenForSo: taken.open.flatMap((open) => takenForSo(open, taken)),
  };
}

export const countsOf = (items: readonly AnsweredItem[]): Readonly<Record<CaseEnd, number>> => {
  const counts: Record<CaseEnd, number> = { comes: 0, 'does-not': 0, waits: 0, depends: 0 };
  for (const { end } of items) counts[end] += 1;
  return counts;
};

/** The heap that a fate belongs to. What is still on its way waits. */
export const endOfFate = (fate: Fate | null): CaseEnd => {
  if (fate === 'unknown') return 'depends';
  if (fate === null || fate === 'pending') return 'waits';
  return FATES[fate].works ? 'comes' : 'does-not';
};

function answeredItem(
  view: ItemView,
  found: Finding | null,
  hangsOn: (item: string, fact: FactId) => readonly string[],
): AnsweredItem {
  const { id, title, count, bytes, fate, gate, rule, because, customer, row, route } = view;
  const end = endOfFate(fate);
  const depends = row.missing === null ? null : { ask: askOn(route, row.missing), on: hangsOn(id, row.missing) };
  return {
    id,
    title,
    count,
    bytes,
    end,
    fate,
    word: fate === null ? 'On the way' : fateOn(route, fate).word,
    gate,
    rule: depends ? null : rule,
    says: depends ? FATES.unknown.means : because,
    customer: depends ? depends.ask : customer,
    dependsOn: depends ? depends.on : [],
    ask: depends && depends.ask,
    found,
    agrees: agreesWith(found, fate),
  };
}

/** What still waits may be there or not. */
const agreesWith = (found: Finding | null, fate: Fate | null): boolean | null =>
  found === null || fate === null || !FATES[fate].closed ? null : (found === 'there') === FATES[fate].arrives;

/** Which questions stand behind a fact that is not given: those whose place in the file moves it. */
function questionsBehind(scenario: Scenario, { view }: CaseTaken): (item: string, fact: FactId) => readonly string[] {
  const byPath = new Map<string, string>();
  for (const { id, row, part } of askedIn(view))
    for (const path of row.paths(view, part)) byPath.set(path.slice(path[0] === 'world' ? 1 : 0).join('.'), id);
  let shared: ReturnType<typeof listConditions> | undefined;
  return (id, fact) => {
    const item = findItem(scenario, id);
    const { service } = categoryOf(item);
    const own = scenario.world.items.flatMap((other) =>
      other.id === id || (item.app !== undefined && other.app === item.app) ? [other.id] : [],
    );
    const open = [...itemConditions(scenario, new Set(own)), ...(shared ??= listConditions(scenario))].filter(
      (condition) =>
        condition.value === UNKNOWN &&
        condition.moves.includes(fact) &&
        (condition.service === undefined || condition.service === service),
    );
    return [...new Set(open.map(({ path }) => byPath.get(path)).filter((question) => question !== undefined))];
  };
}

export function takenForSo({ id, row, part, open }: OpenQuestionOfCase, { view }: CaseTaken): TakenForSo[] {
  if ('says' in open) return [];
  const [answer] = open.plays;
  if (answer === undefined) return [];
  const words = row.options(view, part).find(({ value }) => value === answer)?.words ?? answer;
  return [{ question: id, ask: row.ask.replaceAll('%', part.name), answer, words }];
}
