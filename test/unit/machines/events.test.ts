import { expect, test } from 'vitest';
import { momentOf } from '../../../machines/events.ts';

test('the moment stands in the event, in what a child hands back, or in what an actor begins with', () => {
  expect(momentOf({ type: 'clock.moved', at: 5 })).toBe(5);
  expect(momentOf({ type: 'xstate.done.actor.restart', output: { at: 6 } })).toBe(6);
  expect(momentOf({ type: 'xstate.init', input: { at: 0 } })).toBe(0);
});

test('an event without a moment is a fault, and never the beginning of the story', () => {
  expect(() => momentOf({ type: 'xstate.done.state.downloading' })).toThrow(
    new TypeError('the event “xstate.done.state.downloading” carries no moment'),
  );
});
