/** One place in a tree whose branches are values: what agrees in all of them comes to the same place. */
export class ValueTree<T> {
  answer: T | undefined = undefined;
  #byValue: Map<string | null, ValueTree<T>> | undefined = undefined;

  to(value: string | null): ValueTree<T> {
    let next = this.#byValue?.get(value);
    if (next) return next;
    // Most lead to an answer and no further.
    if (!this.#byValue) this.#byValue = new Map();
    this.#byValue.set(value, (next = new ValueTree()));
    return next;
  }
}
