import * as fc from 'fast-check';
import { fingerprintOf } from '../../src/run/journal.ts';
import { type Drama, dramas } from './worlds.ts';

/** Worlds drawn from one number, each with the bytes it ends in: the same on every engine, until the model changes. */

const FIRST_SEED = 20_260_301;
/** As many worlds as one line of the table holds. */
export const PER_LINE = 25;
/** Every fifth world is restored twice. */
const isRepeated = (index: number): boolean => index % 5 === 0;

export interface SeededWorld {
  readonly drama: Drama;
  readonly outcome: string;
  readonly journal: string;
}

/** The worlds of one line; those of another line are drawn apart, so that each is reached without all before it. */
export function worldsOfLine(line: number): SeededWorld[] {
  const drawn = fc.sample(dramas(), { seed: FIRST_SEED + line, numRuns: PER_LINE });
  return drawn.map((drama, index) => {
    const { fingerprints } = isRepeated(index) ? drama.play({ attempts: 2 }) : drama.run;
    return { drama, outcome: fingerprints.outcome, journal: fingerprints.journal };
  });
}

/** Enough to say which world is another one: what proves them all is the digest over all of them. */
export const markOf = ({ outcome, journal }: SeededWorld): string => outcome.slice(0, 2) + journal.slice(0, 2);

export const digestOf = (fingerprints: readonly string[]): string => fingerprintOf(fingerprints.join('\n'));
