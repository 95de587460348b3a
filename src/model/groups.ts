/** Puts values into the group that a key names; the group begins with the first of them. */
export function addToGroup<Key, Value>(groups: Map<Key, Value[]>, key: Key, values: Iterable<Value>): void {
  let group = groups.get(key);
  if (!group) groups.set(key, (group = []));
  for (const value of values) group.push(value);
}

/** What a group holds: a group that nothing was put into is empty. */
export const groupOf = <Key, Value>(groups: ReadonlyMap<Key, readonly Value[]>, key: Key): readonly Value[] =>
  groups.get(key) ?? [];

/** How often something was counted: what nobody has counted yet was seen no times. */
export const countOf = <Key>(counts: { get(key: Key): number | undefined }, key: Key): number => counts.get(key) ?? 0;

/** What is made for a key when it is asked for first, and kept. */
export function keptFor<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const made = new Map<Key, Value>();
  return (key) => madeOnce(made, key, () => make(key));
}

/** What is made when it is asked for first, and kept. */
export function lazily<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** What stands under a key; it is made when it is asked for first. */
export function madeOnce<Key, Value>(
  made: { get(key: Key): Value | undefined; set(key: Key, value: Value): unknown },
  key: Key,
  make: () => Value,
): Value {
  let value = made.get(key);
  if (value === undefined) made.set(key, (value = make()));
  return value;
}
