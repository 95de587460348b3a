import { Document, isMap, isSeq } from 'yaml';
import { given } from '../../model/given.ts';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import { kindsOffered } from '../../run/other-backups.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { isUsable } from '../../run/on-phone.ts';
import type { Run } from '../../run/play.ts';
import { loadScenario } from '../../scenario/load.ts';
import { listIn } from '../../scenario/stated.ts';
import { exactScripts, type PlainEntry } from './exact-script.ts';

type Plain = Readonly<Record<string, unknown>>;

/** As much of a run as a record needs: a played scenario, or one that a person took by hand. */
export interface Recorded extends Pick<Run, 'scenario' | 'attempts' | 'world'> {
  readonly lines: readonly JournalLine[];
}

export interface RecordOptions {
  /** The name of the file that it becomes. */
  readonly file: string;
  /** Attempts that the stated script does not lead to: a person took them by hand. None unless said. */
  readonly byHand?: 'none' | 'the last' | 'all';
}

/**
 * A run as the text of a scenario file whose expectations are what was observed, for a person to read and accept.
 * It is read once before it is given out: throws an InputError when nobody could read it again.
 */
export function recordToScenario(run: Recorded, { file, byHand = 'none' }: RecordOptions): string {
  const { script, attempts: _attempts, expect: _expect, ...rest } = run.scenario.stated;
  const exact = byHand === 'none' ? [] : exactScripts(run.scenario, run.lines);
  const scripts = exact.map((one, index) => (byHand === 'all' || index === exact.length - 1 ? one : undefined));
  const first = scripts[0] ?? (script as readonly PlainEntry[] | undefined);
  const attempts = furtherAttempts(run, scripts.slice(1));
  const document = new Document({
    ...rest,
    ...(first === undefined || first.length === 0 ? {} : { script: first }),
    ...(attempts.length === 0 ? {} : { attempts }),
    expect: observed(run),
  });
  for (const list of [['script'], ...attempts.map((_, index) => ['attempts', index, 'script'])])
    oneLineEach(document.getIn(list));
  const text = document.toString({ lineWidth: 110, flowCollectionPadding: true });
  const whole = `# Recorded from a run. Read the expectations below and keep them only if they are right.\n${text}`;
  readAgain(whole, file);
  return whole;
}

/** The text of a file that expects nothing, as it stands, with what its run showed behind it. */
export function withObserved(text: string, run: Recorded): string {
  const expected = new Document({ expect: observed(run) }).toString();
  return `${text.trimEnd()}\n# Recorded from a run. Read it, and keep it only if it is right.\n${expected}`;
}

type MaybeScript = readonly PlainEntry[] | undefined;

/** Each with its changes, and with the script that is its own: what was done by hand, or what the scenario states. */
function furtherAttempts({ scenario, attempts }: Recorded, byHand: readonly MaybeScript[]): Plain[] {
  const stated = listIn(scenario.stated, 'attempts');
  return attempts.slice(1).map(({ changes }, index) => {
    const script = byHand[index] ?? stated[index]?.['script'];
    return { change: changes, script };
  });
}

function oneLineEach(list: unknown): void {
  if (isSeq(list)) for (const entry of list.items) if (isMap(entry)) entry.flow = true;
}

function readAgain(text: string, file: string): void {
  try {
    loadScenario(text, file);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    const { message } = must(error.problems[0], 'the problem');
    throw new InputError([
      {
        file,
        line: 1,
        column: 1,
        message: `this run cannot be kept as a scenario that could be read again: ${message}`,
        advice: 'Keep its journal, or record a run with fewer items, attempts or taps.',
      },
    ]);
  }
}

/** What a run showed, in the words of `expect`. */
export function observed({ attempts, lines, world }: Recorded): Record<string, unknown> {
  const names = (read: (line: JournalLine) => string | undefined): string[] =>
    [...new Set(given(lines.map(read)))].toSorted();
  const first = must(attempts[0], 'the first attempt');
  const last = must(attempts.at(-1), 'the last attempt');
  const questions = [...new Set(given(first.rows.map(({ missing }) => missing)))].toSorted();
  const refused = names((line) => (line.type === 'refused' ? line.event : undefined));
  const offered = [...new Set(kindsOffered(world, lines, last.rows))].toSorted();
  return {
    outcome: first.outcome,
    items: expectationsOf(first.rows),
    ...(questions.length === 0 ? {} : { questions }),
    counts: countsOf(first.rows),
    alerts: names((line) => (line.type === 'alert.raised' ? line.alert : undefined)),
    prompts: names((line) => (line.type === 'prompt.shown' ? line.prompt : undefined)),
    ...(refused.length === 0 ? {} : { refused }),
    ...(offered.length === 0 ? {} : { offered }),
    ...(attempts.length < 2
      ? {}
      : {
          attempts: attempts.slice(1).map(({ fingerprint, rows }) => ({
            same: fingerprint === first.fingerprint,
            items: expectationsOf(rows),
          })),
        }),
  };
}

const countsOf = (rows: readonly LedgerRow[]): Plain => {
  const onPhone = rows.filter((row) => row.onPhone).length;
  return { onPhone, usable: rows.filter(isUsable).length, missing: rows.length - onPhone };
};

const expectationsOf = (rows: readonly LedgerRow[]): Plain =>
  Object.fromEntries(rows.flatMap((row) => expectationOf(row)));

function expectationOf({ id, fate, gate, rule, missing, also }: LedgerRow): [string, unknown][] {
  if (fate === null) return [];
  if (rule === null) return [[id, fate]];
  const more = { ...(missing === null ? {} : { missing }), ...(also.length === 0 ? {} : { also: [...also] }) };
  return [[id, { fate, gate, rule, ...more }]];
}
