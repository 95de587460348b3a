import { type Fate, fateOn, FATES, FORMS, type Form, GATE_ORDER, type Gate, GATES } from '../../model/fates.ts';
import { given } from '../../model/given.ts';
import type { Route } from '../../model/kinds.ts';
import { must } from '../../model/must.ts';
import type { Item } from '../../model/world.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import { categoryOf } from '../../rulebook/case/case-file.ts';
import { keptByItsApp } from '../../rulebook/case/kept-by-its-app.ts';
import type { Category } from '../../rulebook/categories/category.ts';
import { routeOf } from '../../rulebook/case/situation.ts';
import { questionFor } from '../../rulebook/judge/decide.ts';
import type { RuleBook } from '../../rulebook/tables/rule.ts';
import { missingParts, returnsIn } from '../../rulebook/judge/judgement.ts';
import type { Dispute } from '../../rulebook/evidence/disputes.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import type { JournalLine } from '../../run/journal-line.ts';
import { type LedgerRow, ruleSpokenOf } from '../../run/ledger.ts';
import { lackingKnown, mayLack } from '../../run/parts.ts';
import { findItem } from './find-item.ts';
import { type ExplainedReference, explainReference, type ExplainedRule, explainRule } from './explain-rule.ts';
import { situationFor, situationSaid } from './situation-for.ts';
import { askOn } from '../../rulebook/facts/ask-on.ts';

/** As much of a story as an explanation needs: a whole `Run`, or one that stands at some step. */
export interface ExplainedRun {
  readonly simulation: { readonly file: CaseFile };
  readonly journal: { readonly lines: readonly JournalLine[] };
  readonly ledger: { readonly row: (id: string) => LedgerRow | undefined };
}

/** `brought`: it came at this gate; `stopped`: it dropped here; `elsewhere`: this gate does not concern it. */
export type GateState = 'passed' | 'brought' | 'stopped' | 'waits' | 'not-reached' | 'elsewhere' | 'unknown';

export interface GateStep {
  readonly gate: Gate;
  readonly title: string;
  readonly asks: string;
  readonly state: GateState;
  /** One sentence. */
  readonly says: string;
  readonly rule: string | null;
}

/** Why one item is where it is. */
export interface Explanation {
  readonly item: {
    readonly id: string;
    readonly title: string;
    readonly category: string;
    readonly categoryTitle: string;
    readonly form: Form;
    readonly formWords: string;
    readonly count: number;
    readonly bytes: number;
  };
  /** `null`: still on the way. */
  readonly fate: Fate | null;
  readonly word: string;
  readonly means: string;
  readonly gates: readonly GateStep[];
  /** What decided the fate; `null` when no rule did: it came from the backup, is on the way, or nobody knows. */
  readonly rule: ExplainedRule | null;
  /** For `unknown`: the rule that would decide if the missing fact were as it says. No fact, and nothing to be told. */
  readonly candidate: ExplainedRule | null;
  /** Rules behind the first that would have stopped it too. */
  readonly also: readonly ExplainedRule[];
  /** The frozen verdict on the backup's copy, when something else became of the item (A12b). */
  readonly backupCopy: {
    readonly outcome: Fate | 'eligible';
    readonly word: string;
    readonly gate: Gate;
    readonly rule: ExplainedRule | null;
    /** What the verdict is on: a copy is spoken of only where there was one. */
    readonly title: string;
  } | null;
  /** Why iCloud's own copy does not come. */
  readonly syncWithheld: ExplainedRule | null;
  /** For `unknown`: the fact that is not given, and the question that would settle it. */
  readonly missing: { readonly fact: FactId; readonly title: string; readonly ask: string } | null;
  /** Where this kind of data is held, for items that no rule stopped. */
  readonly references: readonly ExplainedReference[];
  readonly disputes: readonly Dispute[];
}

/*
 * Why an item is where it is was settled while the restore ran, and is not worked out again here. The ledger says
 * which rule decided, at which gate; the journal says in which step, and what was settled by then. All that is left
 * to do is to read the facts of that rule in the situation of that step: an explanation can then never disagree with
 * the verdict, and it shows the values that the verdict saw, not those at the end. (A passcode that is set after the
 * restore does not make yesterday's refusal look wrong.)
 *
 * An item may carry two verdicts, for the copy in the backup and for iCloud's own. They are told side by side: that
 * sync brought a photo back does not undo that the backup could not. So the row of gates follows the backup's copy as
 * far as it came, and sync has its own answer at the end, whatever stands before it.
 *
 * A gate before the one that decided was passed only if a backup was opened at all. In a restore that never began the
 * verdict is given at its end, for all gates at once: nothing came to the gates before, and to say that an item passed
 * them would be told of a restore that was not.
 */

const ON_THE_WAY = { word: 'On the way', means: 'Nothing has been decided about it yet.' };

/** Throws an InputError for an item that the story does not have. */
export function explainItem(story: ExplainedRun, itemId: string): Explanation {
  const { file } = story.simulation;
  const item = findItem(file, itemId);
  const row = must(story.ledger.row(item.id), `the ledger row of ${item.id}`);
  const category = categoryOf(item);
  const facts = new RuleReader(story, item, row);
  const { step } = must(story.journal.lines.at(-1), 'the last line of a story');
  const route = routeOf(file, situationFor(story.journal.lines, step, 'placement'));
  const { word, means } = row.fate ? fateOn(route, row.fate) : ON_THE_WAY;
  const found = facts.rule(row.rule, row.gate);
  const copy = row.backupCopy;
  const backupRule =
    copy && copy.outcome !== 'unknown' && (copy.rule !== row.rule || copy.gate !== row.gate)
      ? facts.rule(copy.rule, copy.gate)
      : null;
  const withheld = facts.rule(row.syncWithheld, 'sync');
  // What is said of an item to the customer is said once: not “look there” beside “it is not there”.
  const spoken = found && withheld && ruleSpokenOf(row) === withheld.id;
  const [rule, candidate] =
    row.fate === 'unknown' ? [null, found] : [spoken ? { ...found, customer: withheld.customer } : found, null];
  const also = row.also
    .map((id) => must(facts.rule(id, row.gate, row.rule), `the rule ${id}`))
    .filter(({ outcome }) => !FATES[outcome].arrives);
  const { missing } = row;
  return {
    item: {
      id: item.id,
      title: item.title,
      category: item.category,
      categoryTitle: category.title,
      form: category.form,
      formWords: FORMS[category.form],
      count: item.count,
      bytes: item.bytes,
    },
    fate: row.fate,
    word,
    means,
    gates: gatesOf(story, item, row),
    rule,
    candidate,
    also,
    backupCopy:
      copy && copy.outcome !== row.fate
        ? {
            outcome: copy.outcome,
            word: copy.outcome === 'eligible' ? 'Eligible' : fateOn(route, copy.outcome).word,
            gate: copy.gate,
            rule: backupRule,
            title: titleOfCopy(route, item, copy.gate),
          }
        : null,
    syncWithheld: withheld,
    missing: missing && { fact: missing, title: FACTS[missing].title, ask: askOn(route, missing) },
    references: rule ? [] : category.cites.map((id) => explainReference(id)),
    disputes: [...new Set(given([found, backupRule, withheld, ...also].map((explained) => explained?.dispute)))],
  };
}

/** No backup has what an app keeps elsewhere, and none was opened where nothing came to its gates. */
function titleOfCopy(route: Route, item: Item, gate: Gate): string {
  if (keptByItsApp(item) || gate === 'erase' || gate === 'sign-in' || gate === 'listing')
    return 'What the restore did for it';
  return route === 'direct' ? 'The copy on the old phone' : 'The copy in the backup';
}

/** Rules of one item, each with the values of the moment in which it was judged. */
class RuleReader {
  readonly #story: ExplainedRun;
  readonly #item: Item;
  readonly #row: LedgerRow;

  constructor(story: ExplainedRun, item: Item, row: LedgerRow) {
    this.#story = story;
    this.#item = item;
    this.#row = row;
  }

  /** `saidAs`: the rule that decided, where this one stood behind it and would have stopped the item as well. */
  rule(id: string | null, gate: Gate | null, saidAs = id): ExplainedRule | null {
    const { file } = this.#story.simulation;
    if (id === null) return null;
    const rule = must(file.book[id], `the rule ${id}`);
    const { lines } = this.#story.journal;
    const said = this.#placeOf(gate, saidAs);
    const situation =
      said === undefined
        ? situationFor(lines, Number.POSITIVE_INFINITY, must(gate, 'the gate of a verdict'))
        : situationSaid(lines, said);
    return explainRule(
      id,
      rule,
      questionFor(file, this.#item, situation, said === undefined ? [] : this.#lacking(said)),
    );
  }

  /** What the item needed and what was not on the device, or of no use there itself, when a line was said. */
  #lacking(said: number): readonly Item[] {
    const { file } = this.#story.simulation;
    if (!mayLack(file, this.#item)) return [];
    return missingParts(file, lackingKnown(file, this.#story.journal.lines, said))(this.#item);
  }

  /** The line in which this rule gave the verdict that counts at this gate. */
  #placeOf(gate: Gate | null, rule: string | null): number | undefined {
    const withheld = gate === 'sync' && this.#row.gate !== 'sync';
    const place = this.#story.journal.lines.findLastIndex((line) => {
      if (withheld && line.type === 'sync.withheld') return line.items.includes(this.#item.id);
      if (line.type !== 'item.judged' && line.type !== 'item.arrived' && line.type !== 'item.waiting') return false;
      return line.gate === gate && line.rule === rule && line.items.includes(this.#item.id);
    });
    return place < 0 ? undefined : place;
  }
}

/** The lines since the attempt began that a story stands in: what an earlier one came to says nothing of this one. */
const ofLastAttempt = (lines: readonly JournalLine[]): readonly JournalLine[] =>
  lines.slice(
    Math.max(
      0,
      lines.findLastIndex((line) => line.type === 'attempt.began' && line.attempt > 1),
    ),
  );

const SAYS: Readonly<Record<GateState, string>> = {
  passed: 'It passed.',
  brought: 'It arrived here.',
  stopped: 'It went no further.',
  waits: 'It waits here.',
  'not-reached': 'It did not get this far.',
  elsewhere: 'This gate does not concern it.',
  unknown: 'A fact is not given.',
};

const KEPT_BY_ITS_APP = 'No: its app keeps it on a server or in a backup of its own.';

function gatesOf({ simulation: { file }, journal }: ExplainedRun, item: Item, row: LedgerRow): GateStep[] {
  const began = ofLastAttempt(journal.lines).some(
    (line) => line.type === 'verdicts.frozen' || line.type === 'conditions.compared',
  );
  const step = must(journal.lines.at(-1), 'the last line of a story').step;
  const returns = returnsIn(file, item, situationFor(journal.lines, step, 'placement'));
  const gates = GATE_ORDER.filter((gate) => gate !== 'phone' || row.gate === 'phone');
  return gates.map((gate) => {
    const { state, rule } =
      gate === 'sync'
        ? atSync(item, row)
        : gate === 'phone'
          ? atPhone(row)
          : atGate(gate, returns, row, began, file.book);
    if (gate === 'capture' && state === 'passed' && keptByItsApp(item))
      return {
        gate,
        title: GATES[gate].title,
        asks: GATES[gate].asks,
        state: 'elsewhere',
        says: KEPT_BY_ITS_APP,
        rule,
      };
    // What a rule would say if a fact were so is told of nobody.
    const says = rule === null || state === 'unknown' ? SAYS[state] : must(file.book[rule], `the rule ${rule}`).says;
    return { gate, title: GATES[gate].title, asks: GATES[gate].asks, state, says, rule };
  });
}

/** What became of the backup's copy at one gate of the restore. `began`: a backup was opened at all. */
function atGate(
  gate: Gate,
  returns: Category['returns'],
  row: LedgerRow,
  began: boolean,
  book: RuleBook,
): { state: GateState; rule: string | null } {
  const { fate, gate: decidedAt, rule, also } = row.under ?? row;
  const verdict =
    fate && decidedAt && decidedAt !== 'sync' && decidedAt !== 'phone'
      ? { outcome: fate, gate: decidedAt, rule }
      : row.backupCopy;
  if (!verdict) return { state: 'not-reached', rule: null };
  if (verdict.outcome !== 'eligible' && gate === verdict.gate)
    return { state: stateOf(verdict.outcome), rule: verdict.rule };
  const isElsewhere = gate === (returns === 'placement' ? 'download' : 'placement');
  const here = GATE_ORDER.indexOf(gate);
  const end = GATE_ORDER.indexOf(verdict.gate);
  if (began && here <= end) {
    // What is lost is told before why no backup held it: the gate before it was no gate that it passed.
    const shut = also.find((id) => {
      const behind = must(book[id], `the rule ${id}`);
      return behind.gate === gate && !FATES[behind.outcome].arrives;
    });
    if (shut !== undefined) return { state: 'stopped', rule: shut };
    return { state: isElsewhere ? 'elsewhere' : 'passed', rule: null };
  }
  return {
    state:
      began && isElsewhere && verdict.outcome !== 'eligible' && FATES[verdict.outcome].arrives
        ? 'elsewhere'
        : 'not-reached',
    rule: null,
  };
}

const atPhone = ({ fate, rule }: LedgerRow): { state: GateState; rule: string | null } =>
  fate === null
    ? { state: 'not-reached', rule: null }
    : { state: fate === 'of-no-use' ? 'stopped' : stateOf(fate), rule };

function stateOf(fate: Fate): GateState {
  if (FATES[fate].arrives) return 'brought';
  if (fate === 'unknown') return 'unknown';
  return fate === 'pending' ? 'waits' : 'stopped';
}

function atSync(item: Item, row: LedgerRow): { state: GateState; rule: string | null } {
  // What an app brings by a way of its own comes after the restore too, and is told at this gate.
  if (row.gate === 'sync' && row.fate) return { state: stateOf(row.fate), rule: row.rule };
  if (!categoryOf(item).service) return { state: 'elsewhere', rule: null };
  if (row.syncWithheld) return { state: 'stopped', rule: row.syncWithheld };
  return { state: row.from === 'backup' ? 'elsewhere' : 'not-reached', rule: null };
}
