import type { AnyMachineSnapshot, AnyStateNode } from 'xstate';
import { expect, test } from 'vitest';
import type { ChartMeta } from '../../../machines/chart-meta.ts';
import { type LiveActor, metasOf, namedEvents, refusingGuards } from '../../../src/run/actors.ts';
import { play } from '../../../src/run/play.ts';
import { POSSIBLE_EVENT_TYPES } from '../../../src/run/possible-events.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const files = import.meta.glob<string>('../../../scenarios/{showcase,alerts,erase,account-trust}/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});

/** The active state nodes as XState keeps them for itself: the twin that its public functions are compared with. */
const nodesOf = (snapshot: AnyMachineSnapshot): readonly AnyStateNode[] =>
  (snapshot as unknown as { _nodes: AnyStateNode[] })._nodes;

const innermostFirst = (snapshot: AnyMachineSnapshot): AnyStateNode[] => {
  const inOrder: AnyStateNode[] = [];
  for (const leaf of nodesOf(snapshot).filter(({ type }) => type === 'atomic' || type === 'final'))
    for (let node: AnyStateNode | undefined = leaf; node; node = node.parent)
      if (!inOrder.includes(node)) inOrder.push(node);
  return inOrder;
};

const guardsOf = (node: AnyStateNode, type: string): string[] =>
  (node.transitions.get(type) ?? []).flatMap(({ guard }) => {
    const name = typeof guard === 'string' ? guard : (guard as { readonly type: string } | undefined)?.type;
    return name ?? [];
  });

test('XState’s public functions tell of a snapshot what its own nodes tell, in their order', () => {
  const seen = new Set<string>();
  for (const [path, text] of Object.entries(files)) {
    play(loadScenario(text, path), {
      onStep: ({ actors }) => {
        for (const actor of actors) compare(actor, seen);
      },
    });
  }
  expect(seen.size).toBeGreaterThan(30);
});

function compare(actor: LiveActor, seen: Set<string>): void {
  const { path, snapshot } = actor;
  const where = `${path} ${JSON.stringify(snapshot.value)}`;
  if (seen.has(where)) return;
  seen.add(where);
  const nodes = innermostFirst(snapshot);
  expect(metasOf(snapshot), where).toEqual(
    nodesOf(snapshot).flatMap(({ meta }) => (meta === undefined ? [] : (meta as ChartMeta))),
  );
  expect(namedEvents(snapshot), where).toEqual([...new Set(nodes.flatMap((node) => [...node.transitions.keys()]))]);
  for (const type of POSSIBLE_EVENT_TYPES)
    expect(
      refusingGuards([actor], type).map(({ guard }) => guard),
      where,
    ).toEqual(nodes.flatMap((node) => guardsOf(node, type)));
}
