import type { ScreenId } from '../model/screens.ts';
import type { JournalLine } from './journal-line.ts';
import { Ledger } from './ledger.ts';
import { screenOf } from './screen-of.ts';
import { BEFORE_THE_STORY, standingAfter, stepsIn } from './standing.ts';

/** One thing that a story shows or says, in the word of a scenario file and in one text. */
interface Told {
  readonly kind: 'do' | 'refused' | 'alert' | 'cleared' | 'prompt' | 'screen' | 'item' | 'outcome';
  readonly about: string;
  /** Of an item: where it is now. */
  readonly fate?: string;
}

/**
 * All that a story tells, step by step. What belongs to one step comes together: an alert and the screen that it stands
 * on have no order that anybody could see.
 */
export function stepsTold(
  items: readonly { readonly id: string }[],
  lines: readonly JournalLine[],
): readonly (readonly Told[])[] {
  const steps: (readonly Told[])[] = [];
  const ledger = new Ledger(items);
  let standing = BEFORE_THE_STORY;
  let screen: ScreenId | null = null;
  let sheet: ScreenId | null = null;
  for (const { lines: step } of stepsIn(lines)) {
    const told: Told[] = [];
    for (const line of step) {
      told.push(...toldBy(line));
      ledger.apply(line, (_, before, after) => {
        if (after.fate !== null && after.fate !== before.fate)
          told.push({ kind: 'item', about: after.id, fate: after.fate });
      });
    }
    standing = standingAfter(standing, step);
    const now = screenOf(standing);
    if (now.id !== screen) told.push({ kind: 'screen', about: now.id });
    if (now.sheet !== null && now.sheet !== sheet) told.push({ kind: 'screen', about: now.sheet });
    screen = now.id;
    sheet = now.sheet;
    if (told.length > 0) steps.push(told);
  }
  return steps;
}

function toldBy(line: JournalLine): Told[] {
  switch (line.type) {
    case 'event':
      return line.by === 'person' || line.by === 'surroundings' ? [{ kind: 'do', about: line.event }] : [];
    case 'refused':
      return [{ kind: 'refused', about: line.event }];
    case 'alert.raised':
      return [{ kind: 'alert', about: line.alert }];
    case 'alert.cleared':
      return [{ kind: 'cleared', about: line.alert }];
    case 'prompt.shown':
      return [{ kind: 'prompt', about: line.prompt }];
    case 'restore.ended':
      return [{ kind: 'outcome', about: line.outcome }];
    default:
      return [];
  }
}

/** As it stands in a file, and as a message says it: `screen: hello`, `item: chats, fate: restored`. */
export const toldInWords = ({ kind, about, fate }: Told): string =>
  `${kind}: ${about}${fate === undefined ? '' : `, fate: ${fate}`}`;
