import * as fc from 'fast-check';
import { expect } from 'vitest';
import { FATES } from '../../src/model/fates.ts';
import { copiesOffered } from '../../src/rulebook/tables/copies.ts';
import { caseFileOf } from '../../src/run/case-file-of.ts';
import { isUsable } from '../../src/run/on-phone.ts';
import type { Run } from '../../src/run/play.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { warningsOf } from '../../src/run/warnings.ts';
import { law } from './law.ts';
import { type Drama, dramas } from './worlds.ts';
import type { Plain, WorldPlain } from './world-parts.ts';

/** What apps, VPNs and tools do beside a restore and after it, each without its rule told by the law again. */

const roomy = (world: WorldPlain): void => {
  world.device['free'] = '16 TB';
  for (const account of world.accounts) delete account['room'];
};

/** The play with changed items and another script; nothing where the script is not possible in that world. */
function playWith(drama: Drama, items: readonly Plain[], script: readonly Plain[] = []): Run | undefined {
  try {
    return drama.playBut((draft) => {
      roomy(draft.world);
      draft.world.items.push(...items.map((item) => ({ ...item })));
      draft.script = script as typeof draft.script;
    });
  } catch (error) {
    if (error instanceof ScriptError) return undefined;
    throw error;
  }
}

const quiet = dramas({ scripts: 'none' });

law(
  'what hangs on a part of which nobody knows is never told as of no use, and never as working',
  quiet,
  (drama) => {
    const run = playWith(drama, [
      { id: 'perhaps', category: 'app-data', app: 'jotter', ownSwitch: 'out' },
      { id: 'list', category: 'local-files', needs: ['perhaps'] },
    ]);
    const [perhaps, list] = [run?.ledger.row('perhaps'), run?.ledger.row('list')];
    if (!perhaps || !list?.onPhone || list.from === null) return;
    if (perhaps.fate === 'unknown')
      expect([list.fate, list.missing, isUsable(list)]).toEqual(['unknown', 'item.lacks', false]);
  },
  24,
);

const STATES = ['at-hand', 'erased', 'gone', 'broken', 'unknown'] as const;
law(
  'an own backup or transfer is offered only where somebody could use it, and the old phone has one teller',
  fc.tuple(quiet, fc.constantFrom(...STATES), fc.constantFrom({}, { exists: 'no' }, { fails: 'yes' })),
  ([drama, state, condition]) => {
    const run = drama.playBut((draft) => {
      draft.world['oldPhone'] = { name: 'the first iPhone', state };
      draft.world.items.push({
        id: 'chats',
        category: 'app-data',
        app: 'parley',
        policy: 'excludes-itself',
        on: 'the first iPhone',
      });
      draft.world['copies'] = [{ kind: 'own-transfer', of: ['chats'], ...condition }];
      draft.script = [];
    });
    const isThere = state === 'at-hand' || state === 'unknown';
    const offered = copiesOffered({ file: caseFileOf(run.world), situation: null }, new Set(['chats'])).length > 0;
    expect([state, condition, offered]).toEqual([state, condition, isThere && Object.keys(condition).length === 0]);
    const waits = run.ledger.row('chats')?.rule === 'own/transfer-waits';
    if (waits) expect([state, offered]).toEqual(['at-hand', true]);
  },
  30,
);

law(
  'an app hangs over restored data alone, and begun anew it works and has lost them',
  quiet,
  (drama) => {
    const items = [
      { id: 'warner', category: 'app', app: 'warner', start: 'hangs' },
      { id: 'diary', category: 'app-data', app: 'warner' },
    ];
    const run = playWith(drama, items);
    const [app, diary] = [run?.ledger.row('warner'), run?.ledger.row('diary')];
    if (!run || !app?.onPhone) return;
    const isRestored = diary?.onPhone === true && diary.from === 'backup';
    expect(app.fate === 'of-no-use').toBe(isRestored);
    if (!isRestored) return;
    expect(diary.fate).toBe('of-no-use');
    const anew = playWith(drama, items, [
      { do: 'app.deleted', app: 'warner', during: 'over' },
      { do: 'app.installed', app: 'warner', during: 'over' },
    ]);
    const after = anew?.ledger.row('warner');
    expect(after && isUsable(after)).toBe(true);
    expect(anew?.ledger.row('diary')?.fate).toBe('lost-later');
  },
  24,
);

law(
  'a VPN that cuts the network holds everything up and changes no fate once it is off',
  quiet,
  (drama) => {
    const vpn = (onDemand: string) => [{ id: 'tunnel', category: 'network-settings', onDemand }];
    const [cut, free] = [playWith(drama, vpn('cuts-network')), playWith(drama, vpn('works'))];
    expect(cut?.ledger.rows).toEqual(free?.ledger.rows);
    const isCut = cut?.journal.lines.some((line) => line.type === 'alert.raised' && line.alert === 'network-cut-off');
    if (!isCut) return;
    expect(cut?.ledger.row('tunnel')?.onPhone).toBe(true);
    const left = playWith(drama, vpn('cuts-network'), [{ wait: '30 days', untouched: true }, { end: 'story' }]);
    const from = left?.journal.lines.findIndex(
      (line) => line.type === 'alert.raised' && line.alert === 'network-cut-off',
    );
    const later = left?.journal.lines.slice(from).filter((line) => line.type === 'item.arrived');
    if (from !== undefined && from >= 0)
      expect(later?.filter(({ from: by }) => by === 'store' || by === 'sync')).toEqual([]);
  },
  24,
);

law(
  'what lies on another device than the one that made a backup is in none of its backups',
  quiet,
  (drama) => {
    const run = playWith(drama, [{ id: 'elsewhere', category: 'local-files', on: 'a third iPhone' }]);
    const row = run?.ledger.row('elsewhere');
    if (run?.world.route !== 'direct') expect(row?.fate).not.toBe('restored');
  },
  24,
);

law(
  'a server that half an app has emptied brings nothing any more, and a warning stands before it',
  quiet,
  (drama) => {
    const items = [
      { id: 'jot', category: 'app', app: 'jot' },
      { id: 'drafts', category: 'app-data', app: 'jot', policy: 'excludes-itself', on: 'a third iPhone' },
      { id: 'jots', category: 'app-data', app: 'jot', policy: 'server' },
    ];
    const emptied = playWith(drama, items, [{ do: 'app.sentEmptyState', app: 'jot', during: 'over' }]);
    if (!emptied) return;
    const before = playWith(drama, items);
    expect(before && warningsOf(before.simulation.file, before.ledger.rows).map(({ warning }) => warning)).toContain(
      'empty-state',
    );
    expect(emptied.ledger.row('jots')?.fate).toBe('lost-later');
    expect(warningsOf(emptied.simulation.file, emptied.ledger.rows)).toEqual([]);
    const later = playWith(drama, items, [
      { do: 'app.sentEmptyState', app: 'jot', during: 'over' },
      { do: 'app.loggedIn', app: 'jot', during: 'over' },
    ]);
    if (later) expect(later.ledger.row('jots')?.fate).toBe('lost-later');
  },
  24,
);

law(
  'a slash in a name stops a restore by a computer onto iOS 18.1 or later, and nothing else',
  fc.tuple(quiet, fc.constantFrom('icloud', 'computer'), fc.constantFrom('17.7', '18.0', '18.1', '26.0')),
  ([drama, route, ios]) => {
    const play = (fails: Plain): Run =>
      drama.playBut((draft) => {
        roomy(draft.world);
        draft.route = route;
        draft.edition = 'modern';
        Object.assign(draft.world.device, { ios, latestIos: ios, supervised: 'no', state: 'new' });
        for (const backup of draft.world.backups) Object.assign(backup, { kind: route, ios: '17.0' });
        for (const item of draft.world.items) delete item['fails'];
        draft.world.items.push({ id: 'tweak', category: 'shared-system-data', ...fails });
        draft.script = [];
      });
    const whole = play({});
    const named = play({ fails: { at: 'placement', and: 'stops', because: 'bad-name' } });
    const isMinded = route === 'computer' && (ios === '18.1' || ios === '26.0');
    if (!isMinded || !FATES[whole.ledger.row('tweak')?.fate ?? 'unknown'].arrives) {
      expect(named.ledger.rows).toEqual(whole.ledger.rows);
      return;
    }
    expect(named.outcome).toBe('failed');
    expect(named.ledger.row('tweak')?.rule).toBe('placement/stopped-by-a-bad-name');
  },
  24,
);
