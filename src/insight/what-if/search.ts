import { FATES, type Fate } from '../../model/fates.ts';
import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import { categoryNamed, categoryOf } from '../../rulebook/case/case-file.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import { cellsOf } from '../../rulebook/judge/cells.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { type Run, play } from '../../run/play.ts';
import { standingAt } from '../../run/standing.ts';
import type { Changes } from '../../scenario/conditions.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { findItem } from '../explain/find-item.ts';
import type { Change, ChangeEffect, ProvedSet, WhatIfAnswer } from './answer.ts';
import { type Condition, WHEN_ORDER, type When } from './condition.ts';
import { itemConditions, listConditions } from './conditions.ts';
import { type SearchLimits, type Trial, minimalSets } from './minimal-sets.ts';
import { areApart, withItsFiles, withItsOwn } from './one-item.ts';
import type { SmallWorld } from './small-world.ts';
import { Stopped, trialRun, smallestWorld } from './trial-worlds.ts';
import { accountsThatMatter, factsBehind } from './what-matters.ts';
import { withoutChange } from './without-change.ts';

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

export const rowWorks = ({ fate }: LedgerRow): boolean => fate !== null && FATES[fate].works;
/** Brought by this restore, and of use. What would not have left brings nothing back to whom it has left. */
export const isBroughtBack = (fate: Fate | null | undefined): fate is Fate =>
  Boolean(fate) && FATES[fate as Fate].works && fate !== 'never-left';

/** What says which backup is restored. */
const CHOOSE_A_BACKUP: ReadonlySet<string> = new Set(['script.backup', 'route', 'newBackup', 'device.name']);

/** Where trials are run and remembered: one run answers for every item. */
export class WhatIfSearch {
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
    const own = withItsOwn(scenario, item);
    const conditions = [...listConditions(scenario), ...itemConditions(scenario, own)];
    const options = conditions
      .filter(({ when }) => when !== 'never')
      .flatMap((condition) => changesOf(condition).map((change) => ({ condition, change })));
    const changeAt = (at: number): Change => must(options[at], `option ${at}`).change;
    const changesIn = (set: readonly number[]): Change[] => set.map(changeAt);
    const place = this.#placeFor(id, withItsFiles(scenario, item));
    const trial = (set: readonly number[]): Trial => this.#try(place, id, changesIn(set), options);
    const excludes = (a: number, b: number): boolean => changeAt(a).path === changeAt(b).path;
    const row = must(this.#unchanged(place).ledger.row(id), `the ledger row of ${id}`);
    const found = rowWorks(row)
      ? { sets: [], trials: 0, complete: true }
      : minimalSets(trial, excludes, { ...LIMITS, ...this.#options });
    const sets = found.sets.flatMap((set) => this.#prove(id, changesIn(set))).toSorted(byWhen);
    const isHelped = sets.length > 0 || rowWorks(row);
    return {
      item: id,
      title: item.title,
      items: must(standsFor.get(id), id),
      fate: row.fate,
      sets,
      notAtAll: isHelped ? [] : this.#hindrances(item, row, conditions),
      without: isHelped ? null : withoutChange(item, row, this.#bookOf()),
      trials: found.trials,
      complete: found.complete,
    };
  }

  /** The item alone with what can touch it, where that is not the whole world. */
  #placeFor(id: string, kept: ReadonlySet<string>): Scenario {
    const { scenario } = this.#small;
    if (!areApart(scenario) || scenario.world.items.length === kept.size) return scenario;
    return smallestWorld(scenario, kept, id);
  }

  #try(place: Scenario, id: string, set: readonly Change[], options: readonly Option[]): Trial {
    const run = this.#run(place, set);
    if (!run) return { suffices: false, next: [] };
    const row = must(run.ledger.row(id), `the ledger row of ${id}`);
    if (isBroughtBack(row.fate) && !this.#dodges(place, set)) return { suffices: true };
    const facts = factsBehind(run, row);
    const { because } = run.ledger;
    const accounts = accountsThatMatter(run, id);
    const { service: own } = categoryOf(findItem(place, id));
    const matters = ({ condition: { account, service, always, moves, unblocks } }: Option): boolean =>
      (account === undefined || accounts.has(account)) &&
      (service === undefined || service === own) &&
      (always || moves.some((fact) => facts.has(fact)) || unblocks.some((block) => block === because));
    return { suffices: false, next: options.flatMap((option, at) => (matters(option) ? [at] : [])) };
  }

  /**
   * Whether the restore took another backup only because the changes spoil the one it would have taken. Who wants the
   * other one chooses it.
   */
  #dodges(place: Scenario, set: readonly Change[]): boolean {
    const taken = backupTakenIn(must(this.#run(place, set), 'a run that brought it back'));
    const chosen = this.#run(
      place,
      set.filter(({ path }) => CHOOSE_A_BACKUP.has(path)),
    );
    const chosenAlone = chosen && backupTakenIn(chosen);
    return (
      (chosenAlone !== null && chosenAlone !== taken) ||
      // Nothing about a backup that is not restored brings an item with another.
      set.some(({ path }) => path.startsWith('backups.') && !path.startsWith(`backups.${taken}.`))
    );
  }

  #prove(id: string, set: readonly Change[]): ProvedSet[] {
    const { scenario, standsFor } = this.#small;
    const run = this.#run(scenario, set);
    if (!run) return [];
    const { fate } = must(run.ledger.row(id), `the ledger row of ${id}`);
    if (!isBroughtBack(fate)) return [];
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
        fate,
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
    const run = trialRun(scenario, changes);
    return run !== null && isBroughtBack(must(run.ledger.row(id), `the ledger row of ${id}`).fate);
  }

  /** Why nothing helps: the facts of the rules that stop it, and that nobody can change them. */
  #hindrances(item: Item, row: LedgerRow, conditions: readonly Condition[]): string[] {
    const book = this.#bookOf();
    const rules = [row.rule, row.syncWithheld, ...row.also].flatMap((rule) =>
      rule && book[rule] && !FATES[book[rule].outcome].works ? [book[rule]] : [],
    );
    const fixed = new Set(
      rules
        .flatMap((rule) => cellsOf(rule).map(([fact]) => fact))
        .filter(
          (fact) =>
            concerns(fact, item) &&
            !conditions.some(
              ({ when, moves, item: of }) =>
                when !== 'never' && moves.includes(fact) && (of === undefined || of === item.id),
            ),
        ),
    );
    const said = rules.map(({ says }) => says);
    // What waits needs no change: that none can alter a fact behind it says nothing against it.
    if (row.fate === 'pending') return [...new Set(said)];
    return [
      ...new Set([
        ...said,
        ...[...fixed].map((fact) => `${FACTS[fact].title}: no change of conditions can alter this.`),
      ]),
    ];
  }

  #bookOf(): RuleBook {
    return this.#unchanged(this.#small.scenario).simulation.file.book;
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
    const run = trialRun(place, Object.assign({}, ...set.map(({ changes }) => changes)) as Changes);
    this.#runs.set(key, run);
    return run;
  }
}

const backupTakenIn = ({ journal }: Run): string | null =>
  must(standingAt(journal.lines).situation, 'the situation of a restore').backup;

/** What is read of an app concerns no item that belongs to none. */
const concerns = (fact: FactId, { app, category }: Item): boolean =>
  FACTS[fact].group !== 'the app' || app !== undefined || categoryNamed(category).kind === 'apps';

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
