import { describe, expect, test } from 'vitest';
import { checkWithAnswers, compareAnswers } from '../../../src/insight/what-if/expected-answers.ts';
import { must } from '../../../src/model/must.ts';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { story } from '../stories.ts';

type Plain = Record<string, unknown>;
const WORLD = {
  backups: [{ id: 'nightly', made: '2026-02-28', device: 'Lea’s old iPhone' }],
  items: [
    { category: 'bluetooth', count: 2 },
    { id: 'enclave', category: 'secure-enclave-keys' },
    { id: 'photos', category: 'messages', created: '2026-03-01' },
    { id: 'more', category: 'photos' },
    { id: 'most', category: 'photos', created: '2026-03-01' },
  ],
};
const misses = (...whatIfs: Plain[]): string[] =>
  compareAnswers(story(WORLD, { expect: { outcome: 'completed', whatIf: whatIfs } })).map(
    ({ about, expected }) => `${about}: ${expected}`,
  );

const lead = 'device.name: Lea’s old iPhone → restored';

describe('a what-if answer that is expected', () => {
  test('and missed is told with all that was found in its place', () => {
    const told = compareAnswers(
      story(WORLD, {
        expect: {
          outcome: 'completed',
          whatIf: [
            { for: 'bluetooth', fate: 'synced' },
            { for: 'enclave', fate: 'restored' },
            { for: 'bluetooth', change: { 'device.name': 'another' } },
          ],
        },
      }),
    );
    expect(told.map(({ expected }) => expected)).toEqual([
      'something that helps → synced',
      'something that helps → restored',
      'device.name: another',
    ]);
    expect(told.map(({ got }) => got.split('; '))).toEqual([
      expect.arrayContaining([lead]),
      ['nothing that helps'],
      told[0]?.got.split('; '),
    ]);
  });

  test('may be told with what goes along with a change, or without it', () => {
    const [set] = whatIf(story(WORLD), 'bluetooth', { oneItem: true }).flatMap(({ sets }) => sets);
    const change = Object.fromEntries(must(set, 'a set').changes.map(({ path, to }) => [path, to]));
    const whole = Object.assign({}, ...must(set, 'a set').changes.map(({ changes }) => changes)) as Plain;
    expect(misses({ for: 'bluetooth', change }, { for: 'bluetooth', change: whole })).toEqual([]);
  });

  test('is of what some sets change, of which one has more to it than a value', () => {
    const path = 'backups.nightly.password';
    const world = {
      backups: [{ id: 'nightly', kind: 'computer', made: '2026-02-28', encrypted: 'yes', password: 'forgotten' }],
      items: [{ id: 'logins', category: 'passwords' }],
    };
    const missing = (...whatIfs: Plain[]): string[] =>
      compareAnswers(story(world, { route: 'computer', expect: { outcome: 'completed', whatIf: whatIfs } })).map(
        ({ expected }) => expected,
      );
    const sets = whatIf(story(world, { route: 'computer' }), 'logins').flatMap((answer) => answer.sets);
    const [one] = must(
      sets.find(({ changes }) => changes.some((change) => change.path === path)),
      'the password',
    ).changes;
    expect(sets.length).toBeGreaterThan(1);
    expect(Object.keys(must(one, 'the change').changes)).toHaveLength(2);
    expect(
      missing(
        { for: 'logins', change: { [path]: 'known' } },
        { for: 'logins', change: must(one, 'the change').changes },
        { for: 'logins', without: [path] },
      ),
    ).toEqual([`no answer that changes ${path}`]);
  });

  test('is of the item alone where a kind is called the same', () => {
    const sets = whatIf(story(WORLD), 'photos', { oneItem: true }).flatMap((answer) => answer.sets);
    const expected = sets.map(({ changes, fate }) => ({
      for: 'photos',
      change: Object.fromEntries(changes.map(({ path, to }) => [path, to])),
      fate,
    }));
    expect(expected.length).toBeGreaterThan(1);
    expect(misses(...expected)).toEqual([]);
  });

  test('is asked for in no scenario that expects nothing', () => {
    expect(compareAnswers(story(WORLD, { expect: undefined }))).toEqual([]);
    const right = story(WORLD, { expect: { outcome: 'completed-with-exclusions' } });
    expect(checkWithAnswers(right)).toMatchObject({ ok: true, problems: [] });
  });

  test('is among those found, by the whole of its changes and where they lead', () => {
    const change = { 'device.name': 'Lea’s old iPhone' };
    expect(misses({ for: 'bluetooth', change, fate: 'restored' }, { for: 'bluetooth', fate: 'restored' })).toEqual([]);
    expect(misses({ for: 'bluetooth', change, fate: 'synced' })).toEqual([
      'whatIf.0: device.name: Lea’s old iPhone → synced',
    ]);
    expect(misses({ for: 'bluetooth', change: { ...change, 'device.sim': 'other' } })).toEqual([
      'whatIf.0: device.name: Lea’s old iPhone, device.sim: other',
    ]);
  });

  test('may forbid conditions, and demand that nothing helps', () => {
    expect(misses({ for: 'bluetooth', without: ['device.sim'] }, { for: 'enclave', nothing: true })).toEqual([]);
    expect(misses({ for: 'bluetooth', without: ['device.name'] }, { for: 'bluetooth', nothing: true })).toEqual([
      'whatIf.0: no answer that changes device.name',
      'whatIf.1: nothing that helps',
    ]);
  });

  test('counts in a check, beside what the run shows', () => {
    const scenario = story(WORLD, {
      expect: { outcome: 'failed', whatIf: [{ for: 'enclave', fate: 'restored' }] },
    });
    expect(checkWithAnswers(scenario).problems.map(({ about }) => about)).toEqual(['outcome', 'whatIf.0']);
    expect(checkWithAnswers(scenario).ok).toBe(false);
  });
});

test('an item whose id is a category too can be asked for alone', () => {
  const scenario = story(WORLD);
  expect(whatIf(scenario, 'photos').map(({ item }) => item)).toEqual(['most']);
  expect(whatIf(scenario, 'photos', { oneItem: true }).map(({ item }) => item)).toEqual(['photos']);
});
