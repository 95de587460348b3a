import { describe, expect, test } from 'vitest';
import { play } from '../../../src/run/play.ts';
import type { ActorStates } from '../../../src/run/standing.ts';
import type { Frame } from '../../../src/stepping/frame.ts';
import { Recording } from '../../../src/stepping/recording.ts';
import { screenOf } from '../../../src/run/screen-of.ts';
import { story } from '../stories.ts';

const scenario = story(
  {
    accounts: [{ id: 'mara' }, { id: 'jonas' }],
    backups: [{ id: 'nightly', made: '2026-02-28' }],
    services: { keychain: 'on' },
    items: [{ category: 'passwords' }, { id: 'film', category: 'films', account: 'jonas' }, { category: 'messages' }],
  },
  { script: [{ wait: '3 days', untouched: true }] },
);
const { frames } = Recording.of(scenario.world, play(scenario).journal);
const statesWith = (sheet: string): ActorStates | undefined =>
  frames.find((frame) => screenOf(frame).sheet === sheet)?.actors;

describe('what the customer sees', () => {
  test('is over one screen at most one sheet, and that of the store before any other', () => {
    const [store, keychain] = [statesWith('store-password'), statesWith('keychain-passcode')];
    expect([store, keychain].map((states) => states !== undefined)).toEqual([true, true]);
    const both = Object.entries({ ...store, ...keychain }).map(
      ([path]) => [path, [...(store?.[path] ?? []), ...(keychain?.[path] ?? [])]] as const,
    );
    // Whichever of the two began first.
    for (const actors of [both, both.toReversed()])
      expect(screenOf({ actors: Object.fromEntries(actors), ended: {} } as unknown as Frame).sheet).toBe(
        'store-password',
      );
  });

  test('is no screen of somebody beside the restore, and no sheet: those stand over it', () => {
    const hello = { 'simulation/restore': ['setUp.hello'] };
    const shown = (actors: ActorStates, ended: ActorStates = {}) => {
      const { id, sheet } = screenOf({ actors, ended });
      return [id, sheet];
    };
    expect(shown({ ...hello, 'simulation/enrolment': ['remoteManagement'] })).toEqual(['hello', null]);
    expect(shown({ ...hello, 'simulation/restore/enrolment': ['remoteManagement'] })).toEqual([
      'remote-management',
      null,
    ]);
    expect(shown({ ...hello, 'simulation/restore/contentDownload': ['downloading.accounts.asking'] })).toEqual([
      'hello',
      'store-password',
    ]);
    expect(shown({ ...hello, 'simulation/contentDownload': ['downloading.accounts.asking'] })).toEqual(['hello', null]);
    expect(shown({ ...hello, 'simulation/restore/placing': ['without.a.screen'] })).toEqual(['hello', null]);
    expect(shown({ 'simulation/icloudSync': ['syncing.chain.asking'] })).toEqual(['hello', 'keychain-passcode']);
  });

  test('is, once the restore is over, that of its end, whatever else has ended', () => {
    const ended = { 'simulation/restore': ['failed'], 'simulation/restore/restart': ['booting'] };
    expect(screenOf({ actors: {}, ended })).toMatchObject({ id: 'failed', state: 'failed' });
  });

  test('has no sheet where nobody asks', () => {
    const [first] = frames;
    expect(first && screenOf(first).sheet).toBeNull();
  });

  test('is at the very beginning, before anybody runs, the first screen of a phone', () => {
    expect(screenOf({ actors: {}, ended: {} } as unknown as Frame)).toEqual({
      id: 'hello',
      state: 'setUp.hello',
      says: '',
      sheet: null,
    });
  });

  test('is the innermost screen of the restore: a stage covers what it is a stage of', () => {
    const covering = frames.flatMap((frame) => {
      const stages = Object.keys(frame.actors).filter((path) => path.startsWith('simulation/restore/'));
      const stage = stages.toSorted((a, b) => b.length - a.length)[0];
      if (stage === undefined) return [];
      const alone = screenOf({ actors: { [stage]: frame.actors[stage] }, ended: {} } as unknown as Frame);
      // A stage that shows nothing itself leaves the screen to what it is a stage of.
      return alone.says === '' ? [] : [{ shown: screenOf(frame).id, alone: alone.id }];
    });
    expect(covering.length).toBeGreaterThan(3);
    expect(covering.map(({ shown }) => shown)).toEqual(covering.map(({ alone }) => alone));
  });
});
