import type { AnyActorRef } from 'xstate';
import { describe, expect, test } from 'vitest';
import { isHalfRestored } from '../../../machines/apps-known.ts';
import { listingLeft } from '../../../machines/backup-listing/backup-listing.setup.ts';
import { DOWNLOAD_GUARDS, type DownloadContext } from '../../../machines/content-download/content-download.guards.ts';
import { downloadQueue } from '../../../machines/content-download/download-queue.ts';
import { ENROLMENT_GUARDS } from '../../../machines/enrolment/enrolment.guards.ts';
import { guardNamed } from '../../../machines/guards.ts';
import { eventOfGroup, eventOfOpenGroup, eventOfOwnWay } from '../../../machines/item-events.ts';
import { QUICK_START_GUARDS } from '../../../machines/quick-start/quick-start.guards.ts';
import { stillRuns } from '../../../machines/still-runs.ts';
import { type Lacking, SITUATION_AT_START, situationAtStart } from '../../../src/rulebook/case/situation.ts';
import type { ItemGroup } from '../../../src/rulebook/judge/judgement.ts';
import { OWN_WAY_IDS } from '../../../src/rulebook/rules/rules.ts';
import { must } from '../../../src/model/must.ts';
import { play } from '../../../src/run/play.ts';
import { caseFile, story } from '../stories.ts';

/* What hardly any story comes to, asked of the parts of the machines themselves. */

const event = { type: 'clock.moved' };

test('without an old phone every guard of Quick Start says that none is there', () => {
  const context = { file: caseFile({}), because: null };
  const asked = Object.entries(QUICK_START_GUARDS).map(([name, { holds, saw }]) => [
    name,
    holds({ context, event }, undefined),
    [...new Set(Object.values(saw(context, undefined)))],
  ]);
  expect(asked).toEqual([
    ['oldPhoneMissing', true, [null]],
    ['quickStartForbidden', false, [null]],
    ['phonesNear', false, [null]],
    ['ownerAsked', false, [null]],
    ['ownerPresent', false, [null]],
    ['oldPasscodeKnown', false, [null]],
  ]);
});

describe('a device that was sent back to service enrols by itself', () => {
  test.each([
    ['supervised', 'yes', 'automatic', 'no', true],
    ['not supervised', 'no', 'automatic', 'no', false],
    ['enrolled by hand', 'yes', 'by-hand', 'no', false],
    ['with a profile that was sent along', 'no', 'by-hand', 'yes', true],
  ])('%s', (_, supervised, enrolment, sendsProfile, byItself) => {
    const file = caseFile({ device: { supervised }, organisation: { enrolment, sendsProfile } });
    const asked = (blocked: 'return-to-service' | null) =>
      ENROLMENT_GUARDS.returnsByItself.holds(
        {
          context: { file, situation: { ...SITUATION_AT_START, blocked }, part: 'setup', dueAtMs: null },
          event,
        },
        undefined,
      );
    expect([asked('return-to-service'), asked(null)]).toEqual([byItself, false]);
  });
});

describe('what leaves a machine for a group of items', () => {
  const ownWay = must(OWN_WAY_IDS[0], 'a rule of an own way');
  const group = (outcome: ItemGroup['outcome'], rule: string | null = ownWay): ItemGroup => ({
    items: ['it'],
    gate: 'sync',
    rule,
    outcome,
    also: ['another'],
  });

  test('the restore', () => {
    expect(
      (['restored', 'downloaded-again', 'pending', 'unknown'] as const).map((end) => eventOfGroup(group(end))),
    ).toEqual([
      { type: 'item.arrived', items: ['it'], gate: 'sync', from: 'backup', rule: ownWay },
      { type: 'item.arrived', items: ['it'], gate: 'sync', from: 'store', rule: ownWay },
      { type: 'item.waiting', items: ['it'], gate: 'sync', rule: ownWay, also: ['another'] },
      { type: 'item.judged', ...group('unknown') },
    ]);
    expect(eventOfGroup(group('unknown', null))).toMatchObject({ type: 'item.arrived', from: 'backup', rule: null });
  });

  test('an app by a way of its own', () => {
    expect(
      (['downloaded-again', 'pending', 'unknown', 'not-downloaded'] as const).map((end) => eventOfOwnWay(group(end))),
    ).toEqual([
      [{ type: 'item.arrived', items: ['it'], gate: 'sync', from: 'app', rule: ownWay }],
      [{ type: 'item.waiting', items: ['it'], gate: 'sync', rule: ownWay, also: ['another'] }],
      [{ type: 'item.judged', ...group('unknown') }],
      [{ type: 'sync.withheld', items: ['it'], rule: ownWay }],
    ]);
    expect(eventOfOwnWay(group('downloaded-again', null))).toEqual([]);
    expect(eventOfOwnWay(group('downloaded-again', 'no such rule'))).toEqual([]);
  });

  test('the end of the story', () => {
    expect(eventOfOpenGroup(group('unknown', null))).toEqual({ type: 'item.judged', ...group('unknown', null) });
    expect(eventOfOpenGroup(group('restored'))).toEqual(eventOfGroup(group('restored')));
  });
});

describe('who erases is warned where nothing of use was backed up', () => {
  const backup = { id: 'it', made: '2026-02-28' };
  test.each([
    ['icloud', {}, true],
    ['icloud', { oldPhone: { state: 'at-hand' } }, true],
    ['icloud', { backups: [{ ...backup, kind: 'icloud' }] }, false],
    ['icloud', { backups: [{ ...backup, kind: 'icloud', complete: 'no' }] }, true],
    ['icloud', { backups: [{ ...backup, kind: 'computer' }] }, true],
    ['direct', { oldPhone: { state: 'at-hand' } }, false],
    ['direct', { oldPhone: { state: 'gone' } }, true],
    ['direct', { oldPhone: { state: 'gone' }, backups: [{ ...backup, kind: 'computer' }] }, false],
    ['direct', { oldPhone: { state: 'gone' }, backups: [{ ...backup, kind: 'computer', complete: 'no' }] }, true],
  ])('%s, %j: %s', (route, world, isWarned) => {
    const script = [{ do: 'erase.requested', during: 'in-use' }, { end: 'here' }];
    const { journal } = play(
      story({ ...world, device: { state: 'in-use', findMy: 'off' }, items: [] }, { route, script }),
    );
    const alerts = journal.lines.flatMap((line) => (line.type === 'alert.raised' ? [line.alert] : []));
    expect(alerts.includes('erase-with-no-backup')).toBe(isWarned);
  });
});

test('a journal may name machines and guards that are not known', () => {
  expect(guardNamed('no-such-machine', 'isDue')).toBeUndefined();
  expect(guardNamed('restore', 'no-such-guard')).toBeUndefined();
  expect(guardNamed('restore', 'isDue')?.words).toBe('Its time has not come yet.');
});

test('whoever passes something on asks whether the part still runs', () => {
  const withPart = (status: string) => ({
    getSnapshot: () => ({ children: { restore: { getSnapshot: () => ({ status }) } } }),
  });
  const asked = (self: object): boolean => stillRuns(self as AnyActorRef, 'restore');
  expect(['active', 'done', 'stopped', 'error'].map((status) => asked(withPart(status)))).toEqual([
    true,
    false,
    false,
    false,
  ]);
  expect(asked({ getSnapshot: () => ({ children: {} }) })).toBe(false);
});

test('an app holds less than its server knows where something in it is of no use', () => {
  const file = caseFile({
    items: [
      { id: 'bank', category: 'app', app: 'bank' },
      { id: 'papers', category: 'app-data', app: 'bank' },
      { id: 'statements', category: 'app-data', app: 'bank', policy: 'server' },
    ],
  });
  const situation = { ...SITUATION_AT_START, appsInstalled: ['bank'] };
  const asked = (lacking: Lacking): boolean =>
    isHalfRestored({ file, situation, situationAtFreeze: null, lacking }, 'bank');
  expect([asked({ papers: ['bank'] }), asked({})]).toEqual([true, false]);
});

test('the store has more to deliver where an app and what it holds come as one', () => {
  // Above 40 of a kind several come together; apps and their data are of one kind, the small ones first.
  const items = Array.from({ length: 80 }, (_, place) => ({
    id: `it-${place}`,
    app: `app-${place - (place % 2)}`,
    category: place % 2 === 0 ? 'app' : 'app-data',
    bytes: 1000 + place,
  }));
  const file = caseFile({ accounts: [{ id: 'mara' }], backups: [{ id: 'b', made: '2026-02-28' }], items });
  const situation = { ...situationAtStart(file), backup: 'b', account: 'mara' };
  const batches = downloadQueue(file, situation);
  expect(batches.map(({ items: come }) => come.map(({ category }) => category))).toEqual(
    Array.from({ length: 40 }, () => ['app', 'app-data']),
  );
  const context = { file, situation, situationAtFreeze: situation, done: 0 } as unknown as DownloadContext;
  const asked = (done: number): boolean =>
    DOWNLOAD_GUARDS.storeHasMore.holds({ context: { ...context, done }, event }, undefined);
  expect([asked(0), asked(39), asked(40)]).toEqual([true, true, false]);
});

test.each([
  [undefined, 'newer-ios'],
  ['18.2', 'no-update'],
  ['18.3', 'newer-ios'],
  ['18.4', 'newer-ios'],
])('a device that can have iOS %s at most and finds a backup of iOS 18.3 alone: %s', (latestIos, because) => {
  const file = caseFile({
    accounts: [{ id: 'mara' }],
    device: { ios: '17.0', ...(latestIos === undefined ? {} : { latestIos }) },
    backups: [{ id: 'b', made: '2026-02-28', ios: '18.3' }],
    items: [],
  });
  const context = { file, account: 'mara', ios: '17.0', route: 'icloud', backup: null, dueAtMs: null } as const;
  expect(listingLeft('gave-up')({ context, event: { at: 5 } })).toEqual({
    at: 5,
    left: 'gave-up',
    backup: null,
    ios: '17.0',
    because,
  });
});
