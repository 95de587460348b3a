import { madeOnce } from '../../model/groups.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import type { ActorPart, ActorParts } from './actor-parts.ts';
import type { StepEffect } from './message-effects.ts';

/** What a move did to the actors concerned. */
interface MoveEffect {
  readonly lines: readonly JournalLine[];
  /** The actors concerned that are gone or changed. */
  readonly concerned: ReadonlySet<string>;
  /** The same actors afterwards, and those that began. */
  readonly parts: readonly ActorPart[];
}

/*
 * Why the effect of a whole move may be used again.
 *
 * Actors touch each other by messages alone, and by beginning and ending their children. So what a move does hangs on
 * nobody but those whom it concerns: the taker, to whom it is given; whoever wrote a line into the journal, for it
 * did something; whoever was sent a message, for it might have done something, and its doing nothing is part of what
 * was seen; and whoever began, ended or is not as it was. The others may stand anywhere: they were not asked, and
 * stay as they are, but for the time that has gone by.
 *
 * To leave somebody out would be wrong, to take somebody in who was not concerned only costs a move that is played
 * again. Who is concerned is seen from what happened, and it can be others elsewhere: so effects are kept under the
 * paths concerned, and one fits only where exactly those actors stand as they stood, each as long before its next
 * due moment.
 *
 * Steps in which nobody begins or ends are known actor by actor (`message-effects.ts`), which fits in many more
 * places. What is left to this are beginnings and ends, where parents and children change together.
 */

/** Moves whose effect has been seen, by the states of exactly those actors that they concerned. */
export class KnownEffects {
  /** By the move and its taker, then by the paths concerned, then by their states. */
  readonly #known = new Map<string, Map<string, Map<string, MoveEffect>>>();

  readonly #actors: ActorParts;

  constructor(actors: ActorParts) {
    this.#actors = actors;
  }

  /** `passed`: milliseconds that go by with the move. */
  find(move: string, taker: ActorPart, parts: readonly ActorPart[], passed: number): StepEffect | undefined {
    const byPaths = this.#known.get(keyOf(move, taker));
    if (!byPaths) return undefined;
    for (const [paths, byStates] of byPaths) {
      const effect = byStates.get(statesOf(paths.split(' '), parts));
      if (effect) return { parts: this.#after(parts, effect, passed), lines: effect.lines };
    }
    return undefined;
  }

  learn(
    move: string,
    taker: ActorPart,
    before: readonly ActorPart[],
    after: readonly ActorPart[],
    lines: readonly JournalLine[],
  ): void {
    const concerned = concernedBy(taker, before, after, lines);
    const paths = before.filter(({ path }) => concerned.has(path)).map(({ path }) => path);
    const byPaths = madeOnce(this.#known, keyOf(move, taker), () => new Map<string, Map<string, MoveEffect>>());
    const byStates = madeOnce(byPaths, paths.join(' '), () => new Map<string, MoveEffect>());
    byStates.set(statesOf(paths, before), { lines, concerned, parts: after.filter(({ path }) => concerned.has(path)) });
  }

  #after(parts: readonly ActorPart[], effect: MoveEffect, passed: number): readonly ActorPart[] {
    const others = this.#actors.later(
      parts.filter(({ path }) => !effect.concerned.has(path)),
      passed,
    );
    return [...others, ...effect.parts].toSorted((a, b) => (a.path < b.path ? -1 : 1));
  }
}

const keyOf = (move: string, { index }: ActorPart): string => `${move} ${index}`;

const statesOf = (paths: readonly string[], parts: readonly ActorPart[]): string =>
  paths
    .map((path) => {
      const part = parts.find((other) => other.path === path);
      return part ? part.index : '-';
    })
    .join(' ');

/** The taker, whoever wrote into the journal or was sent a message, and whoever began, ended or changed. */
function concernedBy(
  taker: ActorPart,
  before: readonly ActorPart[],
  after: readonly ActorPart[],
  lines: readonly JournalLine[],
): ReadonlySet<string> {
  const concerned = new Set([taker.path]);
  for (const line of lines) {
    if (line.type !== 'event') concerned.add(line.actor);
    if (line.type === 'message') concerned.add(line.to);
  }
  const cores = new Map(before.map(({ path, core }) => [path, core]));
  for (const { path, core } of after) if (cores.get(path) !== core) concerned.add(path);
  const stillThere = new Set(after.map(({ path }) => path));
  for (const { path } of before) if (!stillThere.has(path)) concerned.add(path);
  return concerned;
}
