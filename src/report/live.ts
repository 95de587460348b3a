import { readAsSchema } from '../model/fields.ts';
import { cellOf, orNull } from '../model/optional.ts';
import * as z from 'zod/mini';
import { MAX_LINES, MAX_NAME_LENGTH } from './live-limits.ts';
import { liveLineSchema } from './live-lines.ts';
import type { LiveMessage } from './live-message.ts';
import { cutJson, isPlain, seenIn } from './live-snapshot.ts';

/**
 * What a running program tells those who watch it, over a socket, as JSON texts: the messages of Stately's inspector
 * (`@xstate.actor`, `@xstate.event`, `@xstate.snapshot`), XState's own inspection events as `JSON.stringify` leaves
 * them, and those of our own runs. Whoever sends them is a stranger.
 */

const MAX_SCENARIO_LENGTH = 1_000_000;

const name = z.string().check(z.maxLength(MAX_NAME_LENGTH));
const event = z.union([z.looseObject({ type: name }), readAsSchema(name, (type) => ({ type }))]);
/** All that JSON keeps of a reference to an actor is its id, unless the sender adds the session. */
const reference = z.nullish(z.object({ sessionId: z.optional(name), id: z.optional(name) }));

const actorMessage = z.object({
  type: z.literal('@xstate.actor'),
  sessionId: z.nullish(name),
  actorRef: reference,
  name: z.nullish(name),
  parentId: z.nullish(name),
  snapshot: z.optional(z.unknown()),
});
const eventMessage = z.object({
  type: z.literal('@xstate.event'),
  sessionId: z.nullish(name),
  actorRef: reference,
  sourceId: z.nullish(name),
  sourceRef: reference,
  event,
});
const snapshotMessage = z.object({
  type: z.literal('@xstate.snapshot'),
  sessionId: z.nullish(name),
  actorRef: reference,
  event: z.nullish(event),
  snapshot: z.optional(z.unknown()),
});
const beganMessage = z.object({
  type: z.literal('restore-sim.began'),
  scenario: name,
  text: z.optional(z.string().check(z.maxLength(MAX_SCENARIO_LENGTH))),
});
const linesMessage = z.object({
  type: z.literal('restore-sim.lines'),
  lines: z.array(liveLineSchema).check(z.maxLength(MAX_LINES)),
});
const endedMessage = z.object({
  type: z.literal('restore-sim.ended'),
  outcome: name,
  fingerprints: z.object({ outcome: name, journal: name }),
});

const messageSchema = z.discriminatedUnion('type', [
  actorMessage,
  eventMessage,
  snapshotMessage,
  beganMessage,
  linesMessage,
  endedMessage,
]);

/** `not shown`: well meant, such as a microstep, but nothing that a watcher shows. `undefined`: not understood. */
export type LiveReading = LiveMessage | 'not shown' | undefined;

export function readLiveMessage(text: string): LiveReading {
  try {
    return readLiveValue(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The same for a value that is parsed already, such as what one window posts to another. */
export function readLiveValue(value: unknown): LiveReading {
  // Some senders wrap a message, so that dates and the like survive.
  const inner = isPlain(value) && value['type'] === undefined && isPlain(value['json']) ? value['json'] : value;
  const parsed = messageSchema.safeParse(inner);
  if (parsed.success) return liveMessageOf(parsed.data);
  return isPlain(inner) && isForeignKind(inner['type']) ? 'not shown' : undefined;
}

const KNOWN: ReadonlySet<string> = new Set(['@xstate.actor', '@xstate.event', '@xstate.snapshot']);

/** XState tells of more than is shown, and a later version may tell of yet more. */
const isForeignKind = (type: unknown): boolean =>
  typeof type === 'string' && /^@(xstate|statelyai)\./.test(type) && !KNOWN.has(type);

function liveMessageOf(message: z.infer<typeof messageSchema>): LiveReading {
  switch (message.type) {
    case '@xstate.actor': {
      const id = idOf(message);
      if (id === undefined) return undefined;
      const called = cellOf(message.name ?? message.actorRef?.id);
      return {
        type: 'actor',
        id,
        // Without an id in its config a machine is called by its session.
        name: called === id && /^x:\d+$/.test(id) ? '' : called,
        parent: orNull(message.parentId),
        snapshot: seenIn(message.snapshot),
      };
    }
    case '@xstate.event': {
      const id = idOf(message);
      if (id === undefined) return undefined;
      const { sourceId, sourceRef } = message;
      const source = orNull(sourceId ?? sourceRef?.sessionId ?? sourceRef?.id);
      return { type: 'event', id, source, event: message.event.type, data: cutJson(message.event) };
    }
    case '@xstate.snapshot': {
      const id = idOf(message);
      if (id === undefined) return undefined;
      return { type: 'snapshot', id, event: cellOf(message.event?.type), snapshot: seenIn(message.snapshot) };
    }
    case 'restore-sim.began':
      return { type: 'began', scenario: message.scenario, text: cellOf(message.text) };
    case 'restore-sim.lines':
      return { type: 'lines', lines: message.lines };
    case 'restore-sim.ended':
      return { type: 'ended', outcome: message.outcome, fingerprints: message.fingerprints };
    default:
      return undefined;
  }
}

type Addressed = z.infer<typeof actorMessage | typeof eventMessage | typeof snapshotMessage>;

const idOf = ({ sessionId, actorRef }: Pick<Addressed, 'sessionId' | 'actorRef'>): string | undefined =>
  sessionId ?? actorRef?.sessionId ?? actorRef?.id;
