import { must } from '../model/must.ts';
import type { PlayOptions } from '../run/play.ts';
import { type AnsweredItem, answerOfPlayed, type CaseAnswer, type CaseEnd, countsOf, playCase } from './answer.ts';
import { caseViewOf } from './case-view.ts';
import type { Draft } from './draft.ts';
import { edit } from './edit.ts';
import type { CaseQuestion, QuestionOption, SaidAnswer } from './question.ts';
import { type AskedQuestion, askedIn, stateOf } from './questions.ts';
import { taken } from './taken.ts';

/** An item that ends otherwise with this answer than with another one. */
export interface Moved {
  readonly item: string;
  readonly title: string;
  readonly end: CaseEnd;
  readonly word: string;
  readonly says: string;
}

/** What follows from one possible answer. */
export interface Consequence {
  readonly answer: string;
  readonly words: string;
  /** `null`: with this answer the case cannot be played, and why. */
  readonly impossible: string | null;
  /** Of the items that hang on this question: how each ends with this answer. */
  readonly items: readonly Moved[];
  readonly counts: Readonly<Record<CaseEnd, number>>;
}

export interface Decides {
  readonly question: string;
  readonly ask: string;
  readonly state: CaseQuestion['state'];
  /** Items that end in another heap, and items with another fate, by which answer is given. */
  readonly ends: number;
  readonly fates: number;
  readonly consequences: readonly Consequence[];
}

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

export interface DecidingOptions {
  readonly digest?: PlayOptions['digest'];
  /** Questions that nobody has asked and that are taken as they usually are: they come last, and are left out unless said. */
  readonly usual?: boolean;
}

/** Answers played for one question. */
const MOST_ANSWERS = 30;

/**
 * Which open question decides most: each possible answer to each open question is played alone. A generator that stops
 * after every question, so that a caller can show what is found and leave off. Yields nothing for a draft with
 * problems.
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

interface ToTry extends AskedQuestion {
  readonly state: CaseQuestion['state'];
  readonly answers: readonly QuestionOption[];
}

/** `needed`: what items of the answer hang on is open, also where it is usually not asked. */
function questionsToTry(draft: Draft, needed: ReadonlySet<string>, isUsualToo: boolean): readonly ToTry[] {
  const said = caseViewOf(draft);
  const { view } = taken(draft);
  const open = askedIn(view).flatMap((asked): ToTry[] => {
    const { state: stands } = stateOf(asked, said);
    const state = stands === 'usual' && needed.has(asked.id) ? 'open' : stands;
    if (state === 'answered' || (state === 'usual' && !isUsualToo)) return [];
    const options = asked.row.options(view, asked.part);
    const how = asked.row.open(view, asked.part);
    const wordsOf = (value: string): string =>
      options.find((option) => option.value === value)?.words ??
      (value === '' || value === 'none' ? 'Nothing of these' : value);
    const values = 'says' in how ? options.map(({ value }) => value) : how.plays;
    return [
      { ...asked, state, answers: values.slice(0, MOST_ANSWERS).map((value) => ({ value, words: wordsOf(value) })) },
    ];
  });
  return open.toSorted((a, b) => Number(a.state === 'usual') - Number(b.state === 'usual'));
}

const playedAnswer = (draft: Draft, { digest }: DecidingOptions): CaseAnswer | undefined => {
  const result = playCase(draft, digest);
  return result.ok ? answerOfPlayed(result.played) : undefined;
};

interface Tried {
  readonly option: QuestionOption;
  readonly answer: CaseAnswer | undefined;
}

function tryAnswers(
  draft: Draft,
  { id, row, part, state, answers }: ToTry,
  base: CaseAnswer,
  options: DecidingOptions,
): { readonly decides: Decides; readonly played: number } {
  const said = (value: string): SaidAnswer =>
    row.kind === 'several' ? (value === '' || value === 'none' ? [] : [value]) : value;
  const tried = answers.map((option): Tried => ({
    option,
    answer: playedAnswer(edit(draft, { question: id, answer: said(option.value) }), options),
  }));
  const possible = tried.map(({ answer }) => answer).filter((answer) => answer !== undefined);
  const moved = base.items.flatMap(({ id: item }) => {
    const all = [base, ...possible].map((answer) => itemOf(answer, item));
    // That it is open now is no end: only what the answers lead to parts them.
    const ends = new Set(all.slice(1).map((each) => each?.end));
    const fates = new Set(all.map((each) => each?.fate));
    return fates.size > 1 ? [{ item, isOtherEnd: ends.size > 1 }] : [];
  });
  const decides: Decides = {
    question: id,
    ask: row.ask.replaceAll('%', part.name),
    state,
    ends: moved.filter(({ isOtherEnd }) => isOtherEnd).length,
    fates: moved.length,
    consequences: tried.map(({ option, answer }) =>
      consequence(
        option,
        answer,
        moved.map(({ item }) => item),
      ),
    ),
  };
  return { decides, played: tried.length };
}

const itemOf = ({ items }: CaseAnswer, id: string): AnsweredItem | undefined => items.find((item) => item.id === id);

function consequence(
  { value, words }: QuestionOption,
  answer: CaseAnswer | undefined,
  moved: readonly string[],
): Consequence {
  const items = answer ? moved.map((id) => must(itemOf(answer, id), `the item ${id}`)) : [];
  return {
    answer: value,
    words,
    impossible: answer ? null : 'It does not fit the rest of what was said.',
    items: items.map(({ id, title, end, word, says }) => ({ item: id, title, end, word, says })),
    counts: countsOf(items),
  };
}

const inOrder = (found: readonly Decides[], plays: number): Deciding => {
  const questions = found.toSorted(
    (a, b) => Number(a.state === 'usual') - Number(b.state === 'usual') || b.ends - a.ends || b.fates - a.fates,
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
  const certain = item.end === 'depends' ? either?.others[0]?.end : undefined;
  const others = certain === undefined || either === undefined ? behind.flatMap((each) => each.others) : either.others;
  const known = { ...item, rule: null, dependsOn, ask };
  if (certain !== undefined) return { ...known, end: certain, says: eitherWay(others.map(({ word }) => word)) };
  if (others.some(({ end }) => end !== item.end)) return { ...known, end: 'depends', says: DEPENDS, customer: ask };
  return { ...known, says: eitherWay([item.word, ...others.map(({ word }) => word)]) };
}
const eitherWay = (words: readonly string[]): string => `Either way: ${[...new Set(words)].join(', or ')}.`;
const DEPENDS = 'It hangs on something that is not known yet.';
