import type { LineOf } from './journal-line.ts';
import type { PossibleEvent } from './possible-events.ts';
import type { Simulation } from './simulation.ts';

/** What a step was given from outside, and when, as its journal says. */
export type GivenStep = Pick<LineOf<'event'>, 'by' | 'event' | 'data'> & { readonly atMs: number };

/** Gives a simulation what a journal says it was given in its next step. A further attempt needs its conditions. */
export function giveAgain(
  simulation: Simulation,
  given: GivenStep,
  beginAttempt: (simulation: Simulation) => void,
): void {
  if (given.by === 'person' || given.by === 'surroundings')
    simulation.send({ type: given.event, ...given.data } as PossibleEvent);
  else if (given.event === 'story.ended') simulation.endStory();
  else if (given.event === 'attempt.began') beginAttempt(simulation);
  else if (isDue(simulation, given)) simulation.advance();
  else simulation.passTime(given.atMs);
}

/** Whether time that passed was time to the next due moment. */
export const isDue = (simulation: Simulation, { atMs }: GivenStep): boolean => {
  const due = simulation.nextDue();
  return due !== undefined && due <= atMs;
};

/** Whether a simulation that goes on by itself is given the same. */
export function isUsualStep(simulation: Simulation, given: GivenStep): boolean {
  const usual = simulation.usual();
  if (!usual) return given.event === 'clock.moved' && isDue(simulation, given);
  const { type, ...data } = usual;
  return given.event === type && JSON.stringify(given.data) === JSON.stringify(data);
}
