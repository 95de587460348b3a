import { must } from '../model/must.ts';
import type { PlayOptions } from '../run/play.ts';
import { type AnsweredItem, answerOfPlayed, type CaseAnswer, type CaseEnd, countsOf, playCase } from './answer.ts';
import { caseViewOf } from './case-view.ts';
import type { Draft } from './draft.ts';
import { edit } from './edit.ts';
import type { CaseQuestion, QuestionOption } from './question.ts';
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
  /**
   * Where it decides nothing alone: the other open questions with which it does, and their answers for which the
   * consequences are told.
   */
  readonly together: readonly { readonly question: string; readonly ask: string; readonly words: string }[];
}

export interface DecidingOptions {
  readonly digest?: PlayOptions['digest'];
  /** Questions that are taken as they usually are: they come last, and are left out unless said. */
  readonly usual?: boolean;
}

/** Answers played for one question. */
const MOST_ANSWERS = 30;

/** A question whose answers are played. */
export interface ToTry extends AskedQuestion {
  readonly state: CaseQuestion['state'];
  readonly answers: readonly QuestionOption[];
  /** The answer for which the case is taken while it is open; `null` where the world has a word for that. */
  readonly takenAs: string | null;
}

/** `needed`: what items of the answer hang on is open, also where it is usually not asked. */
export function questionsToTry(draft: Draft, needed: ReadonlySet<string>, isUsualToo: boolean): readonly ToTry[] {
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
      {
        ...asked,
        state,
        takenAs: 'says' in how || values[0] === undefined ? null : values[0],
        answers: values.slice(0, MOST_ANSWERS).map((value) => ({ value, words: wordsOf(value) })),
      },
    ];
  });
  return open.toSorted((a, b) => Number(a.state === 'usual') - Number(b.state === 'usual'));
}

export const playedAnswer = (draft: Draft, { digest }: DecidingOptions): CaseAnswer | undefined => {
  const result = playCase(draft, digest);
  return result.ok ? answerOfPlayed(result.played) : undefined;
};

/** The draft with one answer to a question of which the answers are played. */
export function withAnswer(draft: Draft, { id, row }: ToTry, value: string): Draft {
  const said = row.kind === 'several' ? (value === '' || value === 'none' ? [] : [value]) : value;
  return edit(draft, { question: id, answer: said });
}

interface Tried {
  readonly option: QuestionOption;
  readonly answer: CaseAnswer | undefined;
}

/** Plays every answer to one question, and tells what each leads to. */
export function tryAnswers(
  draft: Draft,
  toTry: ToTry,
  base: CaseAnswer,
  options: DecidingOptions,
  together: Decides['together'] = [],
): { readonly decides: Decides; readonly played: number } {
  const { id, row, part, state, answers, takenAs } = toTry;
  const tried = answers.map((option): Tried => {
    // As it is taken it has been played.
    const isBase = state !== 'usual' && option.value === takenAs;
    return { option, answer: isBase ? base : playedAnswer(withAnswer(draft, toTry, option.value), options) };
  });
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
    together,
    consequences: tried.map(({ option, answer }) =>
      consequence(
        option,
        answer,
        moved.map(({ item }) => item),
      ),
    ),
  };
  return { decides, played: tried.filter(({ answer }) => answer !== base).length };
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
