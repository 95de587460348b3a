import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { giveAgain, isDue, isUsualStep } from '../../../src/run/give-again.ts';
import { play } from '../../../src/run/play.ts';
import { Simulation } from '../../../src/run/simulation.ts';
import { caseFile, story } from '../stories.ts';

const WORLD = {
  backups: [{ id: 'b', made: '2026-02-28' }],
  items: [{ category: 'local-files', bytes: '2 GB' }],
};
const SCRIPT = [
  { do: 'screen.tapped', during: 'set-up' },
  { do: 'wifi.lost', during: 'download', after: '10 minutes' },
  { wait: '1 hour', untouched: true },
  { do: 'wifi.back' },
  { wait: '1 minute' },
  { end: 'story' },
];

describe('what a journal says was given', () => {
  test('brings the same journal again, step by step, and its attempts', () => {
    const first = play(story(WORLD, { script: SCRIPT }), { attempts: 2 }).journal;
    const again = new Simulation(caseFile(WORLD));
    let attempts = 1;
    for (const line of first.lines)
      if (line.type === 'event')
        giveAgain(again, line, () => {
          attempts += 1;
          again.beginAttempt(caseFile(WORLD), attempts, {});
        });
    expect(attempts).toBe(2);
    expect(again.journal.lines.map((line) => ({ ...line, ...('world' in line ? { world: '' } : {}) }))).toEqual(
      first.lines.map((line) => ({ ...line, ...('world' in line ? { world: '' } : {}) })),
    );
  });

  const here = () => {
    const simulation = new Simulation(caseFile(WORLD));
    simulation.send({ type: 'backup.chosen', backup: 'b' } as never);
    return simulation;
  };
  const clock = (atMs: number) => ({ by: 'clock', event: 'clock.moved', data: {}, atMs }) as const;

  test('is the usual step where the usual person would do the very same', () => {
    const simulation = here();
    const { type, ...data } = must(simulation.usual(), 'what is usual');
    const usual = { by: 'person', event: type, data, atMs: 0 } as const;
    expect(isUsualStep(simulation, usual)).toBe(true);
    expect(isUsualStep(simulation, { ...usual, data: { ...data, more: 'x' } })).toBe(false);
    expect(isUsualStep(simulation, { ...usual, event: 'screen.tapped' })).toBe(false);
    expect(isUsualStep(simulation, clock(9e9))).toBe(false);
  });

  test('is the usual step where nobody would do anything and time goes to the next thing that is due', () => {
    const simulation = here();
    for (let usual = simulation.usual(); usual; usual = simulation.usual()) simulation.send(usual);
    const due = must(simulation.nextDue(), 'what is due');
    expect(isUsualStep(simulation, clock(due))).toBe(true);
    expect(isUsualStep(simulation, clock(due + 1))).toBe(true);
    expect(isUsualStep(simulation, clock(due - 1))).toBe(false);
    expect(isUsualStep(simulation, { by: 'person', event: 'screen.tapped', data: {}, atMs: due })).toBe(false);
    expect([due - 1, due, due + 1].map((atMs) => isDue(simulation, clock(atMs)))).toEqual([false, true, true]);
    giveAgain(simulation, clock(due - 1), () => {});
    expect(simulation.now).toBe(due - 1);
    giveAgain(simulation, clock(due), () => {});
    expect(simulation.now).toBe(due);
  });

  test('is due at no time where nothing is waited for', () => {
    const over = play(story({ ...WORLD, items: [] })).simulation;
    expect(over.nextDue()).toBeUndefined();
    expect(isDue(over, clock(9e9))).toBe(false);
    expect(isUsualStep(over, clock(9e9))).toBe(false);
    giveAgain(over, clock(over.now + 5), () => {});
    expect(over.journal.lines.at(-1)).toMatchObject({ type: 'event', event: 'clock.moved' });
  });
});
