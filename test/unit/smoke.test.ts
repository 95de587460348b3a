import { expect, test } from 'vitest';
import { createActor, createMachine } from 'xstate';

test('an actor takes a guarded transition only when its guard allows it', () => {
  const door = createMachine({
    initial: 'closed',
    states: {
      closed: { on: { push: { target: 'open', guard: ({ event }) => event['force'] > 1 } } },
      open: {},
    },
  });
  const actor = createActor(door).start();

  actor.send({ type: 'push', force: 1 });
  expect(actor.getSnapshot().value).toBe('closed');

  actor.send({ type: 'push', force: 2 });
  expect(actor.getSnapshot().value).toBe('open');
});
