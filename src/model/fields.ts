import * as z from 'zod';
import { MAX_SIZE_SIZE, parseBytes } from './bytes.ts';
import { ID, isForbiddenName } from './names.ts';
import { parseMoment } from './time.ts';
import { isVersion } from './version.ts';

/** The kinds of values that a scenario states, each with its own complaint. */

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

export const wordSchema = <const T extends readonly [string, ...string[]]>(...words: T) => z.enum(words);
export const yesNoSchema = wordSchema('yes', 'no', 'unknown');
export const onOffSchema = wordSchema('on', 'off', 'unknown');
export const allowedSchema = wordSchema('allowed', 'forbidden');
export const optionSchema = (description: string) =>
  wordSchema('yes', 'no')
    .optional()
    .meta({ description: `${description}; as the program does by itself unless said otherwise` });
