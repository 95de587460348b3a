import { describe, expect, test } from 'vitest';
import { askLaws } from '../../../src/insight/explore/ask-laws.ts';
import { EXPLORED_WORLDS } from '../../../src/insight/explore/explore-worlds.ts';
import { scenarioOfWorld } from '../../../src/insight/explore/explored-world.ts';
import { finish } from '../../../src/insight/explore/exploring.ts';
import type { LifeState, LifeStep, SeenActor } from '../../../src/insight/explore/life-state.ts';
import { LIFE_LAWS } from '../../../src/insight/explore/laws/life.laws.ts';
import { must } from '../../../src/model/must.ts';
import type { LedgerRow } from '../../../src/run/ledger.ts';
import { POSSIBLE_EVENT_TYPES } from '../../../src/run/possible-events.ts';

const scenario = scenarioOfWorld(must(EXPLORED_WORLDS[0], 'a world'));

const actor = (path: string, parts: Partial<SeenActor> = {}): SeenActor => ({
  path,
  leaves: ['idle'],
  tags: new Set(),
  connection: undefined,
  way: null,
  takes: new Set(),
  names: new Set(),
  mute: [],
  ...parts,
});
const RESTORE = actor('simulation/restore');
const DOWNLOAD = 'simulation/restore/contentDownload';

const row = (parts: Partial<LedgerRow> = {}): LedgerRow => ({
  id: 'photos',
  fate: null,
  gate: null,
  rule: null,
  missing: null,
  also: [],
  onPhone: false,
  under: null,
  from: null,
  backupCopy: null,
  syncWithheld: null,
  ...parts,
});
const excluded = row({ fate: 'excluded', gate: 'eligibility', rule: 'a/rule' });
const goneBefore = row({ fate: 'lost-later', gate: 'phone', rule: 'a/rule' });
const askedOfAccount = { fate: 'unknown', gate: 'phone', missing: 'account.left', onPhone: false } as const;
const arrived = row({ fate: 'restored', gate: 'placement', from: 'backup', onPhone: true });

/** A restore that runs and has decided nothing yet. No law has anything against it. */
const RUNNING: LifeState = {
  world: scenario.world,
  attempt: 1,
  rows: [row()],
  outcome: 'in-progress',
  frozen: false,
  alerts: [],
  prompts: [],
  actors: [RESTORE],
  wifi: true,
  power: true,
  possible: [{ type: 'setup.started' }],
  due: null,
};
const ENDED: LifeState = { ...RUNNING, outcome: 'completed', actors: [], rows: [arrived] };
const stepBetween = (before: LifeState, after: LifeState, move: LifeStep['move'] = { type: 'back' }): LifeStep => ({
  before,
  move,
  lines: [],
  after,
});
const state = (parts: Partial<LifeState>): { readonly state: LifeState } => ({ state: { ...RUNNING, ...parts } });
const rows = (before: LedgerRow, after: LedgerRow, move?: LifeStep['move']) => ({
  step: stepBetween({ ...RUNNING, rows: [before] }, { ...RUNNING, rows: [after] }, move),
});

type Broken = { readonly state: LifeState } | { readonly step: LifeStep };

/** What breaks each law, one entry for each way in which it can be broken. */
const BREAKS: Readonly<Record<string, readonly Broken[]>> = {
  'an end is within reach': [],
  'no end is left': [
    { step: stepBetween(ENDED, { ...ENDED, outcome: 'stopped' }) },
    { step: stepBetween(ENDED, RUNNING) },
  ],
  'an end is an end': [{ state: { ...ENDED, actors: [RESTORE] } }, state({ actors: [] })],
  'no refusal without a reason': [state({ actors: [RESTORE, actor('simulation/restore/x', { mute: ['back'] })] })],
  'Stop Restoring while it restores': [
    state({ possible: [{ type: 'stop.tapped' }] }),
    state({ actors: [RESTORE, actor(DOWNLOAD)] }),
  ],
  'nothing downloads without power and Wi-Fi': [
    ...[{ wifi: false }, { power: false }].flatMap((missing) => [
      state({ ...missing, actors: [RESTORE, actor(DOWNLOAD, { leaves: ['downloading.content.fetching'] })] }),
      state({ ...missing, actors: [actor(RESTORE.path, { leaves: ['placing.copying'] })] }),
    ]),
    state({
      world: { ...scenario.world, route: 'computer' },
      power: false,
      actors: [actor(RESTORE.path, { leaves: ['placing.copying'] })],
    }),
  ],
  'nothing gets through a VPN that cuts the network': [
    state({
      actors: [
        actor('simulation/connection', { leaves: ['network.cut'] }),
        actor(DOWNLOAD, { leaves: ['downloading.content.fetching'] }),
      ],
    }),
    state({
      actors: [
        actor('simulation/connection', { leaves: ['network.cut'] }),
        actor('simulation/icloudSync', { leaves: ['syncing.stores.delivering'] }),
      ],
    }),
  ],
  'nothing syncs without Wi-Fi': [
    state({
      wifi: false,
      actors: [
        RESTORE,
        actor('simulation/icloudSync', { leaves: ['syncing.stores.delivering', 'syncing.keychain.x'] }),
      ],
    }),
  ],
  'everyone knows of the connection': [
    state({ actors: [actor(RESTORE.path, { connection: { wifi: false, power: true } })] }),
    state({ power: false, actors: [actor(RESTORE.path, { connection: { wifi: true, power: true } })] }),
    state({ wifi: false, actors: [RESTORE, actor('simulation/icloudSync', { connection: { wifi: true } })] }),
    state({
      actors: [
        actor('simulation/connection', { leaves: ['network.cut'] }),
        actor('simulation/icloudSync', { connection: { network: true } }),
      ],
    }),
    state({ actors: [RESTORE, actor('simulation/icloudSync', { connection: { network: false } })] }),
  ],
  'no success while it restores': [
    state({ actors: [actor(RESTORE.path, { tags: new Set(['shows-success']) })] }),
    { state: { ...ENDED, actors: [actor('simulation/icloudSync', { tags: new Set(['shows-restoring']) })] } },
  ],
  'every prompt can be answered': [
    state({ prompts: [{ prompt: 'find-my-password', actor: RESTORE.path }] }),
    state({
      prompts: [{ prompt: 'account-password', account: 'jonas', actor: DOWNLOAD }],
      possible: [{ type: 'store.passwordEntered', account: 'mara' }],
    }),
  ],
  'alerts go with their cause': (
    [
      'wifi-lost',
      'power-lost',
      'code-not-received',
      'update-needed',
      'wrong-password',
      'no-backups',
      'backup-needs-newer-ios',
      'backup-password-wrong',
      'find-my-on',
      'activation-locked',
      'not-enough-space',
      'backup-corrupt',
      'disconnected',
    ] as const
  ).map((alert) => state({ alerts: [alert] })),
  'frozen is frozen': [
    {
      step: stepBetween(
        {
          ...RUNNING,
          frozen: true,
          rows: [row({ backupCopy: { outcome: 'excluded', gate: 'eligibility', rule: 'a' } })],
        },
        {
          ...RUNNING,
          frozen: true,
          rows: [row({ backupCopy: { outcome: 'eligible', gate: 'eligibility', rule: null } })],
        },
      ),
    },
  ],
  'waiting returns nothing excluded': [
    rows(excluded, arrived, { type: 'clock.moved' }),
    // What left the device before the restore, but a copy of which was excluded; and what had come and was removed.
    rows({ ...goneBefore, under: excluded }, arrived, { type: 'clock.moved' }),
    rows({ ...goneBefore, under: arrived }, arrived, { type: 'clock.moved' }),
  ],
  'what arrived stays': [
    rows(arrived, row()),
    rows(arrived, excluded),
    // An account takes something along by an act alone, and what is asked of another fact is not its doing.
    rows(arrived, { ...arrived, ...askedOfAccount }, { type: 'clock.moved' }),
    rows(arrived, { ...arrived, ...askedOfAccount, missing: 'item.lacks' }, { type: 'settings.signedOut' }),
  ],
  'nothing appears from nowhere': [
    state({ rows: [{ ...arrived, onPhone: false }] }),
    state({ rows: [{ ...excluded, from: 'sync' }] }),
    state({ rows: [row({ from: 'backup' })] }),
  ],
  'every fate has a reason': [state({ rows: [{ ...excluded, rule: null }] })],
  'at the end every item has a fate': [
    { state: { ...ENDED, rows: [row()] } },
    { state: { ...ENDED, rows: [row({ backupCopy: { outcome: 'eligible', gate: 'eligibility', rule: null } })] } },
  ],
  'somebody can always go on': [state({ possible: [] })],
};

const verdictOf = (law: (typeof LIFE_LAWS)[number], broken: Broken): string | undefined =>
  'step' in broken ? law.step?.(broken.step) : law.always?.(broken.state);

describe('every law of life can fail', () => {
  test('each has something here that breaks it', () => {
    expect(Object.keys(BREAKS)).toEqual(LIFE_LAWS.map(({ name }) => name));
    for (const { name, eventually } of LIFE_LAWS)
      expect((BREAKS[name] ?? []).length > 0 || eventually !== undefined, name).toBe(true);
  });

  test.each(LIFE_LAWS)('$name', (law) => {
    for (const broken of BREAKS[law.name] ?? []) expect(verdictOf(law, broken), JSON.stringify(broken)).toBeTruthy();
  });

  test.each(LIFE_LAWS)('$name: holds where nothing is wrong', (law) => {
    for (const fine of [RUNNING, ENDED]) expect(law.always?.(fine)).toBeUndefined();
    expect(law.step?.(stepBetween(RUNNING, ENDED))).toBeUndefined();
    expect(law.step?.(stepBetween(ENDED, RUNNING, { type: 'attempt.began' }))).toBeUndefined();
    expect(law.step?.(stepBetween(RUNNING, RUNNING, { type: 'clock.moved' }))).toBeUndefined();
  });

  test('an end out of reach is found where nobody does anything', () => {
    const bounds = { most: 100, without: POSSIBLE_EVENT_TYPES, attempts: 1 };
    const { asked } = finish(askLaws(scenario, bounds, LIFE_LAWS));
    const broken = asked.filter((each) => each.broken).map(({ law }) => law.name);
    expect(broken).toEqual(['an end is within reach', 'somebody can always go on']);
  });
});
