import { produce } from 'immer';
import { type Fate, FATES } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import type { Item } from '../../model/world.ts';
import { categoryNamed, categoryOf } from '../../rulebook/case/case-file.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import { cellsOf } from '../../rulebook/judge/cells.ts';
import { accountsThatMatter, factsBehind } from './what-matters.ts';
import { play, type Run } from '../../run/play.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { standingAt } from '../../run/standing.ts';
import { withChanges } from '../../scenario/change.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { type Condition, type ConditionGroup, type When, WHEN_ORDER } from './condition.ts';
import { itemConditions, listConditions } from './conditions.ts';
import { minimalSets, type SearchLimits, type Trial } from './minimal-sets.ts';
import { bareScenario, smallWorld, type SmallWorld } from './small-world.ts';
import { findItem } from '../explain/find-item.ts';

/** One change of a condition. */
export interface Change {
  readonly path: string;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly group: ConditionGroup;
  readonly when: When;
  readonly again: boolean;
  readonly changes: Changes;
  readonly afterwards?: Changes;
}

/** Items whose fate another set of conditions would change too. */
export interface ChangeEffect {
  readonly id: string;
  readonly title: string;
  /** How many items it stands for. */
  readonly items: number;
  readonly from: Fate | null;
  readonly to: Fate | null;
}

/** A minimal set of changes that brings an item back, with the run that proved it. */
export interface ProvedSet {
  readonly changes: readonly Change[];
  readonly group: ConditionGroup;
  /** The latest of its changes: when the whole of it could be done. */
  readonly when: When;
  /** The restore has to be done again. */
  readonly again: boolean;
  readonly fate: Fate;
  readonly effects: readonly ChangeEffect[];
  /** Of the run that proved it. */
  readonly fingerprint: string;
}

export interface WhatIfAnswer {
  readonly item: string;
  readonly title: string;
  /** Ids that the answer holds for: all items that agree in everything rules read. */
  readonly items: readonly string[];
  readonly fate: Fate | null;
  readonly sets: readonly ProvedSet[];
  /** Why nothing helps, one sentence for each hindrance (A18); empty when something does. */
  readonly notAtAll: readonly string[];
  readonly trials: number;
  /** False when a limit cut the search short. */
  readonly complete: boolean;
}

export interface WhatIfOptions extends Partial<SearchLimits> {
  /** Called after each run; false stops the search. */
  readonly onRun?: (runs: number) => boolean | void;
  /** The target is an item, also where a category has the same word. */
  readonly oneItem?: boolean;
}

const LIMITS: SearchLimits = { largest: 4, most: 2000 };
/** A change to try, and the condition that it changes. */
interface Option {
  readonly condition: Condition;
  readonly change: Change;
}

/** Up to here the whole world is played for a proof, beyond it one item of each group. */
const WHOLE_WORLD = 300;
/** With a script that depends on moments, groups stay apart up to here. */
const TIMED_WORLD = 2000;

/**
 * What would bring an item, a category or `everything` that dropped back: one answer for each group of items that
 * rules treat alike.
 * Throws an InputError for a target that is not in the scenario.
 */
export function whatIf(scenario: Scenario, target: string, options: WhatIfOptions = {}): readonly WhatIfAnswer[] {
  const whole = isWhole(scenario);
  const ofCategory = options.oneItem ? [] : scenario.world.items.filter(({ category }) => category === target);
  const isMany = !options.oneItem && (target === 'everything' || ofCategory.length > 1);
  const one = isMany ? undefined : (ofCategory[0] ?? findItem(scenario, target)).id;
  const small: SmallWorld = whole ? asItIs(bareScenario(scenario)) : smallWorld(scenario, one);
  const search = new WhatIfSearch(small, options);
  const base = search.rowsUnchanged();
  return small.scenario.world.items
    .filter(
      ({ id, category }) =>
        (one === undefined ? target === 'everything' || category === target : id === one) &&
        must(small.standsFor.get(id), id).length > 0,
    )
    .filter(({ id }) => one !== undefined || !works(base.get(id)))
    .map(({ id }) => search.answer(id));
}

const works = (row: LedgerRow | undefined): boolean => (row?.fate ? FATES[row.fate].works : false);
/** Brought by this restore, and of use. What would not have left brings nothing back to whom it has left. */
export const isBroughtBack = (fate: Fate | null | undefined): boolean =>
  fate !== null && fate !== undefined && FATES[fate].works && fate !== 'never-left';

function isWhole({ world, script }: Scenario): boolean {
  // With fewer items other things come at the steps that it names.
  if (script.some(({ step }) => step !== undefined)) return true;
  const timed = script.some((entry) => !('do' in entry) || entry.after !== undefined || entry.do === 'stop.tapped');
  return world.items.length <= (timed ? TIMED_WORLD : WHOLE_WORLD);
}

const asItIs = (scenario: Scenario): SmallWorld => ({
  scenario,
  standsFor: new Map(scenario.world.items.map(({ id }) => [id, [id]])),
  standIn: (id) => id,
});

/** What says which backup is restored. */
const CHOOSE_A_BACKUP: ReadonlySet<string> = new Set(['script.backup', 'route', 'newBackup', 'device.name']);

/** Where trials are run and remembered: one run answers for every item. */
class WhatIfSearch {
  readonly #small: SmallWorld;
  readonly #options: WhatIfOptions;
  readonly #runs = new Map<string, Run | null>();

  constructor(small: SmallWorld, options: WhatIfOptions) {
    this.#small = small;
    this.#options = options;
  }

  rowsUnchanged(): ReadonlyMap<string, LedgerRow> {
    return new Map(this.#unchanged(this.#small.scenario).ledger.rows.map((row) => [row.id, row]));
  }

  answer(id: string): WhatIfAnswer {
    const { scenario, standsFor } = this.#small;
    const item = findItem(scenario, id);
    const own = new Set([
      id,
      ...scenario.world.items.flatMap((other) =>
        other.category === 'app' && other.app !== undefined && other.app === item.app ? [other.id] : [],
      ),
      ...item.needs,
    ]);
    const conditions = [...listConditions(scenario), ...itemConditions(scenario, own)];
    const options = conditions
      .filter(({ when }) => when !== 'never')
      .flatMap((condition) => changesOf(condition).map((change) => ({ condition, change })));
    const changesIn = (set: readonly number[]): Change[] => set.map((at) => must(options[at], `option ${at}`).change);
    const place = this.#placeFor(id, own);
    const trial = (set: readonly number[]): Trial => this.#try(place, id, changesIn(set), options);
    const excludes = (a: number, b: number): boolean => options[a]?.change.path === options[b]?.change.path;
    const row = must(this.#unchanged(place).ledger.row(id), `the ledger row of ${id}`);
    const found = works(row)
      ? { sets: [], trials: 0, complete: true }
      : minimalSets(trial, excludes, { ...LIMITS, ...this.#options });
    const sets = found.sets.flatMap((set) => this.#prove(id, changesIn(set))).toSorted(byWhen);
    return {
      item: id,
      title: item.title,
      items: must(standsFor.get(id), id),
      fate: row.fate,
      sets,
      notAtAll: sets.length > 0 || works(row) ? [] : this.#hindrances(id, row, conditions),
      trials: found.trials,
      complete: found.complete,
    };
  }

  /** The item alone with what belongs to it, when nothing else in the world can touch it. */
  #placeFor(id: string, own: ReadonlySet<string>): Scenario {
    const { scenario } = this.#small;
    const { world, script } = scenario;
    const isRoomy = world.device.free >= world.items.reduce((sum, { bytes }) => sum + bytes, 0);
    const isFree =
      script.length === 0 &&
      isRoomy &&
      world.accounts.every(({ room }) => room === undefined) &&
      world.copies.length === 0 &&
      // What stops a restore stops it for everything else.
      // So does a VPN that lets nothing through; and an app that hangs does so over what it holds.
      world.items.every(
        ({ fails, needs, start, onDemand }) =>
          fails?.and !== 'stops' && needs.length === 0 && start !== 'hangs' && onDemand !== 'cuts-network',
      );
    if (!isFree || world.items.length === own.size) return scenario;
    return smallestWorld(scenario, own, id);
  }

  #try(place: Scenario, id: string, set: readonly Change[], options: readonly Option[]): Trial {
    const run = this.#run(place, set);
    const row = run?.ledger.row(id);
    if (isBroughtBack(row?.fate) && !this.#dodges(place, set)) return { suffices: true };
    if (!run) return { suffices: false, next: [] };
    const facts = factsBehind(run, row);
    const { because } = run.ledger;
    const accounts = accountsThatMatter(run, id);
    const { service: own } = categoryOf(findItem(place, id));
    const matters = ({ condition: { account, service, always, moves, unblocks } }: Option): boolean => {
      if (account !== undefined && !accounts.has(account)) return false;
      if (service !== undefined && service !== own) return false;
      return always || moves.some((fact) => facts.has(fact)) || unblocks.some((block) => block === because);
    };
    return { suffices: false, next: options.flatMap((option, at) => (matters(option) ? [at] : [])) };
  }

  /**
   * Whether the restore took another backup only because the changes spoil the one it would have taken. Who wants the
   * other one chooses it.
   */
  #dodges(place: Scenario, set: readonly Change[]): boolean {
    if (set.some(({ path }) => CHOOSE_A_BACKUP.has(path))) return false;
    const before = this.#unchanged(place);
    const [was, is] = [before, must(this.#run(place, set), 'a run that brought it back')].map(
      ({ journal }) => standingAt(journal.lines).situation?.backup,
    );
    return before.ledger.because === null && typeof was === 'string' && was !== is;
  }

  #prove(id: string, set: readonly Change[]): ProvedSet[] {
    const { scenario, standsFor } = this.#small;
    const run = this.#run(scenario, set);
    const row = run?.ledger.row(id);
    if (!run || !row?.fate || !isBroughtBack(row.fate)) return [];
    const before = this.#unchanged(scenario).ledger;
    const effects = run.ledger.rows.flatMap((after): ChangeEffect[] => {
      const from = must(before.row(after.id), `the ledger row of ${after.id}`).fate;
      if (from === after.fate || after.id === id) return [];
      return [
        {
          id: after.id,
          title: findItem(scenario, after.id).title,
          items: must(standsFor.get(after.id), after.id).length,
          from,
          to: after.fate,
        },
      ];
    });
    const when = latest(set);
    return [
      {
        changes: set,
        group: must(
          set.find((change) => change.when === when),
          'the latest change',
        ).group,
        when,
        again: set.some(({ again }) => again) && !this.#worksAfterwards(id, set),
        fate: row.fate,
        effects,
        fingerprint: run.fingerprints.outcome,
      },
    ];
  }

  /** Whether it also comes when the story went as it did and all this was done after its end. */
  #worksAfterwards(id: string, set: readonly Change[]): boolean {
    const { scenario } = this.#small;
    if (set.some(({ again, afterwards }) => again && afterwards === undefined)) return false;
    const changes = Object.assign({}, ...set.map((change) => change.afterwards ?? change.changes)) as Changes;
    return isBroughtBack(playOrNull(scenario, changes)?.ledger.row(id)?.fate);
  }

  /** Why nothing helps: the facts of the rules that stop it, and that nobody can change them. */
  #hindrances(id: string, row: LedgerRow, conditions: readonly Condition[]): string[] {
    const { book } = this.#unchanged(this.#small.scenario).simulation.file;
    const rules = [row.rule, row.syncWithheld, ...row.also].flatMap((rule) =>
      rule && book[rule] && !FATES[book[rule].outcome].works ? [book[rule]] : [],
    );
    const fixed = new Set(
      rules
        .flatMap((rule) => cellsOf(rule).map(([fact]) => fact))
        .filter(
          (fact) =>
            concerns(
              fact,
              must(
                this.#small.scenario.world.items.find((item) => item.id === id),
                id,
              ),
            ) &&
            !conditions.some(
              ({ when, moves, item }) =>
                when !== 'never' && moves.includes(fact) && (item === undefined || item === id),
            ),
        ),
    );
    const said = rules.map(({ says }) => says);
    return [
      ...new Set([
        ...said,
        ...[...fixed].map((fact) => `${FACTS[fact].title}: no change of conditions can alter this.`),
      ]),
    ];
  }

  /** What comes without any change. A scenario that cannot be played as it stands is the asker's to put right. */
  #unchanged(place: Scenario): Run {
    return this.#run(place, []) ?? play(place);
  }

  #run(place: Scenario, set: readonly Change[]): Run | null {
    const key = `${place === this.#small.scenario ? '' : place.world.items.map(({ id }) => id).join(' ')}\n${set
      .map(({ path, to }) => `${path}=${to}`)
      .toSorted()
      .join('\n')}`;
    const cached = this.#runs.get(key);
    if (cached !== undefined) return cached;
    if (this.#options.onRun?.(this.#runs.size) === false) throw new Stopped();
    const run = playOrNull(place, Object.assign({}, ...set.map(({ changes }) => changes)) as Changes);
    this.#runs.set(key, run);
    return run;
  }
}

/** What is read of an app concerns no item that belongs to none. */
const concerns = (fact: FactId, { app, category }: Item): boolean =>
  FACTS[fact].group !== 'the app' || app !== undefined || categoryNamed(category).kind === 'apps';

/** Thrown when whoever asked no longer wants the answer. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/** A script that is impossible under other conditions, or a world that is none, brings nothing back. */
function playOrNull(scenario: Scenario, changes: Changes): Run | null {
  try {
    return play(withChanges(scenario, changes), { refusalsMayFall: true });
  } catch (error) {
    if (error instanceof InputError) return null;
    throw error;
  }
}

/** The world with these items alone; those that agree are one. */
function smallestWorld(scenario: Scenario, own: ReadonlySet<string>, keep: string): Scenario {
  const { items } = scenario.world;
  const only = <T>(list: readonly T[]): T[] =>
    list.filter((_, index) => own.has(must(items[index], `item ${index}`).id));
  const stated = scenario.stated as { readonly world: { readonly items: readonly Record<string, unknown>[] } };
  const smaller = {
    ...scenario,
    world: { ...scenario.world, items: only(items) },
    stated: produce(stated, (draft) => {
      draft.world.items = only(stated.world.items);
    }),
  };
  return smallWorld(smaller, keep).scenario;
}

export const changesOf = ({ path, group, when, again, value, choices }: Condition): Change[] =>
  choices
    .filter(({ helps }) => helps)
    .map((choice) => ({
      path,
      title: choice.title,
      from: value,
      to: choice.value,
      group,
      when,
      again,
      changes: choice.changes,
      ...(choice.afterwards === undefined ? {} : { afterwards: choice.afterwards }),
    }));

const latest = (set: readonly Change[]): When =>
  must(
    WHEN_ORDER.findLast((when) => set.some((change) => change.when === when)),
    'when the latest change can be made',
  );

const byWhen = (a: ProvedSet, b: ProvedSet): number =>
  WHEN_ORDER.indexOf(a.when) - WHEN_ORDER.indexOf(b.when) ||
  a.changes.length - b.changes.length ||
  a.effects.length - b.effects.length;
