import { FATES, GATES, OUTCOMES } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { LedgerRow } from '../run/ledger.ts';
import type { Attempt } from '../run/play.ts';
import { linesOfAttempt } from '../run/attempts-of.ts';
import type { ReportInput } from './report-input.ts';

/** How an attempt compares with the first. */
export interface AttemptView {
  readonly n: number;
  /** How it came to it: erased and restored again, restored over what was there, or only tried again. */
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
const isErasedIn = (lines: ReportInput['lines'], attempt: number): boolean =>
  linesOfAttempt(lines, attempt).some(({ type }) => type === 'device.erased');

const endOf = ({ fate, gate, rule }: LedgerRow): string =>
  [
    fate === null ? 'still on the way' : FATES[fate].word.toLowerCase(),
    gate === null ? '' : ` at ${GATES[gate].title}`,
    rule === null ? '' : ` by ${rule}`,
  ].join('');

/** The words hang on what came before: where no restore had begun nothing was there to be erased. */
function howAgain(before: Attempt | undefined, isInUse: boolean, isErased: boolean): string {
  if (before?.outcome === 'never-started') return 'Tried again';
  return isInUse && !isErased ? 'Restored again' : 'Erased and restored again';
}

export function attemptViews({ attempts, lines, world, scenario }: AttemptsInput): readonly AttemptView[] {
  const [first, ...others] = attempts;
  if (!first) return [];
  const titles = new Map(world.items.map(({ id, title }) => [id, title]));
  const before = new Map(first.rows.map((row) => [row.id, row]));
  let soFar: Readonly<Record<string, string>> = {};
  return others.map(({ n, outcome, fingerprint, changes, rows }) => {
    const kept = Object.entries(soFar).filter(([path]) => !Object.hasOwn(changes, path));
    soFar = { ...soFar, ...changes };
    const differences = rows.flatMap((row) => {
      const was = before.get(row.id);
      return was && endOf(was) !== endOf(row)
        ? [`${must(titles.get(row.id), 'an item')}: ${endOf(was)} → ${endOf(row)}`]
        : [];
    });
    return {
      n,
      how: howAgain(attempts[n - 2], world.device.state === 'in-use', isErasedIn(lines, n)),
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
