import { type Gate, GATE_ORDER } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import { type Rule, RULE_GROUPS, type RuleGroup } from '../rulebook/tables/rule.ts';
import { type Confusion, MIXED_UP, pairOf } from './confusions.ts';
import type { Lesson } from './lesson.ts';

/** What lessons say they teach, which a check has seen come up, and what none of them does. */
export interface Taught {
  readonly lessons: number;
  readonly rules: TaughtOf<string>;
  readonly groups: TaughtOf<RuleGroup>;
  readonly gates: TaughtOf<Gate>;
  /** The pairs that are mixed up most. */
  readonly confusions: TaughtOf<Confusion>;
  /** How many rules of each group are taught. */
  readonly rulesByGroup: readonly {
    readonly group: RuleGroup;
    readonly title: string;
    readonly taught: number;
    readonly of: number;
  }[];
}

export interface TaughtOf<K extends string> {
  /** By what is taught, the lessons that do. */
  readonly by: Readonly<Partial<Record<K, readonly string[]>>>;
  readonly missing: readonly K[];
}

const BOOK: Readonly<Record<string, Rule>> = RULES;
const ruleNamed = (id: string): Rule => must(BOOK[id], `the rule ${id}`);

export function taughtBy(lessons: readonly Lesson[]): Taught {
  const rules = taughtOf(Object.keys(RULES), lessons, ({ teaches }) => teaches.rules);
  return {
    lessons: lessons.length,
    rules,
    rulesByGroup: (Object.keys(RULE_GROUPS) as RuleGroup[]).map((group) => {
      const all = Object.keys(RULES).filter((id) => ruleNamed(id).group === group);
      const taught = all.filter((id) => rules.by[id] !== undefined).length;
      return { group, title: RULE_GROUPS[group], taught, of: all.length };
    }),
    groups: taughtOf(Object.keys(RULE_GROUPS) as RuleGroup[], lessons, ({ teaches }) =>
      teaches.rules.map((id) => ruleNamed(id).group),
    ),
    gates: taughtOf(GATE_ORDER, lessons, ({ teaches }) => teaches.rules.map((id) => ruleNamed(id).gate)),
    confusions: taughtOf(MIXED_UP.map(pairOf), lessons, ({ teaches }) => teaches.confusions.map(pairOf)),
  };
}

function taughtOf<K extends string>(
  all: readonly K[],
  lessons: readonly Lesson[],
  of: (lesson: Lesson) => readonly K[],
): TaughtOf<K> {
  const sets = lessons.map((lesson) => ({ id: lesson.id, taught: new Set(of(lesson)) }));
  const rows = all.map((key) => [key, sets.filter(({ taught }) => taught.has(key)).map(({ id }) => id)] as const);
  const by: Partial<Record<K, readonly string[]>> = {};
  for (const [key, ids] of rows) if (ids.length > 0) by[key] = ids;
  return { by, missing: all.filter((key) => by[key] === undefined) };
}
