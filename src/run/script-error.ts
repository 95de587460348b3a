import { InputError, type Problem } from '../model/problem.ts';

/** A script entry that cannot happen; the loader's file gives it its line. */
export class ScriptError extends InputError {
  readonly entry: number;
  /** Where the entry stands in the scenario. */
  readonly path: readonly PropertyKey[];

  constructor(entry: number, list: readonly PropertyKey[], problem: Problem) {
    super([problem]);
    this.entry = entry;
    this.path = [...list, entry];
  }
}
