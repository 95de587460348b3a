import { describe, expect, test } from 'vitest';
import type { Item } from '../../../src/model/world.ts';
import { itemSchema } from '../../../src/model/items.ts';
import { SERVICE_IDS } from '../../../src/model/services.ts';
import { CATEGORIES, type CategoryId } from '../../../src/rulebook/categories/categories.ts';
import { play } from '../../../src/run/play.ts';
import { hasEffect } from '../../../src/scenario/item-fields.ts';
import { loadScenario } from '../../../src/scenario/load.ts';
import { problemsOf, sample, story } from '../stories.ts';

const ids = Object.keys(CATEGORIES) as CategoryId[];

/** Another value than the usual one, for each field that could be without effect. */
const OTHER: Readonly<Partial<Record<keyof Item, readonly unknown[]>>> = {
  policy: ['server', 'excludes-itself', 'bound-to-device', 'unknown'],
  backupSwitch: ['off', 'unknown'],
  store: ['withdrawn', 'unknown'],
  runsOn: ['ipad-only'],
  offloaded: ['yes'],
  account: ['jonas'],
  protection: ['none', 'this-device-only', 'unreadable'],
  management: ['prevent-backup', 'remove-with-profile', 'assigned-to-device'],
  inBackup: ['yes', 'no', 'unknown'],
  putBack: ['ordinary', 'same-device', 'never', 'unknown'],
  uploaded: ['no', 'unknown'],
  syncs: ['off', 'unknown'],
  installedBy: ['organisation', 'person'],
  ownSwitch: ['in', 'out', 'unknown'],
  overTwoGigabytes: ['yes', 'unknown'],
  start: ['hangs'],
  onDemand: ['works', 'cuts-network'],
  deviceMark: ['in-its-data'],
};
const fields = Object.keys(itemSchema.shape) as (keyof Item)[];
const silent = fields.filter((field) => ids.some((id) => !hasEffect(field, id)));

describe('a field that is said to have no effect on a category', () => {
  test('has other values to try here', () => expect(silent.filter((field) => !(field in OTHER))).toEqual([]));

  test.each(
    sample(
      silent.flatMap((field) =>
        (['icloud', 'computer'] as const).flatMap((route) =>
          (['on', 'off'] as const).map((service) => [field, route, service] as const),
        ),
      ),
    ),
  )('%s: changes no fate of such items, %s, services %s', (field, route, service) => {
    const kinds = ids.filter((id) => !hasEffect(field, id));
    const rowsWith = (more: object) =>
      play(
        story(
          {
            accounts: [{ id: 'mara' }, { id: 'jonas' }],
            device: { state: 'in-use', name: 'old' },
            backups: [{ id: 'b', made: '2026-02-28', device: 'old', encrypted: 'yes' }],
            services: Object.fromEntries(SERVICE_IDS.map((id) => [id, service])),
            items: kinds.map((category) => ({ category, ...(category === 'app' ? { app: 'sketch' } : {}), ...more })),
          },
          { route },
        ),
      ).ledger.rows;
    const usual = rowsWith({});
    for (const value of OTHER[field] ?? []) expect(rowsWith({ [field]: value }), String(value)).toEqual(usual);
  });
});

test('what is kept elsewhere can be uploaded, and a field counts where one of its facts is asked for', () => {
  const counts = (field: keyof Item, ...categories: readonly CategoryId[]) =>
    categories.map((category) => hasEffect(field, category));
  expect(counts('uploaded', 'photos', 'music', 'local-files')).toEqual([true, true, false]);
  expect(counts('syncs', 'photos', 'music', 'local-files')).toEqual([true, false, false]);
  expect(counts('inBackup', 'app-data', 'contacts', 'photos')).toEqual([true, true, false]);
});

describe('a scenario file', () => {
  const load = (item: string) =>
    problemsOf(() => loadScenario(`title: t\nwhy: w\nworld: { items: [{ ${item} }] }\n`, 'x.yaml'));

  test('is refused where it says something that nothing reads, with its place and where it would count', () => {
    expect(load('category: call-history, syncs: off')).toEqual([
      {
        file: 'x.yaml',
        line: 3,
        column: 44,
        excerpt: 'world: { items: [{ category: call-history, syncs: off }] }',
        message: '“syncs” has no effect on items of the category “call-history”',
        advice: expect.stringMatching(/^Leave it out\. It counts for app-keychain, photos, /) as string,
      },
    ]);
  });

  test.each([
    ['backupSwitch: off', 'app-data, app-group-data, app-extension'],
    ['store: withdrawn', 'app, app-data, app-group-data, app-extension, music, films and 2 more'],
  ])('that says “%s” of messages is told that it counts for %s', (said, where) => {
    expect(load(`category: messages, ${said}`).map(({ advice }) => advice)).toEqual([
      `Leave it out. It counts for ${where}.`,
    ]);
  });

  test('is told of twenty such fields, and no more', () => {
    const items = Array.from({ length: 21 }, (_, at) => `{ id: i${at}, category: messages, store: withdrawn }`);
    const text = (many: number) => `title: t\nwhy: w\nworld: { items: [${items.slice(0, many).join(', ')}] }\n`;
    const told = [19, 20, 21].map((many) => problemsOf(() => loadScenario(text(many), 'x.yaml')).length);
    expect(told).toEqual([19, 20, 20]);
  });

  test('may say what holds anyway', () => {
    expect(load('category: call-history, syncs: on')).toEqual([]);
    expect(load('category: app-keychain, syncs: off')).toEqual([]);
    expect(load('category: photos, syncs: off')).toEqual([]);
  });
});
