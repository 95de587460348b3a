import type { AnyStateNode } from 'xstate';
import { expect, test } from 'vitest';
import type { ChartMeta } from '../../../machines/chart-meta.ts';
import { MACHINES } from '../../../machines/machines.ts';
import type { ScreenId } from '../../../src/model/screens.ts';
import { stageOf } from '../../../src/inspector/phone/progress.ts';

const nodesOf = (node: AnyStateNode): AnyStateNode[] => [node, ...Object.values(node.states).flatMap(nodesOf)];
const screenAt = (node: AnyStateNode | undefined): ScreenId | undefined =>
  node && ((node.meta as ChartMeta | undefined)?.screen ?? screenAt(node.parent));

const WITH_BAR: readonly (ScreenId | undefined)[] = ['restoring', 'restoring-paused', 'restoring-frozen'];
const states = Object.values(MACHINES)
  .flatMap((machine) => nodesOf(machine.root))
  .filter((node) => Object.keys(node.states).length === 0 && WITH_BAR.includes(screenAt(node)))
  .map((node) => node.path.join('.'));

test('there are states that show the bar', () => {
  expect(states.length).toBeGreaterThan(5);
});

test.each(states)('the bar has a stage for %s', (state) => {
  expect(stageOf(state).part).toBeGreaterThan(0);
});
