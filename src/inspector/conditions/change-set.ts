import type { Condition } from '../../insight/what-if/condition.ts';
import type { Changes } from '../../scenario/conditions.ts';

/** The value that holds now: the changed one, else the one given. */
export function valueNow({ path, value, choices }: Condition, changes: Changes): string {
  const changed = changes[path];
  return changed !== undefined && choices.some((choice) => choice.value === changed) ? changed : value;
}

export const isChanged = (condition: Condition, changes: Changes): boolean =>
  valueNow(condition, changes) !== condition.value;

const isSame = (a: Condition, b: Condition): boolean => a.path === b.path && a.title === b.title;
/** A value that no choice stands for, as an address can name one, keeps nothing beside itself. */
const choiceOf = ({ choices }: Condition, value: string): Changes | undefined =>
  choices.find((choice) => choice.value === value)?.changes;

/** The changes with one condition as it was given, and what other changed conditions need kept. */
export function reset(condition: Condition, changes: Changes, all: readonly Condition[]): Changes {
  const own = new Set([condition.path, ...condition.choices.flatMap((choice) => Object.keys(choice.changes))]);
  const rest = Object.fromEntries(Object.entries(changes).filter(([path]) => !own.has(path)));
  const others = all.filter(
    (other) => !isSame(other, condition) && other.path !== condition.path && isChanged(other, changes),
  );
  return Object.assign(rest, ...others.map((other) => choiceOf(other, valueNow(other, changes)))) as Changes;
}

/** The changes with one condition at another value; the value given takes its change away. */
export function choose(condition: Condition, value: string, changes: Changes, all: readonly Condition[]): Changes {
  const rest = reset(condition, changes, all);
  return value === condition.value ? rest : { ...rest, ...choiceOf(condition, value) };
}

export const sameChanges = (a: Changes, b: Changes): boolean =>
  Object.keys(a).length === Object.keys(b).length && Object.entries(a).every(([path, value]) => b[path] === value);
