import { describe, expect, test } from 'vitest';
import { answersTo } from '../../../src/insight/explain/answers.ts';
import { explainItem } from '../../../src/insight/explain/why.ts';
import { must } from '../../../src/model/must.ts';
import { FACTS } from '../../../src/rulebook/facts/facts.ts';
import { play } from '../../../src/run/play.ts';
import { scenarioOfAttempt } from '../../../src/run/attempt-scenario.ts';
import { storyOfAttempt } from '../../../src/run/story-of-attempt.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { story } from '../stories.ts';

const files = import.meta.glob<string>('../../../scenarios/**/*.yaml', {
  query: '?raw',
  import: 'default',
  eager: true,
});
const withUnknown = Object.entries(files).filter(([, text]) => /unknown/.test(text));

describe('an unknown item', () => {
  test.each(withUnknown)('%s: each question has answers, and each answer says what follows', (path, text) => {
    const scenario = loadScenario(text, path);
    const first = must(play(scenario).attempts[0], 'the first attempt');
    for (const { id, missing } of first.rows.slice(0, 60)) {
      if (missing === null) continue;
      const answers = answersTo(scenario, id, missing);
      const least = Math.min(2, Object.keys(FACTS[missing].values).length);
      expect(answers.length, `${id}: ${missing}`).toBeGreaterThanOrEqual(least);
      expect(new Set(answers.map(({ value }) => value)).size).toBe(answers.length);
      for (const { value, fate, says, ask } of answers) {
        expect(value).not.toBe('unknown');
        expect(says).not.toBe('');
        // What is still not known has its own question.
        expect(fate === 'unknown', id).toBe(ask !== null);
      }
      expect(
        new Set(answers.map(({ fate, rule }) => `${fate} ${rule}`)).size,
        `${id}: ${missing}`,
      ).toBeGreaterThanOrEqual(least);
    }
  });

  const open = story({
    device: { passcode: 'no' },
    backups: [{ id: 'b', made: '2026-02-28', passcodeSet: 'unknown' }],
    items: [{ id: 'sealed', category: 'app-data', protection: 'security-state' }],
  });

  test('is told by its question: no rule as what decided, no words for the customer, nothing at its gate', () => {
    const told = explainItem(play(open), 'sealed');
    expect(told).toMatchObject({ fate: 'unknown', rule: null, candidate: { id: 'device/security-state-changed' } });
    expect(told.missing?.fact).toBe('device.security-state');
    expect(told.gates.filter(({ state }) => state === 'unknown').map(({ says }) => says)).toEqual([
      'A fact is not given.',
    ]);
  });

  test('comes back or not, by the answer', () => {
    expect(answersTo(open, 'sealed', 'device.security-state')).toMatchObject([
      { value: 'kept', fate: 'restored', rule: null },
      { value: 'removed', fate: 'excluded', rule: 'device/security-state-changed' },
    ]);
  });

  test('that hangs on another fact, or on none, is not answered', () => {
    expect(answersTo(open, 'sealed', 'item.store')).toEqual([]);
  });
});

describe('why of an attempt', () => {
  const scenario = story(
    {
      backups: [{ id: 'b', made: '2026-02-28', device: 'old' }],
      items: [{ category: 'bluetooth' }, { category: 'messages' }],
    },
    {
      attempts: [
        { change: { 'device.name': 'old' } },
        { change: {}, script: [{ do: 'setup.asNew', during: 'set-up' }] },
        { change: { 'device.name': 'another' }, script: [] },
      ],
    },
  );
  const run = play(scenario);
  const fateIn = (n: number) => explainItem(storyOfAttempt(run, n), 'bluetooth').fate;

  test('is that of its own restore', () => {
    expect([1, 2, 4].map(fateIn)).toEqual(['excluded', 'restored', 'excluded']);
  });

  test('reads the values of its own world: changes add up, and a script of its own is its own', () => {
    const cell = (n: number) =>
      explainItem(storyOfAttempt(run, n), 'bluetooth').rule?.cells.find(({ fact }) => fact === 'device.identity');
    expect(cell(1)?.compare).toMatchObject({ now: expect.stringContaining('new iPhone') as string });
    expect(cell(4)?.compare).toMatchObject({ now: expect.stringContaining('another') as string });
    expect(scenarioOfAttempt(scenario, 3).world.device.name).toBe('old');
    expect(scenarioOfAttempt(scenario, 3).script).toHaveLength(1);
    expect(scenarioOfAttempt(scenario, 4).script).toHaveLength(0);
  });

  test('does not say that an item passed gates which only an earlier restore came to', () => {
    const third = explainItem(storyOfAttempt(run, 3), 'messages');
    expect(third.gates.filter(({ state }) => state === 'passed')).toEqual([]);
    const whole = { ...storyOfAttempt(run, 3), journal: { lines: run.journal.lines.slice(0, lastLineOf(3)) } };
    expect(explainItem(whole, 'messages').gates).toEqual(third.gates);
  });

  const lastLineOf = (n: number): number =>
    run.journal.lines.findIndex((line) => line.type === 'attempt.began' && line.attempt > n);
});
