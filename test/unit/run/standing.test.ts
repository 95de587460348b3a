import { describe, expect, test } from 'vitest';
import { situationFor } from '../../../src/insight/explain/situation-for.ts';
import { type Gate, GATES_AT_FREEZE } from '../../../src/model/fates.ts';
import { must } from '../../../src/model/must.ts';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';
import { play } from '../../../src/run/play.ts';
import {
  announcedAfter,
  BEFORE_THE_STORY,
  settledAt,
  standingAfter,
  standingAt,
  stepsIn,
  UNANNOUNCED,
} from '../../../src/run/standing.ts';
import { story } from '../stories.ts';

type Told = JournalEntry & { readonly actor?: string };
const linesOf = (...entries: readonly Told[]): JournalLine[] =>
  entries.map((entry, index) => ({ n: index + 1, step: index + 1, atMs: 0, actor: 'simulation/restore', ...entry }));
const event = (name: string) => ({ type: 'event', by: 'person', event: name, data: {} }) as const;
const open = (...entries: readonly Told[]) =>
  announcedAfter(UNANNOUNCED, linesOf(...entries)).prompts.map(({ prompt, account }) => `${prompt} ${account ?? ''}`);

describe('a prompt', () => {
  const asked = { type: 'prompt.shown', prompt: 'account-password', account: 'mara' } as const;

  test('stays open after a wrong answer, and after the answer to another', () => {
    expect(
      open(asked, { type: 'prompt.answered', prompt: 'account-password', account: 'mara', answer: 'wrong' }),
    ).toEqual(['account-password mara']);
    expect(
      open(asked, { type: 'prompt.answered', prompt: 'account-password', account: 'ola', answer: 'given' }),
    ).toEqual(['account-password mara']);
  });

  test.each(['given', 'skipped'] as const)('is closed when its answer is %s', (answer) => {
    expect(open(asked, { type: 'prompt.answered', prompt: 'account-password', account: 'mara', answer })).toEqual([]);
  });

  test('goes with the restore that asked; what sync asks stays', () => {
    const sync = { type: 'prompt.shown', prompt: 'keychain-passcode', actor: 'simulation/icloudSync' } as const;
    expect(open(asked, sync, { type: 'restore.ended', outcome: 'stopped', because: null })).toEqual([
      'keychain-passcode ',
    ]);
  });
});

test('how things stand after a step is what the steps up to it have made of it', () => {
  const { lines } = play(
    story({ backups: [{ id: 'b', made: '2026-02-27' }], items: [{ category: 'messages' }] }, {}),
  ).journal;
  let standing = BEFORE_THE_STORY;
  const last = must(lines.at(-1), 'the last line').step;
  for (let step = 1; step <= last; step += 1) {
    standing = standingAfter(
      standing,
      lines.filter((line) => line.step === step),
    );
    expect(standingAt(lines, step)).toEqual(standing);
  }
  expect(standingAt(lines)).toEqual(standing);
  expect([...stepsIn(lines)].map(({ step }) => step)).toEqual(Array.from({ length: last }, (_, at) => at + 1));
  expect([...stepsIn(lines)].flatMap((step) => step.lines)).toEqual(lines);
});

test('an alert that is raised again stands once', () => {
  const raised = { type: 'alert.raised', alert: 'wifi-lost' } as const;
  expect(announcedAfter(UNANNOUNCED, linesOf(raised, raised)).alerts).toEqual(['wifi-lost']);
});

describe('what is announced', () => {
  const after = (...entries: readonly Told[]) => announcedAfter(UNANNOUNCED, linesOf(...entries));
  const wifi = { type: 'alert.raised', alert: 'wifi-lost' } as const;
  const full = { type: 'alert.raised', alert: 'disconnected' } as const;
  const asked = { type: 'prompt.shown', prompt: 'account-password', account: 'mara' } as const;
  const again = { type: 'attempt.began', attempt: 2, changes: {}, wifi: true, power: true } as const;

  test('loses the alert that is cleared, and keeps the others in their order', () => {
    expect(after(wifi, full, { type: 'alert.cleared', alert: 'wifi-lost' }).alerts).toEqual(['disconnected']);
    expect(after(wifi, full).alerts).toEqual(['wifi-lost', 'disconnected']);
  });

  test('begins anew with an attempt', () => {
    const frozen = { type: 'verdicts.frozen', items: 1 } as unknown as Told;
    const ended = { type: 'restore.ended', outcome: 'failed', because: null } as const;
    expect(after(wifi, asked, frozen, ended, again)).toEqual({ ...UNANNOUNCED, attempt: 2 });
    expect(after(wifi, frozen, ended)).toMatchObject({ outcome: 'failed', frozen: true, alerts: ['wifi-lost'] });
  });

  test('names the account that is asked for, where one is, and loses the question of that one alone', () => {
    const plain = { type: 'prompt.shown', prompt: 'two-factor-code' } as const;
    expect(after(asked, plain).prompts).toStrictEqual([
      { prompt: 'account-password', account: 'mara', actor: 'simulation/restore' },
      { prompt: 'two-factor-code', actor: 'simulation/restore' },
    ]);
    const answered = { type: 'prompt.answered', prompt: 'two-factor-code', answer: 'given' } as const;
    const passcode = { type: 'prompt.shown', prompt: 'keychain-passcode' } as const;
    expect(after(asked, plain, passcode, answered).prompts.map(({ prompt }) => prompt)).toEqual([
      'account-password',
      'keychain-passcode',
    ]);
  });
});

test('what runs begins with the story, loses what has ended, and keeps the root alone for a further attempt', () => {
  const lines = (...entries: readonly Told[]) => linesOf(...entries).map((line) => ({ ...line, step: 1 }));
  const began = (wifi: boolean): Told => ({
    type: 'story.began',
    world: 'w',
    edition: 'modern',
    route: 'icloud',
    items: 1,
    wifi,
    power: false,
  });
  const started = (actor: string, ...states: readonly string[]): Told => ({ type: 'actor.started', states, actor });
  const running = [started('simulation', 'restoring'), started('simulation/restore', 'setUp.hello')];
  expect(standingAt(lines(began(false))).phone).toEqual({ wifi: false, power: false, locked: false });
  const here = standingAt(lines(began(true), ...running));
  expect(here).toMatchObject({
    actors: { simulation: ['restoring'], 'simulation/restore': ['setUp.hello'] },
    ended: {},
  });
  const over = lines(began(true), ...running, { type: 'actor.ended', actor: 'simulation/restore' });
  expect(standingAt(over)).toMatchObject({
    actors: { simulation: ['restoring'] },
    ended: { 'simulation/restore': ['setUp.hello'] },
  });
  expect(Object.keys(standingAt(over).actors)).toEqual(['simulation']);
  const again: Told = { type: 'attempt.began', attempt: 2, changes: {}, wifi: false, power: true, actor: 'simulation' };
  const anew = standingAt(lines(began(true), ...running, again));
  expect([anew.actors, anew.ended]).toEqual([{ simulation: ['restoring'] }, {}]);
  expect(anew.phone).toEqual({ wifi: false, power: true, locked: false });
  expect(standingAt(lines(again)).actors).toEqual({});
  // What no longer runs ends nothing.
  expect(standingAt(lines(began(true), { type: 'actor.ended', actor: 'simulation/restore' })).ended).toStrictEqual({});
});

test('the phone is as the events say that somebody took, and the gate that of the innermost stage with one', () => {
  const at = (actor: string, taken: string, ...states: readonly string[]): Told => ({
    type: 'transition',
    event: taken,
    taken: [],
    states,
    actor,
  });
  const standing = (...entries: readonly Told[]) => standingAt(linesOf(...entries));
  const placing = at('simulation/restore', 'x', 'placing.copying');
  expect(standing(placing, at('simulation/connection', 'screen.locked', 'wifi.on')).phone.locked).toBe(true);
  expect(standing(placing, event('screen.locked')).phone.locked).toBe(false);
  expect(standing(placing).gate).toBe('placement');
  const silent = at('simulation/restore/nobody', 'x', 'nothing');
  expect(standing(placing, silent).gate).toBe('placement');
  expect(standing(silent, placing).gate).toBe('placement');
  const sync = (...states: readonly string[]) => at('simulation/icloudSync', 'x', ...states);
  const over: Told = { type: 'actor.ended', actor: 'simulation/restore' };
  expect(standing(placing, sync('syncing')).gate).toBe('placement');
  expect(standing(placing, over, sync('off')).gate).toBe('placement');
  expect(standing(placing, over, sync('off', 'syncing')).gate).toBe('sync');
});

test('what is settled begins anew with an attempt', () => {
  const first = { type: 'situation.changed', changed: { ios: '18.3' } } as const;
  const sync = { ...first, actor: 'simulation/icloudSync' };
  const again = { type: 'attempt.began', attempt: 2, changes: {}, wifi: true, power: true } as const;
  expect(settledAt(linesOf(first, sync), 9)).toEqual({ situation: { ios: '18.3' }, syncSituation: { ios: '18.3' } });
  expect(settledAt(linesOf(first, sync, again), 9)).toEqual({ situation: null, syncSituation: null });
});

describe('a story that stops', () => {
  const settled = (...entries: readonly Told[]) =>
    settledAt(
      linesOf({ type: 'situation.changed', changed: { ended: 'running', ios: '18.3' } }, ...entries),
      Number.POSITIVE_INFINITY,
    ).situation?.ended;

  test('has stopped around a restore that still runs, until something happens again', () => {
    expect(settled(event('story.ended'))).toBe('story-ended');
    expect(settled(event('story.ended'), event('wifi.lost'))).toBe('running');
  });

  test('leaves the end of a restore that was over', () => {
    expect(settled({ type: 'situation.changed', changed: { ended: 'finished' } }, event('story.ended'))).toBe(
      'finished',
    );
  });
});

describe('what sync goes by', () => {
  const run = play(
    story({
      backups: [{ id: 'nightly', made: '2026-02-27' }],
      services: { keychain: 'on' },
      items: [{ category: 'passwords' }],
    }),
  );
  const { lines } = run.journal;

  test('is said once it begins, and changes with the passcode of the older device', () => {
    const { step } = must(
      lines.find((line) => line.type === 'prompt.answered' && line.prompt === 'keychain-passcode'),
      'the answer',
    );
    expect(settledAt(lines, 1).syncSituation).toBeNull();
    expect(settledAt(lines, step - 1).syncSituation?.keychainPasscode).toBe('not-asked');
    expect(settledAt(lines, step).syncSituation?.keychainPasscode).toBe('given');
  });

  test('is apart from what the restore goes by', () => {
    const { situation, syncSituation } = standingAt(lines);
    expect(situation).toMatchObject({ ended: 'finished', keychainPasscode: 'not-asked' });
    expect(syncSituation).toMatchObject({ ended: 'running', account: situation?.account });
  });
});

test('a late sign-in from Settings changes what sync goes by, and the phone, not what the restore went by', () => {
  const { journal } = play(
    story(
      {
        accounts: [
          { id: 'mara', twoFactor: 'code-cannot-arrive' },
          { id: 'ola', twoFactor: 'off' },
        ],
        backups: [{ id: 'nightly', made: '2026-02-27', account: 'mara' }],
        services: { photos: 'on' },
        items: [{ category: 'photos' }],
      },
      { script: [{ do: 'settings.signedIn', account: 'ola', during: 'over' }] },
    ),
  );
  const { lines } = journal;
  const late = must(
    lines.find((line) => line.type === 'event' && line.event === 'settings.signedIn'),
    'the sign-in',
  ).step;
  expect(settledAt(lines, late - 1)).toMatchObject({
    situation: { account: null, ended: 'never-started' },
    syncSituation: null,
  });
  // Settings shows who is signed in now, and a second one would be beside the first.
  expect(standingAt(lines)).toMatchObject({ situation: { account: 'ola' }, syncSituation: { account: 'ola' } });
  const accountAt = (gate: Gate): string | null => situationFor(lines, Number.POSITIVE_INFINITY, gate).account;
  for (const gate of GATES_AT_FREEZE) expect([gate, accountAt(gate)]).toEqual([gate, null]);
  for (const gate of ['sync', 'phone'] as const) expect([gate, accountAt(gate)]).toEqual([gate, 'ola']);
});
