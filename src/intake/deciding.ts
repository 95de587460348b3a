import { type AnsweredItem, type CaseAnswer, countsOf } from './answer.ts';
import type { Draft } from './draft.ts';
import { decidesTogether } from './together.ts';
import { type Decides, type DecidingOptions, playedAnswer, questionsToTry, tryAnswers } from './trying.ts';

export interface Deciding {
  /** Those first that decide most; questions that decide nothing are left out. */
  readonly questions: readonly Decides[];
  /** The one open question that decides most; `null` where nothing hangs on any. */
  readonly first: Decides | null;
  readonly plays: number;
}

/** How far it has come: whoever has seen enough asks no further. */
export interface DecidingStep {
  readonly done: number;
  readonly of: number;
  readonly sofar: Deciding;
}

/**
 * Which open question decides most: each possible answer to each open question is played alone, and then those that
 * decide only together. A generator that stops after every question, so that a caller can show what is found and leave
 * off. Yields nothing for a draft with problems.
 */
export function* decidingSteps(draft: Draft, options: DecidingOptions = {}): Generator<DecidingStep, Deciding> {
  const base = playedAnswer(draft, options);
  const asked = questionsToTry(
    draft,
    new Set(base?.items.flatMap(({ dependsOn }) => dependsOn)),
    options.usual === true,
  );
  let plays = 1;
  const found: Decides[] = [];
  for (const [place, each] of asked.entries()) {
    if (base === undefined) break;
    const { decides, played } = tryAnswers(draft, each, base, options);
    plays += played;
    if (decides.fates > 0) found.push(decides);
    yield { done: place + 1, of: asked.length, sofar: inOrder(found, plays) };
  }
  if (base !== undefined) {
    const joint = decidesTogether(draft, asked, base, found, options);
    for (let next = joint.next(); ; next = joint.next()) {
      if (next.done === true) {
        found.push(...next.value);
        break;
      }
      plays += 1;
      yield { done: asked.length, of: asked.length, sofar: inOrder(found, plays) };
    }
  }
  return inOrder(found, plays);
}

/** The same at one go. */
export function decidingOf(draft: Draft, options?: DecidingOptions): Deciding {
  const steps = decidingSteps(draft, options);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

const inOrder = (found: readonly Decides[], plays: number): Deciding => {
  const questions = found.toSorted(
    (a, b) =>
      Number(a.state === 'usual') - Number(b.state === 'usual') ||
      a.together.length - b.together.length ||
      b.ends - a.ends ||
      b.fates - a.fates,
  );
  const [first] = questions;
  return { questions, first: first === undefined || first.state === 'usual' || first.ends === 0 ? null : first, plays };
};

/** The answer with what hangs on open questions: nothing of that is told as a fact any more. */
export function refined(answer: CaseAnswer, { questions }: Deciding): CaseAnswer {
  const open = questions.filter(({ state }) => state !== 'usual');
  const items = answer.items.map((item) => withWhatItHangsOn(item, open));
  return { ...answer, items, counts: countsOf(items) };
}

function withWhatItHangsOn(item: AnsweredItem, open: readonly Decides[]): AnsweredItem {
  const behind = open.flatMap(({ question, ask, consequences }) => {
    const others = consequences.flatMap(({ items }) => items.filter(({ item: id }) => id === item.id));
    return others.length === 0 ? [] : [{ question, ask, others }];
  });
  const [first] = behind;
  if (!first) return item;
  const ask = item.ask ?? first.ask;
  const dependsOn = [...new Set([...item.dependsOn, ...behind.map(({ question }) => question)])];
  const either = behind.find((each) =>
    each.others.every(({ end }) => end !== 'depends' && end === each.others[0]?.end),
  );
  const certain = item.end === 'depends' && behind.length === 1 ? either?.others[0]?.end : undefined;
  const others = certain === undefined || either === undefined ? behind.flatMap((each) => each.others) : either.others;
  const known = { ...item, rule: null, dependsOn, ask };
  if (certain !== undefined) return { ...known, end: certain, says: eitherWay(others.map(({ word }) => word)) };
  if (others.some(({ end }) => end !== item.end)) return { ...known, end: 'depends', says: DEPENDS, customer: ask };
  return { ...known, says: eitherWay([item.word, ...others.map(({ word }) => word)]) };
}
const eitherWay = (words: readonly string[]): string => `Either way: ${[...new Set(words)].join(', or ')}.`;
const DEPENDS = 'It hangs on something that is not known yet.';
