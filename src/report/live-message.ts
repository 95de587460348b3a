import * as z from 'zod/mini';
import { MAX_LINES } from './live-limits.ts';
import { liveLineSchema } from './live-lines.ts';

/** What a watcher is shown of a running program: what `readLiveMessage` makes of what the program tells. */

const seenSnapshotSchema = z.object({
  status: z.string(),
  /** Active leaf states, dotted. */
  states: z.array(z.string()),
  /** The context as JSON, cut off. */
  context: z.string(),
  /** The output or the error of an actor that ended, as JSON, cut off. */
  result: z.string(),
  /** Equal for equal snapshots; empty when that cannot be told. */
  mark: z.string(),
});
export type SeenSnapshot = z.infer<typeof seenSnapshotSchema>;

export const liveMessageSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('actor'),
    id: z.string(),
    /** Empty when the program gives it none. */
    name: z.string(),
    parent: z.nullable(z.string()),
    snapshot: seenSnapshotSchema,
  }),
  z.object({
    type: z.literal('event'),
    id: z.string(),
    source: z.nullable(z.string()),
    event: z.string(),
    /** The whole event as JSON, cut off. */
    data: z.string(),
  }),
  z.object({ type: z.literal('snapshot'), id: z.string(), event: z.string(), snapshot: seenSnapshotSchema }),
  z.object({ type: z.literal('began'), scenario: z.string(), text: z.string() }),
  z.object({ type: z.literal('lines'), lines: z.array(liveLineSchema).check(z.maxLength(MAX_LINES)) }),
  z.object({
    type: z.literal('ended'),
    outcome: z.string(),
    fingerprints: z.object({ outcome: z.string(), journal: z.string() }),
  }),
  /** Said by our own server about the program. */
  z.object({ type: z.literal('note'), says: z.string() }),
]);
export type LiveMessage = z.infer<typeof liveMessageSchema>;
