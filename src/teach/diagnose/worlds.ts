import { must } from '../../model/must.ts';
import { type Route, ROUTES } from '../../model/kinds.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import { caseFileOf } from '../../run/case-file-of.ts';
import { ruleSpokenOf } from '../../run/ledger.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { bareScenario } from '../../insight/what-if/small-world.ts';
import type { Axis } from '../lesson.ts';
import type { CauseTable } from './cause-table.ts';
import { type Combination, combinationsOf, countCombinations } from './combinations.ts';
import { joined, playPacked } from './packed-play.ts';
import { canPack, packingOf } from './packing.ts';
import { type AskedAt, factsFor, isNotThere, type Seen, StoryReader } from './seen.ts';
import { changedOrNull, playOrNull } from './single-play.ts';

/** What a case of which the cause is looked for is made of. */
export interface DiagnoseSource {
  readonly scenario: Scenario;
  readonly vary: readonly Axis[];
  /** The item that the customer misses. */
  readonly item: string;
  /** The symptom: all of these are not there. */
  readonly notThere: readonly string[];
}

/** A world that shows the symptom. */
export interface SymptomWorld {
  /** What `vary` gives in it. */
  readonly changes: Changes;
  readonly weight: number;
  /** The rule that is the reason. */
  readonly cause: string;
  /** In the order of the questions. */
  readonly answers: readonly string[];
}

export interface CaseWorlds {
  /** Facts of which the answers differ, in the order of the table of facts. */
  readonly questions: readonly FactId[];
  /** The rules that decide in some world, in the order of the book: it says nothing of how often. */
  readonly causes: readonly string[];
  readonly worlds: readonly SymptomWorld[];
  /** All combinations, and those of them in which somebody would do what cannot be done. */
  readonly combinations: number;
  readonly impossible: number;
}

interface PlayedWorld extends Combination {
  readonly seen: Seen;
}

/** Plays every combination and keeps those that show the symptom. `packs: false` plays them one by one. */
export function worldsOf({ scenario: stated, vary, item, notThere }: DiagnoseSource, packs = true): CaseWorlds {
  const scenario = bareScenario(stated);
  const symptom = notThere.includes(item) ? notThere : [item, ...notThere];
  const category = must(
    scenario.world.items.find(({ id }) => id === item),
    `the item ${item}`,
  ).category;
  const facts = factsFor(caseFileOf(scenario.world), category, routesIn(scenario, vary));
  const packing = packingOf(scenario, item, vary);
  const own = combinationsOf([...packing.ofApp, ...packing.ofItems]);
  const played: PlayedWorld[] = [];
  let impossible = 0;
  for (const others of combinationsOf(packing.others)) {
    const here = changedOrNull(scenario, others.changes);
    const beside = packs && here !== null && canPack(here, packing) ? playPacked(here, packing) : null;
    if (beside) {
      const reader = new StoryReader(beside.run);
      impossible += beside.impossible.length;
      for (const { combination, idOf } of beside.worlds)
        if (symptom.every((id) => isNotThere(reader.row(idOf(id)))))
          played.push({ ...joined(others, combination), seen: reader.see(idOf(item), facts) });
    }
    for (const combination of beside ? beside.apart : own) {
      const together = joined(others, combination);
      const seen = playAlone(scenario, together, item, symptom, facts);
      if (seen === null) impossible += 1;
      else if (seen !== 'there') played.push({ ...together, seen });
    }
  }
  return { ...tabled(played, facts), combinations: countCombinations(vary), impossible };
}

/** `null`: no world; `there`: without the symptom. */
function playAlone(
  scenario: Scenario,
  { changes }: Combination,
  item: string,
  symptom: readonly string[],
  facts: AskedAt,
): Seen | 'there' | null {
  const changed = changedOrNull(scenario, changes);
  const run = changed && playOrNull(changed);
  if (!run) return null;
  const reader = new StoryReader(run);
  return symptom.every((id) => isNotThere(reader.row(id))) ? reader.see(item, facts) : 'there';
}

function routesIn({ route }: Scenario, vary: readonly Axis[]): readonly Route[] {
  const named = vary.flatMap(({ path, values }) => (path === 'route' || path === 'newBackup' ? values : []));
  return ROUTES.filter((each) => each === route || named.some(({ value }) => value === each));
}

function tabled(played: readonly PlayedWorld[], facts: AskedAt): Pick<CaseWorlds, 'questions' | 'causes' | 'worlds'> {
  const answerOf = ({ seen }: PlayedWorld, fact: FactId): string => must(seen.answers.get(fact), fact);
  const questions = tellingApart([...facts.keys()], (fact) => played.map((world) => answerOf(world, fact)));
  const worlds = played.map((world) => ({
    changes: world.changes,
    weight: world.weight,
    cause: must(ruleSpokenOf(world.seen.row), 'the rule behind what is not there'),
    answers: questions.map((fact) => answerOf(world, fact)),
  }));
  const found = new Set(worlds.map(({ cause }) => cause));
  return { questions, causes: Object.keys(RULES).filter((rule) => found.has(rule)), worlds };
}

/**
 * Facts of which the answers differ. Of two that always tell the same worlds apart, the first is asked: the other would
 * say it once more in other words.
 */
function tellingApart(facts: readonly FactId[], answersTo: (fact: FactId) => readonly string[]): readonly FactId[] {
  const partings = new Set<string>(['']);
  return facts.filter((fact) => {
    const answers = answersTo(fact);
    const places = new Map([...new Set(answers)].map((answer, place) => [answer, place]));
    const parting = places.size < 2 ? '' : answers.map((answer) => places.get(answer)).join(' ');
    const isNew = !partings.has(parting);
    partings.add(parting);
    return isNew;
  });
}

/** The same as a table for whoever asks. */
export const tableOf = ({ questions, worlds }: CaseWorlds): CauseTable => ({ questions, worlds });

/** A question in the words of the book, and an answer to it. */
export const askOf = (fact: string): string => FACTS[fact as FactId].ask;
export function answerInWords(fact: string, answer: string): string {
  const { title, values } = FACTS[fact as FactId];
  const words = values[answer];
  return words === undefined ? 'That is not known.' : `${title} ${words}.`;
}
