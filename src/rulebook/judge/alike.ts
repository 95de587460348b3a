import type { Question } from '../case/situation.ts';
import type { Fact } from '../facts/fact.ts';

class Branch<T> {
  answer: T | undefined = undefined;
  #byValue: Map<string, Branch<T>> | undefined = undefined;

  to(value: string): Branch<T> {
    let next = this.#byValue?.get(value);
    if (next) return next;
    // Most lead to an answer and no further.
    if (!this.#byValue) this.#byValue = new Map();
    this.#byValue.set(value, (next = new Branch()));
    return next;
  }
}

/**
 * One answer for all questions that agree in some facts. The values lead through a tree, branch by branch: joined into
 * one key, each of a hundred thousand items would have a text of its own to be made and hashed.
 */
export class Alike<T extends object | string | null> {
  readonly #facts: readonly Fact[];
  readonly #root = new Branch<T>();

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
  }

  answer(question: Question, find: (question: Question) => T): T {
    let branch = this.#root;
    for (const fact of this.#facts) branch = branch.to(fact.read(question));
    return branch.answer === undefined ? (branch.answer = find(question)) : branch.answer;
  }
}
