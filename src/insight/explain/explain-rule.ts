import { onWay } from '../../model/on-way.ts';
import { must } from '../../model/must.ts';
import type { Fate, Gate } from '../../model/fates.ts';
import type { Edition, Route } from '../../model/kinds.ts';
import { BEHAVIOURS, type BehaviourId } from '../../rulebook/evidence/behaviours.ts';
import { type Dispute, DISPUTES } from '../../rulebook/evidence/disputes.ts';
import { type Changeable, UNKNOWN } from '../../rulebook/facts/fact.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import { type ReferenceId, REFERENCES } from '../../rulebook/evidence/references.ts';
import { mendWords } from '../../rulebook/tables/mends.ts';
import { type Rule, RULE_GROUPS } from '../../rulebook/tables/rule.ts';
import { cellsOf } from '../../rulebook/judge/cells.ts';
import { type IosBounds, rangesInWords } from '../../rulebook/tables/ios-versions.ts';
import type { Question } from '../../rulebook/case/situation.ts';
import {
  type Source,
  SOURCES,
  type SourceKey,
  type Strength,
  STRENGTH_MEANING,
  STRENGTH_ORDER,
} from '../../rulebook/evidence/sources.ts';
import { askOn } from '../../rulebook/facts/ask-on.ts';

/** One cell of a rule, with the value that it met. */
export interface ExplainedCell {
  readonly fact: FactId;
  readonly title: string;
  readonly group: string;
  readonly value: string;
  /** `The passcode was set then and is not set now`. */
  readonly words: string;
  /** The values with which the rule holds. */
  readonly holdsWith: readonly string[];
  readonly changeable: Changeable;
  readonly ask: string;
  readonly compare?: { readonly backup: string; readonly now: string };
}

export interface ExplainedSource {
  readonly key: SourceKey;
  readonly title: string;
  readonly where: string;
  readonly strength: Strength;
  readonly meaning: string;
}

export interface ExplainedReference {
  readonly id: ReferenceId;
  readonly says: string;
  readonly sources: readonly ExplainedSource[];
}

/** A rule as a person reads it, with the values it compared for one item. */
export interface ExplainedRule {
  readonly id: string;
  readonly gate: Gate;
  readonly outcome: Fate;
  readonly group: string;
  readonly says: string;
  readonly customer: string;
  readonly editions: readonly Edition[] | 'all';
  readonly routes: readonly Route[] | 'all';
  /** `the backup was made by iOS 13 or later`: with which iOS it holds; empty when with every one. */
  readonly ios: readonly string[];
  readonly cells: readonly ExplainedCell[];
  readonly references: readonly ExplainedReference[];
  /** That of its strongest source. */
  readonly strength: Strength;
  readonly strengthMeaning: string;
  /** No source published by Apple. */
  readonly weak: boolean;
  readonly dispute: Dispute | null;
  readonly shows: readonly { readonly id: BehaviourId; readonly says: string }[];
  /** The act that makes usable what is there and of no use, and what it costs. */
  readonly mends: string | null;
}

const STRONG: ReadonlySet<Strength> = new Set<Strength>(['A', 'C', 'A*', 'A-old']);

export function explainRule(id: string, rule: Rule, question: Question): ExplainedRule {
  const references = rule.cites.map(explainReference);
  const strength = strongest(references);
  return {
    id,
    gate: rule.gate,
    outcome: rule.outcome,
    group: RULE_GROUPS[rule.group],
    says: rule.says,
    customer: rule.customer,
    editions: rule.editions,
    routes: rule.routes,
    ios: iosInWords(rule.ios).map((bound) => onWay(question.route, bound)),
    cells: cellsOf(rule)
      .filter(([fact]) => FACTS[fact].toldOn === undefined || FACTS[fact].toldOn === question.route)
      .map(([fact, holdsWith]) => explainCell(fact, holdsWith, question)),
    references,
    strength,
    strengthMeaning: STRENGTH_MEANING[strength],
    weak: !STRONG.has(strength),
    dispute: rule.dispute === undefined ? null : DISPUTES[rule.dispute],
    shows: rule.shows.map((behaviour) => ({ id: behaviour, says: BEHAVIOURS[behaviour].says })),
    mends: rule.mends === undefined ? null : mendWords(rule.mends),
  };
}

/** Nothing, for a rule that holds under every iOS. */
const iosInWords = (ios: IosBounds | undefined): string[] => [
  ...(ios?.backup ? [`the backup was made by ${rangesInWords(ios.backup)}`] : []),
  ...(ios?.device ? [`this device runs ${rangesInWords(ios.device)}`] : []),
];

export function explainReference(id: ReferenceId): ExplainedReference {
  const { says, sources } = REFERENCES[id] as { says: string; sources: readonly SourceKey[] };
  return {
    id,
    says,
    sources: sources.map((key) => {
      const { title, where, strength }: Source = SOURCES[key];
      return { key, title, where, strength, meaning: STRENGTH_MEANING[strength] };
    }),
  };
}

/** The sources behind references, the strongest first, each once. */
export function sourcesBehind(references: readonly ExplainedReference[]): readonly ExplainedSource[] {
  const sources = new Map(references.flatMap(({ sources: cited }) => cited.map((source) => [source.key, source])));
  const rank = ({ strength }: ExplainedSource): number => STRENGTH_ORDER.indexOf(strength);
  return [...sources.values()].toSorted((a, b) => rank(a) - rank(b));
}

const strongest = (references: readonly ExplainedReference[]): Strength =>
  must(sourcesBehind(references)[0], 'a source').strength;

function explainCell(id: FactId, holdsWith: readonly string[], question: Question): ExplainedCell {
  const fact = FACTS[id];
  const value = fact.read(question);
  const compare = fact.compare?.(question);
  return {
    fact: id,
    title: fact.title,
    group: fact.group,
    value,
    words:
      value === UNKNOWN
        ? `${fact.title}: not given`
        : onWay(question.route, `${fact.title} ${fact.exactly?.(question) ?? fact.values[value] ?? value}`),
    holdsWith,
    changeable: fact.changeable,
    ask: askOn(question.route, id),
    ...(compare === undefined || compare.backup === compare.now
      ? {}
      : { compare: { backup: onWay(question.route, compare.backup), now: onWay(question.route, compare.now) } }),
  };
}
