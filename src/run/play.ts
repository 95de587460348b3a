import type { Outcome } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { World } from '../model/world.ts';
import type { RuleBook } from '../rulebook/tables/rule.ts';
import { inOrder } from '../scenario/conditions.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { scenarioAfter } from './attempt-scenario.ts';
import { freshCaseFile } from './case-file-of.ts';
import type { Digest } from './digest.ts';
import type { Journal } from './journal.ts';
import { Ledger, type LedgerRow, foldLedger } from './ledger.ts';
import { outcomeFingerprint } from './outcome-fingerprint.ts';
import { Cut, ScriptPlayer, type TellOptions } from './script-player.ts';
import { type Inspector, Simulation } from './simulation.ts';

export interface Attempt {
  readonly n: number;
  readonly outcome: Outcome;
  readonly fingerprint: string;
  readonly changes: Readonly<Record<string, string>>;
  readonly rows: readonly LedgerRow[];
}

/** A played scenario: its journal, and the ledger that folds it. */
export interface Run {
  readonly scenario: Scenario;
  readonly world: World;
  readonly simulation: Simulation;
  readonly journal: Journal;
  readonly ledger: Ledger;
  readonly outcome: Outcome;
  readonly fingerprints: { readonly outcome: string; readonly journal: string };
  readonly steps: number;
  readonly simulatedMs: number;
  readonly attempts: readonly Attempt[];
}

export interface PlayOptions extends TellOptions {
  /** How often the restore is repeated inside the one story, beside the attempts that the scenario states. */
  readonly attempts?: number;
  readonly book?: RuleBook;
  readonly inspect?: Inspector;
  /** Takes the fingerprints; a door hands in the fastest that it has. */
  readonly digest?: Digest | undefined;
}

/** Plays a scenario from its first screen to its end, and as often again as it says. */
export function play(
  scenario: Scenario,
  { book, digest, inspect, attempts: least = 1, ...telling }: PlayOptions = {},
): Run {
  const simulation = new Simulation(freshCaseFile(scenario.world, book, digest), { inspect, digest });
  const attempts: Attempt[] = [];
  let ledger = new Ledger([]);
  const repeats = [
    ...scenario.attempts.map(({ change, script }) => ({ change: inOrder(change), own: script })),
    ...Array.from({ length: Math.max(0, least - 1 - scenario.attempts.length) }, () => ({
      change: {},
      own: undefined,
    })),
  ];
  let current = scenario;
  for (const [place, { change, own }] of [{ change: {}, own: undefined }, ...repeats].entries()) {
    if (place > 0) {
      current = scenarioAfter(current, change);
      simulation.beginAttempt(freshCaseFile(current.world, book, digest), place + 1, change);
    }
    const isCut = tellUntilCut(simulation, place === 0, telling.onStep, () => {
      const script = own ?? current.script;
      new ScriptPlayer(simulation, { file: scenario.id, script, ownOf: own && place }, telling).tell();
    });
    ledger = foldLedger(scenario.world.items, simulation.journal.lines);
    attempts.push({
      n: place + 1,
      outcome: ledger.outcome,
      fingerprint: outcomeFingerprint(ledger.outcome, ledger.rows, digest),
      changes: change,
      rows: [...ledger.rows],
    });
    if (isCut) break;
  }
  const { steps } = simulation;
  return {
    scenario,
    world: current.world,
    simulation,
    journal: simulation.journal,
    ledger,
    outcome: ledger.outcome,
    fingerprints: {
      outcome: must(attempts.at(-1), 'the first attempt').fingerprint,
      get journal() {
        return must(simulation.journal.chain[steps], 'the fingerprint of the last step');
      },
    },
    steps: simulation.steps,
    simulatedMs: simulation.now,
    attempts,
  };
}

/** The first step of an attempt is shown to whoever watches too. True: the story is told no further. */
function tellUntilCut(
  simulation: Simulation,
  isFirst: boolean,
  onStep: PlayOptions['onStep'],
  tell: () => void,
): boolean {
  try {
    if (!isFirst && onStep?.(simulation) === false) return true;
    tell();
    return false;
  } catch (error) {
    if (error instanceof Cut) return true;
    throw error;
  }
}
