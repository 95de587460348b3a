import { GATE_ORDER, type Gate } from '../../model/fates.ts';
import { addToGroup, groupOf, madeOnce } from '../../model/groups.ts';
import type { Edition, Route } from '../../model/kinds.ts';
import { must } from '../../model/must.ts';
import type { Fact } from '../facts/fact.ts';
import { FACTS, type FactId } from '../facts/facts.ts';
import type { Rule, RuleBook } from '../tables/rule.ts';
import { type Cell, cellsOf } from './cells.ts';

/* Which rows of a book can concern an item at all, sorted out once for everything that is asked. */

/** A cell with its fact at hand, and the place of that fact among all facts. */
interface AskedCell {
  readonly place: number;
  readonly id: FactId;
  readonly fact: Fact;
  readonly values: readonly string[];
}

export interface Candidate {
  readonly id: string;
  readonly rule: Rule;
  readonly cells: readonly Cell[];
  readonly asked: readonly AskedCell[];
}

export interface RuleRows {
  readonly byGate: Readonly<Record<Gate, readonly Candidate[]>>;
  /** By the gates that were asked together: there are few such sets. */
  readonly asked: Map<string, AskedRows>;
}

/** The rows of some gates, and the facts they read in which two items of the category can differ. */
export interface AskedRows {
  readonly rows: readonly Candidate[];
  readonly perItem: readonly Fact[];
}

const PLACES: ReadonlyMap<string, number> = new Map(Object.keys(FACTS).map((id, place) => [id, place]));

const covers = <T>(scope: readonly T[] | 'all', value: T): boolean => scope === 'all' || scope.includes(value);

interface Named {
  readonly id: string;
  readonly rule: Rule;
  /** Where it stands in the book. */
  readonly place: number;
}

/** What is known of a book: the rules on each category, the rows made of them, and where those are asked. */
interface Sorted {
  readonly onAll: readonly Named[];
  readonly onSome: ReadonlyMap<string, readonly Named[]>;
  readonly byCategory: Map<string, readonly Named[]>;
  readonly rows: Map<Named, Candidate>;
  readonly sections: Map<string, RuleRows>;
}
const sorted = new WeakMap<RuleBook, Sorted>();

function sort(book: RuleBook): Sorted {
  const onAll: Named[] = [];
  const onSome = new Map<string, Named[]>();
  for (const [place, [id, rule]] of Object.entries(book).entries()) {
    const named = { id, rule, place };
    if (rule.categories === 'all') onAll.push(named);
    else for (const category of rule.categories) addToGroup(onSome, category, [named]);
  }
  return { onAll, onSome, byCategory: new Map(), rows: new Map(), sections: new Map() };
}

const sortedOf = (book: RuleBook): Sorted => madeOnce(sorted, book, () => sort(book));

/** The rules that can concern one category at all, in the order of the book. */
export function rulesOn(book: RuleBook, category: string): readonly Named[] {
  const { onAll, onSome, byCategory } = sortedOf(book);
  return madeOnce(byCategory, category, () =>
    [...groupOf(onSome, category), ...onAll].toSorted((a, b) => a.place - b.place),
  );
}

/** The rows that can concern one category in one edition and route, in the order of the book. */
export function sectionFor(book: RuleBook, edition: Edition, route: Route, category: string): RuleRows {
  const { sections, rows } = sortedOf(book);
  return madeOnce(sections, `${edition} ${route} ${category}`, () => {
    const byGate = Object.fromEntries(GATE_ORDER.map((gate) => [gate, [] as Candidate[]])) as Record<Gate, Candidate[]>;
    for (const named of rulesOn(book, category)) {
      const { editions, routes, gate } = named.rule;
      if (covers(editions, edition) && covers(routes, route))
        byGate[gate].push(madeOnce(rows, named, () => rowOf(named)));
    }
    return { byGate, asked: new Map() };
  });
}

function rowOf({ id, rule }: Named): Candidate {
  const cells = cellsOf(rule);
  const asked = cells.map(([fact, values]) => ({
    place: must(PLACES.get(fact), `the place of ${fact}`),
    id: fact,
    fact: FACTS[fact],
    values,
  }));
  return { id, rule, cells, asked };
}

export const askedOf = ({ byGate, asked }: RuleRows, gates: readonly Gate[]): AskedRows =>
  madeOnce(asked, gates.join(), () => {
    const rows = rowsAsked(byGate, gates);
    const perItem = new Set<FactId>();
    for (const row of rows) for (const { id, fact } of row.asked) if (fact.perItem) perItem.add(id);
    return { rows, perItem: [...perItem].toSorted().map((id) => FACTS[id]) };
  });

/**
 * The rows of some gates in the order in which they are asked. What an erase took for good is told before why no
 * backup held it: the one is what the person asks, and the other stands behind it as the reason.
 */
export function rowsAsked(byGate: RuleRows['byGate'], gates: readonly Gate[]): readonly Candidate[] {
  const rows = gates.flatMap((gate) => byGate[gate]);
  const isLoss = ({ rule }: Candidate): boolean => rule.outcome === 'lost-at-erase';
  return rows.some(isLoss) ? [...rows.filter(isLoss), ...rows.filter((row) => !isLoss(row))] : rows;
}
