import * as z from 'zod/mini';
import { journalLineSchema } from '../run/journal-line.ts';
import { MAX_NAME_LENGTH } from './live-limits.ts';

/** The journal's lines on the wire: the journal's own schema, and names that a page can show. */
export const liveLineSchema = journalLineSchema.check(z.refine(({ actor }) => actor.length <= MAX_NAME_LENGTH));

export type LiveLine = z.infer<typeof liveLineSchema>;
