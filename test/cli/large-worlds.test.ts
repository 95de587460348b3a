import { expect, test } from 'vitest';
import type { World } from '../../src/model/world.ts';
import { caseFileOf, freshCaseFile } from '../../src/run/case-file-of.ts';
import { play } from '../../src/run/play.ts';
import { reportInputFrom } from '../../src/report/report-input.ts';
import { runAsText } from '../../src/report/run-text.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { largeScenario } from '../bench/large-world.ts';

/** How often all items of a world are gone through while its run is told. */
function timesRead(size: number): number {
  const scenario = largeScenario(size);
  let times = 0;
  const world = new Proxy(scenario.world, {
    get: (target, key: keyof World) => {
      if (key === 'items') times += 1;
      return target[key];
    },
  });
  const input = reportInputFrom(play({ ...scenario, world }));
  times = 0;
  runAsText(input, { paint: PLAIN, width: 100 });
  return times;
}

test('telling a run goes through the items as often for many as for few', () => {
  const few = timesRead(60);
  expect(few).toBeGreaterThan(0);
  expect(timesRead(600)).toBeLessThan(few + 60);
});

test('whoever reads about a world shares one case file, whoever plays has one of its own', () => {
  const { world } = largeScenario(10);
  expect(caseFileOf(world)).toBe(caseFileOf(world));
  expect(freshCaseFile(world)).not.toBe(caseFileOf(world));
  expect(freshCaseFile(world).digest).toBe(caseFileOf(world).digest);
});
