import { describe, expect, test } from 'vitest';
import { observed, recordToScenario } from '../../../src/insight/explain/record-to-scenario.ts';
import { checkScenario } from '../../../src/run/check.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const some = Object.entries(files).filter((_, index) => index % 4 === 0);

describe('a run becomes a scenario', () => {
  test.each(some)('%s', (path, text) => {
    const run = play(loadScenario(text, path));
    const again = loadScenario(recordToScenario(run), 'recorded');
    expect(checkScenario(again).problems).toEqual([]);
    expect(again.world).toEqual(run.scenario.world);
    for (const { id, fate } of run.attempts[0]?.rows ?? []) expect(again.expect.items[id]?.fate ?? null).toBe(fate);
  });

  test('a record says so, and expects fate, gate, rule and the rules behind it', () => {
    const run = play(
      loadScenario(
        'title: t\nwhy: w\nworld: { backups: [{ id: b, made: 2026-02-28 }], items: [{ id: codes, category: ' +
          'app-keychain, protection: this-device-only }] }\nexpect: { outcome: completed }',
        'x',
      ),
    );
    expect(recordToScenario(run)).toMatch(/^# Recorded from a run/);
    expect(observed(run)).toEqual({
      outcome: 'completed-with-exclusions',
      alerts: [],
      prompts: ['two-factor-code'],
      items: {
        codes: {
          fate: 'excluded',
          gate: 'eligibility',
          rule: 'keychain/locked-to-the-old-device',
          also: ['keychain/this-device-only'],
        },
      },
    });
  });

  test('a restore taken by hand keeps the taps as its script', () => {
    const run = play(
      loadScenario(
        'title: t\nwhy: w\nworld: { backups: [{ id: b, made: 2026-02-28 }], items: [{ category: messages }] ' +
          '}\nexpect: { outcome: completed }',
        'x',
      ),
    );
    const text = recordToScenario(run, [{ do: 'setup.started' }, { do: 'wifi.joined' }]);
    expect(loadScenario(text, 'hand').script).toHaveLength(2);
    expect(checkScenario(loadScenario(text, 'hand')).ok).toBe(true);
  });
});
