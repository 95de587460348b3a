import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Change } from '../../../src/insight/what-if/answer.ts';
import { itemConditions, listConditions } from '../../../src/insight/what-if/conditions.ts';
import { minimalSets } from '../../../src/insight/what-if/minimal-sets.ts';
import { changesOf, isBroughtBack } from '../../../src/insight/what-if/search.ts';
import { bareScenario } from '../../../src/insight/what-if/small-world.ts';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { play } from '../../../src/run/play.ts';
import { withChanges } from '../../../src/scenario/change.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { paths, read } from './what-if-sets.ts';

/** Every minimal set up to `largest`, by trying all of them. */
function bruteForce(scenario: Scenario, id: string, changes: readonly Change[], largest: number): string[] {
  const found: (readonly number[])[] = [];
  const suffices = (set: readonly number[]): boolean => {
    try {
      const run = play(
        withChanges(scenario, Object.assign({}, ...set.map((at) => changes[at]?.changes)) as Record<string, string>),
      );
      const fate = run.ledger.row(id)?.fate;
      return isBroughtBack(fate);
    } catch {
      return false;
    }
  };
  const grow = (from: number, set: readonly number[], size: number): void => {
    if (size === 0) {
      if (!found.some((smaller) => smaller.every((at) => set.includes(at))) && suffices(set)) found.push(set);
      return;
    }
    for (let at = from; at < changes.length; at += 1) {
      if (!set.some((other) => changes[other]?.path === changes[at]?.path)) grow(at + 1, [...set, at], size - 1);
    }
  };
  for (let size = 0; size <= largest; size += 1) grow(0, [], size);
  return found.map((set) => paths(set.flatMap((at) => changes[at] ?? []))).toSorted();
}

const SMALL_WORLDS: Readonly<Record<string, readonly [item: string, text: string]>> = {
  'photos under iCloud Photos that never uploaded': [
    'photos',
    'world: { accounts: [{ id: mara, room: 1 GB }], backups: [{ id: b, made: 2026-02-28 }], services: { ' +
      'photos: on }, items: [{ category: photos, bytes: 4 GB }] }',
  ],
  'keychain with a lost passcode and two-factor off': [
    'passwords',
    'world: { accounts: [{ id: mara, twoFactor: off, devicePasscode: forgotten }], backups: [{ id: b, made: ' +
      '2026-02-28 }], services: { keychain: on }, items: [{ category: passwords }] }',
  ],
  'health in a plain computer backup': [
    'health',
    'route: computer\nworld: { backups: [{ id: b, made: 2026-02-28 }], items: [{ category: health }] }',
  ],
  'an encrypted backup whose password is gone': [
    'messages',
    'route: computer\nworld: { backups: [{ id: b, made: 2026-02-28, encrypted: yes, password: forgotten }], ' +
      'items: [{ category: messages }] }',
  ],
  'a managed app of a supervised device': [
    'tasks',
    'world: { device: { supervised: yes }, organisation: { appStore: forbidden }, backups: [{ id: b, made: ' +
      '2026-02-28 }], items: [{ category: app, app: work }, { id: tasks, category: app-data, app: work, ' +
      'management: remove-with-profile }] }',
  ],
  'a device in use that may not be erased': [
    'notes',
    'world: { device: { state: in-use, findMy: on }, accounts: [{ id: mara, password: forgotten }], backups: ' +
      '[{ id: b, made: 2026-02-28 }], items: [{ category: notes }] }',
  ],
  'a newer backup that never finished, of another account, with an older one': [
    'notes',
    'world: { accounts: [{ id: mara }, { id: ola }], backups: [{ id: b, made: 2026-02-28, complete: no }, { ' +
      'id: c, made: 2026-02-01, account: ola }], items: [{ category: notes }] }',
  ],
  'passcode removed': [
    'vault',
    'world: { device: { passcode: no }, backups: [{ id: b, made: 2026-02-28 }], items: [{ id: vault, ' +
      'category: app-data, protection: security-state, backupSwitch: off }] }',
  ],
};

describe('against brute force', () => {
  test.each(Object.entries(SMALL_WORLDS))(
    '%s',
    (_name, [item, text]) => {
      const scenario = bareScenario(read(text));
      const own = new Set(scenario.world.items.map(({ id }) => id));
      const changes = [...listConditions(scenario), ...itemConditions(scenario, own)]
        .filter(({ when }) => when !== 'never')
        .flatMap(changesOf);
      const found = (whatIf(read(text), item, { largest: 2 })[0]?.sets ?? [])
        .map((set) => paths(set.changes))
        .toSorted();
      expect(found).toEqual(bruteForce(scenario, item, changes, 2));
    },
    120_000,
  );

  test('any family of sufficient sets: the search finds the minimal ones and only those', () => {
    const family = fc.array(fc.uniqueArray(fc.nat({ max: 7 }), { minLength: 1, maxLength: 4 }), { maxLength: 6 });
    fc.assert(
      fc.property(family, (sufficient) => {
        const holds = (set: readonly number[]): boolean =>
          sufficient.some((part) => part.every((option) => set.includes(option)));
        // What a failing trial names: for every sufficient set at least one option that is missing.
        const trial = (set: readonly number[]) =>
          holds(set)
            ? { suffices: true as const }
            : {
                suffices: false as const,
                next: sufficient.map((part) => part.find((option) => !set.includes(option)) ?? 0),
              };
        const minimal = sufficient.filter(
          (set) =>
            !sufficient.some((other) => other.length < set.length && other.every((option) => set.includes(option))),
        );
        const expected = [...new Set(minimal.map((set) => set.toSorted().join(' ')))].toSorted();
        const { sets, complete } = minimalSets(trial, () => false, { largest: 8, most: 100_000 });
        expect(sets.map((set) => set.join(' ')).toSorted()).toEqual(expected);
        expect(complete).toBe(true);
      }),
    );
  });

  test('a set that suffices is told without what it does not need, though no trial named the needed part alone', () => {
    const suffices = (set: readonly number[]): boolean => set.includes(2) || (set.includes(0) && set.includes(3));
    const trial = (set: readonly number[]) =>
      suffices(set) ? { suffices: true as const } : { suffices: false as const, next: set.length === 0 ? [0] : [2, 3] };
    const { sets, trials, complete } = minimalSets(trial, () => false, { largest: 3, most: 100 });
    expect({ sets, complete }).toEqual({ sets: [[2], [0, 3]], complete: true });
    // The empty set, 0, 0 with 2, 2 alone, 0 with 3 and 3 alone: no set is tried twice.
    expect(trials).toBe(6);
    expect(minimalSets(trial, () => false, { largest: 3, most: 3 })).toMatchObject({ sets: [], complete: false });
  });

  test('says when a limit cut the search short', () => {
    const never = () => ({ suffices: false as const, next: [0, 1, 2, 3] });
    expect(minimalSets(never, () => false, { largest: 2, most: 100 })).toMatchObject({ sets: [], complete: false });
    expect(minimalSets(never, () => false, { largest: 9, most: 3 })).toMatchObject({ trials: 3, complete: false });
    expect(minimalSets(never, () => false, { largest: 9, most: 100 }).complete).toBe(true);
  });
});
