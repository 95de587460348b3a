import * as fc from 'fast-check';
import { expect } from 'vitest';
import { beforeErase } from '../../src/insight/before/before.ts';
import { BACKUP_ROUTES } from '../../src/model/kinds.ts';
import { ScriptError } from '../../src/run/script-error.ts';
import { law } from './law.ts';
import type { Entry } from './scripts.ts';
import { type Drama, dramas } from './worlds.ts';
import type { WorldPlain } from './world-parts.ts';

const inUse = (world: WorldPlain): void => {
  world.device['state'] = 'in-use';
  world.surroundings = { ...world.surroundings, wifi: 'on', power: 'on' };
};

/** A phone with its own backups, and codes of an app that leave it by no service. */
const withCodes = (world: WorldPlain): void => {
  inUse(world);
  world.device['name'] = 'mine';
  for (const backup of world.backups) backup['device'] = 'mine';
  world.items.push({ id: 'codes', category: 'app-keychain', app: 'sketch', protection: 'this-device-only' });
};

const ERASE = { do: 'erase.requested' };

/** Stories that begin with the erase: left there, set up as new, each backup by each route that has it. */
function* stories(drama: Drama): Generator<Drama['run']> {
  const scripts: Entry[][] = [
    [ERASE],
    [ERASE, { do: 'person.gaveUp' }],
    [ERASE, { do: 'setup.asNew' }],
    ...drama.scenario.world.backups.map(({ id, account }): Entry[] => [
      ERASE,
      { do: 'account.entered', account, password: 'right' },
      { do: 'backup.chosen', backup: id },
    ]),
    ...drama.scenario.world.backups.map(({ id }): Entry[] => [ERASE, { do: 'backup.chosen', backup: id }]),
  ];
  // From phone to phone the data live on another phone, so that is another story.
  const routes = drama.scenario.route === 'direct' ? (['direct'] as const) : BACKUP_ROUTES;
  for (const route of routes)
    for (const script of scripts) {
      try {
        yield drama.playBut((draft) => {
          for (const backup of draft.world.backups)
            backup['kind'] ??= draft.route === 'direct' ? 'icloud' : draft.route;
          draft.route = route;
          draft.script = [...script];
        });
      } catch (error) {
        if (!(error instanceof ScriptError)) throw error;
      }
    }
}

const erased = ({ journal }: Drama['run']): boolean => journal.lines.some(({ type }) => type === 'device.erased');

law(
  'before says yes exactly when no item is lost in any story that begins with the erase',
  dramas({ scripts: 'none', but: inUse }),
  (drama) => {
    const { may, phone, onlyHere, open, items, unreached } = beforeErase(drama.scenario);
    if (phone?.name !== drama.scenario.world.device.name) return;
    const lost = new Set<string>();
    const asked = new Set<string>();
    let tried = 0;
    for (const run of stories(drama)) {
      if (!erased(run)) continue;
      tried += 1;
      for (const { id, fate, missing } of run.ledger.rows) {
        if (fate === 'lost-at-erase') lost.add(id);
        if (fate === 'unknown' && missing === 'item.last-copy-erased') asked.add(id);
      }
    }
    if (tried === 0) return;
    const unknown = open.flatMap((question) => question.items);
    // What nobody knows may be lost in the one world and not in the other.
    const here = [...lost].filter((id) => items.includes(id));
    expect(here.filter((id) => !unknown.includes(id)).toSorted()).toEqual(onlyHere.toSorted());
    // What only an account holds that nobody gets into is not lost, and the phone is still to be kept.
    expect(may === 'yes').toBe([...onlyHere, ...unknown, ...unreached].length === 0);
    expect([...asked].filter((id) => !unknown.includes(id) && !onlyHere.includes(id))).toEqual([]);
    // What went with an old phone that has been erased is no loss of this one.
    if (drama.scenario.world.oldPhone?.state !== 'erased')
      expect([...lost].filter((id) => !items.includes(id))).toEqual([]);
  },
  40,
);

law(
  'each act saves what none before it does, and what is left is what nothing saves',
  fc.tuple(dramas({ scripts: 'none', but: inUse })),
  ([{ scenario }]) => {
    const { acts, onlyHere, boundHere, boundToItsKind, unreached, goes, lostAnyway, open } = beforeErase(scenario);
    expect(boundToItsKind.filter((id) => !goes || !boundHere.includes(id))).toEqual([]);
    const atRisk = [...onlyHere, ...boundHere, ...unreached, ...open.flatMap(({ items }) => items)];
    const saved = acts.flatMap(({ act, saves }) => (act === 'keep-the-line' ? [] : saves));
    expect(saved.length).toBe(new Set(saved).size);
    expect(saved.filter((id) => !atRisk.includes(id))).toEqual([]);
    const lost = [...onlyHere, ...(goes ? boundHere : [])];
    expect(lostAnyway.toSorted()).toEqual(lost.filter((id) => !saved.includes(id)).toSorted());
  },
  60,
);

law(
  'who may not erase the phone is told who does, and not what an erase would ask',
  dramas({
    scripts: 'none',
    but: (world) => {
      world.device['state'] = 'in-use';
      Object.assign(world, { organisation: { erase: 'forbidden' } });
      world.items.push({ id: 'line', category: 'esim', on: world.device['name'] });
    },
  }),
  ({ scenario }) => {
    const { phone, acts } = beforeErase(scenario);
    if (phone?.name !== scenario.world.device.name) return;
    const told = acts.map(({ act }) => act).filter((act) => /line|organisation/.test(act));
    expect(told).toEqual(['organisation-erases']);
  },
  40,
);

/** How each backup goes onto another phone than the one that is asked about; what the phone does not accept is left. */
function* ontoAnother(drama: Drama): Generator<Drama['run']> {
  for (const { id, kind, account } of drama.scenario.world.backups) {
    const script: Entry[] = [{ do: 'backup.chosen', backup: id }];
    if (kind === 'icloud') script.unshift({ do: 'account.entered', account, password: 'right' });
    try {
      yield drama.playBut((draft) => {
        for (const backup of draft.world.backups) backup['kind'] ??= draft.route;
        draft.route = kind;
        draft.world.device = { ...draft.world.device, name: 'another phone', state: 'new', activationLock: 'off' };
        draft.script = script;
      });
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error;
    }
  }
}

law(
  'what a backup gives to its own phone alone is told before that phone goes, and nothing else is',
  dramas({ scripts: 'none', but: withCodes }),
  (drama) => {
    const { scenario } = drama;
    const { world } = scenario;
    const { phone, boundHere, items } = beforeErase(scenario);
    if (phone?.name !== world.device.name || scenario.route === 'direct') return;
    const shutOut = new Map<string, boolean>();
    for (const { ledger, outcome } of ontoAnother(drama)) {
      if (!outcome.startsWith('completed')) continue;
      for (const { id, backupCopy } of ledger.rows) {
        if (backupCopy === null || backupCopy.gate === 'capture' || backupCopy.gate === 'erase') continue;
        shutOut.set(id, (shutOut.get(id) ?? true) && backupCopy.outcome === 'excluded');
      }
    }
    expect(boundHere.filter((id) => shutOut.get(id) === false)).toEqual([]);
    const withNone = beforeErase({ ...scenario, world: { ...world, backups: [] } });
    const byBackupsAlone = withNone.onlyHere.filter((id) => items.includes(id) && shutOut.get(id) === true);
    const onItself = drama.run.ledger.rows.filter(({ fate }) => fate === 'restored').map(({ id }) => id);
    expect(byBackupsAlone.filter((id) => onItself.includes(id) && !boundHere.includes(id))).toEqual([]);
  },
  24,
);

/** A phone with files that no service takes up, in a backup on a computer. */
const withFilesOnTheComputer = (world: WorldPlain): void => {
  inUse(world);
  world.device['name'] = 'mine';
  world.backups.push({ id: 'of-the-files', kind: 'computer', device: 'mine', made: '2014-01-10', ios: '7.0' });
  world.items.push({ id: 'files', category: 'local-files', on: 'mine', created: '2014-01-01' });
};

/** Every backup on a computer asks for a password that stands so; none says of itself that it asks for none. */
const underAPassword =
  (password: 'forgotten' | 'unknown' | 'known', damaged: 'yes' | 'no' = 'no') =>
  (draft: { route: string; world: WorldPlain }): void => {
    inUse(draft.world);
    for (const backup of draft.world.backups) {
      backup['kind'] ??= draft.route === 'direct' ? 'icloud' : draft.route;
      if (backup['kind'] !== 'computer') continue;
      Object.assign(backup, { encrypted: 'yes', password, damaged });
      delete backup['declared'];
    }
  };

law(
  'a backup whose password nobody knows saves no more than one that is damaged, and a question hangs on one unknown',
  dramas({ scripts: 'none', but: withFilesOnTheComputer }),
  (drama) => {
    const told = (...how: Parameters<typeof underAPassword>) =>
      beforeErase(drama.playBut(underAPassword(...how)).scenario);
    const [sealed, damaged, known, unknown] = [
      told('forgotten'),
      told('forgotten', 'yes'),
      told('known'),
      told('unknown'),
    ] as const;
    expect(sealed.onlyHere).toEqual(damaged.onlyHere);
    expect(sealed.inABackup).toEqual(damaged.inABackup);
    expect(unknown.onlyHere).toEqual(known.onlyHere);
    const more = sealed.onlyHere.filter((id) => !known.onlyHere.includes(id));
    expect(more.filter((id) => !unknown.open.some(({ items }) => items.includes(id)))).toEqual([]);
    if (more.length > 0) expect(unknown.may).not.toBe('yes');
  },
  40,
);
