import * as z from 'zod';
import { MAX_SIZE_SIZE, parseBytes } from './bytes.ts';
import { madeOnce } from './groups.ts';
import { ID, isForbiddenName } from './names.ts';
import { parseMoment } from './time.ts';
import { isVersion } from './version.ts';

/*
 * The kinds of values that a scenario states, each with its own complaint.
 *
 * Every start makes all of them, hundreds, and most stand in a field that has a default or may be left out. A chain of
 * methods would make each of those twice, and a function for every method: so here they are made as they are to be.
 */

const described = <Schema extends z.ZodType>(schema: Schema, description: string | undefined): Schema => {
  if (description !== undefined) z.globalRegistry.add(schema, { description });
  return schema;
};
/** What may be left out, with what it means. */
export const optionalSchema = <Schema extends z.ZodType>(schema: Schema, description?: string): z.ZodOptional<Schema> =>
  described(z.optional(schema), description);
/** What holds something else where it is left out, with what it means. */
export const defaultSchema = <Schema extends z.ZodType>(
  schema: Schema,
  value: z.core.util.NoUndefined<z.output<Schema>>,
  description?: string,
): z.ZodDefault<Schema> => described(z._default(schema, value), description);

const isWhole = (word: string): boolean => !/\p{Cs}/u.test(word);
/** Free words, without half characters: those can be neither fingerprinted nor written down. */
export const textSchema = (longest: number) =>
  z.string().min(1).max(longest).refine(isWhole, 'a text of whole characters (half of one stands in it)');
/** The one rule for ids, at every door. */
export const idSchema = z
  .string()
  .regex(ID, 'small letters, digits and hyphens')
  .refine((word) => !isForbiddenName(word), 'a word that can be an id; choose another');
export const daySchema = z
  .string()
  .refine((word) => parseMoment(word) !== undefined, 'a date that exists, such as 2026-03-01');
export const versionSchema = z.string().refine(isVersion, 'a version such as "18.3.1"');
export const sizeSchema = z
  .union([z.number().int().min(0).max(MAX_SIZE_SIZE), z.string()])
  .transform((value, context) => {
    const bytes = typeof value === 'number' ? value : parseBytes(value);
    if (bytes !== undefined && bytes <= MAX_SIZE_SIZE) return bytes;
    context.addIssue({ code: 'custom', message: 'a size between 0 B and 16 TB, such as 38.6 GB', input: value });
    return z.NEVER;
  })
  .meta({ description: 'A size, such as 38.6 GB, 120 kB or a number of bytes' });

const wordsKnown = new Map<string, z.ZodLiteral<string>>();
/**
 * One of some words. The same words come in many fields, and are one schema. `z.enum` says the same, but makes a table
 * of the words and several lists of it, which nobody reads here.
 */
export const wordSchema = <const T extends readonly [string, ...string[]]>(...words: T) =>
  madeOnce(wordsKnown, words.join(), () => z.literal(words)) as z.ZodLiteral<T[number]>;
export const yesNoSchema = wordSchema('yes', 'no', 'unknown');
export const onOffSchema = wordSchema('on', 'off', 'unknown');
export const allowedSchema = wordSchema('allowed', 'forbidden');
export const optionSchema = (description: string) =>
  optionalSchema(wordSchema('yes', 'no'), `${description}; as the program does by itself unless said otherwise`);
