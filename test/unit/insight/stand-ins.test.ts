import { describe, expect, test } from 'vitest';
import { smallWorld } from '../../../src/insight/what-if/small-world.ts';
import { Draw } from '../../../src/model/draw.ts';
import { must } from '../../../src/model/must.ts';
import { play } from '../../../src/run/play.ts';
import type { Scenario } from '../../../src/scenario/scenario.ts';
import { type Plain, sample, story } from '../stories.ts';

/*
 * Worlds in which much hangs on what a small world leaves out or adds up: the room in iCloud, photos that went up one
 * after the other, own backups with a date, apps, and files that are shared on a device in use.
 */

const DAYS = ['2026-01-05', '2026-01-20', '2026-02-10', '2026-02-28', '2026-03-01'];
const perhaps = (draw: Draw, often: number, part: Plain): Plain => (draw.below(often) === 0 ? part : {});

function drawnItem(draw: Draw, index: number): Plain {
  const category = draw.one(['photos', 'photos', 'photos', 'app-data', 'app-data', 'messages', 'voice-memos']);
  return {
    id: `item-${index}`,
    category,
    created: draw.one(DAYS),
    bytes: draw.one(['2 MB', '3 MB', '5 MB']),
    ...(category === 'app-data' ? { app: draw.one(['bank', 'chat']) } : {}),
    ...perhaps(draw, 6, { account: 'ola' }),
    ...(category === 'app-data' ? perhaps(draw, 4, { policy: draw.one(['own-cloud', 'excludes-itself']) }) : {}),
    ...(index > 0 ? perhaps(draw, 12, { needs: ['item-0'] }) : {}),
  };
}

function drawnScenario(draw: Draw): Scenario {
  const items = Array.from({ length: 24 }, (_, index) => drawnItem(draw, index));
  const copied = items.filter(({ category }) => category === 'app-data').slice(0, 3);
  const apps = ['bank', 'chat'].map((app) => ({
    id: app,
    category: 'app',
    app,
    ...perhaps(draw, 3, { store: 'withdrawn' }),
  }));
  const route = draw.one(['icloud', 'computer']);
  const world = {
    accounts: [
      { id: 'mara', ...perhaps(draw, 2, { room: draw.one(['4 MB', '10 MB', '25 MB']) }) },
      { id: 'ola', ...perhaps(draw, 2, { room: '6 MB' }) },
    ],
    device: { name: 'old iPhone', ...perhaps(draw, 2, { state: 'in-use' }), free: '4 GB' },
    computer: { software: draw.one(['finder', 'tool']) },
    backups: [
      { id: 'first', made: '2026-01-15' },
      { id: 'second', made: '2026-02-15' },
    ],
    services: { photos: draw.one(['on', 'on', 'off']), messages: draw.one(['on', 'off']) },
    copies:
      copied.length === 0
        ? []
        : [
            { kind: 'own-backup', of: copied.map(({ id }) => id), made: draw.one(DAYS) },
            ...(draw.below(2) === 0 ? [{ kind: 'web', of: [String(must(items[5], 'item 5')['id'])] }] : []),
          ],
    items: [...apps, ...items],
  };
  const script = draw.below(3) === 0 ? [{ do: 'app.loggedIn', app: draw.one(['bank', 'chat']), refused: true }] : [];
  return story(world, { route, script });
}

const toldOf = (scenario: Scenario) => {
  const { ledger } = play(scenario, { refusalsMayFall: true });
  return (id: string): unknown => {
    const { fate, gate, rule, missing, also, from } = must(ledger.row(id), id);
    return { fate, gate, rule, missing, also, from };
  };
};

describe('in drawn worlds', () => {
  const worlds = Array.from({ length: 120 }, (_, seed) => drawnScenario(new Draw(`stand-ins ${seed}`)));

  test('what is said of a stand-in is said of each that it stands for', () => {
    for (const [seed, scenario] of sample(worlds).entries()) {
      const { scenario: fewer, standIn } = smallWorld(scenario);
      const [whole, small] = [toldOf(scenario), toldOf(fewer)];
      const ids = scenario.world.items.flatMap(({ id, category }) => (category === 'app' ? [] : [id]));
      expect(
        ids.map((id) => [id, small(standIn(id))]),
        `world ${seed}`,
      ).toEqual(ids.map((id) => [id, whole(id)]));
    }
  });

  test('every item has one stand-in, and bytes are neither lost nor won', () => {
    for (const scenario of worlds) {
      const { items } = scenario.world;
      const { scenario: fewer, standsFor } = smallWorld(scenario);
      expect([...standsFor.values()].flat().toSorted()).toEqual(items.map(({ id }) => id).toSorted());
      for (const [id, ids] of standsFor)
        if (ids.length > 0)
          expect(fewer.world.items.find((item) => item.id === id)?.bytes).toBe(
            items.reduce((sum, { id: other, bytes }) => (ids.includes(other) ? sum + bytes : sum), 0),
          );
    }
  });

  test('some stand for many', () => {
    const sizes = worlds.map((scenario) => smallWorld(scenario).scenario.world.items.length);
    expect(Math.min(...sizes)).toBeLessThan(15);
  });
});

/** Groups of a story of four items, by their numbers. */
function groupsOf(world: Plain, parts: readonly Plain[], script: readonly Plain[] = []): string[] {
  const items = parts.map((part, index) => ({ id: `item-${index}`, ...part }));
  const scenario = story({ backups: [{ id: 'nightly', made: '2026-02-28' }], ...world, items }, { script });
  return [...smallWorld(scenario).standsFor.values()].map((ids) => ids.map((id) => id.replace('item-', '')).join(' '));
}

describe('of two that differ in nothing but', () => {
  const photo = (created: string) => ({ category: 'photos', created, bytes: '1 MB' });
  const data = (app: string, more: Plain = {}) => ({ category: 'app-data', app, ...more });
  const app = (name: string, more: Plain = {}) => ({ category: 'app', app: name, ...more });
  const bank = data('bank');
  const chat = data('chat');

  test('their dates, the oldest stands for all where iCloud has too little room', () => {
    const photos = [photo('2026-02-03'), photo('2026-02-01'), photo('2026-02-02')];
    expect(groupsOf({}, photos)).toEqual(['0 1 2']);
    const accounts = [{ id: 'mara', room: '10 MB' }];
    expect(groupsOf({ accounts }, photos)).toEqual(['1 2 0']);
    expect(groupsOf({ accounts: [{ id: 'mara', room: '2 MB' }] }, photos)).toEqual(['1 2', '0']);
  });

  test('their dates, each counts where an own backup has one, or keeps some days', () => {
    const both = [data('bank', { created: '2026-02-01' }), data('bank', { created: '2026-02-02' })];
    const copies = (more: Plain): Plain => ({ copies: [{ kind: 'own-backup', of: ['item-0', 'item-1'], ...more }] });
    expect(groupsOf(copies({}), both)).toEqual(['0 1']);
    expect(groupsOf(copies({ made: '2026-02-10' }), both)).toEqual(['0', '1']);
    expect(groupsOf(copies({ days: 30 }), both)).toEqual(['0', '1']);
  });

  test('a copy, each counts', () => {
    const copies = [{ kind: 'web', of: ['item-0'] }];
    expect(groupsOf({ copies }, [photo('2026-02-01'), photo('2026-02-01')])).toEqual(['0', '1']);
  });

  test('their apps, each counts where these differ, where one is used, or where the device is', () => {
    const apps = [app('bank'), app('chat')];
    const in4 = [bank, chat, ...apps];
    expect(groupsOf({}, in4)).toEqual(['0 1', '2 3']);
    expect(groupsOf({}, [bank, chat, app('bank'), app('chat', { store: 'withdrawn' })])).toEqual(['0', '1', '2', '3']);
    expect(groupsOf({}, in4, [{ do: 'app.loggedIn', app: 'bank' }])).toEqual(['0', '1', '2', '3']);
    expect(groupsOf({ device: { state: 'in-use' } }, in4)).toEqual(['0', '1', '2 3', '']);
    const first = [app('bank'), app('chat', { store: 'withdrawn' }), bank, chat];
    expect(groupsOf({}, first), 'the apps stand first').toEqual(['0', '1', '2', '3']);
    // Of an app alone nothing lies in files.
    expect(groupsOf({ device: { state: 'in-use' } }, apps)).toEqual(['0 1']);
  });

  test('a need, each counts, and who has the same one is alike', () => {
    const key = { category: 'app-keychain', app: 'bank' };
    const needing = data('bank', { needs: ['item-0'] });
    expect(groupsOf({}, [key, needing, needing, bank])).toEqual(['0', '1 2', '3']);
  });

  test('an app that is named and none that is not', () => {
    expect(groupsOf({}, [{ category: 'app-data' }, bank, chat, app('bank'), { category: 'app' }])).toEqual([
      '0',
      '1',
      '2',
      '3',
      '4',
    ]);
  });
});
