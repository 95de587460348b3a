import { describe, expect, test } from 'vitest';
import { observed, recordToScenario } from '../../../src/insight/explain/record-to-scenario.ts';
import { reportInputFrom } from '../../../src/report/report-input.ts';
import { checkScenario } from '../../../src/run/check.ts';
import { play } from '../../../src/run/play.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { SteppableRun } from '../../../src/stepping/steppable-run.ts';
import { sample } from '../stories.ts';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const RECORDED = { file: 'recorded.yaml' };
const some = Object.entries(files).filter((_, index) => index % 4 === 0);

describe('a run becomes a scenario', () => {
  test.each(sample(some))('%s', (path, text) => {
    const run = play(loadScenario(text, path));
    const again = loadScenario(recordToScenario(reportInputFrom(run), RECORDED), 'recorded');
    expect(checkScenario(again).problems).toEqual([]);
    expect(again.world).toEqual(run.scenario.world);
    for (const { id, fate } of run.attempts[0]?.rows ?? []) expect(again.expect?.items[id]?.fate ?? null).toBe(fate);
  });

  test('a record says so, and expects fate, gate, rule and the rules behind it', () => {
    const run = play(
      loadScenario(
        'title: t\nwhy: w\nworld: { backups: [{ id: b, made: 2026-02-28 }], items: [{ id: codes, category: ' +
          'app-keychain, protection: this-device-only }] }\nexpect: { outcome: completed }',
        'x',
      ),
    );
    expect(recordToScenario(reportInputFrom(run), RECORDED)).toMatch(/^# Recorded from a run/);
    expect(observed(reportInputFrom(run))).toEqual({
      outcome: 'completed-with-exclusions',
      counts: { onPhone: 0, usable: 0, missing: 1 },
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

  const SMALL =
    'title: t\nwhy: w\nworld: { backups: [{ id: b, made: 2026-02-28 }], items: [{ category: messages }] }\n';

  test.each([2, 3, 100])('with %i attempts asked for, it holds at once or says why it cannot be', (attempts) => {
    const run = play(loadScenario(`${SMALL}expect: { outcome: completed }`, 'x'), { attempts });
    const record = () => recordToScenario(reportInputFrom(run), RECORDED);
    if (attempts > 51) expect(record).toThrow('this run cannot be kept as a scenario that could be read again: ');
    else {
      const again = loadScenario(record(), 'recorded');
      expect(checkScenario(again).problems).toEqual([]);
      expect(play(again).fingerprints).toEqual(run.fingerprints);
    }
  });

  test('what was done by hand is its script: only what the usual course would not bring, each with its step', () => {
    const scenario = loadScenario(`${SMALL}expect: { outcome: completed }`, 'x');
    const { story } = SteppableRun.play(scenario).send(4, { type: 'screen.tapped' }) as { story: SteppableRun };
    const byHand = story.wait(5);
    const text = recordToScenario(byHand.told, { ...RECORDED, byHand: 'the last' });
    expect(text).toContain(
      'script:\n  - { do: screen.tapped, step: 6 }\n  - { wait: 1 day, untouched: true, step: 7 }\n' +
        '  - { end: here, step: 8 }\n',
    );
    const again = play(loadScenario(text, 'hand'));
    expect(again.fingerprints).toEqual(byHand.fingerprints);
    expect(checkScenario(again.scenario).problems).toEqual([]);
  });
});
