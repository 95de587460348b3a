import type { Fate, Gate } from '../../model/fates.ts';
import { madeOnce } from '../../model/groups.ts';
import type { Backup, Item } from '../../model/world.ts';
import { type CaseFile, categoryOf } from '../case/case-file.ts';
import { UNKNOWN } from '../facts/fact.ts';
import { FACTS, type FactId } from '../facts/facts.ts';
import { Alike } from './alike.ts';
import { type AskedRows, askedOf, type Candidate, sectionFor } from './rows.ts';
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

/**
 * One cell table against the facts: holds, does not, or hangs on a fact that is not given. What was read for one row
 * is kept for the next ones, whose first cells are much the same.
 */
function matches({ asked }: Candidate, question: Question, known: (string | undefined)[]): true | false | FactId {
  let missing: FactId | undefined;
  for (const { place, id, fact, values } of asked) {
    const value = (known[place] ??= fact.read(question));
    if (values.includes(value)) continue;
    if (value !== UNKNOWN) return false;
    const possible = fact.mayBe?.(question);
    if (possible && !values.some((one) => possible.includes(one))) return false;
    missing ??= id;
  }
  return missing ?? true;
}

const NOTHING: readonly Item[] = [];

export const questionFor = (file: CaseFile, item: Item, situation: Situation, lacking?: readonly Item[]): Question =>
  questionsIn(file, situation)(item, lacking);

/** Asks about one item after another in the same situation. */
function questionsIn(file: CaseFile, situation: Situation): (item: Item, lacking?: readonly Item[]) => Question {
  const backup = file.backup(situation.backup);
  const route = backup?.kind ?? routeOf(file, situation);
  const isHeldBy = holdersIn(file);
  return (item, lacking = NOTHING) => ({
    file,
    item,
    category: categoryOf(item),
    backup,
    situation,
    route,
    isHeldBy,
    lacking,
  });
}

export const heldBy = (file: CaseFile, item: Item, backup: Backup): Held => holdersIn(file)(item, backup);

/** Which backup holds what: worked out for each backup once somebody asks. */
const holdersIn = (file: CaseFile): Question['isHeldBy'] =>
  file.remember('held by', () => {
    const known = new Map<string, (item: Item) => Held>();
    return (item: Item, backup: Backup) => {
      let isHeld = known.get(backup.id);
      if (!isHeld) known.set(backup.id, (isHeld = holderAt(file, backup)));
      return isHeld(item);
    };
  });

/** By the rows of capture, asked as if nothing had been erased: an erase takes nothing from a backup. */
function holderAt(file: CaseFile, backup: Backup): (item: Item) => Held {
  const ask = questionsIn(file, { ...situationAtStart(file), erased: false, backup: backup.id });
  const judge = judgeAt(['capture']);
  return (item) => {
    const verdict = judge(ask(item));
    return verdict === null ? 'yes' : verdict.outcome === 'unknown' ? 'unknown' : 'no';
  };
}

/**
 * Where the list of the backup itself does not name an item, it is not in it, whatever else nobody knows: a row that
 * hangs on a fact says nothing then, and the rows behind it tell for certain.
 */
const isSettledByList = ({ rule }: Candidate, question: Question): boolean =>
  rule.gate === 'capture' && FACTS['item.listed'].read(question) === 'not-named';

/** The rows that are asked about such a question, at some gates. */
const askedAbout = ({ file: { world, book }, route, item }: Question, gates: readonly Gate[]): AskedRows =>
  askedOf(sectionFor(book, world.edition, route, item.category), gates);

/** The verdict of the first of the given gates that has one; `null` when the item passes them all. */
export const decide = (question: Question, gates: readonly Gate[]): Verdict | null =>
  decideBy(askedAbout(question, gates).rows, question);

function decideBy(rows: readonly Candidate[], question: Question): Verdict | null {
  let first: { gate: Gate; rule: string; outcome: Fate; missing?: FactId } | undefined;
  const also: string[] = [];
  const known: (string | undefined)[] = [];
  for (const candidate of rows) {
    const match = matches(candidate, question, known);
    if (match === false || (match !== true && isSettledByList(candidate, question))) continue;
    const { id, rule } = candidate;
    if (first) {
      if (match === true) also.push(id);
    } else if (match === true) first = { gate: rule.gate, rule: id, outcome: rule.outcome };
    else first = { gate: rule.gate, rule: id, outcome: 'unknown', missing: match };
  }
  return first ? { ...first, also } : null;
}

/** `decide` for many questions: items that agree in every fact their rules read are judged once. */
function judgeAt(gates: readonly Gate[]): (question: Question) => Verdict | null {
  // The route hangs on the situation, so it is one for all of them.
  const byCategory = new Map<string, (question: Question) => Verdict | null>();
  return (question) =>
    madeOnce(byCategory, question.item.category, () => {
      const { rows, perItem } = askedAbout(question, gates);
      const alike = new Alike<Verdict | null>(perItem);
      const find = (one: Question): Verdict | null => decideBy(rows, one);
      return (one) => alike.answer(one, find);
    })(question);
}

/** The verdicts on many items in one situation. */
export function decideAll(
  file: CaseFile,
  items: readonly Item[],
  situation: Situation,
  gates: readonly Gate[],
  lacking?: (item: Item) => readonly Item[],
): readonly (Verdict | null)[] {
  if (items.length === 0) return [];
  const ask = questionsIn(file, situation);
  const judge = judgeAt(gates);
  return items.map((item) => judge(ask(item, lacking?.(item))));
}
