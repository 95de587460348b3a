import * as z from 'zod/mini';

/** The form in which cases are kept; a later form of the page may read it, an older one leaves it alone. */
export const KEPT_VERSION = 1;

const keptSchema = z.object({
  v: z.literal(KEPT_VERSION),
  title: z.string().check(z.minLength(1), z.maxLength(300)),
  /** When it was kept, in milliseconds. */
  at: z.number().check(z.int(), z.minimum(0)),
  /** The case as a scenario file: what reads files reads it, whatever the cards look like by then. */
  text: z.string().check(z.minLength(1), z.maxLength(1_000_000)),
  /** The cards as they were answered, with what nobody knew: a file has no word for that. */
  draft: z.optional(z.unknown()),
  /** It was played, and is no longer being asked. */
  done: z.optional(z.boolean()),
});

/** A case of one’s own, kept in this browser. */
export interface KeptCase {
  readonly id: string;
  readonly title: string;
  readonly at: number;
  readonly text: string;
  readonly draft?: unknown;
  readonly done?: boolean | undefined;
}

/** An entry that cannot be read: it is told and left as it is, until somebody decides. */
export interface DamagedCase {
  readonly id: string;
  readonly says: string;
  readonly raw: string;
}

export type ReadEntry = { readonly kept: KeptCase } | { readonly damaged: DamagedCase };

export const writeKept = ({ title, at, text, draft, done }: Omit<KeptCase, 'id'>): string =>
  JSON.stringify({ v: KEPT_VERSION, title, at, text, draft, done });

export function readKept(id: string, raw: string): ReadEntry {
  const damaged = (says: string): ReadEntry => ({ damaged: { id, says, raw } });
  let value: unknown;
  try {
    value = JSON.parse(raw);
  } catch {
    return damaged('What is kept here is cut off or was written by something else.');
  }
  const version = z.object({ v: z.number().check(z.int()) }).safeParse(value);
  if (version.success && version.data.v > KEPT_VERSION)
    return damaged('A newer version of this page kept it. Open it there.');
  const read = keptSchema.safeParse(value);
  if (!read.success) return damaged('A part of what was kept is missing.');
  const { v: _version, ...kept } = read.data;
  return { kept: { id, ...kept } };
}
