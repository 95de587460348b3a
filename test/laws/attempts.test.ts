import { expect, test } from 'vitest';
import '../../src/scenario/change.ts';
import { attemptViews } from '../../src/report/attempts.ts';
import { chaptersOf } from '../../src/report/chapters.ts';
import { itemViews } from '../../src/report/item-view.ts';
import { recoveryOf } from '../../src/report/recovery.ts';
import { reportInputFrom } from '../../src/report/report-input.ts';
import { scenarioOfAttempt } from '../../src/run/attempt-scenario.ts';
import { linesOfAttempt } from '../../src/run/attempts-of.ts';
import type { Run } from '../../src/run/play.ts';
import { law } from './law.ts';
import { retold } from './retold.ts';

/*
 * An attempt is told from the world that is stated. Where the attempts before it have left another phone, the report
 * says where it begins: “never left” in one attempt must not read as said of a phone that another one has erased.
 */

const ANEW = /^Told anew .* as it was before the first attempt$/;

/** What was on the phone at the beginning of an attempt, and at its end. */
function phonesOf({ journal, attempts }: Run, n: number) {
  const lines = linesOfAttempt(journal.lines, n);
  return {
    lines,
    held: lines.flatMap((line) => (line.type === 'phone.held' ? line.items : [])),
    left: attempts[n - 1]?.rows.flatMap(({ id, onPhone }) => (onPhone ? [id] : [])) ?? [],
  };
}

let anew = 0;
law(
  'an attempt that begins with another phone than the one before has left says so, and what stayed is of that phone',
  retold(),
  ({ run }) => {
    for (const { n, how } of attemptViews(reportInputFrom(run))) {
      const { state } = scenarioOfAttempt(run.scenario, n).world.device;
      const before = Array.from({ length: n - 1 }, (_, place) => phonesOf(run, place + 1));
      const { lines, held } = phonesOf(run, n);
      // An erased phone does not hold its data again, and neither does one that a later act or a computer has changed.
      const isErased = before.some((told) => told.lines.some(({ type }) => type === 'device.erased'));
      const isAnother = before.at(-1)?.left.toSorted().join() !== held.toSorted().join();
      if (state === 'in-use' && (isErased || isAnother)) expect(how).toMatch(ANEW);
      if (ANEW.test(how)) anew += 1;
      // What is called an erase leaves nothing of before.
      if (how.startsWith('Erased') && state !== 'in-use') expect(held).toEqual([]);
      if (how.startsWith('Erased') && state === 'in-use')
        expect(lines.some(({ type }) => type === 'device.erased')).toBe(true);
      // Nothing is on a phone that is only tried again which an attempt before it has brought.
      if (how === 'Tried again' && state !== 'in-use') expect(before.at(-1)?.left).toEqual([]);
    }
    for (const { n, rows, outcome } of run.attempts) {
      const { world } = scenarioOfAttempt(run.scenario, n);
      const { lines, held, left } = phonesOf(run, n);
      const never = rows.filter(({ fate }) => fate === 'never-left').map(({ id }) => id);
      expect(left).toEqual(expect.arrayContaining(never));
      expect(held).toEqual(expect.arrayContaining(never));
      const told = JSON.stringify(chaptersOf(world, lines));
      if (!lines.some(({ type }) => type === 'device.erased')) continue;
      expect(told).not.toContain('nothing was erased or replaced');
      const views = itemViews(world.items, rows, world.route);
      expect(recoveryOf(world, outcome, lines, views).customer).not.toContain('nothing is lost');
    }
  },
);

test('and such attempts are among the worlds', () => {
  expect(anew).toBeGreaterThan(0);
});
