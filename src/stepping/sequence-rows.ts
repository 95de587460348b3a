import { machineIdOf } from '../run/actor-paths.ts';
import { must } from '../model/must.ts';
import type { JournalLine, LineOf } from '../run/journal-line.ts';

/** One column of a sequence: an actor, or whoever acts from outside. */
export interface Lifeline {
  readonly id: string;
  readonly name: string;
  readonly kind: 'outside' | 'actor' | 'sync';
}

/** One arrow of a sequence. `from` and `to` are places in the list of lifelines. */
export interface SequenceRow {
  readonly step: number;
  readonly atMs: number | null;
  readonly from: number;
  readonly to: number;
  readonly says: string;
  readonly kind: 'event' | 'message' | 'refused';
  /** The lifelines that run after it, by place. */
  readonly running: ReadonlySet<number>;
}

export interface Sequence {
  readonly lifelines: readonly Lifeline[];
  readonly rows: readonly SequenceRow[];
}

const OUTSIDE = { person: 'person', surroundings: 'surroundings', clock: 'clock', run: 'clock' } as const;

/**
 * Who told whom what, in the order of the journal. The lifelines stand in the order in which they first appear,
 * outside ones first.
 */
export function sequenceOf(lines: readonly JournalLine[]): Sequence {
  const draft = new SequenceDraft(lines);
  for (const [place, line] of lines.entries()) draft.add(line, place);
  return { lifelines: draft.lifelines, rows: draft.rows };
}

class SequenceDraft {
  readonly lifelines: Lifeline[] = [
    { id: 'person', name: 'person', kind: 'outside' },
    { id: 'surroundings', name: 'surroundings', kind: 'outside' },
    { id: 'clock', name: 'clock', kind: 'outside' },
  ];
  readonly rows: SequenceRow[] = [];
  readonly #lines: readonly JournalLine[];
  readonly #places = new Map(this.lifelines.map(({ id }, index) => [id, index]));
  #running: ReadonlySet<number> = new Set();

  constructor(lines: readonly JournalLine[]) {
    this.#lines = lines;
  }

  add(line: JournalLine, index: number): void {
    switch (line.type) {
      case 'actor.started':
        this.#running = new Set([...this.#running, this.#placeOf(line.actor)]);
        break;
      case 'actor.ended': {
        const gone = this.#placeOf(line.actor);
        this.#running = new Set([...this.#running].filter((known) => known !== gone));
        break;
      }
      case 'message':
        this.#arrow(line, this.#placeOf(line.actor), this.#placeOf(line.to), line.event, 'message');
        break;
      case 'event':
        this.#given(line, index);
        break;
      default:
    }
  }

  /** What comes from outside goes to the actor that takes it; the journal says so in the lines that follow. */
  #given(line: LineOf<'event'>, index: number): void {
    let taker: string | undefined;
    let refused = false;
    for (let at = index + 1; at < this.#lines.length; at += 1) {
      const next = this.#lines[at];
      if (!next || next.step !== line.step) break;
      if (next.type === 'refused') refused = true;
      if (next.type === 'transition' && next.event === line.event) taker ??= next.actor;
    }
    this.#arrow(
      line,
      this.#placeOf(OUTSIDE[line.by]),
      this.#placeOf(taker ?? 'simulation'),
      line.event,
      refused ? 'refused' : 'event',
    );
  }

  #arrow({ step, atMs }: JournalLine, from: number, to: number, says: string, kind: SequenceRow['kind']): void {
    this.rows.push({ step, atMs, from, to, says, kind, running: this.#running });
  }

  #placeOf(path: string): number {
    let index = this.#places.get(path);
    if (index === undefined) {
      index = this.lifelines.length;
      this.#places.set(path, index);
      this.lifelines.push({
        id: path,
        name: machineIdOf(path),
        kind: machineIdOf(path) === 'icloudSync' ? 'sync' : 'actor',
      });
    }
    return index;
  }
}

/** How many rows belong to the steps up to and with this one. */
export function rowsUpTo(rows: readonly SequenceRow[], step: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (must(rows[middle], 'a row in the middle').step <= step) low = middle + 1;
    else high = middle;
  }
  return low;
}
