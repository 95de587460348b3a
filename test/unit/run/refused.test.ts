import { describe, expect, test } from 'vitest';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
import { SCRIPT_EVENTS } from '../../../src/model/events.ts';
import { play } from '../../../src/run/play.ts';
import { problemsOf, story } from '../stories.ts';

const WORLD = {
  device: { name: 'Ida’s iPad', kind: 'ipad', state: 'in-use', findMy: 'on' },
  backups: [{ id: 'b', made: '2026-02-28', device: 'Ida’s iPad', deviceKind: 'ipad' }],
  items: [{ category: 'messages' }],
};
const refused = { do: 'restore.requested', during: 'in-use', refused: true };
const computer = (script: readonly unknown[], more = {}) => story(WORLD, { route: 'computer', script, ...more });

describe('somebody who is refused', () => {
  test('with an alert leaves it at that: one entry says it', () => {
    const run = play(computer([refused]));
    expect(run.outcome).toBe('never-started');
    const events = run.journal.lines.flatMap((line) => (line.type === 'event' ? [line.event] : []));
    expect(events).toEqual(['restore.requested', 'person.gaveUp']);
  });

  test('goes on as the script says, and only so', () => {
    const run = play(computer([refused, { wait: '1 hour' }, { do: 'findMy.turnedOff' }]));
    expect(run.outcome).toBe('completed');
    expect(run.simulatedMs).toBeGreaterThan(3_600_000);
  });

  test('where no alert comes and the phone takes it was not refused', () => {
    const script = [{ do: 'setup.started', during: 'set-up', refused: true }];
    const [problem] = problemsOf(() => play(story({ items: [{ category: 'messages' }] }, { script })));
    expect(problem?.message).toBe('“setup.started” was accepted here, although the script says it is refused');
  });

  test('may be accepted under changed conditions, in a later attempt and in a what-if', () => {
    const again = computer([refused], { attempts: [{ change: { 'device.findMy': 'off' } }] });
    expect(play(again).attempts.map(({ outcome }) => outcome)).toEqual(['never-started', 'completed']);
    expect(() => whatIf(again, 'messages')).not.toThrow();
  });
});

test('a refusal tells the guards that refused with what they compared, and what else can be done', () => {
  const world = {
    accounts: [{ id: 'mara', twoFactor: 'code-cannot-arrive' }],
    backups: [{ id: 'b', made: '2026-02-28' }],
  };
  const script = [
    { do: 'account.entered', account: 'mara' },
    { do: 'code.entered', refused: true },
  ];
  const { simulation, journal } = play(story(world, { script: [...script, { end: 'here' }] }));
  const line = journal.lines.find(({ type }) => type === 'refused');
  expect(line).toMatchObject({
    event: 'code.entered',
    data: {},
    guards: [
      {
        actor: 'simulation/restore/accountSignIn',
        guard: 'codeArrives',
        values: { 'two-factor': 'code-cannot-arrive' },
      },
    ],
  });
  const offered = simulation.possible().map(({ type }) => type);
  const harmless = offered.filter((type) => SCRIPT_EVENTS[type].harmless);
  expect(harmless.length).toBeGreaterThan(0);
  expect(line?.type === 'refused' && line.possible).toEqual(
    [...new Set(offered)].filter((type) => !harmless.includes(type)),
  );
});

test('with the management goes what hangs on it and what is its own, and nothing else', () => {
  const pupil = (script: readonly unknown[]) =>
    play(
      story(
        {
          device: { name: 'iPad', kind: 'ipad', state: 'in-use', supervised: 'yes', assigned: 'yes' },
          organisation: { service: 'school' },
          accounts: [{ id: 'pupil', kind: 'managed', signIn: 'managed' }],
          services: { notes: 'on' },
          items: [
            { category: 'notes' },
            { id: 'maths', category: 'app', app: 'maths', management: 'remove-with-profile' },
            { id: 'draw', category: 'app', app: 'draw' },
          ],
        },
        { script: [...script, { do: 'person.gaveUp', during: 'in-use' }] },
      ),
    ).ledger.rows.map(({ id, fate }) => `${id} ${fate}`);
  expect(pupil([{ do: 'management.retired', during: 'in-use' }])).toEqual([
    'notes lost-later',
    'maths lost-later',
    'draw never-left',
  ]);
  expect(pupil([])).toEqual(['notes never-left', 'maths never-left', 'draw never-left']);
});

test('who waits has not given up', () => {
  const world = { ...WORLD, accounts: [{ id: 'ida', password: 'forgotten' }] };
  const script = [{ do: 'restore.requested', during: 'in-use' }, { wait: '2 hours' }];
  const run = play(story(world, { route: 'computer', script }));
  const gaveUp = run.journal.lines.find((line) => line.type === 'event' && line.event === 'person.gaveUp');
  expect(gaveUp?.atMs).toBe(2 * 3_600_000);
});
