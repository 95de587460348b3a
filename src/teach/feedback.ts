import type { ExplainedRule, ExplainedSource } from '../insight/explain/explain-rule.ts';
import { sourcesBehind } from '../insight/explain/explain-rule.ts';
import { explainItem } from '../insight/explain/why.ts';
import { type Fate, fateOn, type Gate, GATES } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { voiceOf } from '../report/device-voice.ts';
import type { Dispute } from '../rulebook/evidence/disputes.ts';
import type { Certainty } from './attempt.ts';
import { tellsApart, tellsWhy } from './fate-signs.ts';
import { HARMS } from './answer-fate.ts';
import type { BetMark } from './score.ts';
import { rowOf } from './questions/question.ts';
import type { Variant } from './variant.ts';

/** What the deciding rule compared: a title, and what it read. */
export interface ComparedValue {
  readonly title: string;
  readonly words: string;
  /** Where two things are held against each other. */
  readonly sides?: { readonly backup: string; readonly now: string };
}

/** What is said when a bet is turned over. */
export interface BetFeedback {
  /** `null`: nothing was bet. */
  readonly right: boolean | null;
  /** `You were sure that it is “pending”. It is “excluded”.` */
  readonly headline: string;
  /** What tells the two apart; where the bet was right, why it is so. */
  readonly apart: string;
  /** For a wrong fate: what it would do to the customer. */
  readonly harm: string | null;
  readonly compared: readonly ComparedValue[];
  /** The gate at which it was decided, in words. */
  readonly gate: string | null;
  readonly rule: ExplainedRule | null;
  readonly sources: readonly ExplainedSource[];
  readonly disputes: readonly Dispute[];
  /** The sentence for the customer. */
  readonly customer: string | null;
}

const SURE: Readonly<Record<Certainty, string>> = {
  guess: 'You guessed that it is',
  think: 'You thought that it is',
  sure: 'You were sure that it is',
};

/** What became of one item, with its reason and its source: as it is shown where nothing was bet. */
export const shownOn = (variant: Variant, item: string): BetFeedback => tell(variant, item, undefined);

/** The same after a bet about it. */
export const feedbackOn = (variant: Variant, mark: BetMark): BetFeedback =>
  tell(variant, must(mark.item, 'the item of a bet that is turned over'), mark);

function tell(variant: Variant, item: string, mark: BetMark | undefined): BetFeedback {
  const { scenario, run } = variant;
  const { route } = scenario;
  const voice = voiceOf(run.world);
  const explained = explainItem(run, item);
  const is = must(rowOf(variant, { id: item }).fate, `the fate of ${item}`);
  const said = mark?.question === 'fate' ? (mark.bet?.answer as Fate | undefined) : undefined;
  const rule = explained.rule ?? explained.candidate;
  const word = (fate: Fate): string => `“${fateOn(route, fate).word.toLowerCase()}”`;
  return {
    right: mark === undefined ? null : mark.right,
    headline: voice(headline(mark, said, is, word)),
    apart: voice(said === undefined || said === is ? tellsWhy(route, is) : tellsApart(route, said, is)),
    harm: mark?.harm === undefined ? null : voice(HARMS[mark.harm].means),
    compared: rule === null ? [] : comparedBy(rule).map((one) => ({ ...one, words: voice(one.words) })),
    gate: gateWords(rowOf(variant, { id: item }).gate),
    rule: rule && { ...rule, says: voice(rule.says), customer: voice(rule.customer) },
    sources: sourcesBehind(rule ? rule.references : explained.references),
    disputes: explained.disputes,
    customer: explained.rule ? voice(explained.rule.customer) : null,
  };
}

const gateWords = (gate: Gate | null): string | null => (gate === null ? null : GATES[gate].title);

function headline(mark: BetMark | undefined, said: Fate | undefined, is: Fate, word: (fate: Fate) => string): string {
  const truth = `It is ${word(is)}.`;
  if (mark === undefined) return truth;
  if (said === undefined) return mark.right ? `Right. ${truth}` : truth;
  if (mark.right) return mark.bet?.sure === 'guess' ? `A good guess. ${truth}` : `Right. ${truth}`;
  const sure = mark.bet?.sure;
  return `${sure === undefined ? 'You said that it is' : SURE[sure]} ${word(said)}. ${truth}`;
}

/** The values that decided; what was held against something else comes first. */
const comparedBy = ({ cells }: ExplainedRule): ComparedValue[] =>
  cells
    .toSorted((a, b) => Number(b.compare !== undefined) - Number(a.compare !== undefined))
    .map(({ title, words, compare }) => ({ title, words, ...(compare ? { sides: compare } : {}) }));
