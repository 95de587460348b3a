import { type AlertId, ALERTS } from '../../src/rulebook/tables/alerts.ts';
import { expect } from 'vitest';
import { isEnd } from '../../src/model/fates.ts';
import { routeTaken } from '../../src/run/route-taken.ts';
import { phasesOf } from '../../src/run/phases.ts';
import { law } from './law.ts';
import { attemptsOf, linesOf } from './reading.ts';
import { dramas } from './worlds.ts';

law('each store account is asked for its password at most once in a restore', dramas(), (drama) => {
  for (const lines of attemptsOf(drama.play({ attempts: 2 }).journal.lines)) {
    const asked = linesOf(lines, 'prompt.shown')
      .filter(({ prompt }) => prompt === 'account-password')
      .map(({ account }) => account);
    expect(asked).toEqual([...new Set(asked)]);
    expect(asked.every((account) => account !== undefined && account !== '')).toBe(true);
  }
});

law('every prompt is answered at most once for each time it is shown, and never before', dramas(), (drama) => {
  for (const lines of attemptsOf(drama.play({ attempts: 2 }).journal.lines)) {
    const open = new Map<string, number>();
    for (const line of lines) {
      if (line.type === 'prompt.shown') open.set(line.prompt, (open.get(line.prompt) ?? 0) + 1);
      if (line.type === 'prompt.answered') expect([line.prompt, open.has(line.prompt)]).toEqual([line.prompt, true]);
    }
  }
});

law('Stop Restoring is there exactly while an iCloud restore runs in the background', dramas(), (drama) => {
  drama.play({
    onStep: (simulation) => {
      const route = routeTaken(drama.scenario.world, simulation.journal.lines);
      const running = route === 'icloud' && phasesOf(simulation).includes('download');
      expect(simulation.can({ type: 'stop.tapped' })).toBe(running);
    },
  });
});

law('an alert is raised once, and it goes when its cause has gone', dramas(), (drama) => {
  for (const lines of attemptsOf(drama.play({ attempts: 2 }).journal.lines)) {
    const open = new Set<string>();
    const there = { ...drama.scenario.world.surroundings };
    let step = 0;
    const settled = (): void => {
      if (there.wifi === 'on') expect([...open]).not.toContain('wifi-lost');
      if (there.power === 'on') expect([...open]).not.toContain('power-lost');
    };
    for (const line of lines) {
      if (line.step !== step) settled();
      step = line.step;
      if (line.type === 'event' && line.event.startsWith('wifi.'))
        there.wifi = line.event === 'wifi.lost' ? 'off' : line.event === 'wifi.back' ? 'on' : there.wifi;
      if (line.type === 'event' && line.event.startsWith('power.'))
        there.power = line.event === 'power.lost' ? 'off' : 'on';
      if (line.type === 'alert.raised') {
        expect([...open]).not.toContain(line.alert);
        open.add(line.alert);
      }
      if (line.type === 'alert.cleared') {
        expect([...open]).toContain(line.alert);
        open.delete(line.alert);
      }
    }
    settled();
    const ended = linesOf(lines, 'restore.ended').at(-1);
    if (ended && isEnd(ended.outcome as never))
      expect([...open].filter((alert) => ALERTS[alert as AlertId].cause === 'passing')).toEqual([]);
  }
});

law(
  'each restore has at most one end, and after it nothing comes from the backup without somebody doing something',
  dramas(),
  (drama) => {
    for (const lines of attemptsOf(drama.play({ attempts: 2 }).journal.lines)) {
      const ends = linesOf(lines, 'restore.ended');
      expect(ends.length).toBeLessThanOrEqual(1);
      const end = ends[0];
      if (!end) continue;
      const byThemselves = new Set(
        lines.flatMap((line) =>
          line.type === 'event' && line.by === 'clock' && line.step > end.step ? [line.step] : [],
        ),
      );
      const second = linesOf(lines, 'item.arrived').filter(
        ({ step, from }) => from !== 'sync' && byThemselves.has(step),
      );
      expect(second).toEqual([]);
    }
  },
);
