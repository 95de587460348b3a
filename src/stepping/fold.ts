import { FATES } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { JournalLine } from '../run/journal-line.ts';
import { BEFORE_THE_STORY, type Standing, standingAfter } from '../run/standing.ts';
import type { Frame, Given, Mark, Refused, Taken } from './frame.ts';

/** One frame from the standing before and the lines of its step, which begin at `lineFrom` in the journal. */
export function foldFrame(
  before: Standing = BEFORE_THE_STORY,
  lines: readonly JournalLine[],
  lineFrom: number,
  chain: string,
): Frame {
  const first = must(lines[0], 'the first line of a step');
  const { step, atMs } = first;
  return {
    ...standingAfter(before, lines),
    step,
    atMs,
    lineFrom,
    lineTo: lineFrom + lines.length,
    given: givenIn(first),
    taken: lines.flatMap(takenIn),
    marks: merged(lines.flatMap(marksOf)),
    refused: refusedIn(lines),
    chain,
  };
}

/** What a step is given stands in its first line. */
function givenIn(line: JournalLine): Given | null {
  return line.type === 'event' ? { by: line.by, event: line.event, data: line.data } : null;
}

function refusedIn(lines: readonly JournalLine[]): Refused | null {
  const line = lines.find(({ type }) => type === 'refused');
  return line?.type === 'refused'
    ? { event: line.event, data: line.data, guards: line.guards, possible: line.possible }
    : null;
}

const takenIn = (line: JournalLine): Taken[] =>
  line.type === 'transition' ? line.taken.map((name) => ({ actor: line.actor, event: line.event, name })) : [];

function marksOf(line: JournalLine): Mark[] {
  switch (line.type) {
    case 'item.judged':
      return line.outcome === 'eligible' || FATES[line.outcome].arrives
        ? []
        : [{ kind: 'drop', fate: line.outcome, gate: line.gate, items: line.items.length }];
    case 'item.waiting':
      return [{ kind: 'drop', fate: 'pending', gate: line.gate, items: line.items.length }];
    case 'alert.raised':
      return [{ kind: 'alert', id: line.alert }];
    case 'prompt.shown':
      return [{ kind: 'prompt', id: line.prompt }];
    default:
      return [];
  }
}

const itemsOf = ({ items }: Mark): number => must(items, 'the items of a drop');

/** Drops of one fate at one gate in one step are one mark. */
function merged(marks: readonly Mark[]): readonly Mark[] {
  const drops = new Map<string, Mark>();
  for (const mark of marks.filter(({ kind }) => kind === 'drop')) {
    const key = `${mark.fate} ${mark.gate}`;
    const before = drops.get(key);
    drops.set(key, before ? { ...mark, items: itemsOf(before) + itemsOf(mark) } : mark);
  }
  return [...drops.values(), ...marks.filter(({ kind }) => kind !== 'drop')];
}
