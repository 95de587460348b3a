import { type Fate, GATE_ORDER, type Gate } from '../../model/fates.ts';
import type { Backup, Item } from '../../model/world.ts';
import type { Edition, Route } from '../../model/kinds.ts';
import { type CaseFile, categoryOf } from '../case/case-file.ts';
import { UNKNOWN } from '../facts/fact.ts';
import { FACTS, type FactId } from '../facts/facts.ts';
import type { Rule, RuleBook } from '../tables/rule.ts';
import { type Cell, cellsOf } from './cells.ts';
import { type Held, type Question, routeOf, type Situation, situationAtStart } from '../case/situation.ts';

/*
 * How the rule book is asked.
 *
 * The first row that holds decides, and the search goes on: what a trainer wants to know next is whether the item
 * would have come back without that rule. So the rows behind it that hold as well are kept as `also`, over all the
 * gates that were asked, and an explanation names them.
 *
 * A fact that nobody has given is not a fact that does not fit. A row whose other cells all fit, and which hangs on
 * such a fact alone, cannot be passed over: were the fact as the row says, it would decide. So the verdict is then
 * `unknown`, with the fact that is missing, even though a row further down would hold for certain. A guess would be
 * right more often than a question, and wrong just where it matters. Behind the first, a row that hangs on a fact says
 * nothing, for nothing is known of it.
 *
 * Most items of a large library agree in everything that rules read of them. The rows that can concern a category are
 * therefore sorted out once, and so are the facts in which two of its items can differ; items that agree in those
 * are judged once. All the other facts are the same for every item of the category, and it is the property `perItem`
 * of a fact that says so: a fact that reads the item and does not say so would give one item the verdict of another.
 */

/** What the rule book says of an item at the first gate that stops it. */
export interface Verdict {
  readonly gate: Gate;
  readonly rule: string;
  readonly outcome: Fate;
  /** The fact that is not given, when the outcome is `unknown`. */
  readonly missing?: FactId;
  /** Rules behind the first that would have stopped it too. */
  readonly also: readonly string[];
}

export interface Candidate {
  readonly id: string;
  readonly rule: Rule;
  readonly cells: readonly Cell[];
}

export interface RuleRows {
  readonly byGate: Readonly<Record<Gate, readonly Candidate[]>>;
  /** By the gates that were asked together: there are few such sets. */
  readonly asked: Map<string, Asked>;
}

/** The rows of some gates, and the facts they read in which two items of the category can differ. */
interface Asked {
  readonly rows: readonly Candidate[];
  readonly perItem: readonly FactId[];
}

const covers = <T>(scope: readonly T[] | 'all', value: T): boolean => scope === 'all' || scope.includes(value);

const sections = new WeakMap<RuleBook, Map<string, RuleRows>>();

/** The rows that can concern one category in one edition and route, in the order of the book. */
export function sectionFor(book: RuleBook, edition: Edition, route: Route, category: string): RuleRows {
  let cache = sections.get(book);
  if (!cache) sections.set(book, (cache = new Map()));
  const key = `${edition} ${route} ${category}`;
  let section = cache.get(key);
  if (!section) cache.set(key, (section = buildSection(book, edition, route, category)));
  return section;
}

function buildSection(book: RuleBook, edition: Edition, route: Route, category: string): RuleRows {
  const byGate = Object.fromEntries(GATE_ORDER.map((gate) => [gate, [] as Candidate[]])) as Record<Gate, Candidate[]>;
  for (const [id, rule] of Object.entries(book)) {
    if (!covers(rule.editions, edition) || !covers(rule.routes, route) || !covers<string>(rule.categories, category))
      continue;
    byGate[rule.gate].push({ id, rule, cells: cellsOf(rule) });
  }
  return { byGate, asked: new Map() };
}

function askedOf(section: RuleRows, gates: readonly Gate[]): Asked {
  const key = gates.join();
  let asked = section.asked.get(key);
  if (!asked) {
    const rows = rowsAsked(section.byGate, gates);
    const facts = new Set(rows.flatMap(({ cells }) => cells.map(([fact]) => fact)));
    const perItem = [...facts].filter((fact) => FACTS[fact].perItem).toSorted();
    section.asked.set(key, (asked = { rows, perItem }));
  }
  return asked;
}

/** One cell table against the facts: holds, does not, or hangs on a fact that is not given. */
function matches(candidate: Candidate, question: Question): true | false | FactId {
  let missing: FactId | undefined;
  for (const [fact, values] of candidate.cells) {
    const value = FACTS[fact].read(question);
    if (values.includes(value)) continue;
    if (value !== UNKNOWN) return false;
    const possible = FACTS[fact].mayBe?.(question);
    if (possible && !values.some((one) => possible.includes(one))) return false;
    missing ??= fact;
  }
  return missing ?? true;
}

export function questionFor(file: CaseFile, item: Item, situation: Situation, lacking: readonly Item[] = []): Question {
  const backup = file.backup(situation.backup);
  return {
    file,
    item,
    category: categoryOf(item),
    backup,
    situation,
    route: backup?.kind ?? routeOf(file, situation),
    isHeldBy: (other) => heldBy(file, item, other),
    lacking,
  };
}

/** By the rows of capture, asked as if nothing had been erased: an erase takes nothing from a backup. */
function heldBy(file: CaseFile, item: Item, backup: Backup): Held {
  const { situation, perItem, known } = file.remember(`held by ${backup.id}`, () => ({
    situation: { ...situationAtStart(file), erased: false, backup: backup.id },
    perItem: new Map<string, readonly FactId[]>(),
    known: new Map<string, Held>(),
  }));
  const { category } = item;
  let facts = perItem.get(category);
  if (!facts) {
    ({ perItem: facts } = askedOf(sectionFor(file.book, file.world.edition, backup.kind, category), ['capture']));
    perItem.set(category, facts);
  }
  const question = questionFor(file, item, situation);
  let key: string = category;
  for (const fact of facts) key += `|${FACTS[fact].read(question)}`;
  let held = known.get(key);
  if (held === undefined) {
    const verdict = decide(question, ['capture']);
    known.set(key, (held = verdict === null ? 'yes' : verdict.outcome === 'unknown' ? 'unknown' : 'no'));
  }
  return held;
}

/**
 * The rows of some gates in the order in which they are asked. What an erase took for good is told before why no
 * backup held it: the one is what the person asks, and the other stands behind it as the reason.
 */
export function rowsAsked(byGate: RuleRows['byGate'], gates: readonly Gate[]): readonly Candidate[] {
  const rows = gates.flatMap((gate) => byGate[gate]);
  const isLoss = ({ rule }: Candidate): boolean => rule.outcome === 'lost-at-erase';
  return rows.some(isLoss) ? [...rows.filter(isLoss), ...rows.filter((row) => !isLoss(row))] : rows;
}

/**
 * Where the list of the backup itself does not name an item, it is not in it, whatever else nobody knows: a row that
 * hangs on a fact says nothing then, and the rows behind it tell for certain.
 */
const isSettledByList = ({ rule }: Candidate, question: Question): boolean =>
  rule.gate === 'capture' && FACTS['item.listed'].read(question) === 'not-named';

/** The verdict of the first of the given gates that has one; `null` when the item passes them all. */
export function decide(question: Question, gates: readonly Gate[]): Verdict | null {
  const { world, book } = question.file;
  const section = sectionFor(book, world.edition, question.route, question.item.category);
  let first: { gate: Gate; rule: string; outcome: Fate; missing?: FactId } | undefined;
  const also: string[] = [];
  for (const candidate of askedOf(section, gates).rows) {
    const match = matches(candidate, question);
    if (match === false || (match !== true && isSettledByList(candidate, question))) continue;
    const { id, rule } = candidate;
    if (first) {
      if (match === true) also.push(id);
    } else if (match === true) first = { gate: rule.gate, rule: id, outcome: rule.outcome };
    else first = { gate: rule.gate, rule: id, outcome: 'unknown', missing: match };
  }
  return first ? { ...first, also } : null;
}

/** `decide` for many items: items that agree in every fact their rules read are judged once. */
export function decideAll(
  file: CaseFile,
  items: readonly Item[],
  situation: Situation,
  gates: readonly Gate[],
  lacking?: (item: Item) => readonly Item[],
): (Verdict | null)[] {
  const { world, book } = file;
  const cache = new Map<string, Verdict | null>();
  // The route hangs on the situation, so it is one for all of them.
  const perItem = new Map<string, readonly FactId[]>();
  return items.map((item) => {
    const question = questionFor(file, item, situation, lacking?.(item));
    let key: string = item.category;
    let facts = perItem.get(key);
    if (!facts) {
      ({ perItem: facts } = askedOf(sectionFor(book, world.edition, question.route, key), gates));
      perItem.set(key, facts);
    }
    for (const fact of facts) key += `|${FACTS[fact].read(question)}`;
    let verdict = cache.get(key);
    if (verdict === undefined) cache.set(key, (verdict = decide(question, gates)));
    return verdict;
  });
}
