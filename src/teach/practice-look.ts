import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Certainty } from './attempt.ts';
import { type Confusion, fatesOf, pairOf } from './confusions.ts';
import type { Lesson } from './lesson.ts';
import type { BetMark } from './score.ts';

/*
 * What a task has shown of what is known. It is noted with each lock; when a card is due again is worked out of it
 * later, by whoever practises: a lesson that is played loads nothing of that.
 */

/** `rule keychain/locked-to-the-old-device`, `pair excluded/never-in-backup`. */
export type PracticeCard = `rule ${string}` | `pair ${Confusion}`;

/** What stands for a card in what is kept: a browser names no rule of what is learnt there. */
export const cardDigest = (card: PracticeCard): string => bytesToHex(sha256(utf8ToBytes(card))).slice(0, 12);

/** From what was not known to what was, in the words of FSRS. */
export const LOOK_GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type LookGrade = (typeof LOOK_GRADES)[number];

/** How the cards of one task went, by their digests, and when. */
export interface PracticeLook {
  readonly at: number;
  readonly grades: Readonly<Record<string, LookGrade>>;
}

const RIGHT: Readonly<Record<Certainty, LookGrade>> = { guess: 'hard', think: 'good', sure: 'easy' };

/** How a bet went: wrong; right and unsure; right; right and sure. An open question says nothing of what is known. */
export function gradeOf({ bet, right }: Pick<BetMark, 'bet' | 'right'>): LookGrade | undefined {
  if (bet === undefined) return undefined;
  if (!right) return 'again';
  return bet.sure === undefined ? 'good' : RIGHT[bet.sure];
}

/** The cards that a bet was about: the rule that decided, and the pairs that were told apart or mixed up. */
export function cardsOf(mark: BetMark, { teaches }: Pick<Lesson, 'teaches'>): readonly PracticeCard[] {
  const { rule, fate } = mark.truth;
  const ofRule: PracticeCard[] = rule === null ? [] : [`rule ${rule}`];
  if (mark.question !== 'fate') return ofRule;
  if (mark.confusion !== undefined) return [...ofRule, `pair ${pairOf(mark.confusion)}`];
  const pairs = teaches.confusions.filter((confusion) => fatesOf(confusion).some((each) => each === fate));
  return [...ofRule, ...new Set(pairs.map((confusion): PracticeCard => `pair ${pairOf(confusion)}`))];
}

/** What the bets of a task show. Of several about one card the worst counts: their order makes no difference. */
export function lookAt(marks: readonly BetMark[], lesson: Pick<Lesson, 'teaches'>, at: number): PracticeLook {
  const grades = new Map<string, LookGrade>();
  for (const mark of marks) {
    const grade = gradeOf(mark);
    if (grade === undefined) continue;
    for (const card of cardsOf(mark, lesson)) {
      const digest = cardDigest(card);
      const before = grades.get(digest);
      grades.set(digest, before === undefined || isWorse(grade, before) ? grade : before);
    }
  }
  return { at, grades: Object.fromEntries(grades) };
}

const isWorse = (a: LookGrade, b: LookGrade): boolean => LOOK_GRADES.indexOf(a) < LOOK_GRADES.indexOf(b);
