import * as fc from 'fast-check';
import { expect } from 'vitest';
import { ScriptError } from '../../src/run/script-error.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';

const PHASES = ['placement', 'download'] as const;

/** The play with more entries in its script, or nothing where they are not possible. */
function playWith(drama: Drama, ...entries: readonly Readonly<Record<string, string | true>>[]) {
  try {
    return drama.playBut((draft) => {
      draft.script = [...entries];
    });
  } catch (error) {
    if (error instanceof ScriptError) return undefined;
    throw error;
  }
}

const rows = (run: Drama['run']) => [run.outcome, run.ledger.rows] as const;

law(
  'a forced restart, and a standstill that a restart ends, change no fate and no verdict',
  fc.tuple(dramas({ scripts: 'none' }), fc.constantFrom(...PHASES), fc.boolean()),
  ([drama, during, froze]) => {
    const first = froze ? { do: 'phone.froze', during } : { do: 'restart.forced', during };
    const run = playWith(drama, first);
    if (!run) return;
    expect(rows(run)).toEqual(rows(drama.run));
    expect(run.simulatedMs).toBeGreaterThanOrEqual(drama.run.simulatedMs);
  },
  60,
);

law(
  'while a restore stands still nothing of it arrives, however long it is left',
  fc.tuple(dramas({ scripts: 'none' }), fc.constantFrom(...PHASES)),
  ([drama, during]) => {
    const run = playWith(drama, { do: 'phone.froze', during }, { wait: '30 days', untouched: true }, { end: 'story' });
    if (!run) return;
    expect(run.outcome).toBe('in-progress');
    const from = run.journal.lines.findIndex((line) => line.type === 'event' && line.event === 'phone.froze');
    const later = run.journal.lines.slice(from).filter((line) => line.type === 'item.arrived');
    expect(later.filter((line) => line.from !== 'sync')).toEqual([]);
  },
  40,
);
