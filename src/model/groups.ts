/** Puts values into the group that a key names; the group begins with the first of them. */
export function addToGroup<Key, Value>(groups: Map<Key, Value[]>, key: Key, values: Iterable<Value>): void {
  let group = groups.get(key);
  if (!group) groups.set(key, (group = []));
  for (const value of values) group.push(value);
}
