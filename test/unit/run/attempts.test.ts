import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import type { Outcome } from '../../../src/model/fates.ts';
import { scenarioAfter, scenarioOfAttempt } from '../../../src/run/attempt-scenario.ts';
import { attemptsOf, linesOfAttempt } from '../../../src/run/attempts-of.ts';
import { caseFileOf, freshCaseFile, knowDigest } from '../../../src/run/case-file-of.ts';
import { needsEscalation } from '../../../src/run/escalation.ts';
import { play, type Run } from '../../../src/run/play.ts';
import { storyOfAttempt } from '../../../src/run/story-of-attempt.ts';
import { story } from '../stories.ts';

const AS_NEW = { do: 'setup.asNew', during: 'set-up' };
const scenario = story(
  {
    backups: [{ id: 'b', made: '2026-02-28', device: 'old' }],
    items: [{ category: 'bluetooth' }, { category: 'messages' }],
  },
  {
    attempts: [
      { change: { 'device.name': 'old' } },
      { change: {}, script: [AS_NEW] },
      { change: { 'device.name': 'another', 'device.sim': 'none' }, script: [] },
    ],
  },
);

describe('the attempts of a journal', () => {
  test('are those of the play, each as it was left', () => {
    const run = play(scenario);
    const told = attemptsOf(scenario.world.items, run.journal.lines);
    expect(told).toEqual(run.attempts);
    expect(told.map(({ n, changes, rows }) => [n, changes, rows.map(({ fate }) => fate)])).toEqual([
      [1, {}, ['excluded', 'restored']],
      [2, { 'device.name': 'old' }, ['restored', 'restored']],
      [3, {}, ['not-downloaded', 'not-downloaded']],
      [4, { 'device.name': 'another', 'device.sim': 'none' }, ['excluded', 'restored']],
    ]);
    expect(new Set(told.slice(0, 3).map(({ fingerprint }) => fingerprint)).size).toBe(3);
  });

  test('of a journal that was broken off are told as far as it goes', () => {
    const { lines } = play(scenario).journal;
    const cut = lines.findIndex((line) => line.type === 'attempt.began' && line.attempt === 3) + 1;
    const told = attemptsOf(scenario.world.items, lines.slice(0, cut));
    expect(told.map(({ n, outcome }) => [n, outcome])).toEqual([
      [1, 'completed-with-exclusions'],
      [2, 'completed'],
      [3, 'in-progress'],
    ]);
    expect(told[2]?.rows.map(({ fate }) => fate)).toEqual([null, null]);
  });

  test('begin with the second: a first that is announced is the story itself', () => {
    const { lines } = play(scenario).journal;
    const first = { n: 2, step: 1, atMs: 0, actor: 'simulation', type: 'attempt.began', attempt: 1 } as const;
    const announced = [...lines.slice(0, 1), { ...first, changes: {}, wifi: true, power: true }, ...lines.slice(1)];
    expect(attemptsOf(scenario.world.items, announced).map(({ n }) => n)).toEqual([1, 2, 3, 4]);
    expect(linesOfAttempt(announced, 1).length).toBe(linesOfAttempt(lines, 1).length + 1);
    expect(linesOfAttempt(announced, 4)).toEqual(linesOfAttempt(lines, 4));
  });

  test('share its lines among them, and each after the first begins with its beginning', () => {
    const { lines } = play(scenario).journal;
    const parts = [1, 2, 3, 4].map((n) => linesOfAttempt(lines, n));
    expect(parts.flat()).toEqual(lines);
    expect(parts.map(([first]) => (first?.type === 'attempt.began' ? first.attempt : first?.type))).toEqual([
      'story.began',
      2,
      3,
      4,
    ]);
    expect(linesOfAttempt(lines, 5)).toEqual([]);
  });

  test('have a story of their own: its world, its lines, where its items ended', () => {
    const run = play(scenario);
    for (const n of [1, 2, 3, 4]) {
      const told = storyOfAttempt(run, n);
      expect(told.simulation.file.world.device.name).toBe([scenario.world.device.name, 'old', 'old', 'another'][n - 1]);
      expect(told.simulation.file.book).toBe(run.simulation.file.book);
      expect(told.journal.lines).toEqual(linesOfAttempt(run.journal.lines, n));
      for (const row of must(run.attempts[n - 1], 'an attempt').rows) expect(told.ledger.row(row.id)).toBe(row);
      expect(told.ledger.row('nothing')).toBeUndefined();
    }
    expect(() => storyOfAttempt(run, 5)).toThrow('attempt 5');
  });
});

describe('the scenario of an attempt', () => {
  test('has all changes up to it, and a script only where one is its own', () => {
    expect(scenarioOfAttempt(scenario, 1)).toBe(scenario);
    const [second, third, fourth] = [2, 3, 4].map((n) => scenarioOfAttempt(scenario, n));
    expect(second?.world.device).toMatchObject({ name: 'old', sim: scenario.world.device.sim });
    expect(second?.script).toEqual([]);
    expect(third?.world.device.name).toBe('old');
    expect(third?.script).toMatchObject([AS_NEW]);
    expect(third?.stated['script']).toEqual([AS_NEW]);
    expect(fourth?.world.device).toMatchObject({ name: 'another', sim: 'none' });
    expect(fourth?.stated['script']).toEqual([]);
    expect(fourth?.stated['title']).toBe('A story');
  });

  test('is read once for one change, and anew for another', () => {
    const after = scenarioAfter(scenario, { 'device.name': 'x' });
    expect(scenarioAfter(scenario, { 'device.name': 'x' })).toBe(after);
    expect(scenarioAfter(scenario, { 'device.name': 'y' }).world.device.name).toBe('y');
  });
});

describe('the case file of a world', () => {
  test('is one for whoever reads, and a new one for whoever plays', () => {
    const { world } = scenario;
    expect(caseFileOf(world)).toBe(caseFileOf(world));
    expect(freshCaseFile(world)).not.toBe(caseFileOf(world));
    expect(freshCaseFile(world).digest).toBe(caseFileOf(world).digest);
  });

  test('takes over the digest that the first line of a journal tells, and none from another line', () => {
    const [first, second] = play(scenario).journal.lines.map((line) =>
      line.type === 'story.began' ? { ...line, world: 'a digest from elsewhere' } : line,
    );
    const [known, unknown] = [structuredClone(scenario.world), structuredClone(scenario.world)];
    knowDigest(known, [must(first, 'the first line')]);
    knowDigest(unknown, [must(second, 'the second line')]);
    knowDigest(unknown, []);
    expect(freshCaseFile(known).digest).toBe('a digest from elsewhere');
    expect(freshCaseFile(unknown).digest).toMatch(/^[0-9a-f]{64}$/);
  });
});

describe('a restore is beyond the user', () => {
  const run = (ios: string, latestIos: string | undefined, ...ends: readonly (readonly [Outcome, string])[]) =>
    needsEscalation({
      world: { device: { ios, latestIos } },
      attempts: ends.map(([outcome, fingerprint]) => ({ outcome, fingerprint })),
    } as unknown as Run);
  const twice = [
    ['failed', 'a'],
    ['failed', 'a'],
  ] as const;

  test('that failed twice in one way, with the newest iOS', () => {
    expect(run('18.3', '18.3', ...twice)).toBe(true);
    expect(run('18.4', '18.3', ...twice)).toBe(true);
    expect(run('18.3', undefined, ...twice)).toBe(true);
    expect(run('18.2', '18.3', ...twice)).toBe(false);
  });

  test('whatever came between, and never for another end', () => {
    expect(run('18.3', undefined, ['failed', 'a'], ['failed', 'b'], ['failed', 'c'], ['failed', 'b'])).toBe(true);
    expect(run('18.3', undefined, ['failed', 'a'], ['completed', 'x'], ['failed', 'a'])).toBe(true);
    expect(run('18.3', undefined, ['failed', 'a'])).toBe(false);
    expect(run('18.3', undefined, ['failed', 'a'], ['failed', 'b'])).toBe(false);
    expect(run('18.3', undefined, ['never-started', 'a'], ['never-started', 'a'])).toBe(false);
    expect(run('18.3', undefined, ['failed', 'a'], ['stopped', 'a'])).toBe(false);
  });
});
