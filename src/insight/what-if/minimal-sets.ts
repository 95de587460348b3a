/** What a trial of a set of options showed: it suffices, or which further options could make a difference. */
export type Trial = { readonly suffices: true } | { readonly suffices: false; readonly next: readonly number[] };

export interface SearchLimits {
  /** Options in the largest set looked for. */
  readonly largest: number;
  /** Trials at most. */
  readonly most: number;
}

export interface FoundSets {
  /** Every minimal set, as places in the list of options, smaller ones first. */
  readonly sets: readonly (readonly number[])[];
  readonly trials: number;
  /** False when a limit cut the search short. */
  readonly complete: boolean;
}

/**
 * All sets of options that suffice and of which no part suffices, smallest first.
 * A set that fails grows only by options its trial names: whatever makes it suffice has to contain one of them.
 * `excludes` tells pairs that cannot stand together, such as two values of one condition.
 */
export function minimalSets(
  trial: (set: readonly number[]) => Trial,
  excludes: (a: number, b: number) => boolean,
  limits: SearchLimits,
): FoundSets {
  const sets: (readonly number[])[] = [];
  const seen = new Set<string>(['']);
  let level: (readonly number[])[] = [[]];
  let trials = 0;
  let complete = true;
  while (level.length > 0) {
    const grown: (readonly number[])[] = [];
    for (const set of level) {
      if (sets.some((smaller) => isPart(smaller, set))) continue;
      if (trials >= limits.most) return { sets, trials, complete: false };
      trials += 1;
      const answer = trial(set);
      if (answer.suffices) sets.push(set);
      else if (set.length >= limits.largest) complete &&= answer.next.length === 0;
      else grown.push(...growths(set, answer.next, excludes, seen));
    }
    level = grown;
  }
  return { sets, trials, complete };
}

function growths(
  set: readonly number[],
  next: readonly number[],
  excludes: (a: number, b: number) => boolean,
  seen: Set<string>,
): (readonly number[])[] {
  return next.flatMap((option) => {
    if (set.some((other) => other === option || excludes(other, option))) return [];
    const larger = [...set, option].toSorted((a, b) => a - b);
    const key = larger.join(' ');
    if (seen.has(key)) return [];
    seen.add(key);
    return [larger];
  });
}

const isPart = (part: readonly number[], whole: readonly number[]): boolean =>
  part.every((option) => whole.includes(option));
