import { describe, expect, test } from 'vitest';
import { checkScenario } from '../../../src/run/check.ts';
import { compareWithExpectation } from '../../../src/run/expected.ts';
import { play } from '../../../src/run/play.ts';
import { expectSchema } from '../../../src/scenario/expectation.ts';
import { problemsOf, story } from '../stories.ts';

type Plain = Record<string, unknown>;
const WORLD = {
  device: { passcode: 'no' },
  accounts: [{ id: 'mara' }, { id: 'jonas' }],
  backups: [{ id: 'nightly', made: '2026-02-28', passcodeSet: 'unknown' }],
  items: [
    { category: 'messages', bytes: '20 MB' },
    { category: 'bluetooth', count: 2 },
    { id: 'sealed', category: 'app-data', app: 'letters', protection: 'security-state' },
    { id: 'letters', category: 'app', app: 'letters', account: 'jonas' },
  ],
};

/** What is missed when the story is expected to be so. */
function misses(expected: Plain, rest: Plain = {}): string[] {
  const scenario = story(WORLD, { ...rest, expect: { outcome: 'completed-with-exclusions', ...expected } });
  return compareWithExpectation(play(scenario)).map(
    ({ about, expected: wanted, got }) => `${about}: ${wanted} | ${got}`,
  );
}

describe('an expectation holds where it is so, and is missed where it is not', () => {
  const cases: readonly (readonly [what: string, holds: Plain, doesNot: Plain, missed: readonly string[]])[] = [
    [
      'an item on the phone',
      { items: { messages: { onPhone: 'yes' }, bluetooth: { onPhone: 'no' } } },
      { items: { messages: { onPhone: 'no' }, bluetooth: { onPhone: 'yes' } } },
      ['items.messages.onPhone: no | yes', 'items.bluetooth.onPhone: yes | no'],
    ],
    [
      'an item that works there',
      { items: { messages: { usable: 'yes' }, bluetooth: { usable: 'no' } } },
      { items: { messages: { usable: 'no' }, bluetooth: { usable: 'yes' } } },
      ['items.messages.usable: no | yes', 'items.bluetooth.usable: yes | no'],
    ],
    [
      'the fact that an item hangs on',
      { items: { sealed: { fate: 'unknown', missing: 'device.security-state' } } },
      { items: { sealed: { missing: 'item.store' }, messages: { missing: 'item.store' } } },
      ['items.sealed.missing: item.store | device.security-state', 'items.messages.missing: item.store | none'],
    ],
    [
      'the questions that are left',
      { questions: ['device.security-state'] },
      { questions: [] },
      ['questions:  | device.security-state'],
    ],
    [
      'the counts',
      { counts: { onPhone: 2, usable: 2, missing: 2 } },
      { counts: { onPhone: 3, usable: 1, missing: 0 } },
      ['counts.onPhone: 3 | 2', 'counts.usable: 1 | 2', 'counts.missing: 0 | 2'],
    ],
    [
      'screens, in their order and with sheets among them',
      { screens: ['hello', 'backup-list', 'store-password', 'home-done'] },
      { screens: ['backup-list', 'hello'] },
      [expect.stringMatching(/^screens\.1: backup-list → hello \| hello → .*→ home-done$/) as string],
    ],
    [
      'screens that must not come',
      { neverShown: ['failed', 'updating'] },
      { neverShown: ['failed', 'backup-list'] },
      ['neverShown: not backup-list | backup-list'],
    ],
    [
      'what can be done at the end',
      { possible: ['settings.signedOut'] },
      { possible: ['settings.signedOut', 'backup.chosen'] },
      [expect.stringMatching(/^possible: backup\.chosen \| .*settings\.signedOut/) as string],
    ],
    [
      'what cannot be done at the end',
      { impossible: ['backup.chosen', 'stop.tapped'] },
      { impossible: ['settings.signedOut'] },
      ['impossible: not settings.signedOut | settings.signedOut'],
    ],
    [
      'a story told step by step',
      {
        steps: [
          { screen: 'hello' },
          { do: 'backup.chosen' },
          { item: 'bluetooth', fate: 'excluded' },
          { prompt: 'account-password' },
          { screen: 'store-password' },
          { outcome: 'completed-with-exclusions' },
        ],
      },
      { steps: [{ do: 'backup.chosen' }, { screen: 'hello' }] },
      [
        expect.stringMatching(
          /^steps\.1: screen: hello \| .*item: bluetooth, fate: excluded → .*→ outcome: completed-with-exclusions/,
        ) as string,
      ],
    ],
    ['what can still go wrong', { warnings: [] }, { warnings: ['empty-state'] }, ['warnings: empty-state | ']],
    [
      'the time',
      { elapsed: { atLeast: '5 minutes' } },
      { elapsed: { atLeast: '9 days' } },
      [expect.stringMatching(/^elapsed: at least 9 d 00:00:00 \| \d\d:\d\d:\d\d$/) as string],
    ],
  ];

  test.each(cases)('%s', (_what, holds, doesNot, missed) => {
    expect(misses(holds)).toEqual([]);
    expect(misses(doesNot)).toEqual(missed);
  });

  const locked = { device: { name: 'Ida’s iPad', kind: 'ipad', state: 'in-use', findMy: 'on' }, items: [] };
  const refusedIn = (script: readonly Plain[], refused: readonly string[]) =>
    compareWithExpectation(
      play(story(locked, { route: 'computer', script, expect: { outcome: 'never-started', refused } })),
    ).map(({ about, expected: wanted, got }) => `${about}: ${wanted} | ${got}`);

  test('what an alert answered counts as refused where a file says so, and only what a person did in that step', () => {
    const answered = [{ do: 'restore.requested', during: 'in-use', refused: true }];
    expect(refusedIn(answered, ['restore.requested'])).toEqual([]);
    expect(refusedIn(answered, [])).toEqual([]);
    expect(refusedIn(answered, ['restore.requested', 'stop.tapped'])).toEqual([
      'refused: restore.requested, stop.tapped | restore.requested',
    ]);
    const pulled = story(WORLD, {
      route: 'computer',
      script: [{ do: 'computer.disconnected', during: 'placement' }],
      expect: { outcome: 'failed', alerts: ['disconnected'], refused: ['computer.disconnected'] },
    });
    // What happened by itself was refused by nobody, whatever alert came of it.
    expect(compareWithExpectation(play(pulled)).map(({ about }) => about)).toEqual(['refused']);
    // It was taken, and no alert came in its step.
    expect(refusedIn(answered, ['person.gaveUp'])).toEqual(['refused: person.gaveUp | ']);
  });

  test('a part of a verdict that is not there is told as none', () => {
    const copy = 'keychain/locked-to-the-old-device';
    expect(misses({ items: { messages: { copy } } })).toEqual([`items.messages.copy: ${copy} | none`]);
    expect(misses({ items: { bluetooth: { copy: 'device/bluetooth-pairings' } } })).toEqual([]);
  });

  test('screens that are told twice have to come twice', () => {
    expect(misses({ screens: ['hello', 'hello'] })).toEqual([
      expect.stringMatching(/^screens\.1: hello → hello \| hello → /) as string,
    ]);
    expect(misses({ screens: ['failed'], neverShown: ['hello'] })).toHaveLength(2);
    expect(misses({ possible: ['backup.chosen'], impossible: [] })).toHaveLength(1);
    expect(misses({ screens: ['home-done', 'home-done', 'hello'], neverShown: ['hello'] })).toEqual([
      expect.stringMatching(/^screens\.1: /) as string,
      'neverShown: not hello | hello',
    ]);
  });

  test('steps of one moment may come in any order, those of others not, and none counts twice', () => {
    const [prompt, screen] = [{ prompt: 'account-password' }, { screen: 'store-password' }];
    expect(misses({ steps: [prompt, screen] })).toEqual([]);
    expect(misses({ steps: [screen, prompt] })).toEqual([]);
    expect(misses({ steps: [prompt, screen, screen] })).toHaveLength(1);
    expect(misses({ steps: [{ outcome: 'completed-with-exclusions' }, { screen: 'hello' }] })).toEqual([
      expect.stringMatching(/^steps\.1: screen: hello \| (?!.*do: )/) as string,
    ]);
    const [missed] = misses({ steps: [{ do: 'stop.tapped' }, { screen: 'hello' }] });
    expect(missed).toMatch(/^steps\.0: do: stop\.tapped → screen: hello \| screen: hello → do: /);
  });

  test('what can be done and what cannot is each held for itself', () => {
    expect(misses({ possible: ['backup.chosen'], impossible: ['settings.signedOut'] })).toEqual([
      expect.stringMatching(/^possible: backup\.chosen \| /) as string,
      'impossible: not settings.signedOut | settings.signedOut',
    ]);
  });

  test('warnings are those of the attempt, in the world that it had', () => {
    const world = {
      device: { name: 'new' },
      backups: [{ id: 'b', made: '2026-02-28', device: 'old' }],
      items: [{ id: 'it', category: 'app-data', app: 'chat', deviceMark: 'in-its-data' }],
    };
    const attempts = [{ change: { 'device.name': 'old' } }];
    const missed = (first: readonly string[], second: readonly string[]) =>
      compareWithExpectation(
        play(
          story(world, {
            attempts,
            expect: {
              outcome: 'completed',
              warnings: first,
              attempts: [{ same: true, warnings: second }],
            },
          }),
        ),
      ).map(({ about }) => about);
    expect(missed(['two-phones-as-one'], [])).toEqual([]);
    expect(missed([], ['two-phones-as-one'])).toEqual(['warnings', 'attempts.0.warnings']);
  });

  test('of a later attempt as of the first: its end, its questions, its counts', () => {
    const attempts = { attempts: [{ change: { 'backups.nightly.passcodeSet': 'no' } }] };
    const later = (more: Plain) => misses({ attempts: [{ same: false, ...more }] }, attempts);
    expect(later({ outcome: 'completed-with-exclusions', questions: [], counts: { missing: 1 } })).toEqual([]);
    expect(later({ outcome: 'failed', questions: ['device.security-state'], counts: { missing: 2 } })).toEqual([
      'attempts.0.outcome: failed | completed-with-exclusions',
      'attempts.0.questions: device.security-state | ',
      'attempts.0.counts.missing: 2 | 1',
    ]);
  });

  test('each of its parts has a test here or beside', () => {
    const tested = cases.flatMap(([, holds]) => Object.keys(holds));
    const elsewhere = ['outcome', 'alerts', 'prompts', 'refused', 'offered', 'escalation', 'attempts', 'whatIf'];
    expect(Object.keys(expectSchema.shape).filter((part) => ![...tested, ...elsewhere].includes(part))).toEqual([]);
  });
});

describe('a file that expects nothing', () => {
  const silent = story(WORLD, { expect: undefined });

  test('plays, misses nothing, and says so', () => {
    expect(silent.expect).toBeUndefined();
    expect(checkScenario(silent)).toEqual({ scenario: 'a-test/story', ok: true, expects: false, problems: [] });
  });

  test('an answer that demands nothing is refused', () => {
    const items = [{ category: 'messages' }];
    const refused = problemsOf(() =>
      story({ items }, { expect: { outcome: 'completed', whatIf: [{ for: 'messages' }] } }),
    );
    expect(refused[0]?.message).toContain('“nothing: true” beside “for”');
  });
});
