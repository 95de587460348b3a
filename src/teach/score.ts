import type { Fate, Gate } from '../model/fates.ts';
import { must } from '../model/must.ts';
import { RULES } from '../rulebook/rules/rules.ts';
import type { Rule, RuleGroup } from '../rulebook/tables/rule.ts';
import { fateSaid, type Harm, harmOfAnswer, type MarkedQuestion } from './answer-fate.ts';
import type { Certainty, TaskLog } from './attempt.ts';
import { type Confusion, confusionOf } from './confusions.ts';
import { type PutQuestion, rowOf } from './questions/question.ts';
import { keyOf } from './questions/questions.ts';
import { putQuestions } from './task-questions.ts';
import type { Variant } from './variant.ts';

/** One answer of a learner. */
export interface Bet {
  readonly answer: string;
  readonly sure?: Certainty;
}

/** A bet beside what the simulator says. */
export interface BetMark {
  readonly task: number;
  /** The place among the questions of the task, from 0. */
  readonly n: number;
  readonly question: MarkedQuestion;
  /** The id of the item, where it is about one. */
  readonly item?: string;
  /** Not given: the question was left open. */
  readonly bet?: Bet;
  readonly key: string;
  readonly right: boolean;
  /** What of one point it earns; 0 or 1 but where a cause was looked for. */
  readonly points: number;
  readonly truth: { readonly fate: Fate | null; readonly gate: Gate | null; readonly rule: string | null };
  /** Where the answer says that the item ends, as a fate, a sentence for the customer and a cause do. */
  readonly said?: Fate;
  /** Where that is another end than the true one. */
  readonly confusion?: Confusion;
  /** What a wrong answer does to the customer. */
  readonly harm?: Harm;
  /** Where a cause was found: the questions that it took, wrong names among them, and those of the best questioner. */
  readonly asked?: { readonly spent: number; readonly best: number };
}

const NO_TRUTH: BetMark['truth'] = { fate: null, gate: null, rule: null };

/** The bets of one task, marked; questions left open are wrong, and no confusion. */
export function marksOf(variant: Variant, log: TaskLog | undefined): readonly BetMark[] {
  return putQuestions(variant).map((question, n) => {
    const choice = log?.choices[n];
    const option = choice?.did === 'bet' ? question.options[choice.option] : undefined;
    const sure = choice?.did === 'bet' ? choice.sure : undefined;
    const bet = option && { answer: option.word, ...(sure === undefined ? {} : { sure }) };
    return markOf(variant, question, n, bet);
  });
}

export function markOf(variant: Variant, question: PutQuestion, n: number, bet: Bet | undefined): BetMark {
  const { item, kind } = question;
  const row = item && rowOf(variant, item);
  const key = keyOf(variant, question);
  return marked({
    task: variant.taskIndex,
    n,
    question: kind,
    ...(item === undefined ? {} : { item: item.id }),
    ...(bet === undefined ? {} : { bet }),
    key,
    right: bet?.answer === key,
    points: bet?.answer === key ? 1 : 0,
    truth: row ? { fate: row.fate, gate: row.gate, rule: row.rule } : NO_TRUTH,
  });
}

/** A mark with what follows from it: where the answer says that the item ends, and what that does to the customer. */
export function marked(mark: Omit<BetMark, 'said' | 'confusion' | 'harm'>): BetMark {
  const { question, bet, right, truth } = mark;
  const is = truth.fate;
  if (bet === undefined || is === null) return mark;
  const said = fateSaid(question, bet.answer);
  if (said === undefined) return mark;
  // A right reason is that of this end, even where elsewhere it leads to another.
  if (right) return { ...mark, said: is };
  return {
    ...mark,
    said,
    ...(said === is ? {} : { confusion: confusionOf(said, is) }),
    harm: harmOfAnswer(said, is),
  };
}

export interface RightOf {
  readonly right: number;
  readonly of: number;
}

/** What came of bets; nothing in it is graded but `share`. */
export interface Score {
  readonly points: number;
  readonly of: number;
  /** Points by questions, from 0 to 1; 0 where nothing was asked. */
  readonly share: number;
  readonly passed: boolean;
  /** How often each fate was said, by what it was: `matrix[is][said]`. */
  readonly matrix: Readonly<Partial<Record<Fate, Readonly<Partial<Record<Fate, number>>>>>>;
  readonly harms: Readonly<Partial<Record<Harm, number>>>;
  readonly rules: Readonly<Record<string, RightOf>>;
  readonly groups: Readonly<Partial<Record<RuleGroup, RightOf>>>;
  readonly gates: Readonly<Partial<Record<Gate, RightOf>>>;
  readonly confusions: Readonly<Partial<Record<Confusion, number>>>;
  /** Shown, never graded: how often right by how sure, and the points of a scale on which honesty pays. */
  readonly certainty: Readonly<Partial<Record<Certainty, RightOf>>>;
  readonly certaintyPoints: number;
}

/** Right and wrong by how sure: to say more than one believes costs more than it brings. */
const CERTAINTY_POINTS: Readonly<Record<Certainty, readonly [right: number, wrong: number]>> = {
  guess: [1, 0],
  think: [2, -2],
  sure: [3, -6],
};

export const pointsFor = (sure: Certainty, right: boolean): number => CERTAINTY_POINTS[sure][right ? 0 : 1];

const BOOK: Readonly<Record<string, Rule>> = RULES;

/** The order of the marks makes no difference. */
export function scoreOf(marks: readonly BetMark[], pass: number): Score {
  // Parts of a point are added in one order too: a sum of fractions depends on it.
  const points = marks
    .map((mark) => mark.points)
    .toSorted((a, b) => a - b)
    .reduce((sum, part) => sum + part, 0);
  const share = marks.length === 0 ? 0 : points / marks.length;
  const matrix: Partial<Record<Fate, Partial<Record<Fate, number>>>> = {};
  for (const { said, truth } of marks)
    if (truth.fate !== null && said !== undefined) {
      const row = matrix[truth.fate];
      matrix[truth.fate] = { ...row, [said]: oneMore(row?.[said]) };
    }
  const sure = marks.flatMap(({ bet, right }) => (bet?.sure === undefined ? [] : [{ sure: bet.sure, right }]));
  return {
    points,
    of: marks.length,
    share,
    passed: marks.length > 0 && share >= pass,
    matrix: inOrder(Object.fromEntries(Object.entries(matrix).map(([is, said]) => [is, inOrder(said)]))),
    harms: counted(marks.map(({ harm }) => harm)),
    rules: rightBy(marks, ({ truth }) => truth.rule),
    groups: rightBy(marks, ({ truth }) => (truth.rule === null ? null : must(BOOK[truth.rule], truth.rule).group)),
    gates: rightBy(marks, ({ truth }) => truth.gate),
    confusions: counted(marks.map(({ confusion }) => confusion)),
    certainty: rightBy(sure, (one) => one.sure),
    certaintyPoints: sure.reduce((sum, one) => sum + pointsFor(one.sure, one.right), 0),
  };
}

const oneMore = (count: number | undefined): number => (count === undefined ? 1 : count + 1);

/** Keys in one order, whichever came first. */
const inOrder = <T extends object>(table: T): T =>
  Object.fromEntries(Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1))) as T;

function counted<K extends string>(keys: readonly (K | undefined)[]): Partial<Record<K, number>> {
  const counts: Partial<Record<K, number>> = {};
  for (const key of keys) if (key !== undefined) counts[key] = oneMore(counts[key]);
  return inOrder(counts);
}

function rightBy<M extends { readonly right: boolean }, K extends string>(
  marks: readonly M[],
  keyFor: (mark: M) => K | null,
): Record<K, RightOf> {
  const found: Partial<Record<K, RightOf>> = {};
  for (const mark of marks) {
    const key = keyFor(mark);
    if (key === null) continue;
    const before: RightOf | undefined = found[key];
    found[key] = { right: (before ? before.right : 0) + Number(mark.right), of: (before ? before.of : 0) + 1 };
  }
  return inOrder(found) as Record<K, RightOf>;
}
