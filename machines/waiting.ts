import { assign, type EventObject, type MachineContext } from 'xstate';
import { momentOf } from './events.ts';
import { guardOn } from './guard.ts';

/** A context that can wait for a moment. `src/run` moves the clock to it, for no machine has a clock of its own. */
export interface Waits {
  readonly dueAtMs: number | null;
}

/** One whose waiting can be held up and gone on with. */
export interface CanBeHeldUp extends Waits {
  readonly remainingMs: number | null;
}

/** Whether the moment that is waited for has come. */
export const hasCome = ({ dueAtMs }: Waits, event: unknown): boolean => dueAtMs !== null && momentOf(event) >= dueAtMs;

export const WAITING_GUARDS = {
  isDue: guardOn<Waits>()({
    holds: ({ context, event }) => hasCome(context, event),
    saw: ({ dueAtMs }) => ({ 'due at': dueAtMs }),
    words: 'Its time has not come yet.',
  }),
};

/** A length of time, as actions take it. */
interface For {
  readonly ms: number;
}

// XState cannot know that a context of an unknown machine takes these parts; `Waits` says that it does.
const waits = <C extends Waits>(part: Waits): Partial<C> => part as Partial<C>;
const isHeldUp = <C extends CanBeHeldUp>(part: CanBeHeldUp): Partial<C> => part as Partial<C>;

export const waitingActions = <C extends MachineContext & Waits, E extends EventObject>() => ({
  waitFor: assign<C, E, For, E, never>(({ event }, { ms }) => waits<C>({ dueAtMs: momentOf(event) + ms })),
  stopWaiting: assign<C, E, undefined, E, never>(() => waits<C>({ dueAtMs: null })),
});

export const holdingActions = <C extends MachineContext & CanBeHeldUp, E extends EventObject>() => ({
  /** Waits as long as was left when it was held up, else the whole time. */
  waitForRest: assign<C, E, For, E, never>(({ context, event }, { ms }) =>
    isHeldUp<C>({ dueAtMs: momentOf(event) + (context.remainingMs ?? ms), remainingMs: null }),
  ),
  /** Whatever was held up is done again from its beginning. */
  forgetRest: assign<C, E, undefined, E, never>(() => isHeldUp<C>({ dueAtMs: null, remainingMs: null })),
  holdUp: assign<C, E, undefined, E, never>(({ context, event }) =>
    isHeldUp<C>({
      dueAtMs: null,
      remainingMs: context.dueAtMs === null ? null : context.dueAtMs - momentOf(event),
    }),
  ),
});
