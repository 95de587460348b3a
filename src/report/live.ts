import * as z from 'zod';
import { type JournalLine, journalLineSchema } from '../run/journal-line.ts';

/**
 * What a running program tells those who watch it, over a socket, as JSON texts: the messages of Stately's inspector
 * (`@xstate.actor`, `@xstate.event`, `@xstate.snapshot`), and those of our own runs. Whoever sends them is a stranger.
 */

/** Longest message, in characters. */
export const MAX_MESSAGE_LENGTH = 1_000_000;
/** Most journal lines in one message of ours. */
export const MAX_LINES = 500;
const MAX_NAME_LENGTH = 400;
const MAX_TEXT_LENGTH = 4000;
const MAX_STATES = 200;

const name = z.string().max(MAX_NAME_LENGTH);
const eventSchema = z.object({ type: name });

const actorMessage = z.object({
  type: z.literal('@xstate.actor'),
  sessionId: name,
  name: name.optional(),
  parentId: name.nullish(),
  snapshot: z.unknown().optional(),
});
const eventMessage = z.object({
  type: z.literal('@xstate.event'),
  sessionId: name,
  sourceId: name.nullish(),
  event: eventSchema.loose(),
});
const snapshotMessage = z.object({
  type: z.literal('@xstate.snapshot'),
  sessionId: name,
  event: eventSchema.loose().nullish(),
  snapshot: z.unknown().optional(),
});
const line = journalLineSchema.refine(({ actor }) => actor.length <= MAX_NAME_LENGTH);
const beganMessage = z.object({
  type: z.literal('restore-sim.began'),
  scenario: name,
  text: z.string().max(MAX_MESSAGE_LENGTH).optional(),
});
const linesMessage = z.object({ type: z.literal('restore-sim.lines'), lines: z.array(line).max(MAX_LINES) });
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

/** A snapshot as far as a watcher shows it. */
export interface SeenSnapshot {
  readonly status: string;
  /** Active leaf states, dotted. */
  readonly states: readonly string[];
  /** The context as JSON, cut off. */
  readonly context: string;
}

export type LiveMessage =
  | {
      readonly type: 'actor';
      readonly id: string;
      readonly name: string;
      readonly parent: string | null;
      readonly snapshot: SeenSnapshot;
    }
  | {
      readonly type: 'event';
      readonly id: string;
      readonly source: string | null;
      readonly event: string;
      readonly data: string;
    }
  | { readonly type: 'snapshot'; readonly id: string; readonly event: string; readonly snapshot: SeenSnapshot }
  | { readonly type: 'began'; readonly scenario: string; readonly text: string }
  | { readonly type: 'lines'; readonly lines: readonly JournalLine[] }
  | {
      readonly type: 'ended';
      readonly outcome: string;
      readonly fingerprints: { readonly outcome: string; readonly journal: string };
    };

/** Reads one message. `undefined` for anything that is none, is too large or is not what it says. */
export function readLiveMessage(text: string): LiveMessage | undefined {
  if (text.length > MAX_MESSAGE_LENGTH) return undefined;
  try {
    return readLiveValue(JSON.parse(text));
  } catch {
    return undefined;
  }
}

/** The same for a value that is parsed already, such as what one window posts to another. */
export function readLiveValue(value: unknown): LiveMessage | undefined {
  // Some senders wrap a message, so that dates and the like survive.
  const inner = isPlain(value) && value['type'] === undefined && isPlain(value['json']) ? value['json'] : value;
  const parsed = messageSchema.safeParse(inner);
  if (!parsed.success) return undefined;
  const message = parsed.data;
  switch (message.type) {
    case '@xstate.actor':
      return {
        type: 'actor',
        id: message.sessionId,
        name: message.name ?? message.sessionId,
        parent: message.parentId ?? null,
        snapshot: seen(message.snapshot),
      };
    case '@xstate.event':
      return {
        type: 'event',
        id: message.sessionId,
        source: message.sourceId ?? null,
        event: message.event.type,
        data: cut(message.event),
      };
    case '@xstate.snapshot':
      return {
        type: 'snapshot',
        id: message.sessionId,
        event: message.event?.type ?? '',
        snapshot: seen(message.snapshot),
      };
    case 'restore-sim.began':
      return { type: 'began', scenario: message.scenario, text: message.text ?? '' };
    case 'restore-sim.lines':
      return { type: 'lines', lines: message.lines };
    case 'restore-sim.ended':
      return { type: 'ended', outcome: message.outcome, fingerprints: message.fingerprints };
    default:
      return undefined;
  }
}

const isPlain = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function seen(snapshot: unknown): SeenSnapshot {
  if (!isPlain(snapshot)) return { status: 'active', states: [], context: '' };
  const { status, value, context } = snapshot;
  const states: string[] = [];
  collectStates(value, '', states, 0);
  return {
    status: typeof status === 'string' ? status.slice(0, 40) : 'active',
    states,
    context: context === undefined ? '' : cut(context),
  };
}

const MAX_DEPTH = 30;

function collectStates(value: unknown, before: string, states: string[], depth: number): void {
  if (states.length >= MAX_STATES || depth > MAX_DEPTH) return;
  if (typeof value === 'string') states.push(`${before}${value}`.slice(0, MAX_NAME_LENGTH));
  else if (isPlain(value)) {
    for (const [key, inner] of Object.entries(value)) {
      if (isPlain(inner) && Object.keys(inner).length === 0) states.push(`${before}${key}`.slice(0, MAX_NAME_LENGTH));
      else collectStates(inner, `${before}${key}.`, states, depth + 1);
    }
  }
}

function cut(value: unknown): string {
  const text = JSON.stringify(value) ?? '';
  return text.length > MAX_TEXT_LENGTH ? `${text.slice(0, MAX_TEXT_LENGTH)} …` : text;
}
