import type { ScreenId } from '../model/screens.ts';
import type { JournalLine } from './journal-line.ts';
import { screenOf } from './screen-of.ts';
import { BEFORE_THE_STORY, standingAfter, stepsIn } from './standing.ts';

/** The screens and sheets of a story in the order in which they came up. */
export function screensShown(lines: readonly JournalLine[]): readonly ScreenId[] {
  const shown: ScreenId[] = [];
  let standing = BEFORE_THE_STORY;
  let before: { readonly id: ScreenId | null; readonly sheet: ScreenId | null } = { id: null, sheet: null };
  for (const { lines: step } of stepsIn(lines)) {
    standing = standingAfter(standing, step);
    const now = screenOf(standing);
    if (now.id !== before.id) shown.push(now.id);
    if (now.sheet !== null && now.sheet !== before.sheet) shown.push(now.sheet);
    before = now;
  }
  return shown;
}
