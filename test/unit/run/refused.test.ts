import { describe, expect, test } from 'vitest';
import { whatIf } from '../../../src/insight/what-if/what-if.ts';
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

test('who waits has not given up', () => {
  const world = { ...WORLD, accounts: [{ id: 'ida', password: 'forgotten' }] };
  const script = [{ do: 'restore.requested', during: 'in-use' }, { wait: '2 hours' }];
  const run = play(story(world, { route: 'computer', script }));
  const gaveUp = run.journal.lines.find((line) => line.type === 'event' && line.event === 'person.gaveUp');
  expect(gaveUp?.atMs).toBe(2 * 3_600_000);
});
