import { describe, expect, test } from 'vitest';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';
import { rowsUpTo, sequenceOf } from '../../../src/stepping/sequence-rows.ts';

const lines = (
  ...entries: readonly (JournalEntry & { readonly step: number; readonly actor?: string })[]
): JournalLine[] =>
  entries.map((entry, index) => ({ n: index + 1, atMs: entry.step * 1000, actor: 'simulation', ...entry }));

const event = (step: number, name: string) => ({ step, type: 'event', by: 'person', event: name, data: {} }) as const;

describe('who told whom what', () => {
  const { lifelines, rows } = sequenceOf(
    lines(
      { step: 1, type: 'actor.started', states: ['a'] },
      { step: 1, type: 'actor.started', actor: 'simulation/restore', states: ['a'] },
      event(2, 'setup.started'),
      {
        step: 2,
        type: 'transition',
        actor: 'simulation/restore',
        event: 'setup.started',
        taken: ['a|b|c'],
        states: ['c'],
      },
      { step: 2, type: 'message', actor: 'simulation/restore', to: 'simulation', event: 'done' },
      { step: 2, type: 'actor.ended', actor: 'simulation/restore' },
      event(3, 'back'),
      { step: 3, type: 'refused', event: 'back', data: {}, guards: [], possible: [] },
    ),
  );
  const named = rows.map(({ step, atMs, from, to, says, kind }) => [
    step,
    atMs,
    lifelines[from]?.name,
    lifelines[to]?.name,
    says,
    kind,
  ]);

  test('what comes from outside goes to the one that takes it, or to the root when nobody does', () => {
    expect(named).toEqual([
      [2, 2000, 'person', 'restore', 'setup.started', 'event'],
      [2, 2000, 'restore', 'simulation', 'done', 'message'],
      [3, 3000, 'person', 'simulation', 'back', 'refused'],
    ]);
  });

  test('who runs beside an arrow', () => {
    const running = rows.map((row) => [...row.running].map((index) => lifelines[index]?.name));
    expect(running).toEqual([['simulation', 'restore'], ['simulation', 'restore'], ['simulation']]);
  });

  test('rows up to a step', () => {
    expect([0, 1, 2, 3, 9].map((step) => rowsUpTo(rows, step))).toEqual([0, 0, 2, 3, 3]);
  });
});
