import * as z from 'zod/mini';
import type { Draft } from '../../intake/draft.ts';
import { questionsOf } from '../../intake/asking.ts';

const draftSchema = z.object({
  id: z.string(),
  basis: z.enum(['call', 'scenario']),
  stated: z.record(z.string(), z.json()),
  notKnown: z.array(z.string()),
  oldPhone: z.object({
    same: z.optional(z.string()),
    kind: z.optional(z.string()),
    model: z.optional(z.string()),
    ios: z.optional(z.string()),
    state: z.optional(z.string()),
  }),
  found: z.record(z.string(), z.enum(['there', 'missing'])),
});

/** The cards as they were kept; `undefined` for something else, such as the cards of another version of the page. */
export function readDraft(value: unknown): Draft | undefined {
  const read = draftSchema.safeParse(value);
  if (!read.success) return undefined;
  const draft = read.data as Draft;
  try {
    questionsOf(draft);
    return draft;
  } catch {
    return undefined;
  }
}
