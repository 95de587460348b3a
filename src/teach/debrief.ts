import { FATES } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { FACTS, type FactId } from '../rulebook/facts/facts.ts';
import { cellsOf } from '../rulebook/judge/cells.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import type { Rule } from '../rulebook/tables/rule.ts';
import { CERTAINTIES } from './attempt.ts';
import { fatesOf } from './confusions.ts';
import type { Round } from './diagnose/round.ts';
import { HARM_ORDER } from './answer-fate.ts';
import type { BetMark } from './score.ts';

const BOOK: Readonly<Record<string, Rule>> = RULES;

/** One wrong answer, with the item that it was about. */
export interface Mistake {
  readonly mark: BetMark;
  /** The title of the item; the story as a whole has none. */
  readonly title: string | null;
}

/** Mistakes of one kind: of one confusion, or about one rule. */
export interface MistakeGroup {
  readonly key: string;
  readonly mistakes: readonly Mistake[];
}

/** A question that a trainer asks, beside what it is about. */
export interface DebriefQuestion {
  readonly asks: string;
  readonly beside: readonly DebriefLine[];
  /** What is told where nothing of the learner's stands beside it. */
  readonly none: string;
}

/** The learner’s own, with a sentence out of the book. */
export interface DebriefLine extends Mistake {
  readonly says: string;
}

/** How often something else than the best was asked, and what it cost. */
export interface AskedInstead {
  readonly question: string;
  readonly ask: string;
  readonly times: number;
  /** Questions that it cost, together. */
  readonly regret: number;
  /** How often it could tell nothing apart any more. */
  readonly idle: number;
}

/**
 * What there is to talk about: by kind and not by time, because it is the kind that one learns to tell apart. Harm
 * leads; among kinds that harm alike, those in which one was surest, for confident mistakes are corrected best.
 */
export function mistakesBy(by: 'confusion' | 'rule', all: readonly Mistake[]): readonly MistakeGroup[] {
  const groups = new Map<string, Mistake[]>();
  for (const mistake of all) {
    const { right, truth, confusion } = mistake.mark;
    const key = by === 'rule' ? truth.rule : confusion;
    if (right || key === undefined || key === null) continue;
    const group = groups.get(key);
    if (group) group.push(mistake);
    else groups.set(key, [mistake]);
  }
  return [...groups]
    .map(([key, mistakes]) => ({ key, mistakes: mistakes.toSorted(surestFirst) }))
    .toSorted(
      (a, b) =>
        harmIn(b) - harmIn(a) ||
        surest(b) - surest(a) ||
        b.mistakes.length - a.mistakes.length ||
        (a.key < b.key ? -1 : 1),
    );
}

const sureOf = ({ mark: { bet } }: Mistake): number => (bet?.sure === undefined ? -1 : CERTAINTIES.indexOf(bet.sure));
const harmOfMistake = ({ mark: { harm } }: Mistake): number =>
  harm === undefined ? 0 : HARM_ORDER.length - HARM_ORDER.indexOf(harm);
const surestFirst = (a: Mistake, b: Mistake): number => sureOf(b) - sureOf(a) || harmOfMistake(b) - harmOfMistake(a);
const surest = ({ mistakes }: MistakeGroup): number => Math.max(...mistakes.map(sureOf));
const harmIn = ({ mistakes }: MistakeGroup): number => Math.max(...mistakes.map(harmOfMistake));

/** Of which one was sure, and which were wrong. */
export const isConfident = ({ mark }: Mistake): boolean => !mark.right && mark.bet?.sure === 'sure';

/** The three questions of a trainer, each beside the learner’s own mistakes; nobody is ranked and nothing is timed. */
export function debriefQuestions(all: readonly Mistake[]): readonly DebriefQuestion[] {
  const wrong = all.filter(({ mark }) => !mark.right && mark.bet !== undefined).toSorted(surestFirst);
  const ruled = wrong.flatMap((mistake) => {
    const { rule } = mistake.mark.truth;
    return rule === null ? [] : [{ mistake, rule: must(BOOK[rule], `the rule ${rule}`) }];
  });
  return [
    {
      asks: 'What surprised you?',
      beside: onceEach(
        ruled
          .filter(({ mistake }) => isConfident(mistake))
          .map(({ mistake, rule }) => ({ ...mistake, says: rule.says })),
        ofItem,
      ),
      none: 'Nothing of which you were sure came out otherwise.',
    },
    {
      asks: 'What will you ask first next time?',
      beside: onceEach(
        ruled.flatMap(({ mistake, rule }) => {
          const fact = askedFirst(rule);
          return fact === undefined ? [] : [{ ...mistake, says: FACTS[fact].ask }];
        }),
      ),
      none: 'No answer went wrong for want of a question.',
    },
    {
      asks: 'What will you never say again?',
      beside: onceEach(
        ruled
          .filter(
            ({ mistake: { mark } }) =>
              mark.harm !== undefined && mark.harm !== 'wrong-reason' && mark.harm !== 'wrong-source',
          )
          .toSorted((a, b) => harmOfMistake(b.mistake) - harmOfMistake(a.mistake))
          .map(({ mistake, rule }) => ({ ...mistake, says: `${saidOf(mistake)}Say instead: “${rule.customer}”` })),
        ofItem,
      ),
      none: 'You promised nothing that does not come, and gave nothing up too early.',
    },
  ];
}

const saidOf = ({ mark: { bet, confusion } }: Mistake): string =>
  bet === undefined || confusion === undefined ? '' : `“${FATES[fatesOf(confusion)[0]].word}”. `;

/** Nobody asks a customer which backup was chosen, or for its list of files: these are seen, or read. */
const NOT_ASKED: ReadonlySet<FactId> = new Set<FactId>(['backup.chosen', 'item.listed']);

/** The fact by which a rule is known: one that differs from item to item, else its first. */
function askedFirst(rule: Rule): FactId | undefined {
  const facts = cellsOf(rule)
    .map(([fact]) => fact)
    .filter((fact) => !NOT_ASKED.has(fact));
  return facts.find((fact) => FACTS[fact].perItem && FACTS[fact].group !== 'the kind of data') ?? facts[0];
}

/** The same item comes again with other tasks; another item is another line. */
const ofItem = ({ title, says }: DebriefLine): string => `${title}: ${says}`;

function onceEach(
  lines: readonly DebriefLine[],
  nameOf = ({ says }: DebriefLine): string => says,
): readonly DebriefLine[] {
  const said = new Set<string>();
  return lines.filter((line) => {
    const isNew = !said.has(nameOf(line));
    said.add(nameOf(line));
    return isNew;
  });
}

/** What was asked where the best question was another one: the dearest first. */
export function askedInstead(rounds: readonly Round[]): readonly AskedInstead[] {
  const byQuestion = new Map<string, Round['asked'][number][]>();
  for (const note of rounds.flatMap(({ asked }) => asked)) {
    const notes = byQuestion.get(note.question);
    if (notes) notes.push(note);
    else byQuestion.set(note.question, [note]);
  }
  return [...byQuestion]
    .map(([question, notes]) => ({
      question,
      ask: FACTS[question as FactId].ask,
      times: notes.length,
      regret: notes.reduce((sum, { regret }) => sum + regret, 0),
      idle: notes.filter(({ idle }) => idle).length,
    }))
    .filter(({ regret }) => regret > 0)
    .toSorted((a, b) => b.regret - a.regret || (a.question < b.question ? -1 : 1));
}
