import { orNull } from '../model/optional.ts';
import { type Card, type CardInput, createEmptyCard, fsrs, type Grade, Rating } from 'ts-fsrs';
import * as z from 'zod/mini';
import { RULES } from '../rulebook/rules/rules.ts';
import { CONFUSION_ORDER, fatesOf, pairOf } from './confusions.ts';
import type { Lesson } from './lesson.ts';
import { cardDigest, LOOK_GRADES, type LookGrade, type PracticeCard, type PracticeLook } from './practice-look.ts';
import { rowOf } from './questions/question.ts';
import { type DrawOptions, NoVariant, type Variant, variantOf } from './variant.ts';

/*
 * Practice: what is known fades, and comes back best just before it is gone. The cards are not questions but what is
 * learnt by them: rules, and pairs of fates that are told apart. When each is due is worked out by FSRS, out of how the
 * bets went; what is shown is a fresh variant that holds as much as can be of what is due. The clock is the door's.
 */

/** What is kept of a card, as whole milliseconds and the numbers of FSRS. */
const cardSchema = z.strictObject({
  due: z.int(),
  last: z.int(),
  stability: z.number(),
  difficulty: z.number(),
  reps: z.int().check(z.minimum(0)),
  lapses: z.int().check(z.minimum(0)),
  state: z.int().check(z.minimum(0), z.maximum(3)),
  scheduled: z.int().check(z.minimum(0)),
});
export type KeptCard = z.output<typeof cardSchema>;
const digestSchema = z.string().check(z.regex(/^[\da-f]{12}$/));
const deckSchema = z.record(digestSchema, cardSchema);
/** Cards by a short digest of their name: what is kept in a browser names no rule of what is learnt there. */
export type Deck = z.output<typeof deckSchema>;

/** A card for each rule and for each pair, in the order of the book and of the fates. */
export const ALL_CARDS: readonly PracticeCard[] = [
  ...Object.keys(RULES).map((rule): PracticeCard => `rule ${rule}`),
  ...CONFUSION_ORDER.filter((confusion) => pairOf(confusion) === confusion).map((pair): PracticeCard => `pair ${pair}`),
];

/** `null` for what is no deck: whoever reads it begins anew. */
export function readDeck(text: string): Deck | null {
  try {
    const read = deckSchema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

export const writeDeck = (deck: Deck): string =>
  JSON.stringify(Object.fromEntries(Object.entries(deck).toSorted(([a], [b]) => (a < b ? -1 : 1))));

/** Days are the shortest time between two looks, and nothing in it is left to chance. */
const SCHEDULER = fsrs({ enable_fuzz: false, enable_short_term: false });

/** The deck after what a task showed. */
export function afterLook(deck: Deck, { at, grades }: PracticeLook): Deck {
  const looked = Object.entries(grades).map(([digest, grade]) => {
    const next = SCHEDULER.next(cardFrom(deck[digest], at), at, RATINGS[grade]).card;
    return [digest, keptOf(next, at)] as const;
  });
  return { ...deck, ...Object.fromEntries(looked) };
}

const RATINGS: Readonly<Record<LookGrade, Grade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

const lookSchema = z.strictObject({ at: z.int(), grades: z.record(digestSchema, z.enum(LOOK_GRADES)) });

/** The looks that were noted, one in a line; what is none is passed over. */
export function readLooks(text: string): readonly PracticeLook[] {
  return text.split('\n').flatMap((line) => {
    try {
      const read = lookSchema.safeParse(JSON.parse(line));
      return read.success ? [read.data] : [];
    } catch {
      return [];
    }
  });
}

function cardFrom(kept: KeptCard | undefined, now: number): CardInput {
  const empty = createEmptyCard(now);
  if (!kept) return empty;
  const { due, last, stability, difficulty, reps, lapses, state, scheduled } = kept;
  return {
    ...empty,
    due,
    last_review: last,
    stability,
    difficulty,
    reps,
    lapses,
    state,
    scheduled_days: scheduled,
  };
}

const keptOf = ({ due, stability, difficulty, reps, lapses, state, scheduled_days }: Card, now: number): KeptCard => ({
  due: Number(due),
  last: now,
  stability,
  difficulty,
  reps,
  lapses,
  state,
  scheduled: scheduled_days,
});

/** The cards that are due, the longest overdue first. */
export function dueCards(deck: Deck, now: number): readonly PracticeCard[] {
  const dueAt = new Map(
    ALL_CARDS.flatMap((card) => {
      const kept = deck[cardDigest(card)];
      return kept && kept.due <= now ? [[card, kept.due] as const] : [];
    }),
  );
  return [...dueAt].toSorted(([, a], [, b]) => a - b).map(([card]) => card);
}

/** When the next is due that is not due yet. */
export function nextDue(deck: Deck, now: number): number | null {
  const later = Object.values(deck).flatMap(({ due }) => (due > now ? [due] : []));
  return later.length === 0 ? null : Math.min(...later);
}

/** How many have ever been looked at. */
export const cardsMet = (deck: Deck): number => Object.keys(deck).length;

/** What the key of a variant holds: the rules that decide, and the pairs of which both fates come up. */
export function cardsIn(variant: Variant): ReadonlySet<PracticeCard> {
  const rows = variant.items.map((item) => rowOf(variant, item));
  const fates = new Set(rows.map(({ fate }) => fate));
  return new Set<PracticeCard>([
    ...rows.flatMap(({ rule }): PracticeCard[] => (rule === null ? [] : [`rule ${rule}`])),
    ...CONFUSION_ORDER.filter((pair) => pairOf(pair) === pair && fatesOf(pair).every((fate) => fates.has(fate))).map(
      (pair): PracticeCard => `pair ${pair}`,
    ),
  ]);
}

/** A variant to practise with: the learner’s part of its seed, and what of that which is due it holds. */
export interface Practice {
  readonly lesson: string;
  readonly place: number;
  readonly learner: string;
  readonly holds: readonly PracticeCard[];
}

/** Variants that are looked at for one day. */
const SEEDS = 50;

/** The tasks in which what is due can be bet on. */
const placesOf = ({ tasks }: Lesson): readonly number[] =>
  [...tasks.entries()].flatMap(([place, task]) => ('predict' in task ? [place] : []));

/** The lesson that teaches most of what is due, the first of several; `null` where none has bets. */
export function lessonFor(lessons: readonly Lesson[], due: readonly PracticeCard[]): Lesson | null {
  const wanted = new Set(due);
  const taught = ({ teaches }: Lesson): number =>
    [
      ...teaches.rules.map((rule): PracticeCard => `rule ${rule}`),
      ...new Set(teaches.confusions.map((pair): PracticeCard => `pair ${pairOf(pair)}`)),
    ].filter((card) => wanted.has(card)).length;
  const open = lessons.filter((lesson) => placesOf(lesson).length > 0);
  const most = Math.max(0, ...open.map(taught));
  return orNull(open.find((lesson) => taught(lesson) === most));
}

/** The learner’s part of the seeds of a day. */
export const practiceCodes = (day: string): readonly string[] =>
  Array.from({ length: SEEDS }, (_, n) => `practice-${day}-${n}`);

export interface PracticeOptions extends DrawOptions {
  /** Codes under which one has practised already. */
  readonly begun?: readonly string[];
}

/**
 * Today’s variant of a lesson: the first among fifty whose key holds most of what is due. The day, as `2026-03-01`, is
 * part of its seed, so that it stays the same until tomorrow. Stops early where nothing can hold more.
 */
export function practiceFor(
  lesson: Lesson,
  due: readonly PracticeCard[],
  day: string,
  options: PracticeOptions = {},
): Practice | null {
  let best: Practice | null = null;
  for (const place of placesOf(lesson).slice(0, 1))
    for (const learner of practiceCodes(day)) {
      if (options.begun?.includes(learner)) continue;
      const variant = variantOrNull(lesson, place, learner, options);
      if (!variant) return best;
      const held = cardsIn(variant);
      const holds = due.filter((card) => held.has(card));
      if (best === null || holds.length > best.holds.length) best = { lesson: lesson.id, place, learner, holds };
      if (holds.length === due.length) return best;
    }
  return best;
}

/** A lesson that no variant meets is its author’s to mend. */
function variantOrNull(lesson: Lesson, place: number, learner: string, options?: DrawOptions): Variant | null {
  try {
    return variantOf(lesson, place, learner, options);
  } catch (error) {
    if (error instanceof NoVariant) return null;
    throw error;
  }
}
