import { fateOn, GATES, OUTCOMES } from '../model/fates.ts';
import type { Route } from '../model/kinds.ts';
import { must } from '../model/must.ts';
import type { Situation } from '../rulebook/case/situation.ts';
import { SYNC_PATH } from '../run/actor-paths.ts';
import { scenarioOfAttempt } from '../run/attempt-scenario.ts';
import { linesOfAttempt } from '../run/attempts-of.ts';
import type { JournalLine } from '../run/journal-line.ts';
import type { LedgerRow } from '../run/ledger.ts';
import type { Attempt } from '../run/play.ts';
import type { ReportInput } from './report-input.ts';
import { routeTaken } from '../run/route-taken.ts';

/*
 * Every attempt begins from the world as it is stated, with its changes, and never from what an earlier one has left:
 * that makes them comparable, and it is what A7 is about. Of a phone at its first screen an erase leads back there. A
 * phone in use does not come back by itself once an attempt has erased or changed it, so the words say where it begins.
 */

/** How an attempt compares with the first. */
export interface AttemptView {
  readonly n: number;
  /** Erased and restored again, over what was there, only tried again, or told anew from the beginning. */
  readonly how: string;
  readonly same: boolean;
  /** Somebody does other things in it than in the first. */
  readonly otherActs: boolean;
  /** All that is changed against the first, as `path: value`; none for a plain retry. Changes add up. */
  readonly changes: readonly string[];
  /** Those of them that an earlier attempt brought. */
  readonly kept: readonly string[];
  /** Items whose end differs, as `title: before → after`. */
  readonly differences: readonly string[];
}

const inWords = ([path, value]: readonly [string, string]): string => `${path}: ${value}`;

type AttemptsInput = Pick<ReportInput, 'attempts' | 'lines' | 'world' | 'scenario'>;
type Lines = readonly JournalLine[];
const isErasedIn = (lines: Lines): boolean => lines.some(({ type }) => type === 'device.erased');

/** What is settled on the way to a restore, and leaves the phone as it was. */
const NOT_ON_THE_PHONE: ReadonlySet<string> = new Set<keyof Situation>(['backup', 'blocked', 'ended', 'route']);
const MOVES_DATA: ReadonlySet<string> = new Set(['device.erased', 'item.arrived', 'item.removed']);

/** What an erase of the phone does not undo: it has changed elsewhere, or with whom it was. */
const outlivesAnErase = (changed: Partial<Situation>): boolean =>
  changed.keychainPasscode === 'reset' ||
  changed.line === 'moved' ||
  changed.watch === 'taken' ||
  changed.enrolment === 'retired' ||
  changed.wiped === true ||
  [changed.ownMoved, changed.serversEmptied].some((apps) => apps !== undefined && apps.length > 0);

/** What an attempt has settled since its beginning; the first line of a situation says how it was. */
const settledIn = (lines: Lines): readonly Partial<Situation>[] =>
  lines
    .filter((line) => line.type === 'situation.changed')
    .filter(({ actor }) => actor !== SYNC_PATH)
    .slice(1)
    .map(({ changed }) => changed as Partial<Situation>);

/** Whether an attempt has left the phone another than it was at its beginning. */
const isPhoneChanged = (lines: Lines): boolean =>
  lines.some(({ type }) => MOVES_DATA.has(type)) ||
  settledIn(lines).some((changed) => Object.keys(changed).some((key) => !NOT_ON_THE_PHONE.has(key)));
const isChangedForGood = (lines: Lines): boolean => settledIn(lines).some(outlivesAnErase);

const endOf = ({ fate, gate, rule }: LedgerRow, route: Route): string =>
  [
    fate === null ? 'still on the way' : fateOn(route, fate).word.toLowerCase(),
    gate === null ? '' : ` at ${GATES[gate].title}`,
    rule === null ? '' : ` by ${rule}`,
  ].join('');

const hasSameEnd = (a: LedgerRow, b: LedgerRow): boolean => a.fate === b.fate && a.gate === b.gate && a.rule === b.rule;

interface Before {
  readonly last: Attempt | undefined;
  /** All that was told before. */
  readonly lines: readonly Lines[];
}

/** The words hang on what came before: where no restore had begun nothing was there to be erased. */
function howAgain({ last, lines }: Before, isInUse: boolean, isErased: boolean): string {
  if (isInUse && lines.some(isPhoneChanged)) return 'Told anew from the phone as it was before the first attempt';
  if (lines.some(isChangedForGood)) return 'Told anew with everything as it was before the first attempt';
  // Set up as new, a phone can have got things without any restore.
  const isBackAgain = isInUse || last?.rows.some(({ onPhone }) => onPhone) === false;
  if (last?.outcome === 'never-started' && isBackAgain) return 'Tried again';
  return isInUse && !isErased ? 'Restored again' : 'Erased and restored again';
}

export function attemptViews({ attempts, lines, world, scenario }: AttemptsInput): readonly AttemptView[] {
  const [first, ...others] = attempts;
  if (!first) return [];
  const titles = new Map(world.items.map(({ id, title }) => [id, title]));
  const before = new Map(first.rows.map((row) => [row.id, row]));
  const told = attempts.map(({ n }) => linesOfAttempt(lines, n));
  const routeOf = (n: number): Route =>
    routeTaken(scenarioOfAttempt(scenario, n).world, must(told[n - 1], 'the lines of an attempt'));
  let soFar: Readonly<Record<string, string>> = {};
  return others.map(({ n, outcome, fingerprint, changes, rows }) => {
    const kept = Object.entries(soFar).filter(([path]) => !Object.hasOwn(changes, path));
    soFar = { ...soFar, ...changes };
    const differences = rows.flatMap((row) => {
      const was = before.get(row.id);
      if (!was || hasSameEnd(was, row)) return [];
      return [`${must(titles.get(row.id), 'an item')}: ${endOf(was, routeOf(1))} → ${endOf(row, routeOf(n))}`];
    });
    return {
      n,
      how: howAgain(
        { last: attempts[n - 2], lines: told.slice(0, n - 1) },
        scenarioOfAttempt(scenario, n).world.device.state === 'in-use',
        isErasedIn(must(told[n - 1], 'the lines of an attempt')),
      ),
      otherActs: scenario.attempts[n - 2]?.script !== undefined,
      same: fingerprint === first.fingerprint,
      changes: Object.entries(soFar).map(inWords),
      kept: kept.map(inWords),
      differences: [
        ...differences,
        ...(outcome === first.outcome ? [] : [`the end: ${OUTCOMES[first.outcome].word} → ${OUTCOMES[outcome].word}`]),
      ],
    };
  });
}
