import type { AnyStateNode } from 'xstate';
import { describe, expect, test } from 'vitest';
import { GUARDS } from '../../../machines/guards.ts';
import { MACHINES } from '../../../machines/machines.ts';

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];

/** The names of the guards in a chart; a guard without a name would be written as a function. */
const guardsIn = (root: AnyStateNode): string[] =>
  nodesOf(root).flatMap((node) =>
    [...node.transitions.values(), node.always ?? []].flat().flatMap(({ guard }) => {
      if (guard === undefined) return [];
      return typeof guard === 'string'
        ? guard
        : ((guard as { readonly type?: string }).type ?? 'a guard without a name');
    }),
  );

describe.each(Object.entries(GUARDS))('%s', (id, table) => {
  const machine = MACHINES[id];
  if (!machine) throw new Error(`no machine ${id}`);

  test('every guard of the chart stands in the table, and every row in the chart', () => {
    expect([...new Set(guardsIn(machine.root))].toSorted()).toEqual(Object.keys(table).toSorted());
  });

  test('what the chart asks is what the table holds', () => {
    const asked = machine.implementations.guards as Readonly<Record<string, unknown>>;
    for (const [name, { holds }] of Object.entries(table)) expect(asked[name], name).toBe(holds);
  });

  test('every row answers “why not” in a sentence', () => {
    for (const [name, { words }] of Object.entries(table)) expect(words, name).toMatch(/^[A-Zi].+\.$/);
  });
});

test('every machine has a table', () => {
  expect(Object.keys(GUARDS)).toEqual(Object.keys(MACHINES));
});
