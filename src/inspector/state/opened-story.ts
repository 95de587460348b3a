import { EMPTY_CHAIN } from '../../run/journal.ts';
import { knowDigest } from '../../run/case-file-of.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type HandPart, type PlayedRun, SteppableRun } from '../../stepping/steppable-run.ts';

/** A run that was played and, where it was left by hand, the run that came of that. */
export interface OpenedStory {
  readonly given: Scenario;
  readonly changes: Changes;
  readonly run: PlayedRun;
  readonly hand: { readonly part: HandPart; readonly run: PlayedRun } | null;
}

/** A run that was played elsewhere, as one that can be stepped through here. */
export function steppable(run: PlayedRun): SteppableRun {
  knowDigest(run.scenario.world, run.lines);
  return SteppableRun.played(run);
}

/** The same run, for another place to show. */
export const playedRun = ({ scenario, recording, fingerprints }: SteppableRun): PlayedRun => ({
  scenario,
  lines: recording.lines,
  chain: [EMPTY_CHAIN, ...recording.frames.map(({ chain }) => chain)],
  fingerprints,
});
