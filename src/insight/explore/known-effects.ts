import type { JournalLine } from '../../run/journal-line.ts';
import type { ActorPart, ActorParts } from './actor-parts.ts';
import type { StepEffect } from './message-effects.ts';

/**
 * What a move did to the actors concerned: it does the same wherever the others stand, for actors touch each other
 * by messages alone.
 */
interface MoveEffect {
  readonly lines: readonly JournalLine[];
  /** The actors concerned that are gone or changed. */
  readonly concerned: ReadonlySet<string>;
  /** The same actors afterwards, and those that began. */
  readonly parts: readonly ActorPart[];
}

/** Moves whose effect has been seen, by the states of exactly those actors that they concerned. */
export class KnownEffects {
  /** By the move and its takers, then by the paths concerned, then by their states. */
  readonly #known = new Map<string, Map<string, Map<string, MoveEffect>>>();

  readonly #actors: ActorParts;

  constructor(actors: ActorParts) {
    this.#actors = actors;
  }

  /** `passed`: milliseconds that go by with the move. */
  find(
    move: string,
    takers: readonly ActorPart[],
    parts: readonly ActorPart[],
    passed: number,
  ): StepEffect | undefined {
    const byPaths = this.#known.get(keyOf(move, takers));
    if (!byPaths) return undefined;
    for (const [paths, byStates] of byPaths) {
      const effect = byStates.get(statesOf(paths.split(' '), parts));
      if (effect) return { parts: this.#after(parts, effect, passed), lines: effect.lines };
    }
    return undefined;
  }

  learn(
    move: string,
    takers: readonly ActorPart[],
    before: readonly ActorPart[],
    after: readonly ActorPart[],
    lines: readonly JournalLine[],
  ): void {
    const concerned = concernedBy(takers, before, after, lines);
    const paths = before.filter(({ path }) => concerned.has(path)).map(({ path }) => path);
    const key = keyOf(move, takers);
    const byPaths = this.#known.get(key) ?? new Map<string, Map<string, MoveEffect>>();
    const byStates = byPaths.get(paths.join(' ')) ?? new Map<string, MoveEffect>();
    this.#known.set(key, byPaths);
    byPaths.set(paths.join(' '), byStates);
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

const keyOf = (move: string, takers: readonly ActorPart[]): string =>
  `${move} ${takers.map(({ index }) => index).join(' ')}`;

const statesOf = (paths: readonly string[], parts: readonly ActorPart[]): string =>
  paths
    .map((path) => {
      const part = parts.find((other) => other.path === path);
      return part ? part.index : '-';
    })
    .join(' ');

/** Takers, whoever wrote into the journal or was sent a message, and whoever began, ended or changed. */
function concernedBy(
  takers: readonly ActorPart[],
  before: readonly ActorPart[],
  after: readonly ActorPart[],
  lines: readonly JournalLine[],
): ReadonlySet<string> {
  const concerned = new Set(takers.map(({ path }) => path));
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
