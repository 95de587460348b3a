import { orNull } from '../src/model/optional.ts';

/** Values that a guard compared, for the person whose tap was refused. */
export type SeenValues = Readonly<Record<string, string | number | boolean | null>>;

/** What a guard is asked with; a moment stands in the event, data of an event come as params. */
interface Asked<Context> {
  readonly context: Context;
  readonly event: { readonly type: string };
}

/**
 * One guard, all of it: the chart asks whether it `holds`; when it does not, the journal tells what it `saw`, and a
 * person reads the `words`.
 */
export interface Guard<Context, Params> {
  readonly holds: (asked: Asked<Context>, params: Params) => boolean;
  readonly saw: (context: Context, params: Params) => SeenValues;
  /** What the guard asks for, as an answer to “why not”. */
  readonly words: string;
}

/** A guard as its row says it: what is not there may be left out of what it saw. */
interface GuardRow<Context, Params> extends Omit<Guard<Context, Params>, 'saw'> {
  readonly saw: (context: Context, params: Params) => Readonly<Record<string, SeenValues[string] | undefined>>;
}

/** A row of a machine's table of guards; its params are inferred from the row. A journal says “none” as `null`. */
export const guardOn =
  <Context>() =>
  <Params>({ holds, saw, words }: GuardRow<Context, Params>): Guard<Context, Params> => ({
    holds,
    saw: (context, params) =>
      Object.fromEntries(Object.entries(saw(context, params)).map(([name, value]) => [name, orNull(value)])),
    words,
  });

type Holds<Table> = { readonly [Name in keyof Table]: Table[Name] extends { readonly holds: infer H } ? H : never };

/** The part of a table that XState's `setup` takes: a guard without a row cannot be named in a chart. */
export const holdsOf = <Table extends Readonly<Record<string, { readonly holds: unknown }>>>(
  table: Table,
): Holds<Table> => Object.fromEntries(Object.entries(table).map(([name, { holds }]) => [name, holds])) as Holds<Table>;
