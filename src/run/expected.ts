import { listedOr } from '../model/listed.ts';
import { must } from '../model/must.ts';
import { formatElapsed } from '../model/time.ts';
import type { ExpectedItem, ExpectedOfAttempt, Expectation } from '../scenario/expectation.ts';
import { needsEscalation } from './escalation.ts';
import type { JournalLine } from './journal-line.ts';
import type { LedgerRow } from './ledger.ts';
import { isUsable } from './on-phone.ts';
import { kindsOffered } from './other-backups.ts';
import type { Attempt, Run } from './play.ts';
import { caseFileOf } from './case-file-of.ts';
import { scenarioOfAttempt } from './attempt-scenario.ts';
import { screensShown } from './screens-shown.ts';
import { stepsTold, toldInWords } from './steps-told.ts';
import { warningsOf } from './warnings.ts';

/** Something a scenario expects that the run did not show. */
export interface Miss {
  /** What it is about, as a path below `expect`: `outcome`, `items.photos`, `attempts.0.same` … */
  readonly about: string;
  readonly expected: string;
  readonly got: string;
}

/** What a run did not show of what its scenario expects; nothing where it expects nothing. */
export function compareWithExpectation(run: Run): Miss[] {
  const { expect } = run.scenario;
  if (!expect) return [];
  const first = must(run.attempts[0], 'the first attempt');
  const { lines } = run.journal;
  return [
    ...differs('outcome', expect.outcome, first.outcome),
    ...compareAttempt('', expect, run, first),
    ...compareSet('alerts', expect.alerts, () => named(lines, 'alert.raised', ({ alert }) => alert)),
    ...compareSet('prompts', expect.prompts, () => named(lines, 'prompt.shown', ({ prompt }) => prompt)),
    ...compareSet('refused', expect.refused, () => [
      ...named(lines, 'refused', ({ event }) => event),
      ...turnedAway(lines).filter((event) => expect.refused?.some((name) => name === event)),
    ]),
    ...compareScreens(expect, lines),
    ...compareSteps(expect, run),
    ...comparePossible(expect, run),
    ...compareSet('offered', expect.offered, () => kindsOffered(run.world, lines, run.ledger.rows)),
    ...(expect.escalation === undefined
      ? []
      : differs('escalation', String(expect.escalation), String(needsEscalation(run)))),
    ...compareElapsed(expect, run),
    ...compareAttempts(expect, run),
  ];
}

/** What an alert answered: it was taken and did not bring what the person wanted, so it may count as refused. */
function turnedAway(lines: readonly JournalLine[]): string[] {
  const answered = new Set(lines.filter(({ type }) => type === 'alert.raised').map(({ step }) => step));
  return lines.flatMap((line) =>
    line.type === 'event' && line.by === 'person' && answered.has(line.step) ? [line.event] : [],
  );
}

type LineOfType<T extends JournalLine['type']> = Extract<JournalLine, { readonly type: T }>;
const named = <T extends JournalLine['type']>(
  lines: readonly JournalLine[],
  type: T,
  nameOf: (line: LineOfType<T>) => string,
): string[] => lines.flatMap((line) => (line.type === type ? [nameOf(line as LineOfType<T>)] : []));

const differs = (about: string, expected: string, got: string): Miss[] =>
  expected === got ? [] : [{ about, expected, got }];

const inOrder = (names: readonly string[]): string => [...new Set(names)].toSorted().join(', ');

/** All of it, in any order. */
const compareSet = (about: string, expected: readonly string[] | undefined, got: () => readonly string[]): Miss[] =>
  expected ? differs(about, inOrder(expected), inOrder(got())) : [];

/** A part of a verdict, or the word for none. */
const told = (part: string | null | undefined, none = 'none'): string => part ?? none;

const answer = (holds: boolean): 'yes' | 'no' => (holds ? 'yes' : 'no');

/** What is demanded of one restore, the first or a later one. */
function compareAttempt(path: string, expected: ExpectedOfAttempt, run: Run, { n, rows }: Attempt): Miss[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const { counts } = expected;
  const counted = {
    onPhone: () => rows.filter(({ onPhone }) => onPhone).length,
    usable: () => rows.filter(isUsable).length,
    missing: () => rows.filter(({ onPhone }) => !onPhone).length,
  } satisfies Readonly<Record<keyof NonNullable<typeof counts>, () => number>>;
  return [
    ...Object.entries(expected.items).flatMap(([id, item]) => compareItem(`${path}items.${id}`, item, byId.get(id))),
    ...compareSet(`${path}questions`, expected.questions, () =>
      rows.flatMap(({ missing }) => (missing === null ? [] : [missing])),
    ),
    ...compareSet(`${path}warnings`, expected.warnings, () =>
      warningsOf(caseFileOf(scenarioOfAttempt(run.scenario, n).world), rows).map(({ warning }) => warning),
    ),
    ...(Object.keys(counted) as (keyof typeof counted)[]).flatMap((name) =>
      counts?.[name] === undefined
        ? []
        : differs(`${path}counts.${name}`, String(counts[name]), String(counted[name]())),
    ),
  ];
}

function compareItem(about: string, wanted: ExpectedItem, row: LedgerRow | undefined): Miss[] {
  const part = (name: string, value: string | undefined, got: string): Miss[] =>
    value === undefined ? [] : differs(name === '' ? about : `${about}.${name}`, value, got);
  return [
    ...part('', wanted.fate, told(row?.fate, 'on the way')),
    ...part('gate', wanted.gate, told(row?.gate)),
    ...part('rule', wanted.rule, told(row?.rule)),
    ...part('also', wanted.also?.toSorted().join(', '), row ? row.also.toSorted().join(', ') : ''),
    ...part('copy', wanted.copy, told(row?.backupCopy?.rule)),
    ...part('withheld', wanted.withheld, told(row?.syncWithheld)),
    ...part('missing', wanted.missing, told(row?.missing)),
    ...part('onPhone', wanted.onPhone, answer(row?.onPhone === true)),
    ...part('usable', wanted.usable, answer(row !== undefined && isUsable(row))),
  ];
}

function compareScreens({ screens = [], neverShown = [] }: Expectation, lines: readonly JournalLine[]): Miss[] {
  if (screens.length + neverShown.length === 0) return [];
  const shown = screensShown(lines);
  let seen = 0;
  for (const screen of shown) if (screen === screens[seen]) seen += 1;
  return [
    ...(seen < screens.length
      ? [{ about: `screens.${seen}`, expected: screens.join(' → '), got: shown.join(' → ') }]
      : []),
    ...mustNotBe('neverShown', neverShown, shown),
  ];
}

const placeIn = (left: readonly string[], step: string | undefined): number =>
  step === undefined ? -1 : left.indexOf(step);

/** The first that does not come in its turn, and what came after those before it. */
function compareSteps({ steps }: Expectation, { world, journal }: Run): Miss[] {
  if (!steps) return [];
  const story = stepsTold(world.items, journal.lines).map((step) => step.map(toldInWords));
  const wanted = steps.map((step) =>
    Object.entries(step)
      .map(([kind, about]) => `${kind}: ${about}`)
      .join(', '),
  );
  let seen = 0;
  let last = -1;
  for (const [place, step] of story.entries()) {
    const left = [...step];
    for (let at = placeIn(left, wanted[seen]); at >= 0; at = placeIn(left, wanted[seen])) {
      left.splice(at, 1);
      seen += 1;
      last = place;
    }
  }
  if (seen === wanted.length) return [];
  return [
    {
      about: `steps.${seen}`,
      expected: wanted.slice(seen).join(' → '),
      got: listedOr('nothing more', story.slice(last + 1).flat(), ' → '),
    },
  ];
}

function comparePossible({ possible = [], impossible = [] }: Expectation, run: Run): Miss[] {
  if (possible.length + impossible.length === 0) return [];
  const offered = [...new Set(run.simulation.possible().map(({ type }) => type))];
  const lacking = possible.filter((event) => !offered.includes(event));
  return [
    ...(lacking.length > 0
      ? [{ about: 'possible', expected: lacking.join(', '), got: listedOr('nothing more', offered) }]
      : []),
    ...mustNotBe('impossible', impossible, offered),
  ];
}

function mustNotBe(about: string, unwanted: readonly string[], got: readonly string[]): Miss[] {
  const there = unwanted.filter((name) => got.includes(name));
  return there.length === 0 ? [] : [{ about, expected: `not ${there.join(', ')}`, got: there.join(', ') }];
}

function compareElapsed({ elapsed: { atLeast, atMost } = {} }: Expectation, run: Run): Miss[] {
  const ended = run.journal.lines.find((line) => line.type === 'restore.ended')?.atMs ?? run.simulatedMs;
  const got = formatElapsed(ended);
  return [
    ...(atLeast !== undefined && ended < atLeast
      ? [{ about: 'elapsed', expected: `at least ${formatElapsed(atLeast)}`, got }]
      : []),
    ...(atMost !== undefined && ended > atMost
      ? [{ about: 'elapsed', expected: `at most ${formatElapsed(atMost)}`, got }]
      : []),
  ];
}

function compareAttempts({ attempts: expected = [] }: Expectation, run: Run): Miss[] {
  const { attempts } = run;
  const first = must(attempts[0], 'the first attempt');
  return expected.flatMap((wanted, index) => {
    const attempt = attempts[index + 1];
    const about = `attempts.${index}`;
    if (!attempt) return [{ about, expected: 'a further attempt', got: 'none' }];
    return [
      ...differs(`${about}.same`, String(wanted.same), String(attempt.fingerprint === first.fingerprint)),
      ...(wanted.outcome === undefined ? [] : differs(`${about}.outcome`, wanted.outcome, attempt.outcome)),
      ...compareAttempt(`${about}.`, wanted, run, attempt),
    ];
  });
}
