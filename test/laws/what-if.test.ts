import * as fc from 'fast-check';
import { expect } from 'vitest';
import { situationFor } from '../../src/insight/explain/situation-for.ts';
import { itemConditions, listConditions } from '../../src/insight/what-if/conditions.ts';
import { bareScenario, smallWorld } from '../../src/insight/what-if/small-world.ts';
import type { Change } from '../../src/insight/what-if/answer.ts';
import { changesOf, isBroughtBack } from '../../src/insight/what-if/search.ts';
import { whatIf } from '../../src/insight/what-if/what-if.ts';
import { FATES } from '../../src/model/fates.ts';
import { whatIfAsText } from '../../src/cli/what-if-text.ts';
import type { ServiceId } from '../../src/model/services.ts';
import { InputError } from '../../src/model/problem.ts';
import { categoryOf } from '../../src/rulebook/case/case-file.ts';
import { ELSEWHERE } from '../../src/rulebook/tables/elsewhere.ts';
import { isThere, itemViews } from '../../src/report/item-view.ts';
import { PLAIN } from '../../src/report/paint.ts';
import { recoveryOf } from '../../src/report/recovery.ts';
import { FACTS, type FactId } from '../../src/rulebook/facts/facts.ts';
import { UNKNOWN } from '../../src/rulebook/facts/fact.ts';
import { questionFor } from '../../src/rulebook/judge/decide.ts';
import { standingAt } from '../../src/run/standing.ts';
import { play, type Run } from '../../src/run/play.ts';
import { withChanges } from '../../src/scenario/change.ts';
import type { Changes } from '../../src/scenario/conditions.ts';
import type { Scenario } from '../../src/scenario/scenario.ts';
import { law } from './law.ts';
import { withCopies, withOneAppOfAName } from './metamorphic.ts';
import { type Drama, dramas } from './worlds.ts';
import type { WorldPlain } from './world-parts.ts';

/** A few items, so that every set of changes can be tried. */
const few = (most: number) => (world: WorldPlain) => {
  withOneAppOfAName(world);
  world.items = world.items.slice(0, most);
};

/** Some worlds have thousands of sets of four; what is told of the smaller ones is the same. */
const SHORT = { largest: 3, most: 250 };

const together = (changes: readonly Change[]): Changes =>
  Object.assign({}, ...changes.map((change) => change.changes)) as Changes;

function playOrNothing(scenario: Scenario, changes: Changes): Run | null {
  try {
    return play(withChanges(scenario, changes));
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** Whether changes bring an item back, each set of them played once. */
function replays(scenario: Scenario, id: string): (changes: readonly Change[]) => boolean {
  const known = new Map<string, boolean>();
  const usual = playOrNothing(scenario, {});
  const takenBy = (run: Run | null): string | null =>
    run ? (standingAt(run.journal.lines).situation?.backup ?? null) : null;
  /** Who spoils one backup so that another is taken could have chosen that one: this is no answer. */
  const spoils = (run: Run | null, set: readonly Change[]): boolean =>
    usual?.ledger.because === null &&
    takenBy(usual) !== null &&
    takenBy(usual) !== takenBy(run) &&
    !set.some(({ path }) => ['script.backup', 'route', 'newBackup', 'device.name'].includes(path));
  return (set) => {
    const changes = together(set);
    const key = Object.keys(changes)
      .toSorted()
      .map((path) => `${path}=${changes[path]}`)
      .join('\n');
    let brings = known.get(key);
    if (brings === undefined) {
      const run = playOrNothing(scenario, changes);
      known.set(key, (brings = isBroughtBack(run?.ledger.row(id)?.fate) && !spoils(run, set)));
    }
    return brings;
  };
}

/** The first item that is not there for use, with what can be changed for it. */
function dropped({ scenario }: Drama) {
  const bare = bareScenario(scenario);
  const row = play(bare).ledger.rows.find(({ fate }) => !fate || !FATES[fate].works);
  const item = bare.world.items.find(({ id }) => id === row?.id);
  if (!item) return undefined;
  const own = new Set(
    bare.world.items
      .filter(
        ({ id, category, app }) => id === item.id || (category === 'app' && app !== undefined && app === item.app),
      )
      .map(({ id }) => id),
  );
  const options = [...listConditions(bare), ...itemConditions(bare, own)]
    .filter(({ when }) => when !== 'never')
    .flatMap(changesOf);
  return { id: item.id, options, brings: replays(bare, item.id) };
}

const named = (set: readonly Change[]): string[] => set.map(({ path, to }) => `${path}=${to}`);

/** The service of an item, where nobody has said that it ever was on, and nobody leaves open what it holds. */
function neverOn({ world }: Scenario, id: string): ServiceId | undefined {
  const item = world.items.find((each) => each.id === id);
  const service = item && categoryOf(item).service;
  if (!service || item.uploaded !== undefined) return undefined;
  const { atBackup, now } = world.services[service];
  const states = [atBackup, now, ...world.backups.map(({ services }) => services?.[service] ?? 'off')];
  return states.every((state) => state === 'off') ? service : undefined;
}

law(
  'every set of changes that is told brings the item back, and no part of it does',
  dramas({ scripts: 'timeless', but: few(6) }),
  (drama) => {
    const found = dropped(drama);
    if (!found) return;
    const [answer] = whatIf(drama.scenario, found.id, SHORT);
    const never = neverOn(drama.scenario, found.id);
    for (const { changes, fate, when, again } of answer?.sets ?? []) {
      expect(found.brings(changes), named(changes).join(' + ')).toBe(true);
      expect(isBroughtBack(fate)).toBe(true);
      // What nobody knows yet is asked; no act and no other restore is advised for it.
      for (const change of changes) expect(change.when === 'find-out', change.path).toBe(change.from === UNKNOWN);
      if (when === 'find-out') expect(again).toBe(false);
      // A service that never was on has taken nothing up: switched on now, it brings nothing.
      if (never !== undefined && when !== 'before-the-backup')
        expect(named(changes)).not.toContain(`services.${never}.now=on`);
      for (const left of changes) {
        const rest = changes.filter((change) => change !== left);
        expect({ without: left.path, brings: found.brings(rest) }).toEqual({ without: left.path, brings: false });
      }
    }
  },
  15,
);

/** Every set of so many changes that brings the item back and holds none that was told: there should be none. */
function missed({ options, brings }: NonNullable<ReturnType<typeof dropped>>, told: readonly string[][], size: number) {
  const found: string[][] = [];
  const grow = (from: number, set: readonly Change[]): void => {
    const names = named(set);
    if ([...told, ...found].some((part) => part.every((name) => names.includes(name)))) return;
    if (set.length === size) {
      if (brings(set)) found.push(names);
      return;
    }
    for (const [index, option] of options.entries())
      if (index >= from && !set.some(({ path }) => path === option.path)) grow(index + 1, [...set, option]);
  };
  grow(0, []);
  return found;
}

const noneIsMissed =
  (size: number, atMost: number) =>
  (drama: Drama): void => {
    const found = dropped(drama);
    if (!found) return;
    // Beyond so many changes a world would take minutes; it is drawn again often enough with fewer.
    const options = found.options.slice(0, atMost);
    const told = (whatIf(drama.scenario, found.id, { ...SHORT, largest: size })[0]?.sets ?? []).map(({ changes }) =>
      named(changes),
    );
    for (let most = 1; most <= size; most += 1) expect(missed({ ...found, options }, told, most)).toEqual([]);
  };

law(
  'no single change that brings an item back is missed',
  dramas({ scripts: 'timeless', but: few(5) }),
  noneIsMissed(1, 200),
  10,
);
law(
  'no single change is missed where a backup takes the place of what lies on a device in use',
  dramas({
    scripts: 'none',
    route: 'computer',
    but: (world) => {
      few(4)(world);
      const kinds = ['health', 'wifi', 'call-history', 'safari-history', 'watch-health'];
      world.items.unshift({ id: 'private', category: kinds[world.backups.length % kinds.length] });
      Object.assign(world.device, { state: 'in-use', findMy: 'off' });
      for (const backup of world.backups) Object.assign(backup, { device: world.device['name'], encrypted: 'no' });
    },
  }),
  noneIsMissed(1, 200),
  20,
);
law('no pair of changes is missed', dramas({ scripts: 'none', but: few(3) }), noneIsMissed(2, 45), 3);
law('no three changes are missed', dramas({ scripts: 'none', but: few(2) }), noneIsMissed(3, 16), 4);

law(
  'nobody is told that nothing helps where one act of the story, left out, would have',
  dramas({ but: few(5) }),
  ({ scenario: stated }) => {
    const scenario = bareScenario(stated);
    const lost = play(scenario).ledger.rows.find(({ fate }) => !fate || !FATES[fate].works);
    const isBackWithout = (left: Scenario['script'][number]): boolean => {
      const run = playOrNothing({ ...scenario, script: scenario.script.filter((entry) => entry !== left) }, {});
      return isBroughtBack(run?.ledger.row(lost?.id ?? '')?.fate);
    };
    if (!lost || !scenario.script.some((entry) => 'do' in entry && isBackWithout(entry))) return;
    expect(whatIf(scenario, lost.id, SHORT)[0]?.sets).not.toEqual([]);
  },
  30,
);

law(
  'one item that stands for many ends as each of them does',
  dramas({ scripts: 'timeless', but: withCopies }),
  ({ scenario }) => {
    const whole = play(bareScenario(scenario)).ledger;
    const keep = scenario.world.items.at(-1)?.id;
    for (const small of [smallWorld(scenario), smallWorld(scenario, keep)]) {
      const { ledger } = play(small.scenario);
      for (const row of whole.rows) expect({ ...ledger.row(small.standIn(row.id)), id: row.id }).toEqual(row);
    }
  },
  60,
);

/** What every fact reads of an item at the end of a run, for the backup's copy and for iCloud's. */
function factsOf({ simulation: { file }, journal }: Run, id: string): ReadonlyMap<string, FactId> {
  const item = file.world.items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`no item ${id}`);
  return new Map(
    (['placement', 'sync'] as const).flatMap((gate) => {
      const question = questionFor(file, item, situationFor(journal.lines, Number.POSITIVE_INFINITY, gate));
      return (Object.keys(FACTS) as FactId[]).map(
        (fact) => [`${gate} ${fact} ${FACTS[fact].read(question)}`, fact] as const,
      );
    }),
  );
}

law(
  'a condition moves no fact, and lifts no hindrance, that its row does not name',
  fc.tuple(dramas({ scripts: 'timeless', but: few(8) }), fc.nat(), fc.nat()),
  ([{ scenario: stated }, which, whose]) => {
    const scenario = bareScenario(stated);
    const { items } = scenario.world;
    const item = items[whose % items.length];
    const options = [...listConditions(scenario), ...itemConditions(scenario, new Set([item?.id ?? '']))]
      .filter(({ when, always }) => when !== 'never' && !always)
      .flatMap((condition) => changesOf(condition).map((change) => ({ condition, change })));
    const option = options[which % Math.max(1, options.length)];
    const [before, after] = [play(scenario), option ? playOrNothing(scenario, option.change.changes) : null];
    if (!item || !option || !after) return;
    const { path, moves, unblocks } = option.condition;
    const [was, is] = [before.ledger.because, after.ledger.because];
    if (was !== is) {
      if (was !== null)
        expect({ path, unblocks }).toEqual({ path, unblocks: expect.arrayContaining([was]) as unknown });
      return;
    }
    const known = factsOf(before, item.id);
    const moved = [...factsOf(after, item.id)].flatMap(([key, fact]) => (known.has(key) ? [] : [fact]));
    expect({ path, moved: moved.filter((fact) => !moves.includes(fact)) }).toEqual({ path, moved: [] });
  },
  75,
);

law(
  'nobody is told that nothing brings what still waits, or what has another way',
  dramas({ but: few(5) }),
  (drama) => {
    const scenario = bareScenario(drama.scenario);
    const run = play(scenario);
    const { outcome, rows } = run.ledger;
    for (const view of itemViews(scenario.world.items, rows, scenario.route)) {
      if (isThere(view)) continue;
      const [answer] = whatIf(scenario, view.id, { oneItem: true, largest: 1, most: 30 });
      if (!answer || answer.sets.length > 0) continue;
      const hands = recoveryOf(scenario.world, outcome, run.journal.lines, [view]).accessible;
      const hasAnother = hands.some(({ says }) => Object.values(ELSEWHERE).some((hand) => hand.says === says));
      const mayCome = view.fate === null || view.fate === 'pending' || view.fate === 'unknown';
      const told = whatIfAsText([answer], scenario.route, { paint: PLAIN, width: 2000 });
      const isDenied = told.includes('Nothing that can be changed brings it back');
      if (mayCome || hasAnother) expect({ id: view.id, fate: view.fate, isDenied }).toMatchObject({ isDenied: false });
    }
  },
  8,
);

law(
  'nobody is told that nothing helps where another backup of the world, chosen as it stands, brings it',
  dramas({
    scripts: 'none',
    route: 'icloud',
    but: (world) => {
      few(4)(world);
      const made = world.backups[0]?.['made'];
      if (made === undefined) return;
      world.items.unshift({ id: 'calls', category: 'call-history' });
      world.device = { state: 'new' };
      delete (world as Partial<Record<string, unknown>>)['organisation'];
      world.accounts = world.accounts.map(({ id }) => ({ id }));
      world.services = {};
      world.surroundings = {};
      world.backups = [
        { id: 'here', kind: 'icloud', made },
        { id: 'there', kind: 'computer', made, encrypted: 'yes' },
      ];
    },
  }),
  (drama) => {
    const onOther = playOrNothing(bareScenario(drama.scenario), { route: 'computer' });
    let told: Run;
    try {
      told = drama.playBut(({ script }) => void script.push({ do: 'backup.chosen', backup: 'here' }));
    } catch (error) {
      // In this world nobody comes to choose.
      if (error instanceof InputError) return;
      throw error;
    }
    const scenario = bareScenario(told.scenario);
    for (const { id, fate } of told.ledger.rows) {
      if (fate !== null && FATES[fate].works) continue;
      if (!isBroughtBack(onOther?.ledger.row(id)?.fate)) continue;
      expect({ id, sets: whatIf(scenario, id, { ...SHORT, oneItem: true, largest: 1 })[0]?.sets.length }).not.toEqual({
        id,
        sets: 0,
      });
    }
  },
  8,
);
