import { describe, expect, test } from 'vitest';
import { must } from '../../../src/model/must.ts';
import { Journal } from '../../../src/run/journal.ts';
import type { JournalEntry, JournalLine } from '../../../src/run/journal-line.ts';
import { play } from '../../../src/run/play.ts';
import { Recording } from '../../../src/stepping/recording.ts';
import { itemsOfScene, type Scene, sceneAt, type SceneOf, scenesOf } from '../../../src/stepping/scenes.ts';
import { story } from '../stories.ts';

const staged = (...told: Parameters<typeof story>): readonly Scene[] => {
  const scenario = story(...told);
  return scenesOf(Recording.of(scenario.world, play(scenario).journal));
};
const BACKUPS = [{ id: 'nightly', made: '2026-02-27' }];
const ofKind = <Kind extends Scene['kind']>(scenes: readonly Scene[], kind: Kind): readonly SceneOf<Kind>[] =>
  scenes.filter((scene): scene is SceneOf<Kind> => scene.kind === kind);

describe('an everyday restore', () => {
  const everyday = () =>
    staged({
      backups: BACKUPS,
      items: [
        { category: 'messages', bytes: '3 MB' },
        { category: 'payment-cards', bytes: '1 MB' },
        { id: 'door', category: 'payment-cards', bytes: '2 MB' },
      ],
    });

  test('runs over what every set-up has', () => {
    expect(everyday().map((scene) => (scene.kind === 'screen' ? scene.screen : scene.kind))).toEqual([
      'opening',
      'asks',
      'backup-list',
      'restoring',
      'drop',
      'decided',
      'end',
    ]);
  });

  test('has one scene for all that one rule drops', () => {
    const scenes = everyday();
    const [drop, ...others] = ofKind(scenes, 'drop');
    expect(ofKind(scenes, 'decided').map(({ may, mayNot }) => ({ may, mayNot }))).toEqual([{ may: 1, mayNot: 2 }]);
    expect(others).toEqual([]);
    expect(drop).toMatchObject({ rule: 'capture/payment-cards', fate: 'never-in-backup', isWithheld: false });
    expect(drop && itemsOfScene(drop)).toEqual(['payment-cards', 'door']);
  });

  test('is at a scene from its step until the next one begins', () => {
    const scenes = everyday();
    const places = scenes.map((_, place) => place);
    expect(places.filter((place) => sceneAt(scenes, must(scenes[place], 'a scene').step - 1) < place)).toEqual([]);
    expect(sceneAt(scenes, 0)).toBe(0);
    expect(sceneAt(scenes, must(scenes[2], 'the list').step - 2)).toBe(1);
    expect(sceneAt(scenes, 100_000)).toBe(scenes.length - 1);
  });
});

test('an attempt that is repeated has its own scenes, and the end before it is told', () => {
  const scenes = staged(
    { backups: BACKUPS, items: [{ category: 'payment-cards', bytes: '1 MB' }] },
    { attempts: [{ change: { 'services.photos.now': 'off' } }] },
  );
  expect(ofKind(scenes, 'ended').map(({ attempt }) => attempt)).toEqual([1]);
  expect(ofKind(scenes, 'attempt').map(({ changes }) => changes)).toEqual([{ 'services.photos.now': 'off' }]);
  expect(ofKind(scenes, 'drop').map(({ attempt }) => attempt)).toEqual([1, 2]);
});

test('what goes wrong is a scene, and the screen that shows it is not another', () => {
  const scenes = staged(
    { backups: BACKUPS, items: [{ category: 'messages', bytes: '3 MB' }] },
    { script: [{ do: 'wifi.lost', during: 'placement' }] },
  );
  expect(ofKind(scenes, 'alert').map(({ alert }) => alert)).toContain('wifi-lost');
  expect(ofKind(scenes, 'screen').map(({ screen }) => screen)).toEqual(['backup-list', 'restoring']);
});

test('what waits for an answer is told with the question', () => {
  const scenes = staged({
    backups: BACKUPS,
    services: { keychain: { atBackup: 'on', now: 'on' } },
    items: [{ category: 'passwords', bytes: '1 MB' }],
  });
  const asked = ofKind(scenes, 'asks').find(({ prompt }) => prompt === 'keychain-passcode');
  expect(asked?.held.flatMap(({ items }) => items)).toEqual(['passwords']);
  expect(ofKind(scenes, 'drop').filter(({ fate }) => fate === 'pending')).toEqual([]);
});

type Told = JournalEntry & { readonly actor?: string };

/** Scenes of three messages and of lines as they would stand in a journal: one in each step, or those of a list. */
function scenesOfLines(...steps: readonly (Told | readonly Told[])[]): readonly Scene[] {
  const { world } = story({
    items: ['first', 'second', 'third'].map((id) => ({ id, category: 'messages', bytes: '1 MB' })),
  });
  const began = {
    type: 'story.began',
    world: '',
    edition: 'modern',
    route: 'icloud',
    items: 2,
    wifi: true,
    power: true,
  };
  const lines = [began, ...steps]
    .flatMap((told, index) => [told].flat().map((line) => ({ step: index + 1, ...line })))
    .map((line, index) => ({ n: index + 1, atMs: 0, actor: 'simulation', ...line }) as JournalLine);
  return scenesOf(Recording.of(world, new Journal(lines, ['', 'began', ...steps.map((_, step) => String(step))])));
}
const waits = { type: 'item.waiting', gate: 'download', rule: 'app/own-cloud', also: [] } as const;
const over = { type: 'restore.ended', outcome: 'completed', because: null } as const;

test('what has become something else meanwhile is not told together with what comes later by the same rule', () => {
  const scenes = scenesOfLines(
    { ...waits, items: ['first'] },
    { type: 'item.arrived', items: ['first'], gate: 'download', from: 'app', rule: null },
    { ...waits, items: ['second'] },
  );
  expect(ofKind(scenes, 'drop').map(({ step, items }) => ({ step, items }))).toEqual([
    { step: 2, items: ['first'] },
    { step: 4, items: ['second'] },
  ]);
});

test('the copy outside the backup that is kept back too is told apart from the verdict on the backup', () => {
  const judged = { type: 'item.judged', items: ['first'], gate: 'capture', rule: 'capture/a', also: [] } as const;
  const scenes = scenesOfLines(
    { ...judged, outcome: 'never-in-backup' },
    { type: 'sync.withheld', items: ['first'], rule: 'sync/b' },
  );
  expect(ofKind(scenes, 'drop').map(({ gate, rule, isWithheld }) => ({ gate, rule, isWithheld }))).toEqual([
    { gate: 'capture', rule: 'capture/a', isWithheld: false },
    { gate: 'sync', rule: 'sync/b', isWithheld: true },
  ]);
});

test('the end of the restore is a scene where something still comes after it, and else the last word alone', () => {
  const time = { type: 'event', by: 'clock', event: 'clock.moved', data: {} } as const;
  const late = { type: 'item.arrived', items: ['first'], gate: 'sync', from: 'sync', rule: null } as const;
  expect(scenesOfLines(over, time, late).map(({ kind }) => kind)).toEqual(['opening', 'ended', 'end']);
  expect(scenesOfLines(over, time).map(({ kind }) => kind)).toEqual(['opening', 'end']);
  const unseen = { type: 'phone.held', items: ['first'] } as const;
  expect(scenesOfLines(over, unseen).map(({ kind }) => kind)).toEqual(['opening', 'end']);
  expect(scenesOfLines().map(({ kind }) => kind)).toEqual(['opening', 'end']);
});

test('what the phone refuses, that it is erased, and whose password it asks for are told', () => {
  const scenes = scenesOfLines(
    { type: 'refused', event: 'stop.tapped', data: {}, guards: [], possible: [] },
    { type: 'device.erased' },
    { type: 'prompt.shown', prompt: 'account-password', account: 'mara', actor: 'simulation/download' },
    { ...waits, items: ['first'], actor: 'simulation/download' },
  );
  expect(ofKind(scenes, 'refused').map(({ step, event }) => ({ step, event }))).toEqual([
    { step: 2, event: 'stop.tapped' },
  ]);
  expect(ofKind(scenes, 'erased').map(({ step }) => step)).toEqual([3]);
  expect(ofKind(scenes, 'asks').map(({ account, held }) => ({ account, held }))).toEqual([
    { account: 'mara', held: [] },
  ]);
});

test('every item that a scene tells of is found, also behind a question', () => {
  const scenes = staged({
    backups: BACKUPS,
    services: { keychain: { atBackup: 'on', now: 'on' } },
    items: [{ category: 'passwords', bytes: '1 MB' }],
  });
  const [asked] = ofKind(scenes, 'asks').filter(({ held }) => held.length > 0);
  expect(asked && itemsOfScene(asked)).toEqual(['passwords']);
  expect(itemsOfScene(must(scenes[0], 'the opening'))).toEqual([]);
});

test('a question holds up what its own actor makes wait, and nothing of another', () => {
  const asks = { type: 'prompt.shown', prompt: 'account-password', account: 'mara', actor: 'a' } as const;
  const scenes = scenesOfLines(
    [asks, { ...waits, items: ['first'], actor: 'a' }, { ...waits, items: ['second'], rule: 'other/rule', actor: 'b' }],
    { ...waits, items: ['second'], actor: 'b' },
    { type: 'item.arrived', items: ['first'], gate: 'download', from: 'store', rule: null },
    { ...waits, items: ['third'], actor: 'b' },
  );
  expect(ofKind(scenes, 'asks').flatMap(({ held }) => held.map(({ items }) => items))).toEqual([['first']]);
  // What the question held up comes, and goes on nothing that waits without one.
  expect(ofKind(scenes, 'drop').map(({ step, rule, items }) => ({ step, rule, items }))).toEqual([
    { step: 2, rule: 'other/rule', items: ['second'] },
    { step: 5, rule: 'app/own-cloud', items: ['second', 'third'] },
  ]);
});

test('a screen that comes back is news in the attempt that showed it first, and in no later one', () => {
  const scenes = staged(
    { backups: BACKUPS, items: [{ category: 'messages', bytes: '300 MB' }] },
    {
      script: [
        { do: 'wifi.lost', during: 'placement' },
        { do: 'wifi.back', during: 'placement', after: '1 min' },
      ],
      attempts: [{ change: {} }],
    },
  );
  expect(ofKind(scenes, 'screen').map(({ screen, attempt }) => [screen, attempt])).toEqual([
    ['backup-list', 1],
    ['restoring', 1],
    ['restoring', 1],
  ]);
});

test.each([
  ['ended', over],
  ['attempt', { type: 'attempt.began', attempt: 2, changes: {}, wifi: true, power: true }],
] as const)('what one rule drops before and after “%s” is not one scene', (kind, border) => {
  const scenes = scenesOfLines({ ...waits, items: ['first'] }, [{ type: 'phone.held', items: [] }, border], {
    ...waits,
    items: ['second'],
  });
  expect(scenes.map((scene) => scene.kind)).toEqual(['opening', 'drop', kind, 'drop', 'end']);
});

test('what nobody knows drops by no rule, and what waits because it was judged so has nobody who asks', () => {
  const judged = { type: 'item.judged', gate: 'capture', also: [] } as const;
  const scenes = scenesOfLines(
    { ...judged, items: ['first'], rule: null, outcome: 'unknown', missing: 'item.created' },
    [
      { type: 'prompt.shown', prompt: 'keychain-passcode' },
      { ...judged, items: ['second'], rule: 'some/rule', outcome: 'pending' },
    ],
  );
  expect(ofKind(scenes, 'drop').map(({ fate, items, isWithheld }) => ({ fate, items, isWithheld }))).toEqual([
    { fate: 'unknown', items: ['first'], isWithheld: false },
    { fate: 'pending', items: ['second'], isWithheld: false },
  ]);
  // A question that concerns no account names none.
  expect(ofKind(scenes, 'asks').map((asked) => Object.keys(asked).includes('account'))).toEqual([false]);
});
