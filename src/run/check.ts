import type { Scenario } from '../scenario/scenario.ts';
import { compareWithExpectation, type Miss } from './expected.ts';
import { play, type PlayOptions, type Run } from './play.ts';
import { isSameJournal } from './same-journal.ts';

export interface CheckResult {
  readonly scenario: string;
  readonly ok: boolean;
  /** The file says what is to come; without it only the two runs are compared. */
  readonly expects: boolean;
  readonly problems: readonly Miss[];
}

/**
 * Plays a scenario twice, compares both runs with each other and the first with what it expects. What is shared is
 * what was read before anything was played: the scenario, those of its later attempts, and the fingerprints of their
 * worlds. Each play has a case file, judgements, actors and a journal of its own, so that the second proves the first.
 */
export function checkScenario(scenario: Scenario, options: Pick<PlayOptions, 'book' | 'digest'> = {}): CheckResult {
  const first = play(scenario, options);
  const second = play(scenario, options);
  const problems = [...compareWithExpectation(first), ...compareRuns(first, second)];
  return { scenario: scenario.id, ok: problems.length === 0, expects: scenario.expect !== undefined, problems };
}

function compareRuns(first: Run, second: Run): Miss[] {
  const differing = [
    ...(first.fingerprints.outcome === second.fingerprints.outcome ? [] : (['outcome'] as const)),
    ...(isSameJournal(first.journal.lines, second.journal.lines) ? [] : (['journal'] as const)),
  ];
  return differing.map((kind) => ({
    about: `second run, ${kind} fingerprint`,
    expected: first.fingerprints[kind],
    got: second.fingerprints[kind],
  }));
}
