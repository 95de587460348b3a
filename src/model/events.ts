import { eachOf } from './optional.ts';
import { AFTERWARDS_EVENTS } from './events/afterwards.events.ts';
import { AROUND_EVENTS } from './events/around.events.ts';
import { MOVE_EVENTS } from './events/move.events.ts';
import { RESTORE_EVENTS } from './events/restore.events.ts';
import { SET_UP_EVENTS } from './events/set-up.events.ts';
import { type EventData, type InnerEventRow, PHASES, type ScriptEventRow } from './event-row.ts';

/** Every event that a machine can be given. The order is that in which possible events are listed and explored. */
export const EVENTS = {
  ...SET_UP_EVENTS,
  ...MOVE_EVENTS,
  ...RESTORE_EVENTS,
  ...AFTERWARDS_EVENTS,
  ...AROUND_EVENTS,
  'clock.moved': { by: 'run', data: [] },
  'story.ended': { by: 'run', data: [] },
  'attempt.began': { by: 'run', data: ['file'] },
  'parts.changed': { by: 'run', data: ['lacking', 'anew'] },
  'homeScreen.reached': { by: 'notice', data: ['situation', 'restoreRan'] },
  'network.cut': { by: 'notice', data: [] },
  'enrolment.changed': { by: 'notice', data: ['enrolment', 'there', 'kept'] },
  'account.left': { by: 'notice', data: ['situation'] },
} as const satisfies Readonly<Record<string, ScriptEventRow | InnerEventRow>>;

export type EventType = keyof typeof EVENTS;
export type EventTypeBy<By> = {
  [T in EventType]: (typeof EVENTS)[T]['by'] extends By ? T : never;
}[EventType];

/** An event that a script can give. */
export type ScriptEvent = EventTypeBy<ScriptEventRow['by']>;

export const SCRIPT_EVENTS = Object.fromEntries(
  Object.entries<ScriptEventRow | InnerEventRow>(EVENTS).filter(
    ([, { by }]) => by === 'person' || by === 'surroundings',
  ),
) as Readonly<Record<ScriptEvent, ScriptEventRow>>;

export const isScriptEvent = (event: string): event is ScriptEvent => Object.hasOwn(SCRIPT_EVENTS, event);

/** What does not belong to a part of the story has its place behind all of them. */
export const placeInStory = (event: ScriptEvent): number => {
  const { phase, leaves } = SCRIPT_EVENTS[event];
  // Who leaves does so after all else that the part is for.
  return phase === null ? PHASES.length : PHASES.indexOf(phase) + (leaves ? 0.5 : 0);
};

/** Everything that an event carries or may carry. */
export const carriedBy = (event: ScriptEvent): readonly EventData[] => [
  ...SCRIPT_EVENTS[event].data,
  ...mayCarryWith(event),
];

/** What it carries only if somebody says so. */
export const mayCarryWith = (event: ScriptEvent): readonly EventData[] => eachOf(SCRIPT_EVENTS[event].mayCarry);
