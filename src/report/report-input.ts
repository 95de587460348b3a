import type { Outcome } from '../model/fates.ts';
import type { World } from '../model/world.ts';
import type { JournalLine } from '../run/journal-line.ts';
import type { Attempt, Run } from '../run/play.ts';
import type { Scenario } from '../scenario/scenario.ts';

/** All that a report is told from: a scenario and the record of its run. */
export interface ReportInput {
  readonly scenario: Scenario;
  readonly world: World;
  readonly lines: readonly JournalLine[];
  readonly outcome: Outcome;
  readonly fingerprints: { readonly outcome: string; readonly journal: string };
  readonly steps: number;
  readonly simulatedMs: number;
  readonly attempts: readonly Attempt[];
}

export const reportInputFrom = ({
  scenario,
  world,
  journal,
  outcome,
  fingerprints,
  steps,
  simulatedMs,
  attempts,
}: Run): ReportInput => ({
  scenario,
  world,
  lines: journal.lines,
  outcome,
  fingerprints,
  steps,
  simulatedMs,
  attempts,
});
