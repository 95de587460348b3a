import { type Behaviour, type BehaviourId, BEHAVIOURS } from '../rulebook/evidence/behaviours.ts';
import { DISPUTES } from '../rulebook/evidence/disputes.ts';
import { type ReferenceId, REFERENCES } from '../rulebook/evidence/references.ts';
import type { Rule } from '../rulebook/tables/rule.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import {
  type Source,
  type SourceKey,
  SOURCES,
  STRENGTH_MEANING,
  STRENGTH_ORDER,
} from '../rulebook/evidence/sources.ts';

const RULE_ROWS: Readonly<Record<string, Rule>> = RULES;
const BEHAVIOUR_ROWS: Readonly<Record<BehaviourId, Behaviour>> = BEHAVIOURS;

export const ruleOf = (id: string | null): Rule | undefined => (id === null ? undefined : RULE_ROWS[id]);

/** A source as a report names it, with the fact of ours that rests on it. */
export interface CitedSource extends Source {
  readonly key: SourceKey;
  readonly fact: ReferenceId;
}

/** The sources of a rule, the strongest first, each once. */
export function sourcesOf(rule: Rule | undefined): readonly CitedSource[] {
  const cited = new Map<SourceKey, CitedSource>();
  if (!rule) return [];
  for (const fact of rule.cites) {
    for (const key of REFERENCES[fact].sources) if (!cited.has(key)) cited.set(key, { key, fact, ...SOURCES[key] });
  }
  return [...cited.values()].toSorted(
    (a, b) => STRENGTH_ORDER.indexOf(a.strength) - STRENGTH_ORDER.indexOf(b.strength),
  );
}

/** `Apple: Back up … (A, Apple page, read in a copy)`. */
export const sourceInWords = ({ title, strength }: Source): string =>
  `${title} (${strength}: ${STRENGTH_MEANING[strength]})`;

/** A disagreement between sources that touches this run. */
export interface ShownDispute {
  readonly id: string;
  readonly about: string;
  readonly sides: readonly { readonly says: string; readonly source: Source }[];
  readonly follows: string;
  readonly because: string;
  /** A rule that decided here rests on it; otherwise only a behaviour that the scenario shows. */
  readonly decided: boolean;
}

/** The disputes behind the rules that decided and the behaviours that the scenario shows. */
export function disputesBehind(rules: Iterable<string>, behaviours: readonly BehaviourId[]): readonly ShownDispute[] {
  const ids = new Set<keyof typeof DISPUTES>();
  for (const rule of rules) {
    const dispute = ruleOf(rule)?.dispute;
    if (dispute) ids.add(dispute);
  }
  const byRules = ids.size;
  for (const behaviour of behaviours) {
    const { disputed } = BEHAVIOUR_ROWS[behaviour];
    if (disputed) ids.add(disputed);
  }
  return [...ids].map((id, index) => {
    const { about, sides, follows, because } = DISPUTES[id];
    return {
      id,
      about,
      follows,
      because,
      decided: index < byRules,
      sides: sides.map(({ says, by }) => ({ says, source: SOURCES[by] })),
    };
  });
}
