import { must } from '../../../model/must.ts';
import { CERTAINTIES } from '../../../teach/attempt.ts';
import { type BetMark, HARM_ORDER } from '../../../teach/score.ts';
import type { MarkedTask } from '../marks-of-attempt.ts';

/** One wrong answer, with the item that it was about. */
export interface TalkedMistake {
  readonly task: number;
  readonly mark: BetMark;
  /** The title of the item; the story as a whole has none. */
  readonly title: string | null;
}

/** Mistakes of one kind: of one confusion, or about one rule. */
export interface TalkGroup {
  readonly key: string;
  readonly mistakes: readonly TalkedMistake[];
}

/**
 * What there is to talk about: by kind and not by time, because it is the kind that one learns to tell apart. First
 * come the kinds in which one was surest, for those are the ones that are corrected best; of these the more harmful.
 */
export function talkOf(tasks: readonly MarkedTask[], by: 'confusion' | 'rule'): readonly TalkGroup[] {
  const groups = new Map<string, TalkedMistake[]>();
  for (const { place, variant, marks } of tasks)
    for (const mark of marks) {
      const key = by === 'rule' ? mark.truth.rule : mark.confusion;
      if (mark.right || key === undefined || key === null) continue;
      const item = variant.items.find(({ id }) => id === mark.item);
      const mistake = { task: place, mark, title: item ? item.title : null };
      const group = groups.get(key);
      if (group) group.push(mistake);
      else groups.set(key, [mistake]);
    }
  return [...groups]
    .map(([key, mistakes]) => ({ key, mistakes: mistakes.toSorted((a, b) => weightOf(b.mark) - weightOf(a.mark)) }))
    .toSorted((a, b) => heaviest(b) - heaviest(a) || b.mistakes.length - a.mistakes.length || (a.key < b.key ? -1 : 1));
}

const heaviest = ({ mistakes }: TalkGroup): number => weightOf(must(mistakes[0], 'a mistake').mark);

/** How sure first, then how harmful. */
function weightOf({ bet, harm }: BetMark): number {
  const sure = bet?.sure === undefined ? 0 : CERTAINTIES.indexOf(bet.sure) + 1;
  return sure * 10 + (harm === undefined ? 0 : HARM_ORDER.length - HARM_ORDER.indexOf(harm));
}
