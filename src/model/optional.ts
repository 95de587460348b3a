import { must } from './must.ts';

/** JSON has one word for what is not there. A journal, an answer or a state that is kept says it. */
export const orNull = <Value>(value: Value | undefined): Value | null => value ?? null;

/** The values of a list that may be left out: who leaves it out names none. */
export const eachOf = <Value>(list: readonly Value[] | undefined | null): readonly Value[] => list ?? [];

/** The parts of a text; there is always a first one. */
export const splitAt = (text: string, by: string | RegExp): readonly [string, ...string[]] => {
  const [first, ...rest] = text.split(by);
  return [must(first, 'the first part of a text'), ...rest];
};

/** A cell of a table or of a line: where there is nothing to say it is empty. */
export const cellOf = (said: string | null | undefined): string => said ?? '';
