import { describe, expect, test } from 'vitest';
import type { PossibleEvent } from '../../../src/run/possible-events.ts';
import type { Frame } from '../../../src/stepping/frame.ts';
import { eventOf, hasSameData, isSame } from '../../../src/stepping/given-event.ts';

const given = { by: 'person', event: 'account.entered', data: { account: 'mara', password: 'right' } } as const;
const event = { type: 'account.entered', account: 'mara', password: 'right' } as PossibleEvent;
const frame = { given, refused: null } as unknown as Frame;

describe('what was given in a step', () => {
  test('can be sent again as it was, and the time that passed cannot', () => {
    expect(eventOf(given)).toEqual(event);
    expect(eventOf({ by: 'clock', event: 'clock.moved', data: {} })).toBeNull();
    expect(eventOf(null)).toBeNull();
  });

  test('is the same in whatever order it is told', () => {
    expect(hasSameData(event, { password: 'right', account: 'mara', type: event.type } as PossibleEvent)).toBe(true);
    expect(isSame(frame, event)).toBe(true);
  });

  test('is another with one thing more, one less or one otherwise', () => {
    const less = { type: event.type, account: 'mara' } as PossibleEvent;
    expect(hasSameData(event, less)).toBe(false);
    expect(hasSameData(less, event)).toBe(false);
    expect(hasSameData(event, { ...event, account: 'ola' } as PossibleEvent)).toBe(false);
    expect(isSame(frame, { ...event, account: 'ola' } as PossibleEvent)).toBe(false);
  });

  test('and was refused there goes on as nothing', () => {
    const refused = { event: given.event, data: given.data, guards: [], possible: [] };
    expect(isSame({ ...frame, refused } as Frame, event)).toBe(false);
    expect(isSame({ ...frame, given: null } as Frame, event)).toBe(false);
    expect(isSame(undefined, event)).toBe(false);
  });
});
