import type * as z from 'zod/mini';
import type { FileForm } from '../../../src/scenario/fields.ts';
import { describeIssue } from '../../../src/scenario/issues.ts';

type Issue = z.core.$ZodIssue;
/** What a schema finds, with as little in it as its message needs. */
export type Fault = Readonly<Record<string, unknown>>;
export const fault = (code: string, path: readonly PropertyKey[], more: Fault = {}): Fault => ({
  code,
  path,
  message: '',
  ...more,
});
export const told = (of: Fault, stated: unknown, form?: FileForm) =>
  describeIssue(of as unknown as Issue, stated, form);
/** `path key: message | advice`, with a quote behind what has to be put in quotes as it stands. */
export const said = (of: Fault, stated: unknown, form?: FileForm): string[] =>
  told(of, stated, form).map(
    ({ path, at, message, advice, quotes }) =>
      `${path.join('/')}${at === 'key' ? ' key' : ''}: ${message}` +
      `${advice === undefined ? '' : ` | ${advice}`}${quotes === true ? ' "' : ''}`,
  );
