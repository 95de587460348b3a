import { addToGroup } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import type { CauseTable, WeighedWorld } from './cause-table.ts';

/*
 * Par: how many questions the best questioner needs.
 *
 * What is known after some questions is a set of worlds: those that would have answered so. Nothing else counts, not
 * the order in which it was asked. So the best that can still be done from a set is worked out once, out of the sets
 * into which each question would part it, and remembered.
 *
 * Worlds weigh whole numbers, so the expected number of questions is a whole number of questions over all worlds,
 * divided by their weight. Everything is added up and compared before that division: there is no rounding in it, and
 * two questions of equal worth are equal, in every engine. They then go by name.
 *
 * A set in which no question parts anything any more ends like one with a single cause: there is nothing left to ask.
 */

/** Worlds that are still possible, as places in the table that `Questioner` made of it, in rising order. */
export type Possible = readonly number[];

/** A way of choosing the next question: out of those that part the set, given by their places. */
export type Policy = (possible: Possible, open: readonly number[]) => number;

export interface CauseLeft {
  readonly cause: string;
  readonly weight: number;
}

/** The largest sum of weights with which every figure of this table is still a whole number to the last unit. */
export const MOST_WEIGHT = Math.floor(Number.MAX_SAFE_INTEGER / 1024);

export class Questioner {
  readonly questions: readonly string[];
  readonly #worlds: readonly WeighedWorld[];
  readonly #best = new Map<string, { readonly total: number; readonly question: number | null }>();
  readonly #byName: readonly number[];
  readonly all: Possible;

  constructor({ questions, worlds }: CauseTable) {
    this.questions = questions;
    this.#worlds = merged(worlds);
    this.all = [...this.#worlds.keys()];
    this.#byName = [...questions.keys()].toSorted((a, b) => (this.#name(a) < this.#name(b) ? -1 : 1));
  }

  /** The place of a world of the table that it was made of. */
  placeOf({ cause, answers }: Pick<WeighedWorld, 'cause' | 'answers'>): number {
    const place = this.#worlds.findIndex((world) => keyOf(world) === keyOf({ cause, answers }));
    return must(place < 0 ? undefined : place, 'the world of this case');
  }

  placeOfQuestion(question: string): number {
    const place = this.questions.indexOf(question);
    return must(place < 0 ? undefined : place, `the question ${question}`);
  }

  causeOf(place: number): string {
    return this.#world(place).cause;
  }

  answerOf(place: number, question: number): string {
    return must(this.#world(place).answers[question], 'an answer');
  }

  weightOf(possible: Possible): number {
    return possible.reduce((sum, place) => sum + this.#world(place).weight, 0);
  }

  /** The causes that are left, the most frequent first, then by name. */
  causesOf(possible: Possible): readonly CauseLeft[] {
    const places = new Map<string, number[]>();
    for (const place of possible) addToGroup(places, this.causeOf(place), [place]);
    return [...places]
      .map(([cause, of]) => ({ cause, weight: this.weightOf(of) }))
      .toSorted((a, b) => b.weight - a.weight || (a.cause < b.cause ? -1 : 1));
  }

  isSettled(possible: Possible): boolean {
    const [first] = possible;
    return first === undefined || possible.every((place) => this.causeOf(place) === this.causeOf(first));
  }

  /** The set as each answer to a question leaves it, in the order in which the answers first come. */
  partedBy(possible: Possible, question: number): readonly Possible[] {
    const parts = new Map<string, number[]>();
    for (const place of possible) addToGroup(parts, this.answerOf(place, question), [place]);
    return [...parts.values()];
  }

  /** Questions that are not answered the same in all of these worlds, in the order of their names. */
  openIn(possible: Possible): readonly number[] {
    const [first] = possible;
    if (first === undefined) return [];
    return this.#byName.filter((question) => {
      const answer = this.answerOf(first, question);
      return possible.some((place) => this.answerOf(place, question) !== answer);
    });
  }

  /** What the best questioner still needs, times the weight of the set: a whole number. */
  total(possible: Possible): number {
    return this.#bestOf(possible).total;
  }

  /** The best next question; `null` where the cause is settled, or where nothing is left to ask. */
  best(possible: Possible): number | null {
    return this.#bestOf(possible).question;
  }

  /** The same after a question was asked, over all answers to it. */
  totalAfter(possible: Possible, question: number): number {
    return this.partedBy(possible, question).reduce((sum, part) => sum + this.total(part), 0);
  }

  /** How many questions the best questioner asks where this world is the true one. */
  parOf(world: number): number {
    let possible = this.all;
    for (let asked = 0; ; asked += 1) {
      const question = this.best(possible);
      if (question === null) return asked;
      const answer = this.answerOf(world, question);
      possible = possible.filter((place) => this.answerOf(place, question) === answer);
    }
  }

  /** What somebody needs who chooses questions in a way of their own, times the weight of the set. */
  totalBy(policy: Policy, possible: Possible = this.all, known = new Map<string, number>()): number {
    const key = textOf(possible);
    let total = known.get(key);
    if (total !== undefined) return total;
    const open = this.isSettled(possible) ? [] : this.openIn(possible);
    total =
      open.length === 0
        ? 0
        : this.weightOf(possible) +
          this.partedBy(possible, policy(possible, open)).reduce(
            (sum, part) => sum + this.totalBy(policy, part, known),
            0,
          );
    known.set(key, total);
    return total;
  }

  #bestOf(possible: Possible): { readonly total: number; readonly question: number | null } {
    const key = textOf(possible);
    const known = this.#best.get(key);
    if (known) return known;
    let best: { total: number; question: number | null } = { total: 0, question: null };
    if (!this.isSettled(possible)) {
      const weight = this.weightOf(possible);
      for (const question of this.openIn(possible)) {
        const total = weight + this.totalAfter(possible, question);
        if (best.question === null || total < best.total) best = { total, question };
      }
    }
    this.#best.set(key, best);
    return best;
  }

  #world = (place: number): WeighedWorld => must(this.#worlds[place], 'a world of the table');
  #name = (question: number): string => must(this.questions[question], 'a question');
}

/** Two worlds alike in cause and answers are one of their weight together: nobody can tell them apart. */
function merged(worlds: readonly WeighedWorld[]): readonly WeighedWorld[] {
  const byKey = new Map<string, WeighedWorld>();
  for (const world of worlds) {
    const key = keyOf(world);
    const same = byKey.get(key);
    byKey.set(key, same ? { ...same, weight: same.weight + world.weight } : world);
  }
  return [...byKey].toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([, world]) => world);
}

const keyOf = ({ cause, answers }: Pick<WeighedWorld, 'cause' | 'answers'>): string =>
  JSON.stringify([cause, ...answers]);
const textOf = (possible: Possible): string => String.fromCharCode(...possible);

/** The questions in the order of the list, those left out that part nothing. */
export const inListOrder: Policy = (_possible, open) => Math.min(...open);

/** Always the question that tells most about the cause at once, in bits. */
export const mostBitsFirst =
  (questioner: Questioner): Policy =>
  (possible, open) => {
    let best: { question: number; bits: number } | undefined;
    for (const question of open) {
      const bits = bitsOf(questioner, possible, question);
      if (best === undefined || bits > best.bits) best = { question, bits };
    }
    return must(best, 'an open question').question;
  };

/** How much less uncertain the cause is after a question, over all its answers. Logarithms, so it is rounded. */
export function bitsOf(questioner: Questioner, possible: Possible, question: number): number {
  const weight = questioner.weightOf(possible);
  const after = questioner
    .partedBy(possible, question)
    .reduce((sum, part) => sum + questioner.weightOf(part) * uncertainty(questioner, part), 0);
  return Math.round((uncertainty(questioner, possible) - after / weight) * 1e6) / 1e6;
}

function uncertainty(questioner: Questioner, possible: Possible): number {
  const weight = questioner.weightOf(possible);
  return -questioner
    .causesOf(possible)
    .reduce((sum, { weight: of }) => sum + (of / weight) * Math.log2(of / weight), 0);
}

/** Expected numbers of questions: of the best questioner, of the one who takes what tells most, of the list's order. */
export interface Pars {
  readonly best: number;
  readonly mostBitsFirst: number;
  readonly inListOrder: number;
}

export function parsOf(questioner: Questioner): Pars {
  const weight = questioner.weightOf(questioner.all);
  return {
    best: questioner.total(questioner.all) / weight,
    mostBitsFirst: questioner.totalBy(mostBitsFirst(questioner)) / weight,
    inListOrder: questioner.totalBy(inListOrder) / weight,
  };
}
