import * as z from 'zod';
import { MAX_NAME_LENGTH, MAX_STATES } from './live-limits.ts';

const word = z.string().max(MAX_NAME_LENGTH);

/** A line of a journal as far as a watcher shows it. Whoever sends one is a stranger: nothing else is let through. */
export const liveLineSchema = z.object({
  n: z.int().min(1),
  step: z.int().min(1),
  at: z.number().min(0),
  actor: word,
  type: word,
  event: word.optional(),
  to: word.optional(),
  states: z.array(word).max(MAX_STATES).optional(),
});
export type LiveLine = z.infer<typeof liveLineSchema>;
