import { isEnd } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import { freshCaseFile } from '../../run/case-file-of.ts';
import { mayLack } from '../../run/parts.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import type { Exploring } from './exploring.ts';
import type { LifeBounds, LifeNode, LifeSpace, LifeWatch } from './life-space.ts';
import type { LifeState, Move } from './life-state.ts';
import { ATTEMPT_BEGAN, type After, CLOCK_MOVED, LifeSteps, type Reached } from './life-steps.ts';
import { Tellings } from './tellings.ts';

/** States between two reports on how far it is. */
const PACE = 64;

/**
 * Every order of everything that can happen, breadth first, over the real actors: the shortest way to each state
 * comes first.
 * Throws an InputError when there are more states than the bound.
 */
export const exploreLife = (scenario: Scenario, bounds: LifeBounds, watch: LifeWatch = {}): Exploring<LifeSpace> =>
  new Search(scenario, bounds, watch).run();
class Search {
  readonly #scenario: Scenario;
  readonly #bounds: LifeBounds;
  readonly #watch: LifeWatch;
  readonly #steps: LifeSteps;
  readonly #tellings: Tellings;
  readonly #known = new Map<string, LifeNode>();
  readonly #nodes: LifeNode[] = [];
  readonly #following: number[][] = [];
  readonly #standings: (Reached | undefined)[] = [];
  #transitions = 0;

  constructor(scenario: Scenario, bounds: LifeBounds, watch: LifeWatch) {
    const file = freshCaseFile(scenario.world);
    // What lacks a part hangs on all that has come, by whichever way: on no actor by itself.
    const everyStepReal = watch.everyStepReal === true || scenario.world.items.some((item) => mayLack(file, item));
    this.#scenario = scenario;
    this.#bounds = bounds;
    this.#watch = watch;
    this.#steps = new LifeSteps(file, bounds.without, everyStepReal);
    this.#tellings = new Tellings(file);
  }

  *run(): Exploring<LifeSpace> {
    this.#take(this.#steps.begin(), undefined, null);
    let complete = true;
    for (let index = 0; index < this.#nodes.length && complete; index += 1) {
      if (index % PACE === 0 && (yield { part: this.#scenario.id, done: index, of: undefined }) === 'stop')
        complete = false;
      else this.#expand(index);
    }
    return {
      nodes: this.#nodes,
      transitions: this.#transitions,
      realSteps: this.#steps.realSteps,
      following: this.#following,
      reached: this.#steps.reached,
      complete,
    };
  }

  #expand(index: number): void {
    const node = must(this.#nodes[index], 'a state');
    const standing = must(this.#standings[index], 'what a state needs to be gone on from');
    const following = must(this.#following[index], 'what follows a state');
    this.#standings[index] = undefined;
    for (const move of this.#movesOf(node.state, standing)) {
      this.#transitions += 1;
      const after = this.#steps.carryOut(standing, move);
      const to = this.#take(after, { node, standing }, move);
      following.push(to.index);
      this.#watch.onStep?.({ before: node.state, move, lines: after.lines, after: to.state }, node, to);
    }
  }

  #movesOf({ possible, due, outcome }: LifeState, { attempt }: Reached): Move[] {
    const moves: Move[] = [...possible];
    if (due !== null) moves.push(CLOCK_MOVED);
    if (isEnd(outcome) && attempt < this.#bounds.attempts) moves.push(ATTEMPT_BEGAN);
    return moves;
  }

  /** The state after a step: a new node, or the known one that equals it but for the hour. */
  #take(
    { parts, now, lines }: After,
    from: { node: LifeNode; standing: Reached } | undefined,
    move: Move | null,
  ): LifeNode {
    const again = move?.type === 'attempt.began';
    const attempt = from ? from.standing.attempt + (again ? 1 : 0) : 1;
    const telling = this.#tellings.after(again ? undefined : from?.standing.telling, lines);
    const key = `${telling.index} ${attempt} ${parts.map(({ index }) => index).join(' ')}`;
    const known = this.#known.get(key);
    if (known) return known;
    const index = this.#nodes.length;
    if (index >= this.#bounds.most) throw this.#tooLarge(from ? from.node.depth : 0);
    const way = from
      ? { parent: from.node.index, passed: now - from.standing.now, depth: from.node.depth + 1 }
      : { parent: -1, passed: now, depth: 0 };
    const node: LifeNode = {
      index,
      move,
      ...way,
      state: { ...telling.told, attempt, ...this.#steps.lookAt(parts) },
    };
    this.#known.set(key, node);
    this.#nodes.push(node);
    this.#following.push([]);
    this.#standings.push({ parts, now, attempt, telling });
    this.#watch.onState?.(node);
    return node;
  }

  #tooLarge(depth: number): InputError {
    const waiting = this.#standings.filter((standing) => standing !== undefined).length;
    return new InputError([
      {
        file: this.#scenario.id,
        message:
          `more than ${this.#bounds.most} states: ${waiting} of them still lead on at depth ${depth}, after ` +
          `${this.#transitions} transitions`,
        advice:
          'Allow more with --most, leave events out with --without (such as wifi.lost), or take an item or ' +
          'an account away.',
      },
    ]);
  }
}
