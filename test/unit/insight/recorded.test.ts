import { describe, expect, test } from 'vitest';
import { exactScripts } from '../../../src/insight/explain/exact-script.ts';
import { observed, recordToScenario, withObserved } from '../../../src/insight/explain/record-to-scenario.ts';
import { must } from '../../../src/model/must.ts';
import { reportInputFrom } from '../../../src/report/report-input.ts';
import { play, type Run } from '../../../src/run/play.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { problemsOf, story } from '../stories.ts';

type Plain = Record<string, unknown>;
const WORLD = { backups: [{ id: 'b', made: '2026-02-28' }], items: [{ category: 'local-files', bytes: '2 GB' }] };
const FILE = { file: 'recorded.yaml' };
const told = (script: readonly Plain[], rest: Plain = {}, world: Plain = WORLD): Scenario =>
  story(world, { script, ...rest });
const exact = (scenario: Scenario, run: Run = play(scenario)) => exactScripts(scenario, run.journal.lines);
/** What is played from the scripts that were found: the same journal, step by step. */
const again = (scenario: Scenario) => {
  const [script, ...others] = exact(scenario);
  const attempts = scenario.attempts.map(({ change }, at) => ({ change, script: others[at] }));
  const { world } = scenario.stated;
  return play(story(world as Plain, { script, attempts })).journal.toText();
};

describe('the script with which a story comes again', () => {
  test.each<[string, readonly Plain[], readonly Plain[]]>([
    ['the usual course has none', [], []],
    ['an act is named with its step', [{ do: 'screen.tapped', during: 'set-up' }], [{ do: 'screen.tapped', step: 2 }]],
    [
      'one that was refused says so',
      [{ do: 'stop.tapped', during: 'set-up', refused: true }],
      [{ do: 'stop.tapped', refused: true, step: 2 }],
    ],
    [
      'time that passes says how long, and that nobody touched the phone',
      [{ wait: '90 minutes', untouched: true }, { end: 'here' }],
      [
        { wait: '90 minutes', untouched: true, step: 2 },
        { end: 'here', step: 3 },
      ],
    ],
    [
      'in the largest unit that fits, one of it as one',
      [
        { wait: '1 day', untouched: true },
        { wait: '2 hours', untouched: true },
        { wait: '1 minute', untouched: true },
        { wait: '30 seconds', untouched: true },
        { wait: 1500, untouched: true },
        { end: 'here' },
      ].filter((entry) => entry.wait !== 1500),
      [
        { wait: '1 day', untouched: true, step: 2 },
        { wait: '2 hours', untouched: true, step: 3 },
        { wait: '1 minute', untouched: true, step: 4 },
        { wait: '30 seconds', untouched: true, step: 5 },
        { end: 'here', step: 6 },
      ],
    ],
    ['a story that was stopped ends there', [{ end: 'story' }], [{ end: 'story', step: 2 }]],
    [
      'and goes on behind that only as far as it was told',
      [{ end: 'story' }, { wait: '1 hour', untouched: true, step: 3 }],
      [
        { end: 'story', step: 2 },
        { wait: '1 hour', untouched: true, step: 3 },
      ],
    ],
    [
      'or as the usual course led it there',
      [{ end: 'story' }, { wait: '54 seconds', step: 3 }],
      [
        { end: 'story', step: 2 },
        { end: 'here', step: 13 },
      ],
    ],
    ['one that was left where it goes on by itself says so', [{ end: 'here' }], [{ end: 'here', step: 2 }]],
  ])('%s', (_what, script, found) => {
    const scenario = told(script);
    expect(exact(scenario)).toEqual([found]);
    expect(again(scenario)).toBe(play(scenario).journal.toText());
  });

  test('is one for each attempt, whose steps count from its own beginning, under its own conditions', () => {
    const scenario = told([{ do: 'screen.tapped', step: 3 }], {
      attempts: [
        { change: { 'surroundings.wifi': 'off' }, script: [{ do: 'screen.tapped', step: 2 }, { end: 'here' }] },
        {},
      ],
    });
    expect(exact(scenario)).toEqual([
      [{ do: 'screen.tapped', step: 3 }],
      [
        { do: 'screen.tapped', step: 2 },
        { end: 'here', step: 3 },
      ],
      expect.arrayContaining([{ do: 'screen.tapped', step: 3 }]),
    ]);
    expect(again(scenario)).toBe(play(scenario).journal.toText());
  });

  test('says what waits for its moment, and that what is due next was waited for where somebody could act', () => {
    const scenario = told([
      { do: 'wifi.lost', during: 'download' },
      { wait: '1 hour', untouched: true },
      { do: 'wifi.back' },
    ]);
    expect(exact(scenario)[0]).toEqual([
      expect.objectContaining({ do: 'wifi.lost' }) as unknown,
      expect.objectContaining({ wait: '58 minutes', untouched: true }) as unknown,
      expect.objectContaining({ do: 'wifi.back' }) as unknown,
    ]);
    const asked = {
      ...WORLD,
      accounts: [{ id: 'mara' }, { id: 'ola' }],
      items: [...WORLD.items, { category: 'films', account: 'ola', bytes: '1 GB' }],
    };
    const script = [
      { do: 'screen.tapped', during: 'download' },
      { wait: '1 day', untouched: true },
    ];
    const waited = told([...script, { end: 'here' }], {}, asked);
    expect(exact(waited)[0]?.some(({ wait }) => wait === 'next')).toBe(true);
    for (const one of [scenario, waited]) expect(again(one)).toBe(play(one).journal.toText());
  });

  test('says where a story was left that waits for somebody, for a moment, or for nothing that comes by itself', () => {
    const endOf = (scenario: Scenario, attempt = 0) => exact(scenario)[attempt]?.at(-1);
    const LEFT = expect.objectContaining({ end: 'here' }) as unknown;
    const over = [{ do: 'screen.tapped', during: 'over' }, { end: 'here' }];
    // Sync still asks for the passcode of another device.
    const asks = { ...WORLD, services: { keychain: 'on' }, items: [{ category: 'passwords' }] };
    expect(endOf(told(over, {}, asks))).toEqual(LEFT);
    // It still loads.
    const loads = { ...WORLD, services: { photos: 'on' }, items: [{ category: 'photos', bytes: '3 GB' }] };
    expect(endOf(told(over, {}, loads))).toEqual(LEFT);
    // Without Wi-Fi nothing goes on, in the first attempt or in a second.
    const cut = [{ do: 'wifi.lost', during: 'download' }, { wait: '1 day', untouched: true }, { end: 'here' }];
    expect(endOf(told(cut))).toEqual(LEFT);
    expect(endOf(told([], { attempts: [{ script: cut }] }), 1)).toEqual(LEFT);
  });

  test('says a time that is no whole second in seconds', () => {
    const scenario: Scenario = { ...told([]), script: [{ wait: 1500, untouched: true }, { end: 'here' }] };
    expect(exact(scenario)[0]?.[0]).toEqual({ wait: '1.5 seconds', untouched: true, step: 2 });
  });

  test('of a story that the phone ended with what it says needs no end of its own', () => {
    for (const scenario of [
      told([], {}, { ...WORLD, backups: [] }),
      told([{ wait: '3 days' }]),
      told([{ do: 'person.gaveUp', during: 'set-up' }]),
    ]) {
      expect(exact(scenario)[0]?.filter(({ end }) => end === 'here')).toEqual([]);
      expect(again(scenario)).toBe(play(scenario).journal.toText());
    }
  });
});

const HEAD = 'title: t\nwhy: w\n';
const read = (text: string) => loadScenario(HEAD + text, 'x');
const record = (text: string, byHand?: 'none' | 'the last' | 'all') => {
  const run = play(read(text));
  return recordToScenario(reportInputFrom(run), { ...FILE, ...(byHand ? { byHand } : {}) });
};
const NOTES = 'world: { backups: [{ id: b, made: 2026-02-28 }], items: [{ category: messages }] }\n';

describe('a record', () => {
  test('is the file with what was observed behind it, entry by entry on a line', () => {
    expect(record(NOTES)).toBe(`# Recorded from a run. Read the expectations below and keep them only if they are right.
title: t
why: w
world:
  backups:
    - id: b
      made: 2026-02-28
  items:
    - category: messages
expect:
  outcome: completed
  items:
    messages: restored
  counts:
    onPhone: 1
    usable: 1
    missing: 0
  alerts: []
  prompts:
    - two-factor-code
`);
  });

  test('keeps the script and the scripts of the attempts as they are stated', () => {
    const text = record(
      `${NOTES}script: [{ do: screen.tapped, during: set-up }, { end: here }]\n` +
        'attempts: [{ change: { device.passcode: no } }, { script: [{ end: here }] }, { script: [] }]\n',
    );
    expect(text).toContain('script:\n  - { do: screen.tapped, during: set-up }\n  - { end: here }\n');
    expect(text).toContain(`attempts:
  - change:
      device.passcode: no
  - change: {}
    script:
      - { end: here }
  - change: {}
    script: []
expect:`);
    expect(text).toContain(`  attempts:
    - same: true
      items: {}
    - same: true
      items: {}
    - same: false
      items:
        messages: restored
`);
    expect(record(`${NOTES}script: []\n`)).not.toContain('script:');
  });

  test('names the acts of the attempt that was taken by hand, or of all', () => {
    const TAPS = `${NOTES}script: [{ do: screen.tapped, during: set-up }]\nattempts: [{}]\n`;
    const byStep = '- { do: screen.tapped, step: 2 }';
    const asStated = '- { do: screen.tapped, during: set-up }';
    const count = (text: string, part: string) => text.split(part).length - 1;
    const kinds = (['none', 'the last', 'all'] as const).map((byHand) => record(TAPS, byHand));
    expect(kinds.map((text) => [count(text, asStated), count(text, byStep)])).toEqual([
      [1, 0],
      [1, 1],
      [0, 2],
    ]);
  });

  test('says which questions are open, what was refused and what is offered, and nothing of what is not', () => {
    const open = record(
      'world:\n  device: { passcode: no }\n' +
        '  backups: [{ id: b, made: 2026-02-28, passcodeSet: unknown }, { id: a, made: 2026-02-20 }]\n' +
        '  items:\n    - { id: sealed, category: app-data, protection: security-state }\n' +
        '    - { category: messages, heldBy: [a] }\n' +
        'script: [{ do: stop.tapped, during: set-up, refused: true }]\n',
    );
    expect(open).toContain('  questions:\n    - device.security-state\n');
    expect(open).toContain('  refused:\n    - stop.tapped\n');
    expect(open).toContain('  offered:\n    - older-backup\n');
    expect(open).toContain('      missing: device.security-state\n');
    expect(open).not.toContain('also');
    for (const part of ['questions', 'refused', 'offered', 'missing:\n', 'also', 'attempts'])
      expect(record(NOTES)).not.toContain(`${part}:`);
  });

  test('of alerts and prompts names each once, in the order of the alphabet', () => {
    const run = play(
      story(
        {
          ...WORLD,
          accounts: [{ id: 'mara' }, { id: 'ola' }],
          items: [{ category: 'films', account: 'ola' }, { category: 'messages' }],
        },
        { route: 'computer', script: [{ do: 'computer.disconnected', during: 'placement' }] },
      ),
      { attempts: 2 },
    );
    const { alerts } = observed(reportInputFrom(run)) as { alerts: string[] };
    expect(alerts).toEqual(['disconnected']);
    const asked = observed(
      reportInputFrom(
        play(
          story({
            ...WORLD,
            accounts: [{ id: 'mara' }, { id: 'ola' }],
            items: [{ category: 'films', account: 'ola' }],
          }),
        ),
      ),
    ) as { prompts: string[] };
    expect(asked.prompts).toEqual(['account-password', 'two-factor-code']);
    const unanswered = play(
      told(
        [{ do: 'screen.tapped', during: 'download' }, { wait: '1 minute', untouched: true }, { end: 'here' }],
        {},
        {
          ...WORLD,
          accounts: [{ id: 'mara' }, { id: 'ola' }],
          items: [...WORLD.items, { category: 'films', account: 'ola' }],
        },
      ),
    );
    expect(
      unanswered.journal.lines.some((line) => line.type === 'prompt.answered' && line.prompt === 'account-password'),
    ).toBe(false);
    expect(observed(reportInputFrom(unanswered))['prompts']).toEqual(['account-password', 'two-factor-code']);
    expect(observed(reportInputFrom(run))['attempts']).toHaveLength(1);
  });

  test('that nobody could read again is refused, with the reason', () => {
    const run = play(read(NOTES), { attempts: 60 });
    expect(problemsOf(() => recordToScenario(reportInputFrom(run), FILE))).toEqual([
      {
        file: 'recorded.yaml',
        line: 1,
        column: 1,
        message: expect.stringMatching(
          /^this run cannot be kept as a scenario that could be read again: .*50/,
        ) as string,
        advice: 'Keep its journal, or record a run with fewer items, attempts or taps.',
      },
    ]);
  });

  test('can stand behind the text of a file that expects nothing', () => {
    const run = play(read(NOTES));
    const text = withObserved(`${HEAD}${NOTES}\n\n`, reportInputFrom(run));
    const [before, behind] = text.split('# Recorded from a run. Read it, and keep it only if it is right.\n');
    expect(before).toBe(HEAD + NOTES);
    expect(behind).toBe(must(record(NOTES).split('messages\n')[1], 'the expectations'));
  });

  test('keeps long lines whole, and short lists in their braces', () => {
    const title = `${'word '.repeat(30)}end`;
    const text = withObserved('', { ...reportInputFrom(play(read(NOTES))) });
    expect(text).not.toContain('{');
    const long = recordToScenario(
      reportInputFrom(play(loadScenario(`title: "${title}"\nwhy: w\n${NOTES}`, 'x'))),
      FILE,
    );
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeLessThanOrEqual(110);
    expect(Math.max(...long.split('\n').map((line) => line.length))).toBeGreaterThan(90);
  });
});
