import { expect, test } from 'vitest';
import { decide } from '../../../../src/rulebook/judge/decide.ts';
import { item } from './case.ts';
import { CASES_OF_WHAT_COMES_BACK } from './comes-back.cases.ts';
import { CASES_OF_COPIES } from './copies.cases.ts';
import { FREEZE, build, draft } from './one-item-world.ts';
import { CASES_OF_SECRETS } from './secrets.cases.ts';

test.each([...CASES_OF_SECRETS, ...CASES_OF_COPIES, ...CASES_OF_WHAT_COMES_BACK])(
  '$category: $when',
  ({ category, route = 'icloud', edition = 'modern', gates = FREEZE, world, rule, outcome, missing }) => {
    const d = draft();
    world?.(d);
    const verdict = decide(build(d, edition, route, category).question, gates);
    expect(verdict?.rule ?? null).toBe(rule);
    if (outcome !== undefined) expect(verdict?.outcome).toBe(outcome);
    if (missing !== undefined) expect(verdict?.missing).toBe(missing);
  },
);

test('rows behind the first that would have stopped it too are kept for the what-if', () => {
  const d = draft();
  item({ created: '2026-02-20', protection: 'this-device-only' })(d);
  expect(decide(build(d, 'modern', 'icloud', 'app-keychain').question, FREEZE)).toEqual({
    gate: 'capture',
    rule: 'capture/after-backup',
    outcome: 'never-in-backup',
    also: ['keychain/locked-to-the-old-device', 'keychain/this-device-only'],
  });
});
