// The figures of what-if, medians, side by side in one run. `npm run bench what-if`
import { listConditions } from '../../src/insight/what-if/conditions.ts';
import { whatIf } from '../../src/insight/what-if/what-if.ts';
import { scenarioFrom } from '../../src/scenario/scenario-from.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';

const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
const CATEGORIES = ['photos', 'passwords', 'messages', 'local-files', 'films', 'wifi', 'notes', 'health'];

/** A world with many items of several kinds, two accounts and a few backups: more than 40 conditions. */
const worldOf = (items: number, backups: number): Scenario =>
  scenarioFrom(
    {
      title: 'large',
      why: 'large',
      world: {
        device: { free: 15e12 },
        accounts: [{ id: 'mara' }, { id: 'jonas' }],
        backups: Array.from({ length: backups }, (_, n) => ({ id: `b${n}`, made: `2026-02-${String(28 - n)}` })),
        items: Array.from({ length: items }, (_, n) => ({
          id: `i${n}`,
          category: CATEGORIES[n % CATEGORIES.length],
          bytes: 1000 + n,
          created: `2025-0${1 + (n % 9)}-01`,
        })),
      },
      expect: { outcome: 'completed' },
    },
    'large',
    (complaints) => {
      throw new Error(complaints.map(({ message }) => message).join('; '));
    },
  );
const countOf = (scenario: Scenario): number =>
  listConditions(scenario).filter(({ when, cannotMatter }) => when !== 'never' && cannotMatter === undefined).length;

let failed = false;
function measure(items: number, backups: number, target: number): number {
  const scenario = worldOf(items, backups);
  for (let warm = 0; warm < 10; warm += 1) whatIf(scenario, 'i1');
  const times = Array.from({ length: 9 }, () => {
    const began = performance.now();
    whatIf(scenario, 'i1');
    return performance.now() - began;
  });
  const [answer] = whatIf(scenario, 'i1');
  const ms = median(times);
  failed ||= ms > target;
  console.log(
    `${ms <= target ? '✓' : '✗'} ${countOf(scenario)} conditions, ${items} items: ${ms.toFixed(0)} ms (at ` +
      `most ${target}); ${answer?.sets.length} sets after ${answer?.trials} trials`,
  );
  return ms;
}

measure(10_000, 1, 100);
measure(100_000, 3, 2000);
const few = measure(1000, 1, 100);
const many = measure(100_000, 1, 2000);
console.log(
  `From 1,000 to 100,000 items the time for one more item is ${(((many - few) / 99_000) * 1000).toFixed(2)} ` +
    'µs: it is read once and grouped.',
);
if (failed) process.exitCode = 1;
