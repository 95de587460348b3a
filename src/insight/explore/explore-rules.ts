import { type Gate, type GateByItself, GATES_AT_FREEZE, GATES_BEFORE_CHOICE } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { EDITIONS, type Edition, ROUTES, type Route } from '../../model/kinds.ts';
import { CATEGORIES } from '../../rulebook/categories/categories.ts';
import { rowsAsked, sectionFor } from '../../rulebook/judge/rows.ts';
import { UNKNOWN } from '../../rulebook/facts/fact.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';

export type Decision = 'freeze' | 'unbegun' | 'left' | 'broken' | GateByItself;
interface AskedTogether {
  readonly gates: readonly Gate[];
  readonly settled: Readonly<Partial<Record<FactId, string>>>;
}

/** Gates that are asked together, with the facts that are settled by then. */
export const DECISIONS: Readonly<Record<Decision, AskedTogether>> = {
  freeze: { gates: GATES_AT_FREEZE, settled: { 'backup.chosen': 'yes', 'restore.blocked': 'none' } },
  unbegun: { gates: GATES_BEFORE_CHOICE, settled: { 'backup.chosen': 'no' } },
  // A restore that is left after the choice, while it waits for power or Wi-Fi.
  left: { gates: GATES_BEFORE_CHOICE, settled: { 'backup.chosen': 'yes', 'restore.blocked': 'given-up' } },
  placement: { gates: ['placement'], settled: { 'backup.chosen': 'yes' } },
  download: { gates: ['download'], settled: { 'restore.blocked': 'none' } },
  // A restore that breaks off while everything comes down asks this gate alone.
  broken: { gates: ['download'], settled: { 'restore.blocked': 'bad-download', 'restore.ended': 'failed' } },
  sync: { gates: ['sync'], settled: {} },
  phone: { gates: ['phone'], settled: {} },
};

/**
 * The facts that rules of one category read for one decision, each with its values; values no rule tells apart stand
 * as one.
 */
export interface RuleSpace {
  readonly category: string;
  readonly edition: Edition;
  readonly route: Route;
  readonly decision: Decision;
  readonly facts: readonly { readonly fact: FactId; readonly values: readonly string[] }[];
  readonly rules: readonly { readonly id: string; readonly cells: ReadonlyMap<FactId, readonly string[]> }[];
  /** How many combinations there are. */
  readonly size: number;
}

/** At most as many rules can be asked at once as an integer has bits. */
const BITS = 31;

export function ruleSpaces(book: RuleBook, only?: string): RuleSpace[] {
  const categories = Object.keys(CATEGORIES).filter((category) => only === undefined || category === only);
  return categories.flatMap((category) =>
    EDITIONS.flatMap((edition) =>
      ROUTES.flatMap((route) =>
        (Object.keys(DECISIONS) as Decision[]).map((decision) => spaceOf(book, category, edition, route, decision)),
      ),
    ),
  );
}

function spaceOf(book: RuleBook, category: string, edition: Edition, route: Route, decision: Decision): RuleSpace {
  const { gates, settled } = DECISIONS[decision];
  const { byGate } = sectionFor(book, edition, route, category);
  const rules = rowsAsked(byGate, gates)
    .map(({ id, cells }) => ({ id, cells: new Map(cells) }))
    .filter(({ cells }) =>
      Object.entries(settled).every(([fact, value]) => cells.get(fact as FactId)?.includes(value) !== false),
    );
  const read = [...new Set(rules.flatMap(({ cells }) => [...cells.keys()]))];
  const facts = read.map((fact) => ({
    fact,
    values: settledOr(settled[fact], () => toldApart(fact, rules)),
  }));
  return {
    category,
    edition,
    route,
    decision,
    facts,
    rules,
    size: facts.reduce((size, { values }) => size * values.length, 1),
  };
}

const settledOr = (value: string | undefined, open: () => readonly string[]): readonly string[] =>
  value === undefined ? open() : [value];

/** One value for each group that no cell tells apart, and `unknown`. */
function toldApart(fact: FactId, rules: RuleSpace['rules']): string[] {
  const groups = new Map<string, string>();
  for (const value of Object.keys(FACTS[fact].values)) {
    const key = rules.map(({ cells }) => cells.get(fact)?.includes(value) ?? '-').join();
    if (!groups.has(key)) groups.set(key, value);
  }
  return [...groups.values(), UNKNOWN];
}

/** The space as numbers: for each fact and value, which rules it rules out and for which it leaves the answer open. */
interface Packed {
  readonly counts: Int32Array;
  /** Two words for each value: rules ruled out, bits 0 to 30 and 31 to 61. */
  readonly out: Int32Array;
  readonly open: Int32Array;
  readonly starts: Int32Array;
  /** For each fact, two words: the rules about which this fact or one after it has a say. */
  readonly asked: Int32Array;
  /** For each fact, how many combinations this fact and those after it make. */
  readonly below: Float64Array;
}

function pack({ facts, rules }: RuleSpace): Packed {
  if (rules.length > 2 * BITS) throw new RangeError(`${rules.length} rules in one section are more than ${2 * BITS}`);
  const starts = new Int32Array(facts.length);
  let total = 0;
  for (const [place, { values }] of facts.entries()) {
    starts[place] = total;
    total += values.length;
  }
  const out = new Int32Array(total * 2);
  const open = new Int32Array(total * 2);
  for (const [place, { fact, values }] of facts.entries()) {
    for (const [at, value] of values.entries()) {
      for (const [number, { cells }] of rules.entries()) {
        const allowed = cells.get(fact);
        if (!allowed || allowed.includes(value)) continue;
        const words = value === UNKNOWN ? open : out;
        const index = (must(starts[place], 'where a fact starts') + at) * 2 + (number < BITS ? 0 : 1);
        words[index] = must(words[index], 'the bits of a value') | (1 << (number % BITS));
      }
    }
  }
  const counts = Int32Array.from(facts, ({ values }) => values.length);
  return { counts, out, open, starts, ...fromHereOn({ counts, out, open, starts }) };
}

function fromHereOn({ counts, out, open, starts }: Omit<Packed, 'asked' | 'below'>): Pick<Packed, 'asked' | 'below'> {
  const depth = counts.length;
  const asked = new Int32Array((depth + 1) * 2);
  const below = new Float64Array(depth + 1).fill(1);
  for (let fact = depth - 1; fact >= 0; fact -= 1) {
    const count = must(counts[fact], 'the values of a fact');
    const start = must(starts[fact], 'where a fact starts') * 2;
    below[fact] = count * must(below[fact + 1], 'the combinations after a fact');
    for (const word of [0, 1]) {
      let all = must(asked[(fact + 1) * 2 + word], 'the rules asked after a fact');
      for (let at = start + word; at < start + count * 2; at += 2)
        all |= must(out[at], 'the bits of a value') | must(open[at], 'the bits of a value');
      asked[fact * 2 + word] = all;
    }
  }
  return { asked, below };
}

/** What exploring a space found. */
export interface RuleCount {
  readonly states: number;
  /** For each rule, in how many combinations it decides, and in how many it decides but for a fact not given. */
  readonly decides: readonly number[];
  readonly hangs: readonly number[];
  /** Combinations that pass. */
  readonly passes: number;
}

/*
 * Why a walk over packed bits says the same as the words of the rule book.
 *
 * Rules of a section are asked in their order, and the first that holds decides. A rule holds when none of its cells
 * says no to the value of its fact, so what a value does to all rules at once is a set: the rules that it rules out.
 * Over the facts of a combination these sets add up, in any order and with nothing taken back: a union, which is what
 * `|` makes of bits. What is left over are the rules that hold, and the lowest bit left is the first in their order.
 *
 * A fact that is not given rules nothing out: it leaves open whether a rule that asks for it would hold. The verdict
 * of that rule then hangs on it. So each value has two sets, ruled out and left open, and only the second counts for
 * the one rule that decides.
 *
 * The walk turns one fact after the other and hands the two unions down. The unions only grow, so the first rule that
 * is left can change below only if a fact still to come has a say about it. If none has, all combinations below have
 * the same verdict, and they are counted at once, as many as there are: none is left out, and most are not walked to.
 * Values that no rule of the section tells apart stand as one, for they have the same two sets. An integer has
 * 31 bits that are safe to shift, so two of them hold a section, and `pack`
 * refuses a longer one instead of forgetting its end. A test walks the same spaces with `verdictIn`, word for word.
 */

/** A number that `pack` has laid out. Millions are asked for: what is missing is put into words only then. */
function laid(numbers: Int32Array | Float64Array, at: number): number {
  const number = numbers[at];
  if (number === undefined) throw new RangeError(`nothing is laid out at ${at} of ${numbers.length}`);
  return number;
}

/** Every combination once, as a walk over packed numbers: it goes no deeper than where the verdict is settled. */
export function exploreRules(space: RuleSpace): RuleCount {
  const packed = pack(space);
  const decides = new Float64Array(space.rules.length + 1);
  const hangs = new Float64Array(space.rules.length + 1);
  const all0 = space.rules.length >= BITS ? 0x7fffffff : (1 << space.rules.length) - 1;
  const all1 = space.rules.length > BITS ? (1 << (space.rules.length - BITS)) - 1 : 0;
  const { counts, out, open, starts, asked, below } = packed;
  const none = space.rules.length;
  const walk = (fact: number, out0: number, out1: number, open0: number, open1: number): void => {
    const left0 = all0 & ~out0;
    const left1 = all1 & ~out1;
    const first =
      left0 !== 0 ? 31 - Math.clz32(left0 & -left0) : left1 !== 0 ? BITS + 31 - Math.clz32(left1 & -left1) : none;
    const isAsked =
      first < BITS
        ? (laid(asked, fact * 2) >>> first) & 1
        : first < none
          ? (laid(asked, fact * 2 + 1) >>> (first - BITS)) & 1
          : 0;
    if (isAsked === 0) {
      const isOpen = first < BITS ? (open0 >>> first) & 1 : first < none ? (open1 >>> (first - BITS)) & 1 : 0;
      const verdicts = isOpen === 1 ? hangs : decides;
      verdicts[first] = laid(verdicts, first) + laid(below, fact);
      return;
    }
    const start = laid(starts, fact) * 2;
    const end = start + laid(counts, fact) * 2;
    for (let at = start; at < end; at += 2)
      walk(
        fact + 1,
        out0 | laid(out, at),
        out1 | laid(out, at + 1),
        open0 | laid(open, at),
        open1 | laid(open, at + 1),
      );
  };
  walk(0, 0, 0, 0, 0);
  const states = decides.reduce((sum, each) => sum + each, 0) + hangs.reduce((sum, each) => sum + each, 0);
  return {
    states,
    decides: [...decides.subarray(0, none)],
    hangs: [...hangs.subarray(0, none)],
    passes: must(decides[none], 'the last count'),
  };
}

/** The verdict of one combination, by the words of the rule book: what the walk is compared with. */
export function verdictIn(
  { facts, rules }: RuleSpace,
  values: readonly string[],
): { readonly rule: string; readonly hangs: boolean } | null {
  for (const { id, cells } of rules) {
    let hangs = false;
    let holds = true;
    for (const [place, { fact }] of facts.entries()) {
      const value = must(values[place], fact);
      const allowed = cells.get(fact);
      if (!allowed || allowed.includes(value)) continue;
      if (value === UNKNOWN) hangs = true;
      else holds = false;
    }
    if (holds) return { rule: id, hangs };
  }
  return null;
}
