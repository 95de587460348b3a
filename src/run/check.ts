import { must } from '../model/must.ts';
import type { ExpectedItem, Scenario } from '../scenario/scenario.ts';
import { copiesOffered } from '../rulebook/tables/copies.ts';
import { needsEscalation } from './escalation.ts';
import type { JournalLine } from './journal-line.ts';
import type { LedgerRow } from './ledger.ts';
import { play, type PlayOptions, type Run } from './play.ts';

/** Something a scenario expects that the run did not show. */
export interface Miss {
  /** What it is about: `outcome`, `items.photos`, `alerts` … */
  readonly about: string;
  readonly expected: string;
  readonly got: string;
}

export interface CheckResult {
  readonly scenario: string;
  readonly ok: boolean;
  readonly problems: readonly Miss[];
}

/**
 * Plays a scenario twice, compares both runs with each other and the first with what it expects. What is shared is
 * what was read before anything was played: the scenario, those of its later attempts, and the fingerprints of their
 * worlds. Each play has a case file, judgements, actors and a journal of its own, so that the second proves the first.
 */
export function checkScenario(scenario: Scenario, options: Pick<PlayOptions, 'book' | 'digest'> = {}): CheckResult {
  const first = play(scenario, options);
  const second = play(scenario, options);
  const problems = [...compareWithExpectation(first), ...compareRuns(first, second)];
  return { scenario: scenario.id, ok: problems.length === 0, problems };
}

function compareRuns(first: Run, second: Run): Miss[] {
  const differing = [
    ...(first.fingerprints.outcome === second.fingerprints.outcome ? [] : (['outcome'] as const)),
    ...(isSameJournal(first.journal.lines, second.journal.lines) ? [] : (['journal'] as const)),
  ];
  return differing.map((kind) => ({
    about: `second run, ${kind} fingerprint`,
    expected: first.fingerprints[kind],
    got: second.fingerprints[kind],
  }));
}

/** Whether all that is chained into the fingerprints is the same, line by line: no need to take them. */
const isSameJournal = (first: readonly JournalLine[], second: readonly JournalLine[]): boolean =>
  first.length === second.length &&
  first.every((line, index) => JSON.stringify(line) === JSON.stringify(second[index]));

export function compareWithExpectation(run: Run): Miss[] {
  const { expect } = run.scenario;
  const first = must(run.attempts[0], 'the first attempt');
  const rows = new Map(first.rows.map((row) => [row.id, row]));
  const lines = run.journal.lines;
  return [
    ...differs('outcome', expect.outcome, first.outcome),
    ...Object.entries(expect.items).flatMap(([id, expected]) => compareItem(`items.${id}`, expected, rows.get(id))),
    ...(expect.alerts ? differs('alerts', expect.alerts.toSorted().join(', '), alertsIn(lines)) : []),
    ...(expect.prompts ? differs('prompts', expect.prompts.toSorted().join(', '), promptsIn(lines)) : []),
    ...(expect.refused ? differs('refused', expect.refused.toSorted().join(', '), refusedIn(lines)) : []),
    ...(expect.offered
      ? differs(
          'offered',
          expect.offered.toSorted().join(', '),
          copiesOffered(run.world, notArrived(run))
            .map(({ kind }) => kind)
            .toSorted()
            .join(', '),
        )
      : []),
    ...(expect.escalation === undefined
      ? []
      : differs('escalation', String(expect.escalation), String(needsEscalation(run)))),
    ...compareElapsed(run),
    ...compareAttempts(run),
  ];
}

/** Items that did not arrive, for the offer of other copies. */
export const notArrived = (run: Run): ReadonlySet<string> =>
  new Set(run.ledger.rows.filter((row) => row.from === null).map(({ id }) => id));

const inOrder = (names: readonly string[]): string => [...new Set(names)].toSorted().join(', ');
const alertsIn = (lines: readonly JournalLine[]): string =>
  inOrder(lines.flatMap((line) => (line.type === 'alert.raised' ? [line.alert] : [])));
const promptsIn = (lines: readonly JournalLine[]): string =>
  inOrder(lines.flatMap((line) => (line.type === 'prompt.shown' ? [line.prompt] : [])));
const refusedIn = (lines: readonly JournalLine[]): string =>
  inOrder(lines.flatMap((line) => (line.type === 'refused' ? [line.event] : [])));

const differs = (about: string, expected: string, got: string): Miss[] =>
  expected === got ? [] : [{ about, expected, got }];

function compareItem(about: string, expected: ExpectedItem, row: LedgerRow | undefined): Miss[] {
  const wanted = expected as {
    fate: string;
    gate?: string | undefined;
    rule?: string | undefined;
    also?: readonly string[] | undefined;
    withheld?: string | undefined;
  };
  return [
    ...differs(about, wanted.fate, row?.fate ?? 'on the way'),
    ...(wanted.gate === undefined ? [] : differs(`${about}.gate`, wanted.gate, row?.gate ?? 'none')),
    ...(wanted.rule === undefined ? [] : differs(`${about}.rule`, wanted.rule, row?.rule ?? 'none')),
    ...(wanted.also === undefined
      ? []
      : differs(`${about}.also`, wanted.also.toSorted().join(', '), (row?.also ?? []).toSorted().join(', '))),
    ...(wanted.withheld === undefined
      ? []
      : differs(`${about}.withheld`, wanted.withheld, row?.syncWithheld ?? 'none')),
  ];
}

function compareElapsed(run: Run): Miss[] {
  const { atLeast, atMost } = run.scenario.expect.elapsed ?? {};
  const ended = run.journal.lines.find((line) => line.type === 'restore.ended')?.atMs ?? run.simulatedMs;
  return [
    ...(atLeast !== undefined && ended < atLeast
      ? [{ about: 'elapsed', expected: `at least ${atLeast} ms`, got: `${ended} ms` }]
      : []),
    ...(atMost !== undefined && ended > atMost
      ? [{ about: 'elapsed', expected: `at most ${atMost} ms`, got: `${ended} ms` }]
      : []),
  ];
}

function compareAttempts(run: Run): Miss[] {
  const first = must(run.attempts[0], 'the first attempt');
  return (run.scenario.expect.attempts ?? []).flatMap((expected, index) => {
    const attempt = run.attempts[index + 1];
    const about = `attempts.${index}`;
    if (!attempt) return [{ about, expected: 'a further attempt', got: 'none' }];
    const rows = new Map(attempt.rows.map((row) => [row.id, row]));
    return [
      ...differs(`${about}.same`, String(expected.same), String(attempt.fingerprint === first.fingerprint)),
      ...Object.entries(expected.items).flatMap(([id, item]) =>
        compareItem(`${about}.items.${id}`, item, rows.get(id)),
      ),
    ];
  });
}
