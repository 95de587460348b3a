import * as z from 'zod/mini';
import { liveMessageSchema } from './live-message.ts';

const id = z.int().check(z.minimum(1));

/** What is known of an actor from messages that are no longer kept. */
const knownActorSchema = z.object({
  id: z.string(),
  name: z.string(),
  parent: z.nullable(z.string()),
  status: z.string(),
  states: z.array(z.string()),
});
export type KnownActor = z.infer<typeof knownActorSchema>;

/** What the local server says to a page that watches. */
const envelopeSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('joined'), id }),
  z.object({
    kind: z.literal('known'),
    id,
    /** Messages that this page does not get, because they are no longer kept. */
    missed: z.int().check(z.minimum(0)),
    /** Actors that began in them, whether or not they are still listed. */
    met: z.int().check(z.minimum(0)),
    actors: z.array(knownActorSchema),
  }),
  z.object({ kind: z.literal('told'), id, message: liveMessageSchema }),
  z.object({ kind: z.literal('left'), id, why: z.string() }),
  /** Somebody was turned away at the door. */
  z.object({ kind: z.literal('refused'), who: z.string(), why: z.string() }),
]);
export type LiveEnvelope = z.infer<typeof envelopeSchema>;

export function readEnvelope(text: string): LiveEnvelope | undefined {
  try {
    return envelopeSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
