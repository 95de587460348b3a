import * as z from 'zod/mini';
import type { FileForm } from '../scenario/fields.ts';
import type { JsonSchema } from '../scenario/json-schema.ts';
import { lessonSchema } from './lesson.ts';

let cached: JsonSchema | undefined;

/** What a person may write in a lesson file, for editors. */
export const lessonJsonSchema = (): JsonSchema =>
  (cached ??= {
    title: 'A restore-sim lesson',
    ...(z.toJSONSchema(lessonSchema, { io: 'input', target: 'draft-7', unrepresentable: 'any' }) as JsonSchema),
  });

export const LESSON_FORM: FileForm = {
  name: 'lesson',
  least: 'title, why, minutes, teaches, cases and tasks',
  schema: lessonJsonSchema,
};
