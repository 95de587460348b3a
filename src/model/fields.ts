import * as z from 'zod/mini';
import { MAX_SIZE_SIZE, parseBytes } from './bytes.ts';
import { madeOnce } from './groups.ts';
import { ID, isForbiddenName } from './names.ts';
import { parseMoment } from './time.ts';
import { isVersion } from './version.ts';

/*
 * The kinds of values that a scenario states, each with its own complaint.
 *
 * Every start makes all of them, hundreds, and most stand in a field that has a default or may be left out. Schemas
 * with methods would be made twice each, with a function for every method: these have none, and are made as they are
 * to be.
 */

const described = <Schema extends z.ZodMiniType>(schema: Schema, description: string | undefined): Schema => {
  if (description !== undefined) z.globalRegistry.add(schema, { description });
  return schema;
};
/** The same schema with what it means: a new one, so that it can mean something else elsewhere. */
export const describedSchema = <Schema extends z.ZodMiniType>(schema: Schema, description: string): Schema =>
  described(z.clone(schema), description);
/** What may be left out, with what it means. */
export const optionalSchema = <Schema extends z.ZodMiniType>(
  schema: Schema,
  description?: string,
): z.ZodMiniOptional<Schema> => described(z.optional(schema), description);
/** What holds something else where it is left out, with what it means. */
export const defaultSchema = <Schema extends z.ZodMiniType>(
  schema: Schema,
  value: z.core.util.NoUndefined<z.output<Schema>>,
  description?: string,
): z.ZodMiniDefault<Schema> => described(z._default(schema, value), description);

/** Ends the reading of a value with what was expected instead. */
export function refuseValue(context: z.core.ParsePayload, expected: string): never {
  context.issues.push({ code: 'custom', message: expected, input: context.value });
  return z.NEVER;
}

/** What is written in one form and meant in another. */
export const readAsSchema = <Written extends z.ZodMiniType, Meant>(
  written: Written,
  read: (value: z.output<Written>, context: z.core.ParsePayload) => Meant,
) => z.pipe(written, z.transform(read));

/** A whole number within bounds. */
export const wholeSchema = (least: number, most: number) =>
  z.number().check(z.int(), z.minimum(least), z.maximum(most));
const isWhole = (word: string): boolean => !/\p{Cs}/u.test(word);
/** Free words, without half characters: those can be neither fingerprinted nor written down. */
export const textSchema = (longest: number) =>
  z
    .string()
    .check(
      z.minLength(1),
      z.maxLength(longest),
      z.refine(isWhole, 'a text of whole characters (half of one stands in it)'),
    );
/** The one rule for ids, at every door. */
export const idSchema = z.string().check(
  z.regex(ID, 'small letters, digits and hyphens'),
  z.refine((word) => !isForbiddenName(word), 'a word that can be an id; choose another'),
);
export const daySchema = z
  .string()
  .check(z.refine((word) => parseMoment(word) !== undefined, 'a date that exists, such as 2026-03-01'));
export const versionSchema = z.string().check(z.refine(isVersion, 'a version such as "18.3.1"'));
export const sizeSchema = describedSchema(
  readAsSchema(z.union([wholeSchema(0, MAX_SIZE_SIZE), z.string()]), (value, context) => {
    const bytes = typeof value === 'number' ? value : parseBytes(value);
    if (bytes !== undefined && bytes <= MAX_SIZE_SIZE) return bytes;
    return refuseValue(context, 'a size between 0 B and 16 TB, such as 38.6 GB');
  }),
  'A size, such as 38.6 GB, 120 kB or a number of bytes',
);

const wordsKnown = new Map<string, z.ZodMiniLiteral<string>>();
/**
 * One of some words. The same words come in many fields, and are one schema. `z.enum` says the same, but makes a table
 * of the words and several lists of it, which nobody reads here.
 */
export const wordSchema = <const T extends readonly [string, ...string[]]>(...words: T) =>
  madeOnce(wordsKnown, words.join(), () => z.literal(words)) as z.ZodMiniLiteral<T[number]>;
export const yesNoSchema = wordSchema('yes', 'no', 'unknown');
export const onOffSchema = wordSchema('on', 'off', 'unknown');
export const allowedSchema = wordSchema('allowed', 'forbidden');
export const optionSchema = (description: string) =>
  optionalSchema(wordSchema('yes', 'no'), `${description}; as the program does by itself unless said otherwise`);
