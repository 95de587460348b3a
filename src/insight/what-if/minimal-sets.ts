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
 *
 * To try every set of up to four of sixty options would take half a million runs. Two things make a few dozen do.
 *
 * A set that fails grows only by options that its trial names. Take any set that suffices, and a part of it that does
 * not: the trial of the part names everything that could lift what stopped it, so at least one of the options that the
 * part lacks is among them. From the empty set on there is thus always a way that stays inside the set looked for, one
 * named option at a time, until it is reached or a part of it has sufficed. None is missed as long as trials name
 * enough; that they do is held against brute force by tests.
 *
 * What a trial names need not be needed: another hindrance may have hidden that one option does it all. So a set that
 * suffices is not told before each of its parts has been tried too; those that suffice are told in its place.
 *
 * `excludes` tells pairs that cannot stand together, such as two values of one condition.
 */
export function minimalSets(
  trial: (set: readonly number[]) => Trial,
  excludes: (a: number, b: number) => boolean,
  limits: SearchLimits,
): FoundSets {
  const sets: (readonly number[])[] = [];
  const seen = new Set<string>();
  const tried = new Map<string, Trial>();
  const isDone = (): boolean => tried.size >= limits.most;
  const ask = (set: readonly number[]): Trial => {
    const key = set.join(' ');
    let answer = tried.get(key);
    if (!answer) tried.set(key, (answer = trial(set)));
    return answer;
  };
  let level: (readonly number[])[] = [[]];
  let complete = true;
  search: while (level.length > 0) {
    const grown: (readonly number[])[] = [];
    for (const set of level) {
      if (sets.some((smaller) => isPart(smaller, set))) continue;
      if (isDone()) break search;
      const answer = ask(set);
      if (!answer.suffices) {
        if (set.length >= limits.largest) complete &&= answer.next.length === 0;
        else grown.push(...growths(set, answer.next, excludes, seen));
        continue;
      }
      const found: (readonly number[])[] = [];
      for (const part of partsOf(set)) {
        if ([...sets, ...found].some((smaller) => isPart(smaller, part))) continue;
        if (isDone() && !tried.has(part.join(' '))) break search;
        if (ask(part).suffices) found.push(part);
      }
      sets.push(...found);
    }
    level = grown;
  }
  return {
    sets: sets.toSorted((a, b) => a.length - b.length),
    trials: tried.size,
    complete: complete && level.length === 0,
  };
}

/** Every part of a set, each behind its own parts: the empty one first, and the whole last. */
const partsOf = (set: readonly number[]): (readonly number[])[] =>
  set.reduce<(readonly number[])[]>((parts, option) => [...parts, ...parts.map((part) => [...part, option])], [[]]);

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
