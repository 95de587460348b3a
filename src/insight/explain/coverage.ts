import type { AnyStateNode } from 'xstate';
import { must } from '../../model/must.ts';
import { BEHAVIOURS, type BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import { RULES } from '../../rulebook/rules/rules.ts';
import { transitionName } from '../../run/actors.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { waysOutOf } from '../../run/machines.ts';
import { MACHINES } from '../../../machines/machines.ts';
import { machineIdOf } from '../../run/actor-paths.ts';

/** A played scenario, as far as coverage needs it. */
export interface PlayedScenario {
  readonly id: string;
  readonly shows: readonly BehaviourId[];
  readonly lines: readonly JournalLine[];
}

export interface BehaviourCoverage {
  readonly id: BehaviourId;
  readonly says: string;
  /** Rules that decided somewhere and that show this behaviour. */
  readonly rules: readonly string[];
  readonly scenarios: readonly string[];
}
export interface RuleCoverage {
  readonly id: string;
  /** `shadowed`: it only ever stood behind another rule that decided first. */
  readonly state: 'fired' | 'shadowed' | 'never';
  /** Scenarios in which it decided. */
  readonly scenarios: readonly string[];
}
export interface TransitionCoverage {
  readonly machine: string;
  /** `source|event|targets` */
  readonly transition: string;
  readonly scenarios: readonly string[];
}

/** What the scenarios show, and what nothing shows. */
export interface Coverage {
  readonly behaviours: readonly BehaviourCoverage[];
  readonly rules: readonly RuleCoverage[];
  readonly transitions: readonly TransitionCoverage[];
}

type Sightings = Map<string, Set<string>>;

/** Counts scenario by scenario, so that no journal has to be kept. */
export class CoverageCount {
  readonly #book: RuleBook;
  readonly #shown: Sightings = new Map();
  readonly #fired: Sightings = new Map();
  readonly #behind: Sightings = new Map();
  readonly #taken: Sightings = new Map();

  constructor(book: RuleBook = RULES) {
    this.#book = book;
  }

  add({ id, shows, lines }: PlayedScenario): void {
    for (const behaviour of shows) note(this.#shown, behaviour, id);
    for (const line of lines) this.#addLine(id, line);
  }

  #addLine(id: string, line: JournalLine): void {
    switch (line.type) {
      case 'item.judged':
      case 'item.waiting':
        if (line.rule !== null) note(this.#fired, line.rule, id);
        for (const other of line.also) note(this.#behind, other, id);
        break;
      case 'item.arrived':
      case 'sync.withheld':
        if (line.rule !== null) note(this.#fired, line.rule, id);
        break;
      case 'transition':
        for (const taken of line.taken) note(this.#taken, `${machineIdOf(line.actor)} ${taken}`, id);
        break;
      default:
    }
  }

  get coverage(): Coverage {
    const rules = Object.keys(this.#book).map((id): RuleCoverage => {
      const scenarios = sightingsOf(this.#fired, id);
      return { id, state: scenarios.length > 0 ? 'fired' : this.#behind.has(id) ? 'shadowed' : 'never', scenarios };
    });
    const behaviours = (Object.keys(BEHAVIOURS) as BehaviourId[]).map((id): BehaviourCoverage => ({
      id,
      says: BEHAVIOURS[id].says,
      rules: rules
        .filter((rule) => rule.state === 'fired' && must(this.#book[rule.id], rule.id).shows.includes(id))
        .map((rule) => rule.id),
      scenarios: sightingsOf(this.#shown, id),
    }));
    const transitions = allTransitions().map((each): TransitionCoverage => ({
      ...each,
      scenarios: sightingsOf(this.#taken, `${each.machine} ${each.transition}`),
    }));
    return { behaviours, rules, transitions };
  }
}

function note(sightings: Sightings, what: string, scenario: string): void {
  const seen = sightings.get(what);
  if (seen) seen.add(scenario);
  else sightings.set(what, new Set([scenario]));
}

const sightingsOf = (sightings: Sightings, what: string): readonly string[] => {
  const seen = sightings.get(what);
  // What no scenario shows is the very thing that coverage is asked for.
  return seen ? [...seen].toSorted() : [];
};

/** Every transition that the machines define, each once: branches that differ only in their guard count as one. */
export function allTransitions(): readonly { readonly machine: string; readonly transition: string }[] {
  return Object.entries(MACHINES).flatMap(([machine, { root }]) =>
    [...new Set(nodesBelow(root as AnyStateNode).flatMap(transitionsOf))].map((transition) => ({
      machine,
      transition,
    })),
  );
}

const nodesBelow = (node: AnyStateNode): AnyStateNode[] => [
  node,
  ...Object.values(node.states).flatMap((child) => nodesBelow(child as AnyStateNode)),
];

function transitionsOf(node: AnyStateNode): string[] {
  const definitions = waysOutOf(node).flat();
  return (
    definitions
      // One without target and action only keeps an event from the states above; nothing can be seen of it.
      .filter(({ target, actions }) => target !== undefined || actions.length > 0)
      .map((definition) => transitionName(definition))
  );
}

export interface Gaps {
  readonly behaviours: readonly string[];
  readonly shadowed: readonly string[];
  readonly never: readonly string[];
  readonly transitions: readonly string[];
}

/** What no scenario shows. */
export function gapsOf({ behaviours, rules, transitions }: Coverage): Gaps {
  return {
    behaviours: behaviours.filter(({ scenarios }) => scenarios.length === 0).map(({ id }) => id),
    shadowed: rules.filter(({ state }) => state === 'shadowed').map(({ id }) => id),
    never: rules.filter(({ state }) => state === 'never').map(({ id }) => id),
    transitions: transitions
      .filter(({ scenarios }) => scenarios.length === 0)
      .map(({ machine, transition }) => `${machine}: ${transition}`),
  };
}

export const hasGaps = (gaps: Gaps): boolean => Object.values(gaps).some((list: readonly string[]) => list.length > 0);
