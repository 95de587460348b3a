type TupleOf<T, Count extends number, Sofar extends readonly T[] = []> = Sofar['length'] extends Count
  ? Sofar
  : TupleOf<T, Count, readonly [...Sofar, T]>;

/** A list that has as many values as it must, so that each can be named; stops when it has not. */
export function exactly<Count extends number, T>(count: Count, values: Iterable<T>, what: string): TupleOf<T, Count> {
  const list = [...values];
  if (list.length !== count) throw new Error(`${what}: ${list.length} in place of ${count}`);
  return list as readonly T[] as TupleOf<T, Count>;
}
