import { expect } from 'vitest';
import { type TriedWay, waysOf } from '../../src/insight/ways/ways.ts';
import { must } from '../../src/model/must.ts';
import { foldLedger, type Ledger } from '../../src/run/ledger.ts';
import { caseFileOf } from '../../src/run/case-file-of.ts';
import { Simulation } from '../../src/run/simulation.ts';
import { law } from './law.ts';
import { type Drama, dramas, type Stated } from './worlds.ts';

/** The scenario's world on the route of a way, with nothing scripted. */
const onRoute =
  ({ kind }: TriedWay) =>
  (draft: Stated): void => {
    const { route } = draft;
    for (const backup of draft.world.backups) backup['kind'] ??= route === 'direct' ? 'icloud' : route;
    // Where the world leaves it to the route that there is an old phone, it is the same one on the other ways.
    if (route === 'direct') draft.world['oldPhone'] ??= {};
    draft.route = kind === 'new' ? 'icloud' : kind;
    draft.world.surroundings = { ...draft.world.surroundings, wifi: 'on', power: 'on' };
    draft.script = [];
  };

/** Goes one way by hand, without a script: whoever walks it looks at what is possible and takes what leads there. */
function walk(drama: Drama, way: TriedWay): { readonly ledger: Ledger; readonly chosen: boolean } {
  const { world } = drama.playBut(onRoute(way));
  const simulation = new Simulation(caseFileOf(world));
  const wanted = [
    ['setup.asNew', way.kind === 'new', {}],
    ['erase.requested', way.kind === 'new', {}],
    ['settings.signedIn', way.kind === 'new', { account: way.account }],
    ['backup.chosen', way.backup !== null, { backup: way.backup }],
    ['update.requested', way.backup !== null, {}],
    ['account.entered', way.kind === 'icloud', { account: way.account, password: 'right' }],
  ] as const;
  const done = new Set<string>();
  for (let steps = 0; steps < 5000; steps += 1) {
    const possible = simulation.possible();
    const next = wanted
      .filter(([type, isOfWay]) => isOfWay && !done.has(type))
      .flatMap(([type, , data]) =>
        possible.filter(
          (event) =>
            event.type === type &&
            Object.entries(data).every(([key, value]) => (event as Record<string, unknown>)[key] === value),
        ),
      )[0];
    if (next) done.add(next.type);
    const usual = simulation.usual();
    // Whoever wants one backup chooses no other, and goes on to nothing else before it.
    if (!next && usual?.type === 'backup.chosen') break;
    if (next) simulation.send(next);
    else if (usual) simulation.send(usual);
    else if (!simulation.advance()) break;
  }
  if (!simulation.journal.lines.some(({ type }) => type === 'restore.ended')) simulation.endStory();
  const ledger = foldLedger(world.items, simulation.journal.lines);
  return { ledger, chosen: way.kind === 'direct' || done.has('backup.chosen') || done.has('setup.asNew') };
}

law('each column of ways equals the run of that way alone', dramas({ scripts: 'timeless' }), (drama) => {
  const { ways, rows } = waysOf(drama.scenario);
  for (const [place, way] of ways.entries()) {
    const { ledger, chosen } = walk(drama, way);
    const failed = way.kind !== 'new' && (ledger.outcome === 'never-started' || ledger.outcome === 'failed');
    expect({ way: way.id, possible: way.blocked === null }).toEqual({ way: way.id, possible: chosen && !failed });
    if (way.blocked !== null) continue;
    for (const { items, ends } of rows)
      for (const id of items) {
        const { fate, gate, rule, missing } = must(ledger.row(id), id);
        expect({ way: way.id, id, end: ends[place] }).toMatchObject({
          way: way.id,
          id,
          end: { fate, gate, rule, missing },
        });
      }
  }
});

law('ways name every backup once, and every item stands in one row', dramas({ scripts: 'none' }), ({ scenario }) => {
  const { ways, rows } = waysOf(scenario);
  const backups = ways.flatMap(({ backup }) => backup ?? []);
  expect(backups.toSorted()).toEqual(scenario.world.backups.map(({ id }) => id).toSorted());
  expect(rows.flatMap(({ items }) => items).toSorted()).toEqual(scenario.world.items.map(({ id }) => id).toSorted());
});

law('no way brings more than the one that brings most', dramas({ scripts: 'none' }), ({ scenario }) => {
  const { ways, rows, most } = waysOf(scenario);
  for (const [place, { id, brings, blocked }] of ways.entries()) {
    const there = rows.filter(({ ends }) => ends[place]?.usable).flatMap(({ items }) => items);
    expect(brings.items).toBe(there.length);
    if (blocked !== null) expect([id, brings.items, most.includes(id)]).toEqual([id, 0, false]);
    for (const best of ways.filter((way) => most.includes(way.id)))
      expect(best.brings.items).toBeGreaterThanOrEqual(brings.items);
  }
});

law(
  'where no code can arrive nobody signs in, in Setup or in Settings, and iCloud delivers nothing',
  dramas({
    scripts: 'timeless',
    but: (world) => {
      world.accounts = (world.accounts ?? [{ id: 'mara' }]).map((account) => ({
        ...account,
        twoFactor: 'code-cannot-arrive',
      }));
      world.services = { ...world.services, photos: 'on' };
      world.items.push({ id: 'album', category: 'photos', uploaded: 'yes' });
    },
  }),
  ({ scenario }) => {
    const { ways, rows } = waysOf(scenario);
    for (const [place, { kind, account, blocked, needs }] of ways.entries()) {
      // Beside the old phone the account comes along with it.
      if (kind === 'direct') continue;
      expect(rows.flatMap(({ items, ends }) => (ends[place]?.fate === 'synced' ? items : []))).toEqual([]);
      if (kind === 'new' && account !== null && blocked === null)
        expect(needs).toContainEqual({ what: 'two-factor-code', account: null, known: false });
    }
  },
  80,
);
