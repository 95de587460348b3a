import { ValueTree } from '../../model/value-tree.ts';
import type { Question } from '../case/situation.ts';
import type { Fact } from '../facts/fact.ts';

/**
 * One answer for all questions that agree in some facts. The values lead through a tree, branch by branch: joined into
 * one key, each of a hundred thousand items would have a text of its own to be made and hashed.
 */
export class Alike<T extends object | string | null> {
  readonly #facts: readonly Fact[];
  readonly #root = new ValueTree<T>();

  constructor(facts: readonly Fact[]) {
    this.#facts = facts;
  }

  answer(question: Question, find: (question: Question) => T): T {
    let branch = this.#root;
    for (const fact of this.#facts) branch = branch.to(fact.read(question));
    return branch.answer === undefined ? (branch.answer = find(question)) : branch.answer;
  }
}
