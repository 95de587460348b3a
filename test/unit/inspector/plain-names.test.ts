import { expect, test } from 'vitest';
import { MACHINES, type MachineId } from '../../../machines/machines.ts';
import { plainEvent, plainNamesOf, plainState, plainTransition } from '../../../src/inspector/charts/plain-names.ts';
import { type ModelState, readMachine } from '../../../src/inspector/layout/read-machine.ts';

const statesIn = (state: ModelState): readonly ModelState[] => [state, ...state.children.flatMap(statesIn)];
const machines = Object.keys(MACHINES) as readonly MachineId[];
const modelOf = (id: MachineId) => {
  const machine = MACHINES[id];
  if (!machine) throw new Error(`there is no machine ${id}`);
  return readMachine(machine);
};

test.each(machines)('every state, event and guard of %s has a plain name beside its own', (id) => {
  const { root, transitions } = modelOf(id);
  const states = statesIn(root);
  for (const state of states) {
    const plain = plainState(id, state);
    expect([state.path, plain]).not.toEqual([state.path, '']);
    expect(plain).not.toBe(state.name);
  }
  for (const transition of transitions) {
    const plain = plainTransition(id, transition);
    // A plain name names no event, as `clock.moved`, and no guard, as `isDue`.
    expect(plain.replaceAll(/\bi(?:Cloud|Phone|Pad)/g, '')).not.toMatch(/[a-zA-Z]\.\w|[a-z][A-Z][a-z]/);
  }
  const silent = states.filter(({ says, path }) => says === null && path !== '').map(({ path }) => path);
  expect([...plainNamesOf(id)].toSorted()).toEqual(silent.toSorted());
});

test('a name that nobody gave is not made up', () => {
  expect(() => plainState('restore', { path: 'nowhere', says: null })).toThrow('a plain name for restore nowhere');
  expect(() => plainEvent('tea.served')).toThrow('a plain name for tea.served');
});
