import type { Change } from '../../../src/insight/what-if/answer.ts';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';

/* Stories in a few lines, and what would bring an item of theirs back. */
export const read = (text: string): Scenario =>
  loadScenario(`title: t\nwhy: w\n${text}\nexpect: { outcome: completed }`, 'story');
export const paths = (changes: readonly Change[]): string =>
  changes
    .map(({ path, to }) => `${path}=${to}`)
    .toSorted()
    .join(' + ');
export const setsFor = (text: string, item: string): string[] =>
  (whatIf(read(text), item)[0]?.sets ?? []).map(({ when, changes }) => `${when}: ${paths(changes)}`);
