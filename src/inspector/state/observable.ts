/** A value that others watch: it is replaced as a whole and never changed, so whoever holds one may keep it. */
export abstract class Observable<T extends object> {
  readonly #listeners = new Set<() => void>();
  #snapshot: T;

  constructor(first: T) {
    this.#snapshot = first;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getSnapshot = (): T => this.#snapshot;

  protected set(part: Partial<T>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
