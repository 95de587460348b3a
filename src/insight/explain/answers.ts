import { UNKNOWN } from '../../rulebook/facts/fact.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import { cellsOf } from '../../rulebook/judge/cells.ts';
import { routeOf } from '../../rulebook/case/situation.ts';
import { questionFor } from '../../rulebook/judge/decide.ts';
import { missingParts } from '../../rulebook/judge/judgement.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { lackingKnown } from '../../run/parts.ts';
import { type Fate, fateOn, type Gate } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { orNull } from '../../model/optional.ts';
import { categoryOf } from '../../rulebook/case/case-file.ts';
import { InputError } from '../../model/problem.ts';
import { play, type Run } from '../../run/play.ts';
import { withChanges } from '../../scenario/change.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Choice, Condition } from '../what-if/condition.ts';
import { itemConditions, listConditions } from '../what-if/conditions.ts';
import { bareScenario, smallWorld } from '../what-if/small-world.ts';
import { findItem } from './find-item.ts';
import { situationFor } from './situation-for.ts';
import { askOn } from '../../rulebook/facts/ask-on.ts';

/** What follows for an item once a fact that is not given is known: found by playing it so. */
export interface PlayedAnswer {
  /** A value of the fact. */
  readonly value: string;
  /** `Its iCloud service was on when the backup was made` */
  readonly words: string;
  readonly fate: Fate | null;
  readonly word: string;
  readonly gate: Gate | null;
  readonly rule: string | null;
  /** One sentence: that of the rule, or what the fate means. */
  readonly says: string;
  /** The next question, where one answer is not enough. */
  readonly ask: string | null;
}

/** Up to here the whole world is played for an answer, beyond it one item of each group. */
const WHOLE_WORLD = 300;
/** Values that are not given and stand behind one fact: with more of them only so many are told apart. */
const MOST_TOGETHER = 3;

/**
 * Each possible answer to the question that an unknown item hangs on, and what follows from it. Empty for an item that
 * hangs on another fact, or on none.
 */
export function answersTo(scenario: Scenario, itemId: string, fact: FactId): readonly PlayedAnswer[] {
  const { id } = findItem(scenario, itemId);
  const place = scenario.world.items.length > WHOLE_WORLD ? smallWorld(scenario, id).scenario : bareScenario(scenario);
  const played = play(place);
  const row = rowIn(played, id);
  if (row.missing !== fact) return [];
  const open = openConditions(place, id, fact);
  if (open.length === 0) return answersOfRule(played, row, fact);
  const answers = new Map<string, PlayedAnswer>();
  // One thing that is not known first: what one answer settles needs no second.
  for (const set of combinations(open).toSorted((a, b) => a.length - b.length)) {
    const run = playOrNull(place, Object.assign({}, ...set.map(({ changes }) => changes)) as Changes);
    const answer = run && answerIn(run, id, fact);
    if (answer && answer.value !== UNKNOWN && !answers.has(answer.value)) answers.set(answer.value, answer);
  }
  const order = Object.keys(FACTS[fact].values);
  return [...answers.values()].toSorted((a, b) => order.indexOf(a.value) - order.indexOf(b.value));
}

/**
 * Where no condition of a scenario says the fact, nothing can be played: then only the rule that hangs on it can be
 * asked. With the values that it names it decides; with the others it does not, and more is not known.
 */
function answersOfRule(run: Run, row: LedgerRow, fact: FactId): readonly PlayedAnswer[] {
  const { file } = run.simulation;
  const id = must(row.rule, 'the rule that hangs on a fact');
  const rule = must(file.book[id], `the rule ${id}`);
  const [, holdsWith] = must(
    cellsOf(rule).find(([name]) => name === fact),
    `the cell ${fact} of ${id}`,
  );
  const possible = valuesInQuestion(run, row, fact);
  // What is on the device and lacks nothing is what the restore made of it.
  const arrived = orNull(row.under?.fate);
  return Object.entries(FACTS[fact].values)
    .filter(([value]) => possible?.includes(value) !== false)
    .map(([value, words]) => {
      const holds = holdsWith.includes(value);
      const fate = holds ? rule.outcome : arrived;
      return {
        value,
        words: `${FACTS[fact].title} ${words}`,
        fate,
        word: fate === null ? 'Not by this rule' : fateOn(run.scenario.route, fate).word,
        gate: holds ? rule.gate : null,
        rule: holds ? id : null,
        says: holds
          ? rule.says
          : arrived === null
            ? 'Then this rule does not decide about it.'
            : 'It is on the device, and this does not keep it from working.',
        ask: null,
      };
    });
}

/** The values that the fact can have here, where they are fewer than all. */
function valuesInQuestion({ simulation: { file }, journal }: Run, row: LedgerRow, fact: FactId) {
  const { id } = row;
  const gate = must(row.gate, 'the gate of a verdict');
  const item = findItem(file, id);
  const { lines } = journal;
  const situation = situationFor(lines, Number.POSITIVE_INFINITY, gate);
  const lacking = missingParts(file, lackingKnown(file, lines, lines.length - 1))(item);
  return FACTS[fact].mayBe?.(questionFor(file, item, situation, lacking));
}

/** What nobody has said, and what moves the fact. */
function openConditions(scenario: Scenario, id: string, fact: FactId): readonly Condition[] {
  const item = findItem(scenario, id);
  const { app } = item;
  const { service } = categoryOf(item);
  const own = new Set([
    id,
    ...scenario.world.items.flatMap((other) =>
      other.category === 'app' && app !== undefined && other.app === app ? [other.id] : [],
    ),
  ]);
  return (
    [...itemConditions(scenario, own), ...listConditions(scenario)]
      .filter(({ value, moves }) => value === UNKNOWN && moves.includes(fact))
      // What another service keeps says nothing of this item, and would crowd out what does.
      .filter((condition) => condition.service === undefined || condition.service === service)
      .slice(0, MOST_TOGETHER)
  );
}

/** Every way to say one or more of the things that nobody has said. */
const combinations = (open: readonly Condition[]): readonly (readonly Choice[])[] =>
  open
    .reduce<readonly (readonly Choice[])[]>(
      (begun, { choices }) =>
        begun.flatMap((set) => [
          set,
          ...choices.filter(({ value }) => value !== UNKNOWN).map((choice) => [...set, choice]),
        ]),
      [[]],
    )
    .filter((set) => set.length > 0);

const rowIn = (run: Run, id: string): LedgerRow => must(run.ledger.row(id), `the row of ${id}`);

function answerIn(run: Run, id: string, fact: FactId): PlayedAnswer {
  const row = rowIn(run, id);
  const { file } = run.simulation;
  const { lines } = run.journal;
  const { fate, gate, rule, missing } = row;
  const situation = situationFor(lines, Number.POSITIVE_INFINITY, gate ?? 'eligibility');
  const value = FACTS[fact].read(questionFor(file, findItem(file, id), situation));
  return {
    value,
    words: `${FACTS[fact].title} ${FACTS[fact].values[value] ?? value}`,
    fate,
    word: fate === null ? 'On the way' : fateOn(routeOf(file, situation), fate).word,
    gate,
    rule: missing === null ? rule : null,
    says:
      missing === null && rule !== null
        ? must(file.book[rule], `the rule ${rule}`).says
        : fate === null
          ? 'Nothing has been decided about it yet.'
          : fateOn(routeOf(file, situation), fate).means,
    ask: missing === null ? null : askOn(routeOf(file, situation), missing),
  };
}

/** A script that is impossible under other conditions answers nothing. */
function playOrNull(scenario: Scenario, changes: Changes): Run | null {
  try {
    return play(withChanges(scenario, changes));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}
