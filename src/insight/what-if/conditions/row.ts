import { UNKNOWN } from '../../../rulebook/facts/fact.ts';
import type { FactId } from '../../../rulebook/facts/facts.ts';
import type { Block } from '../../../rulebook/case/situation.ts';
import type { Changes } from '../../../scenario/change.ts';
import type { Scenario } from '../../../scenario/scenario.ts';
import type { Choice, Condition, ConditionGroup, When } from '../condition.ts';

/** A part of the world that a row of the table speaks of, and how its paths begin. */
export interface Part {
  readonly path: string;
  /** The name to put into titles. */
  readonly name: string;
  readonly values: Readonly<Record<string, unknown>>;
  readonly item?: string;
}

/** A row of the table of conditions. `%` in words stands for the name of the part. */
export interface ConditionRow {
  /** The last step of the path; without one the part is the condition, and its value stands under `value`. */
  readonly key?: string;
  readonly title: string;
  readonly group: ConditionGroup;
  readonly when: When;
  /** Takes effect without another restore. */
  readonly atOnce?: true;
  readonly parts: (scenario: Scenario) => readonly Part[];
  /** Every value, with what it means to bring it about; a function when the values come from the world. */
  readonly values:
    | Readonly<Record<string, string>>
    | ((scenario: Scenario, part: Part) => Readonly<Record<string, string>>);
  /** The values that may bring something back. All but the present one unless said otherwise. */
  readonly helps?: readonly string[];
  /** Beside the path itself: what the person would do differently. */
  readonly together?: Changes;
  /** Whether the row applies here. */
  readonly applies?: (scenario: Scenario, part: Part) => boolean;
  readonly moves: readonly FactId[];
  readonly unblocks?: readonly Block[];
  readonly cannotMatter?: string;
}

export function conditionsOf(row: ConditionRow, scenario: Scenario): readonly Condition[] {
  return row
    .parts(scenario)
    .filter((part) => row.applies?.(scenario, part) ?? true)
    .flatMap((part) => conditionOf(row, scenario, part) ?? []);
}

function conditionOf(row: ConditionRow, scenario: Scenario, part: Part): Condition | undefined {
  const value = String(part.values[row.key ?? 'value'] ?? '');
  const named = (words: string): string => words.replaceAll('%', part.name);
  const path = [part.path, row.key].filter((step) => step !== undefined && step !== '').join('.');
  const values = typeof row.values === 'function' ? row.values(scenario, part) : row.values;
  const choices = Object.entries(values).map(([choice, words]): Choice => ({
    value: choice,
    title: named(words),
    changes: { [path]: choice, ...row.together },
    helps: choice !== value && (row.helps?.includes(choice) ?? true),
  }));
  if (choices.every((choice) => choice.value === value)) return undefined;
  return {
    path,
    title: named(row.title),
    group: row.group,
    value,
    choices,
    // What is not known only has to be asked.
    when: value === UNKNOWN ? 'now' : row.when,
    again: row.atOnce !== true,
    moves: row.moves,
    unblocks: row.unblocks ?? [],
    ...(part.item === undefined ? {} : { item: part.item }),
    ...(row.cannotMatter === undefined ? {} : { cannotMatter: row.cannotMatter }),
  };
}

export const wholeOf =
  (key: 'device' | 'organisation' | 'computer' | 'surroundings', name = '') =>
  ({ world }: Scenario): readonly Part[] => [{ path: key, name, values: world[key] }];

/** What another backup than the present one may change. */
export const WHICH_BACKUP = [
  'item.created',
  'backup.chosen',
  'backup.encrypted',
  'backup.era',
  'backup.keychain-era',
  'device.identity',
  'device.roll',
  'device.model',
  'device.security-state',
  'account.recorded',
  'item.password',
  'app.present',
] as const satisfies readonly FactId[];
