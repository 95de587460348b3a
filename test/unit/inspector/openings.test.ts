import { expect, test } from 'vitest';
import { nextStop, openingsOf } from '../../../src/inspector/lesson/predict/openings.ts';
import { Ledger } from '../../../src/run/ledger.ts';
import { Recording } from '../../../src/stepping/recording.ts';
import { loadLesson } from '../../../src/teach/load-lesson.ts';
import { variantOf } from '../../../src/teach/variant.ts';
import { LESSON_TEXT } from '../teach/lesson-file.ts';

const lesson = loadLesson(LESSON_TEXT, 'one.yaml', 'one', { scenario: () => undefined });
const { run, scenario } = variantOf(lesson, 0, 'mara');
const recording = Recording.of(scenario.world, run.journal);
const openings = openingsOf(recording);

test('each item opens where it changes last, as a ledger has it that reads the journal alone', () => {
  const ledger = new Ledger(scenario.world.items);
  const lasts = new Map<string, number>();
  for (const line of run.journal.lines)
    ledger.apply(line, (_place, before, after) => {
      if (before.fate !== after.fate || before.rule !== after.rule || before.syncWithheld !== after.syncWithheld)
        lasts.set(after.id, line.step - 1);
    });
  expect(new Map([...openings].filter(([id]) => lasts.has(id)))).toEqual(lasts);
  expect(lasts.size).toBeGreaterThan(4);
  expect(new Set(lasts.values()).size).toBeGreaterThan(2);
  for (const [id, at] of openings) if (!lasts.has(id)) expect(at).toBe(recording.last);
});

test('it stops at the next place that opens, at the end of a gate, or at the end; and never beyond', () => {
  const places = [...new Set(openings.values())].toSorted((a, b) => a - b);
  const walked: number[] = [];
  for (let at = 0; at < recording.last; walked.push(at))
    at = nextStop(recording, openings.values(), at, 'at each drop');
  expect(walked).toEqual([...new Set([...places.filter((place) => place > 0), recording.last])]);
  const gates = recording.segments.map(({ to }) => to);
  expect(gates).toContain(nextStop(recording, openings.values(), 0, 'at each gate'));
  expect(nextStop(recording, openings.values(), 0, 'at the end')).toBe(recording.last);
  for (const stops of ['at each drop', 'at each gate', 'at the end'] as const)
    expect(nextStop(recording, openings.values(), recording.last, stops)).toBe(recording.last);
});
