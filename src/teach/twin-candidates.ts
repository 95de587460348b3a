import { conditionDifferences } from '../insight/explain/compare.ts';
import type { Condition } from '../insight/what-if/condition.ts';
import { itemConditions, listConditions } from '../insight/what-if/conditions.ts';
import { must } from '../model/must.ts';
import { InputError } from '../model/problem.ts';
import { UNKNOWN } from '../rulebook/facts/fact.ts';
import type { LedgerRow } from '../run/ledger.ts';
import { play, type Run } from '../run/play.ts';
import { withChanges } from '../scenario/change.ts';
import type { Changes } from '../scenario/conditions.ts';
import { isPlainData, type Scenario } from '../scenario/scenario.ts';
import { valueSaid } from './value-said.ts';

/** One condition with two values, as a person reads it. */
export interface Contrast {
  readonly path: string;
  readonly to: string;
  readonly title: string;
  readonly here: string;
  readonly there: string;
}

export interface TwinCandidate {
  readonly condition: Condition;
  readonly contrast: Contrast;
  readonly changes: Changes;
}

/** A candidate that was played, and what it changed. */
export interface TriedTwin extends TwinCandidate {
  readonly scenario: Scenario;
  readonly run: Run;
  readonly moved: readonly string[];
}

/** Ways of changing a world that change more of it than one thing. */
const WIDER: ReadonlySet<string> = new Set(['route', 'newBackup']);

/** Every value that one condition could have instead; those that would take another one along are left out. */
export function twinCandidates(scenario: Scenario): TwinCandidate[] {
  const items = new Set(scenario.world.items.map(({ id }) => id));
  const belongs = belongsTo(scenario);
  return [...listConditions(scenario), ...itemConditions(scenario, items)]
    .filter(({ path, cannotMatter }) => !WIDER.has(path) && cannotMatter === undefined)
    .filter(({ path }) => belongs(path))
    .flatMap((condition) =>
      condition.choices
        .filter(({ value, changes }) => value !== condition.value && Object.keys(changes).length === 1)
        // What nobody knows is no condition that a phone could have.
        .filter(({ value }) => value !== UNKNOWN && condition.value !== UNKNOWN)
        .map(({ changes, value, words }) => ({ condition, changes, contrast: contrastOf(condition, value, words) })),
    );
}

const contrastOf = (condition: Condition, to: string, there: string): Contrast => ({
  path: condition.path,
  to,
  title: condition.title,
  here: valueSaid(condition),
  there: valueSaid({ value: to, words: there }),
});

/** Of organisations and their accounts nobody speaks whose phone is his own: that would be another story. */
const OF_AN_ORGANISATION = /^(?:organisation\.|accounts\.[^.]+\.kind$|device\.(?:assigned|supervised)$)/;

/** Whether a condition belongs to the story that a scenario tells. */
export function belongsTo({ world, stated }: Scenario): (path: string) => boolean {
  const told = stated['world'];
  const isAtWork =
    (isPlainData(told) && told['organisation'] !== undefined) ||
    world.device.assigned === 'yes' ||
    world.device.supervised === 'yes' ||
    world.accounts.some(({ kind }) => kind === 'managed') ||
    world.items.some(({ management }) => management !== undefined && management !== 'none');
  return (path) => isAtWork || !OF_AN_ORGANISATION.test(path);
}

export function tryCandidate(scenario: Scenario, base: Run, candidate: TwinCandidate): TriedTwin | null {
  try {
    const changed = withChanges(scenario, candidate.changes);
    // A value that the world works out anew may take others along: then it is no twin.
    const differences = conditionDifferences(
      { ...scenario.world, script: scenario.script },
      { ...changed.world, script: changed.script },
    );
    const isOfScript = candidate.contrast.path.startsWith('script.');
    if (!isOfScript && differences.length !== 1) return null;
    const run = play(changed, { refusalsMayFall: true });
    const moved = run.ledger.rows.filter(({ id, fate }) => fate !== rowIn(base, id).fate).map(({ id }) => id);
    return { ...candidate, scenario: changed, run, moved };
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

export const rowIn = ({ ledger }: Run, id: string): LedgerRow => must(ledger.row(id), `the row of ${id}`);
