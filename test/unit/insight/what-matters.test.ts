import { describe, expect, test } from 'vitest';
import { accountsThatMatter, factsBehind } from '../../../src/insight/what-if/what-matters.ts';
import { must } from '../../../src/model/must.ts';
import { play, type Run } from '../../../src/run/play.ts';
import { type Plain, story } from '../stories.ts';

const backups = [{ id: 'nightly', made: '2026-02-28' }];
const run = (world: Plain, rest: Plain = {}): Run => play(story({ backups, ...world }, rest));
const factsOf = (played: Run, id: string): string[] => [...factsBehind(played, must(played.ledger.row(id), id))];

describe('the accounts that can touch an item', () => {
  const ids = ['mara', 'signs-in', 'bought-it', 'bought-app', 'services', 'nobody'];
  const world: Plain = {
    accounts: ids.map((id) => ({ id })),
    services: { account: 'services' },
    items: [
      { id: 'bank-app', category: 'app', app: 'bank', account: 'bought-app' },
      { id: 'chat-app', category: 'app', app: 'chat', account: 'nobody' },
      { id: 'data', category: 'app-data', app: 'bank', account: 'bought-it' },
      { id: 'more-data', category: 'app-data', app: 'bank', account: 'nobody' },
      { id: 'photos', category: 'photos' },
    ],
  };
  const script = [{ do: 'account.entered', account: 'signs-in' }, { wait: '1 hour' }];
  const matter = (id: string): string[] =>
    [...accountsThatMatter({ scenario: story(world, { script }) } as Run, id)].toSorted();

  test('are who signs in, whose phone it is, who bought it or its app, and whose services are in use', () => {
    expect(matter('data')).toEqual(['bought-app', 'bought-it', 'mara', 'services', 'signs-in']);
    expect(matter('photos')).toEqual(['mara', 'services', 'signs-in']);
    expect(matter('chat-app')).toEqual(['mara', 'nobody', 'services', 'signs-in']);
  });

  test('are of no app that has no name, and of its app wherever that stands', () => {
    const items = [
      { id: 'photos', category: 'photos' },
      { id: 'data', category: 'app-data', app: 'bank' },
      { id: 'unnamed', category: 'app', account: 'nobody' },
      { id: 'bank-app', category: 'app', app: 'bank', account: 'bought-app' },
    ];
    const those = (id: string) =>
      [...accountsThatMatter({ scenario: story({ ...world, items }) } as Run, id)].toSorted();
    expect(those('photos')).toEqual(['mara', 'services']);
    expect(those('data')).toEqual(['bought-app', 'mara', 'services']);
  });

  test('are none that somebody could have where there is none', () => {
    const none = story({ accounts: [], items: [{ id: 'photos', category: 'photos' }] });
    expect([...accountsThatMatter({ scenario: none } as Run, 'photos')]).toEqual(['']);
  });
});

describe('the facts behind a verdict', () => {
  const items = [{ id: 'photo', category: 'photos', bytes: '1 GB' }];

  test('are the end of the restore and whose services, as long as it is open', () => {
    expect(factsOf(run({ items }, { script: [{ end: 'here' }] }), 'photo')).toEqual(
      expect.arrayContaining(['restore.ended', 'service.account']),
    );
    const over = run({ items: [{ ...items[0], created: '2026-03-01' }] });
    expect(factsOf(over, 'photo')).not.toContain('restore.ended');
    expect(factsOf(over, 'photo')).toEqual(expect.arrayContaining(['item.created', 'service.now']));
  });

  test('are those of what it needs, where it is of no use without that, and of nothing else', () => {
    const needing = (id: string): Run =>
      run({
        items: [
          { id: 'key', category: 'app-keychain', protection: 'this-device-only', app: 'bank' },
          { id: 'bank', category: 'app', app: 'bank' },
          { id, category: 'app-data', app: 'bank', needs: ['key'] },
        ],
      });
    const played = needing('locked');
    expect(played.ledger.row('locked')?.fate).toBe('of-no-use');
    for (const fact of factsOf(played, 'key')) expect(factsOf(played, 'locked')).toContain(fact);
    expect(factsOf(played, 'bank')).not.toEqual(expect.arrayContaining(factsOf(played, 'key')));
  });
});
