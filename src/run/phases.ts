import type { PhaseTag } from '../../machines/chart-tag.ts';
import { given } from '../model/given.ts';
import { type Phase, PHASES } from '../model/event-row.ts';
import type { Simulation } from './simulation.ts';

// The compiler keeps both lists equal: a phase that no chart can be tagged with, or a tag that no script can name.
const TAG_OF = Object.fromEntries(PHASES.map((phase) => [phase, `phase:${phase}`])) as {
  readonly [P in Phase]: `phase:${P}` & PhaseTag;
};
const PHASE_OF: ReadonlyMap<string, Phase> = new Map(PHASES.map((phase) => [TAG_OF[phase], phase]));

/** The parts of the story that are going on now; sync may run beside the restore. */
export const phasesOf = (simulation: Pick<Simulation, 'actors'>): Phase[] =>
  given(simulation.actors.flatMap(({ snapshot }) => [...snapshot.tags].map((tag) => PHASE_OF.get(tag))));
