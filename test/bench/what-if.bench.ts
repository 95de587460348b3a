// The figures of what-if, medians, side by side in one run. `npm run bench what-if`
import { listConditions } from '../../src/insight/conditions.ts';
import { changesOf, whatIf } from '../../src/insight/what-if.ts';
import { scenarioFrom } from '../../src/scenario/load.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const median = (numbers: readonly number[]): number => numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const CATEGORIES = ['photos', 'passwords', 'messages', 'local-files', 'films', 'wifi', 'notes', 'health'];

/** A world with many items of several kinds, and with as many accounts, backups and services as there shall be conditions. */
function worldOf(items: number, conditions: number): Scenario {
  const build = (extra: number): Scenario => scenarioFrom({
    title: 'large', why: 'large',
    world: {
      device: { free: 15e12 },
      accounts: [{ id: 'mara' }, ...Array.from({ length: Math.min(extra, 6) }, (_, n) => ({ id: `other-${n}`, password: 'forgotten' }))],
      backups: [{ id: 'nightly', made: '2026-02-28' }, ...Array.from({ length: Math.floor(extra / 3) }, (_, n) => ({ id: `b${n}`, made: `2026-01-${String(n + 1).padStart(2, '0')}` }))],
      items: Array.from({ length: items }, (_, n) => ({ id: `i${n}`, category: CATEGORIES[n % CATEGORIES.length], bytes: 1000 + n, created: `2025-0${1 + (n % 9)}-01` })),
    },
    expect: { outcome: 'completed' },
  }, 'large', (complaints) => {
    throw new Error(complaints.map(({ message }) => message).join('; '));
  });
  const small = CATEGORIES.length;
  let extra = 0;
  while (countOf(worldWith(build, extra, small)) < conditions) extra += 1;
  return build(extra);
}
const worldWith = (build: (extra: number) => Scenario, extra: number, items: number): Scenario => {
  const whole = build(extra);
  return { ...whole, world: { ...whole.world, items: whole.world.items.slice(0, items) } };
};
const countOf = (scenario: Scenario): number => listConditions(scenario).filter((condition) => condition.when !== 'never' && changesOf(condition).length > 0).length;

let failed = false;
function measure(items: number, conditions: number, target: number): number {
  const scenario = worldOf(items, conditions);
  whatIf(scenario, 'i1');
  const times = Array.from({ length: 5 }, () => {
    const began = performance.now();
    whatIf(scenario, 'i1');
    return performance.now() - began;
  });
  const [answer] = whatIf(scenario, 'i1');
  const ms = median(times);
  failed ||= ms > target;
  console.log(`${ms <= target ? '✓' : '✗'} ${countOf(scenario)} conditions, ${items} items: ${ms.toFixed(0)} ms (at most ${target}); ${answer?.sets.length} sets after ${answer?.trials} trials`);
  return ms;
}

measure(10_000, 20, 100);
measure(100_000, 40, 2000);
const few = measure(1000, 20, 100);
const many = measure(100_000, 20, 2000);
console.log(`From 1,000 to 100,000 items the time for one more item is ${(((many - few) / 99_000) * 1000).toFixed(2)} µs: it is read once and grouped.`);
if (failed) process.exitCode = 1;
