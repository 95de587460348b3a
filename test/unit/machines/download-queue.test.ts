import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HOUR } from '../../../src/model/time.ts';
import { categoryOf } from '../../../src/rulebook/case/case-file.ts';
import { DOWNLOAD_KINDS } from '../../../src/rulebook/categories/category.ts';
import { CATEGORIES } from '../../../src/rulebook/categories/categories.ts';
import {
  accountsToAsk,
  downloadQueue,
  durationOf,
  hoursPerGigabyte,
} from '../../../machines/content-download/download-queue.ts';
import { freeze } from '../../../src/rulebook/judge/judgement.ts';
import { type Situation, SITUATION_AT_START } from '../../../src/rulebook/case/situation.ts';
import { play } from '../../../src/run/play.ts';
import { caseFile, story } from '../stories.ts';

const SITUATION: Situation = { ...SITUATION_AT_START, backup: 'it', account: 'mara', ios: '18.3' };
const BACKUP = { id: 'it', made: '2026-02-28' };
const around = fc.record({
  speed: fc.constantFrom('fast', 'usual', 'slow'),
  region: fc.constantFrom('home', 'abroad'),
});
const items = fc
  .array(fc.record({ category: fc.constantFrom(...Object.keys(CATEGORIES)), bytes: fc.nat(50_000_000_000) }), {
    maxLength: 120,
    size: 'max',
  })
  .map((parts) => parts.map((part, index) => ({ ...part, id: `item-${index}`, app: `app-${index}` })));
const world = (rest: object) =>
  caseFile({ accounts: [{ id: 'mara' }, { id: 'ola' }, { id: 'jonas' }], backups: [BACKUP], ...rest });

describe('how long a download takes', () => {
  test('is between one and four hours for each gigabyte, everywhere', () => {
    fc.assert(
      fc.property(around, fc.integer({ min: 1_000_000_000, max: 100_000_000_000 }), (surroundings, bytes) => {
        const file = world({ surroundings });
        const hours = durationOf(file, bytes) / HOUR / (bytes / 1e9);
        expect(hours).toBeGreaterThanOrEqual(0.999_999);
        expect(hours).toBeLessThanOrEqual(4.000_001);
      }),
    );
  });

  test.each([
    ['fast', 'home', 1],
    ['usual', 'home', 2],
    ['slow', 'home', 4],
    ['fast', 'abroad', 2],
    ['usual', 'abroad', 4],
    ['slow', 'abroad', 4],
  ])('%s network, %s: %d hours for a gigabyte', (speed, region, hours) => {
    expect(hoursPerGigabyte(world({ surroundings: { speed, region } }).world)).toBe(hours);
  });
});

describe('the queue', () => {
  test('holds each item that comes after the restart exactly once, with its bytes', () => {
    fc.assert(
      fc.property(items, (list) => {
        const file = world({ items: list });
        const queue = downloadQueue(file, SITUATION);
        const after = freeze(file, SITUATION).eligible.filter((item) => categoryOf(item).returns !== 'placement');
        expect(
          queue
            .flatMap((batch) => batch.items)
            .map(({ id }) => id)
            .toSorted(),
        ).toEqual(after.map(({ id }) => id).toSorted());
        for (const batch of queue) expect(batch.bytes).toBe(batch.items.reduce((sum, { bytes }) => sum + bytes, 0));
      }),
    );
  });

  test('goes kind by kind, in the order of the kinds, the small before the large, and never in very many parts', () => {
    fc.assert(
      fc.property(items, (list) => {
        const file = world({ items: list });
        const queue = downloadQueue(file, SITUATION);
        const kinds = queue.map(({ kind }) => DOWNLOAD_KINDS.indexOf(kind));
        expect(kinds).toEqual(kinds.toSorted((a, b) => a - b));
        for (const [place, kind] of DOWNLOAD_KINDS.entries()) {
          const inOrder = queue
            .filter((batch) => batch.kind === kind)
            .flatMap((batch) => batch.items)
            .map(({ bytes, id }) => ({ bytes, id }));
          expect(inOrder).toEqual(inOrder.toSorted((a, b) => a.bytes - b.bytes || (a.id < b.id ? -1 : 1)));
          expect(kinds.filter((other) => other === place).length).toBeLessThanOrEqual(40);
        }
      }),
    );
  });
});

test('each other account that bought something is asked once, in the order of the queue', () => {
  const file = world({
    items: [
      { id: 'film', category: 'films', account: 'jonas' },
      { id: 'song', category: 'music', account: 'ola' },
      { id: 'song-2', category: 'music', account: 'ola' },
      { id: 'book', category: 'books', account: 'mara' },
      { id: 'sheet', category: 'local-files', account: 'jonas' },
    ],
  });
  expect(accountsToAsk(file, SITUATION, 'mara')).toEqual(['ola', 'jonas']);
  expect(accountsToAsk(file, SITUATION, 'jonas')).toEqual(['ola', 'mara']);
});

describe('logging in to apps', () => {
  const APPS = 300;
  /** How often a play that logs in to so many apps looks which app an item belongs to. */
  function looksFor(logins: number): number {
    let looks = 0;
    const scenario = story({
      backups: [BACKUP],
      items: Array.from({ length: APPS }, (_, n) => ({
        id: `data-${n}`,
        category: 'app-data',
        app: `app-${n}`,
        policy: 'server',
      })),
    });
    const counted = scenario.world.items.map((item) =>
      Object.defineProperty({ ...item }, 'app', {
        enumerable: true,
        get: () => {
          looks += 1;
          return item.app;
        },
      }),
    );
    const { ledger } = play({
      ...scenario,
      world: { ...scenario.world, items: counted },
      script: Array.from({ length: logins }, (_, n) => ({ do: 'app.loggedIn', during: 'over', app: `app-${n}` })),
    });
    expect(ledger.rows.filter(({ fate }) => fate === 'downloaded-again')).toHaveLength(logins);
    return looks;
  }

  test('costs what belongs to the app, not what there is', () => {
    const [few, many] = [looksFor(5), looksFor(65)];
    expect((many - few) / 60).toBeLessThan(APPS / 5);
  });
});
