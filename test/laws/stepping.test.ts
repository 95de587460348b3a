import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { Journal } from '../../src/run/journal.ts';
import { foldLedger, type LedgerRow } from '../../src/run/ledger.ts';
import { standingAt } from '../../src/run/standing.ts';
import { FATE_KEYS, fateKeyOf } from '../../src/stepping/fate-keys.ts';
import { eventOf, isSame } from '../../src/stepping/given-event.ts';
import { LedgerCursor, type Tallies } from '../../src/stepping/ledger-cursor.ts';
import { Recording, stretchOf } from '../../src/stepping/recording.ts';
import { SteppableRun } from '../../src/stepping/steppable-run.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';

const ATTEMPTS = 3;

interface Stepped {
  readonly drama: Drama;
  readonly journal: Journal;
  readonly recording: Recording;
  /** Somewhere in it. */
  readonly places: readonly number[];
}

/** Runs of several attempts, each with some positions in them. */
const stepped: fc.Arbitrary<Stepped> = fc
  .tuple(dramas(), fc.array(fc.nat(), { minLength: 2, maxLength: 6 }))
  .map(([drama, drawn]) => {
    const { journal } = drama.play({ attempts: ATTEMPTS });
    const recording = Recording.of(drama.scenario.world, journal);
    return { drama, journal, recording, places: drawn.map((place) => place % (recording.last + 1)) };
  });

const rowsAt = ({ items, lines, frames }: Recording, position: number): readonly LedgerRow[] =>
  foldLedger(items, lines.slice(0, frames[position]?.lineTo)).rows;

/** Counted anew from the rows. */
function counted({ items }: Recording, rows: readonly LedgerRow[]): Tallies {
  const sums = Object.fromEntries(FATE_KEYS.map((key) => [key, { items: 0, bytes: 0 }])) as Record<
    keyof Tallies,
    { items: number; bytes: number }
  >;
  for (const [index, row] of rows.entries()) {
    sums[fateKeyOf(row)].items += 1;
    sums[fateKeyOf(row)].bytes += items[index]?.bytes ?? Number.NaN;
  }
  return sums;
}

const contentOf = ({ items, lines, frames, patches, segments }: Recording) => ({
  items,
  lines,
  frames,
  patches,
  segments,
});

describe('the ledger at a position', () => {
  law('is what the journal folds to up to there, whichever way one came', stepped, ({ recording, places }) => {
    const cursor = new LedgerCursor(recording);
    for (const place of [...places, 0, recording.last, ...places.toReversed()]) {
      cursor.moveTo(place);
      const rows = rowsAt(recording, place);
      expect(cursor.position).toBe(place);
      expect(cursor.rows).toEqual(rows);
      expect(cursor.tallies()).toEqual(counted(recording, rows));
    }
  });

  law('knows when each row changed last', stepped, ({ recording, places }) => {
    const cursor = new LedgerCursor(recording);
    const changed = recording.frames.map((_, position) => {
      const after = rowsAt(recording, position);
      const before = position === 0 ? foldLedger(recording.items, []).rows : rowsAt(recording, position - 1);
      return after.map((row, index) => JSON.stringify(row) !== JSON.stringify(before[index]));
    });
    // A row that is given what it has already counts as changed too: never later than the patch says, though.
    for (const place of [recording.last, ...places]) {
      cursor.moveTo(place);
      for (const index of recording.items.keys()) {
        const last = changed.slice(0, place + 1).findLastIndex((rows) => rows[index]);
        expect(cursor.changedAt(index)).toBeGreaterThanOrEqual(last);
        expect(cursor.changedAt(index)).toBeLessThanOrEqual(place);
        const at = cursor.changedAt(index);
        if (at >= 0) expect(recording.patches[at]?.places).toContain(index);
      }
    }
  });

  law('is at the beginning of an attempt what it was at the very beginning', stepped, ({ recording }) => {
    const cursor = new LedgerCursor(recording);
    // Nothing is decided yet, and what a device in use holds lies on it.
    const untouched = rowsAt(recording, 0);
    expect(untouched.every(({ fate }) => fate === null)).toBe(true);
    for (const { step, attempt } of recording.frames) {
      if (recording.frames[step - 2]?.attempt !== attempt - 1) continue;
      cursor.moveTo(step - 1);
      expect(cursor.rows).toEqual(untouched);
      cursor.moveTo(step - 2);
      expect(cursor.rows).toEqual(rowsAt(recording, step - 2));
    }
  });
});

describe('a frame', () => {
  law('says what the journal folds to up to there', stepped, ({ recording, places }) => {
    for (const place of [0, ...places, recording.last])
      expect(recording.frame(place)).toMatchObject(standingAt(recording.lines, place + 1));
    expect(recording.frame(recording.last)).toMatchObject(standingAt(recording.lines));
  });

  law('holds the lines of its step and no others, in the order of the journal', stepped, ({ recording, journal }) => {
    let read = 0;
    for (const [position, frame] of recording.frames.entries()) {
      const lines = recording.linesOf(position);
      expect([frame.lineFrom, frame.step]).toEqual([read, position + 1]);
      expect(new Set(lines.map(({ step }) => step))).toEqual(new Set([frame.step]));
      expect(frame.chain).toBe(journal.chain[frame.step]);
      read = frame.lineTo;
    }
    expect(read).toBe(journal.lines.length);
  });

  law('shares with the frame before what its step leaves alone', stepped, ({ recording }) => {
    for (const [position, frame] of recording.frames.entries()) {
      const before = recording.frames[position - 1];
      if (!before) continue;
      const kinds = new Set(recording.linesOf(position).map(({ type }) => type));
      if (kinds.has('attempt.began')) continue;
      if (!kinds.has('alert.raised') && !kinds.has('alert.cleared')) expect(frame.alerts).toBe(before.alerts);
      if (!kinds.has('transition')) expect(frame.phone).toBe(before.phone);
      if (!kinds.has('actor.ended') && !kinds.has('actor.started')) expect(frame.ended).toBe(before.ended);
      for (const path of Object.keys(frame.actors)) {
        const touched = recording.linesOf(position).some(({ actor }) => actor === path);
        if (!touched) expect(frame.actors[path]).toBe(before.actors[path]);
      }
    }
  });
});

describe('a recording', () => {
  law('that is cut and grown again is the same', stepped, ({ drama, journal, recording, places }) => {
    for (const place of places) {
      const cut = recording.cut(place);
      const part = new Journal(cut.lines, journal.chain.slice(0, place + 2));
      expect(contentOf(cut)).toEqual(contentOf(Recording.of(drama.scenario.world, part)));
      expect(contentOf(Recording.of(drama.scenario.world, journal, cut))).toEqual(contentOf(recording));
    }
  });

  law('has segments that cover it, of one gate and one attempt each', stepped, ({ recording }) => {
    expect(recording.segments.map(({ from }) => from)).toEqual([
      0,
      ...recording.segments.slice(0, -1).map(({ to }) => to + 1),
    ]);
    expect(recording.segments.at(-1)?.to).toBe(recording.last);
    for (const { gate, attempt, from, to } of recording.segments) {
      const frames = recording.frames.slice(from, to + 1);
      expect(new Set(frames.map((frame) => `${stretchOf(frame.gate)} ${frame.attempt}`))).toEqual(
        new Set([`${gate} ${attempt}`]),
      );
    }
  });
});

describe('a run that can be taken up at any step', () => {
  const taken = fc.tuple(dramas(), fc.array(fc.nat(), { minLength: 2, maxLength: 4 })).map(([drama, drawn]) => {
    const run = SteppableRun.play({ ...drama.scenario, attempts: [{ change: {} }, { change: {} }] });
    return { run, places: drawn.map((place) => place % (run.recording.last + 1)) };
  });

  law('repeats itself, line by line, over all of its attempts', taken, ({ run }) => {
    const proof = run.again();
    expect(proof).toMatchObject({ identical: true, firstDifference: null });
    expect(proof.runs[0]).toEqual(proof.runs[1]);
  });

  law('offers at a position the same, whether one comes from before or from behind', taken, ({ run, places }) => {
    const there = places.map((place) => run.possible(place));
    const { scenario, recording, fingerprints } = run;
    const again = SteppableRun.played({ scenario, lines: recording.lines, chain: chainOf(recording), fingerprints });
    const back = places.toReversed().map((place) => again.possible(place));
    expect(back.toReversed()).toEqual(there);
  });

  law('goes on by hand as the script does when the same is done', taken, ({ run, places }) => {
    for (const place of places) {
      const next = run.recording.frames[place + 1];
      const event = next ? eventOf(next.given) : null;
      if (!next || !event || next.given?.by === 'run') continue;
      const sent = run.send(place, event);
      if (next.refused) {
        expect(sent).toMatchObject({ refused: { event: event.type, guards: next.refused.guards } });
        continue;
      }
      if (!('story' in sent)) throw new Error('what the script did was refused by hand');
      expect(isSame(next, event)).toBe(true);
      expect(contentOf(sent.story.recording)).toEqual(contentOf(run.recording.cut(place + 1)));
    }
  });
});

const chainOf = ({ frames }: Recording): readonly string[] => [
  new Journal().fingerprint,
  ...frames.map(({ chain }) => chain),
];
