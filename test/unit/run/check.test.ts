import { describe, expect, test } from 'vitest';
import { checkScenario } from '../../../src/run/check.ts';
import { compareWithExpectation } from '../../../src/run/expected.ts';
import { formatElapsed } from '../../../src/model/time.ts';
import { play } from '../../../src/run/play.ts';
import type { Expectation } from '../../../src/scenario/expectation.ts';
import type { Scenario, ScriptEntry } from '../../../src/scenario/scenario.ts';
import { story } from '../stories.ts';

type Plain = Record<string, unknown>;
const WORLD = {
  backups: [{ id: 'nightly', made: '2026-02-28' }],
  items: [{ category: 'messages', bytes: '20 MB' }, { category: 'bluetooth', count: 2 }, { category: 'payment-cards' }],
};

/** What is missed when a story is expected to be otherwise than it is. */
function missesOf(scenario: Scenario, expected: Partial<Expectation>): (readonly [string, string, string])[] {
  const run = play({ ...scenario, expect: { outcome: 'completed', items: {}, ...scenario.expect, ...expected } });
  return compareWithExpectation(run).map(({ about, expected: wanted, got }) => [about, wanted, got] as const);
}

describe('two runs of one scenario', () => {
  test('that are the same, and what was expected, are all right', () => {
    const fits = story(WORLD, { expect: { outcome: 'completed-with-exclusions' } });
    expect(checkScenario(fits)).toEqual({ scenario: 'a-test/story', ok: true, expects: true, problems: [] });
  });

  test('that part in their journals alone are told, though they end the same', () => {
    let plays = 0;
    // Every time it is asked it waits longer, as no scenario that was read from a file can.
    const restless = {
      get wait() {
        plays += 1;
        return plays * 1000;
      },
    } as ScriptEntry;
    const scenario: Scenario = {
      ...story(WORLD, { expect: { outcome: 'completed-with-exclusions' } }),
      script: [restless],
    };
    const { ok, problems } = checkScenario(scenario);
    expect(ok).toBe(false);
    expect(problems.map(({ about }) => about)).toEqual(['second run, journal fingerprint']);
    expect(problems[0]?.expected).toMatch(/^[0-9a-f]{64}$/);
    expect(problems[0]?.got).toMatch(/^[0-9a-f]{64}$/);
    expect(problems[0]?.got).not.toBe(problems[0]?.expected);
  });

  test('that end otherwise are told, and so is a second that only goes further', () => {
    const base = story(WORLD, { expect: { outcome: 'completed-with-exclusions' } });
    const turning = (scripts: readonly (readonly ScriptEntry[])[]): Scenario => {
      let plays = 0;
      return {
        ...base,
        get script() {
          plays += 1;
          return scripts[plays - 1] ?? [];
        },
      };
    };
    const differing = (...scripts: readonly (readonly ScriptEntry[])[]) =>
      checkScenario(turning(scripts)).problems.map(({ about }) => about);
    expect(differing([], [{ end: 'here' }])).toEqual([
      'second run, outcome fingerprint',
      'second run, journal fingerprint',
    ]);
    expect(differing([], [{ wait: 40 * 24 * 3_600_000 }])).toEqual(['second run, journal fingerprint']);
    expect(differing([{ wait: 40 * 24 * 3_600_000 }], [])).toEqual(['second run, journal fingerprint']);
    expect(differing([], [])).toEqual([]);
  });

  test('are played by the rule book that is given', () => {
    const withoutRules = checkScenario(story({ ...WORLD, items: [{ category: 'bluetooth' }] }), { book: {} });
    expect(withoutRules).toMatchObject({ ok: true, problems: [] });
    expect(checkScenario(story({ ...WORLD, items: [{ category: 'bluetooth' }] })).ok).toBe(false);
  });

  test('one that ends otherwise than expected is not all right', () => {
    expect(checkScenario(story(WORLD)).problems).toEqual([
      { about: 'outcome', expected: 'completed', got: 'completed-with-exclusions' },
    ]);
  });
});

describe('an expectation', () => {
  const scenario = story(WORLD, { expect: { outcome: 'completed-with-exclusions' } });
  const expects = (items: Plain): (readonly [string, string, string])[] =>
    missesOf(scenario, { items: items as Expectation['items'] });

  test('of an item names fate, gate, rule, the rules behind and why sync withholds, each for itself', () => {
    const bluetooth = { fate: 'excluded', gate: 'eligibility', rule: 'device/bluetooth-pairings', also: [] };
    expect(expects({ bluetooth, messages: { fate: 'restored' } })).toEqual([]);
    expect(expects({ bluetooth: { ...bluetooth, fate: 'restored' } })).toEqual([
      ['items.bluetooth', 'restored', 'excluded'],
    ]);
    expect(expects({ bluetooth: { ...bluetooth, gate: 'capture' } })).toEqual([
      ['items.bluetooth.gate', 'capture', 'eligibility'],
    ]);
    expect(expects({ bluetooth: { ...bluetooth, rule: 'store/withdrawn' } })).toEqual([
      ['items.bluetooth.rule', 'store/withdrawn', 'device/bluetooth-pairings'],
    ]);
    expect(expects({ bluetooth: { ...bluetooth, also: ['b/b', 'a/a'] } })).toEqual([
      ['items.bluetooth.also', 'a/a, b/b', ''],
    ]);
    expect(expects({ messages: { fate: 'restored', rule: 'a/a', withheld: 'sync/off' } })).toEqual([
      ['items.messages.rule', 'a/a', 'none'],
      ['items.messages.withheld', 'sync/off', 'none'],
    ]);
  });

  test('of the rules behind and of what sync withholds is held against what is there', () => {
    const same = story({ ...WORLD, items: [{ category: 'certificates' }] });
    const certificates = { fate: 'excluded', also: ['keychain/this-device-only'] };
    expect(missesOf(same, { outcome: play(same).outcome, items: { certificates } as Expectation['items'] })).toEqual(
      [],
    );
    expect(
      missesOf(same, {
        outcome: play(same).outcome,
        items: { certificates: { fate: 'excluded', also: [] } } as Expectation['items'],
      }),
    ).toEqual([['items.certificates.also', '', 'keychain/this-device-only']]);
  });

  test('of an item that nobody knows, or that is still under way, says so', () => {
    const stranger = { fate: 'restored', gate: 'placement', rule: 'a/a', also: ['b/b'], withheld: 'sync/off' };
    expect(expects({ stranger })).toEqual([
      ['items.stranger', 'restored', 'on the way'],
      ['items.stranger.gate', 'placement', 'none'],
      ['items.stranger.rule', 'a/a', 'none'],
      ['items.stranger.also', 'b/b', ''],
      ['items.stranger.withheld', 'sync/off', 'none'],
    ]);
  });

  test('of alerts, prompts, refusals and offers holds exactly, in any order', () => {
    const two = story(
      {
        ...WORLD,
        accounts: [{ id: 'mara' }, { id: 'jonas' }],
        items: [{ id: 'film', category: 'films', account: 'jonas' }],
      },
      { script: [{ do: 'stop.tapped', during: 'listing', refused: true }] },
    );
    const { journal } = play(two);
    const prompts = [...new Set(journal.lines.flatMap((line) => (line.type === 'prompt.shown' ? [line.prompt] : [])))];
    expect(prompts.length).toBeGreaterThan(0);
    const fits = {
      outcome: play(two).outcome,
      alerts: [],
      prompts,
      refused: ['stop.tapped'],
      offered: [],
    } as const;
    expect(
      missesOf(two, { ...fits, alerts: [], prompts: [...prompts], refused: [...fits.refused], offered: [] }),
    ).toEqual([]);
    expect(
      missesOf(two, {
        outcome: fits.outcome,
        alerts: ['disconnected'],
        prompts: [],
        refused: [],
        offered: ['web'],
        escalation: true,
      }),
    ).toEqual([
      ['alerts', 'disconnected', ''],
      ['prompts', '', prompts.toSorted().join(', ')],
      ['refused', '', 'stop.tapped'],
      ['offered', 'web', ''],
      ['escalation', 'true', 'false'],
    ]);
  });

  test('of alerts holds exactly', () => {
    const pulled = story(WORLD, {
      route: 'computer',
      script: [{ do: 'computer.disconnected', during: 'placement' }],
      expect: { outcome: 'failed' },
    });
    expect(missesOf(pulled, { alerts: ['disconnected'] })).toEqual([]);
    expect(missesOf(pulled, { alerts: [] })).toEqual([['alerts', '', 'disconnected']]);
  });

  test('of what is offered counts only items that did not arrive', () => {
    const withCopies = story({
      ...WORLD,
      copies: [
        { kind: 'web', of: ['messages'] },
        { kind: 'other-device', of: ['payment-cards'] },
        { kind: 'computer-library', of: ['bluetooth', 'messages'] },
      ],
    });
    expect(missesOf(withCopies, { outcome: 'completed-with-exclusions', offered: [] })).toEqual([
      ['offered', '', 'computer-library, other-device'],
    ]);
  });

  test('of the time that it takes holds on its border, and not a millisecond beyond', () => {
    const { journal, simulatedMs } = play(scenario);
    const ended = journal.lines.find(({ type }) => type === 'restore.ended')?.atMs ?? -1;
    expect(ended).toBeGreaterThan(0);
    const outcome = 'completed-with-exclusions' as const;
    expect(missesOf(scenario, { outcome, elapsed: { atLeast: ended, atMost: ended } })).toEqual([]);
    expect(missesOf(scenario, { outcome, elapsed: { atLeast: ended + 1 } })).toEqual([
      ['elapsed', `at least ${formatElapsed(ended + 1)}`, formatElapsed(ended)],
    ]);
    expect(missesOf(scenario, { outcome, elapsed: { atMost: ended - 1 } })).toEqual([
      ['elapsed', `at most ${formatElapsed(ended - 1)}`, formatElapsed(ended)],
    ]);
    // While it has not ended, all the time that has passed counts.
    const cut: Scenario = { ...scenario, script: [{ wait: 1000 }, { end: 'story' }] };
    const passed = play(cut).simulatedMs;
    expect(missesOf(cut, { outcome: 'in-progress', elapsed: { atLeast: passed, atMost: passed } })).toEqual([]);
    expect(missesOf(cut, { outcome: 'in-progress', elapsed: { atLeast: passed + 1 } })).toHaveLength(1);
    // The end of the restore counts, not how long the story goes on behind it.
    const later: Scenario = { ...scenario, script: [{ wait: 40 * 24 * 3_600_000 }] };
    expect(play(later).simulatedMs).toBeGreaterThan(simulatedMs);
    expect(missesOf(later, { outcome, elapsed: { atMost: ended } })).toEqual([]);
  });

  test('of further attempts compares each with the first, and misses those that were not made', () => {
    const twice: Scenario = { ...scenario, attempts: [{ change: {} }, { change: { 'surroundings.wifi': 'off' } }] };
    const outcome = 'completed-with-exclusions' as const;
    expect(missesOf(twice, { outcome, attempts: [{ same: true, items: {} }] })).toEqual([]);
    expect(
      missesOf(twice, {
        outcome,
        attempts: [
          { same: false, items: { messages: { fate: 'pending' } } },
          { same: true, items: {} },
          { same: true, items: {} },
        ],
      }),
    ).toEqual([
      ['attempts.0.same', 'false', 'true'],
      ['attempts.0.items.messages', 'pending', 'restored'],
      ['attempts.1.same', 'true', 'false'],
      ['attempts.2', 'a further attempt', 'none'],
    ]);
  });
});
