import type * as z from 'zod/mini';
import { didYouMean } from '../model/near-word.ts';
import { InputError, type Problem } from '../model/problem.ts';
import { describeIssue } from '../scenario/issues.ts';
import { type JournalLine, journalLineSchema } from './journal-line.ts';

/** Problems told of one line: the first one is nearly always the cause of the others. */
const MAX_PROBLEMS = 3;
const ADVICE = 'A journal is what run --journal writes, whole and as it was written.';

/** What stands wrong in a line. `at`: the key it is about. */
interface Fault {
  readonly at?: PropertyKey | undefined;
  readonly message: string;
  readonly advice?: string | undefined;
}

/**
 * The lines of a journal from the text of its file. Throws an InputError that names the first line that cannot be
 * one, and what was expected there.
 */
export function readJournal(file: string, text: string): JournalLine[] {
  const lines: JournalLine[] = [];
  for (const [index, row] of text.split('\n').entries()) {
    if (row.trim() === '') continue;
    lines.push(
      readLine(row, lines, (faults) => {
        throw new InputError(faults.slice(0, MAX_PROBLEMS).map((fault) => problemOf(file, index + 1, row, fault)));
      }),
    );
  }
  if (lines.length === 0)
    throw new InputError([{ file, line: 1, column: 1, message: 'this journal has no lines', advice: ADVICE }]);
  return lines;
}

function readLine(
  row: string,
  before: readonly JournalLine[],
  refuse: (faults: readonly Fault[]) => never,
): JournalLine {
  const value = parsedOr(row, () => refuse([NO_OBJECT]));
  const parsed = journalLineSchema.safeParse(value);
  if (!parsed.success)
    return refuse(parsed.error.issues.flatMap((issue) => faultsOf(issue as z.core.$ZodIssue, value)));
  const faults = outOfOrder(parsed.data, before);
  return faults.length > 0 ? refuse(faults) : parsed.data;
}

const NO_OBJECT: Fault = { message: 'this is not a line of a journal: expected one JSON object' };

function parsedOr(row: string, refuse: () => never): unknown {
  try {
    return JSON.parse(row);
  } catch {
    return refuse();
  }
}

function faultsOf(issue: z.core.$ZodIssue, value: unknown): Fault[] {
  const [at] = issue.path;
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => ({ at: key, message: `a line of this kind has no “${key.slice(0, 60)}”` }));
  if (at === undefined) return [NO_OBJECT];
  if (at === 'type') return [unknownKind((value as { readonly type?: unknown }).type)];
  return describeIssue(issue, value).map(({ message, advice }) => ({ at, message, advice }));
}

const KINDS: readonly string[] = journalLineSchema.def.options.flatMap(({ shape }) => shape.type.def.values);

function unknownKind(kind: unknown): Fault {
  if (typeof kind !== 'string') return { message: 'missing “type”: expected the kind of the line' };
  const near = didYouMean(kind, KINDS);
  return {
    at: 'type',
    message: `“${kind.slice(0, 60)}” is no kind of line in a journal`,
    advice: near === undefined ? undefined : `Did you mean “${near}”?`,
  };
}

/** Lines are numbered, steps follow each other, and time does not run back: else some are missing or were moved. */
function outOfOrder(line: JournalLine, before: readonly JournalLine[]): Fault[] {
  const last = before.at(-1);
  if (line.n !== before.length + 1)
    return [{ at: 'n', message: `expected line ${before.length + 1} here, this is line ${line.n}` }];
  if (!last) {
    if (line.type !== 'story.began') return [{ at: 'type', message: 'a journal begins with “story.began”' }];
    return line.step === 1 ? [] : [{ at: 'step', message: 'a journal begins with step 1' }];
  }
  if (line.type === 'story.began') return [{ at: 'type', message: 'the story has begun already' }];
  if (line.step !== last.step && line.step !== last.step + 1)
    return [{ at: 'step', message: `expected step ${last.step} or ${last.step + 1} here, this is step ${line.step}` }];
  return line.atMs < last.atMs ? [{ at: 'atMs', message: `this is earlier than the line before` }] : [];
}

function problemOf(file: string, line: number, row: string, { at, message, advice = ADVICE }: Fault): Problem {
  const place = typeof at === 'string' ? row.indexOf(`"${at}"`) : -1;
  return { file, line, column: Math.max(0, place) + 1, excerpt: row, message, advice };
}
