import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { Journal } from '../../../src/run/journal.ts';
import { foldLedger } from '../../../src/run/ledger.ts';
import { play } from '../../../src/run/play.ts';
import { LedgerCursor } from '../../../src/stepping/ledger-cursor.ts';
import { Recording } from '../../../src/stepping/recording.ts';
import { screenOf } from '../../../src/run/screen-of.ts';
import { SteppableRun } from '../../../src/stepping/steppable-run.ts';
import { story } from '../stories.ts';

const WORLD = {
  backups: [{ id: 'nightly', made: '2026-02-27' }],
  items: [
    { category: 'messages', bytes: '3 MB' },
    { category: 'payment-cards', bytes: '1 MB' },
  ],
};
const recorded = (scenario: ReturnType<typeof story>): Recording =>
  Recording.of(scenario.world, play(scenario).journal);

describe('a further attempt', () => {
  const scenario = story(WORLD, {
    attempts: [{ change: { 'surroundings.wifi': 'off', 'surroundings.power': 'off' } }],
  });
  const recording = recorded(scenario);
  const border = recording.frames.findIndex(({ attempt }) => attempt === 2);

  test('begins with a phone under its own conditions, not under those of the first', () => {
    expect(recording.frame(0).phone).toEqual({ wifi: true, power: true, locked: false });
    expect(recording.frame(border - 1).phone).toMatchObject({ wifi: true, power: true });
    expect(recording.frame(border).phone).toEqual({ wifi: false, power: false, locked: false });
  });

  test('begins with nothing announced, and with a situation of its own', () => {
    const { outcome, alerts, prompts, frozen, ended, situation, syncSituation } = recording.frame(border);
    expect({ outcome, alerts, prompts, frozen, ended }).toEqual({
      outcome: 'in-progress',
      alerts: [],
      prompts: [],
      frozen: false,
      ended: {},
    });
    expect(situation).toMatchObject({ backup: null, account: null, ended: 'running' });
    expect(syncSituation).toBeNull();
  });

  test('wipes the ledger, and a step back brings it again', () => {
    const cursor = new LedgerCursor(recording);
    cursor.moveTo(border - 1);
    const [rows, tallies] = [[...cursor.rows], cursor.tallies()];
    expect(rows.map(({ fate }) => fate)).toEqual(['restored', 'never-in-backup']);
    cursor.moveTo(border);
    expect(cursor.rows.map(({ fate }) => fate)).toEqual([null, null]);
    expect(cursor.tallies()['on-the-way']).toEqual({ items: 2, bytes: 4_000_000 });
    expect(cursor.changedAt(0)).toBe(border);
    cursor.moveTo(border - 1);
    expect(cursor.rows).toEqual(rows);
    expect(cursor.tallies()).toEqual(tallies);
    expect(cursor.changedAt(0)).toBeLessThan(border);
  });

  test('is a segment of its own, even at the same gate', () => {
    expect(recording.segments.map(({ from }) => from)).toContain(border);
  });

  test('has its own frozen world', () => {
    const run = SteppableRun.play(scenario);
    expect(run.fileOf(1).world.surroundings.wifi).toBe('on');
    expect(run.fileOf(2).world.surroundings.wifi).toBe('off');
  });

  test('runs without anything of an attempt that was still under way', () => {
    const broken = recorded(
      story(WORLD, {
        script: [{ do: 'screen.tapped', during: 'listing' }, { end: 'story' }],
        attempts: [{ change: {} }],
      }),
    );
    const next = broken.frames.find(({ attempt }) => attempt === 2);
    expect(Object.keys(next?.actors ?? {}).toSorted()).toEqual([
      'simulation',
      'simulation/connection',
      'simulation/icloudSync',
      'simulation/restore',
    ]);
    expect(next?.ended).toEqual({});
  });
});

describe('what is asked', () => {
  const scenario = story(
    {
      ...WORLD,
      backups: [{ id: 'nightly', made: '2026-02-27', encrypted: 'yes', password: 'known' }],
    },
    {
      route: 'computer',
      script: [{ do: 'backup.passwordEntered', password: 'wrong' }],
    },
  );
  const recording = recorded(scenario);
  const wrong = recording.frames.find(({ given }) => given?.data['password'] === 'wrong');

  test('stays open after a wrong answer, on the screen as in the frame', () => {
    expect(wrong?.prompts.map(({ prompt }) => prompt)).toEqual(['backup-password']);
    expect(wrong?.alerts).toEqual(['backup-password-wrong']);
    expect(wrong && screenOf(wrong).id).toBe('backup-password');
  });

  test('is closed by the answer that fits', () => {
    const right = recording.frames.find(({ given }) => given?.data['password'] === 'right');
    expect(right?.prompts).toEqual([]);
  });
});

test('an update is known by the iOS that is settled', () => {
  const recording = recorded(
    story({
      ...WORLD,
      device: { ios: '18.1', latestIos: '18.7' },
      backups: [{ id: 'nightly', made: '2026-02-27', ios: '18.3' }],
    }),
  );
  const versions = recording.frames.map(({ situation }) => situation?.ios);
  const updated = recording.frames.findIndex(({ actors }) =>
    actors['simulation/restore/backupListing']?.includes('updating'),
  );
  expect(updated).toBeGreaterThan(0);
  expect(versions[updated]).toBe('18.1');
  expect(versions[updated + 1]).toBe('18.7');
});

test('a step that changes a row twice is undone as a whole', () => {
  const { world } = story(WORLD);
  const { id } = must(world.items[0], 'an item');
  const journal = new Journal();
  journal.append(1, 0, 'simulation', { type: 'actor.started', states: ['restoring'] });
  journal.closeStep();
  const fromBackup = { gate: 'placement', from: 'backup', rule: null } as const;
  journal.append(2, 0, 'simulation', { type: 'item.arrived', items: [id], ...fromBackup });
  journal.append(2, 0, 'simulation', { type: 'sync.withheld', items: [id], rule: 'a/b' });
  journal.closeStep();
  const cursor = new LedgerCursor(Recording.of(world, journal));
  cursor.moveTo(1);
  expect(cursor.rows[0]).toMatchObject({ fate: 'restored', syncWithheld: 'a/b' });
  expect(cursor.tallies().restored.items).toBe(1);
  cursor.moveTo(0);
  expect(cursor.rows).toEqual(foldLedger(world.items, []).rows);
  expect(cursor.tallies()['on-the-way'].items).toBe(2);
});

test('the step that ends a restore still stands at a gate of the restore, the next one at that of sync', () => {
  const recording = recorded(
    story({ ...WORLD, services: { contacts: 'on' }, items: [{ category: 'contacts' }, { category: 'messages' }] }),
  );
  const over = recording.frames.findIndex(({ actors }, index) => index > 0 && !('simulation/restore' in actors));
  expect(over).toBeGreaterThan(0);
  expect(recording.frame(over).actors['simulation/icloudSync']).not.toEqual(['off']);
  expect(recording.frame(over).gate).toBe(recording.frame(over - 1).gate);
  expect(recording.frame(over).gate).not.toBe('sync');
  expect(recording.frame(over + 1).gate).toBe('sync');
});

test('a position outside the recording is a fault, not an empty frame', () => {
  const recording = recorded(story(WORLD));
  expect(() => recording.frame(recording.last + 1)).toThrow('a frame at position');
  expect(() => recording.cut(-1)).toThrow('a frame at position');
});

describe('a frame', () => {
  const judged = {
    type: 'item.judged',
    gate: 'capture',
    rule: 'capture/a',
    also: [],
    outcome: 'never-in-backup',
  } as const;

  test('marks what one step drops at one gate once, with the sum of its items', () => {
    const { world } = story(WORLD);
    const [one, two] = world.items.map(({ id }) => id) as [string, string];
    const journal = new Journal();
    journal.append(1, 0, 'simulation', { ...judged, items: [one] });
    journal.append(1, 0, 'simulation', { ...judged, items: [two], rule: 'capture/b' });
    journal.append(1, 0, 'simulation', { type: 'item.waiting', items: [one], gate: 'download', rule: 'a/b', also: [] });
    journal.append(1, 0, 'simulation', { type: 'alert.raised', alert: 'wifi-lost' });
    journal.append(1, 0, 'simulation', { type: 'prompt.shown', prompt: 'backup-password' });
    journal.closeStep();
    expect(Recording.of(world, journal).frame(0).marks).toEqual([
      { kind: 'drop', fate: 'never-in-backup', gate: 'capture', items: 2 },
      { kind: 'drop', fate: 'pending', gate: 'download', items: 1 },
      { kind: 'alert', id: 'wifi-lost' },
      { kind: 'prompt', id: 'backup-password' },
    ]);
  });

  test('says what was refused in its step, by whom, and what would have been taken', () => {
    const refusing = recorded(story(WORLD, { script: [{ do: 'stop.tapped', during: 'listing', refused: true }] }));
    const { refused } = must(
      refusing.frames.find(({ given }) => given?.event === 'stop.tapped'),
      'the step',
    );
    expect(refused).toMatchObject({ event: 'stop.tapped', data: {} });
    expect(refused?.possible.length).toBeGreaterThan(0);
  });
});

test('a row that never changed says so, and each other one when it did last', () => {
  const recording = recorded(story(WORLD));
  expect(recording.patches[0]).toBeUndefined();
  const cursor = new LedgerCursor(recording);
  expect(cursor.changedAt(0)).toBe(-1);
  const judged = recording.patches.findIndex((patch) => patch?.places.includes(1));
  cursor.moveTo(judged);
  expect(cursor.changedAt(1)).toBe(judged);
});

test('a run is a stretch for each gate, and what a backup holds is told where it is asked what may return', () => {
  expect(recorded(story(WORLD)).segments.map(({ gate }) => gate)).toEqual([
    'sign-in',
    'listing',
    'eligibility',
    'placement',
    'sync',
  ]);
});

test('what lies on the phone before the restore changes a row, and nothing that a person sees become of it', () => {
  const { world } = story(WORLD);
  const journal = new Journal();
  journal.append(1, 0, 'simulation', { type: 'phone.held', items: world.items.map(({ id }) => id) });
  journal.closeStep();
  const patch = must(Recording.of(world, journal).patches[0], 'a patch');
  expect(patch.places).toEqual([0, 1]);
  expect([...patch.visible]).toEqual([]);
});
