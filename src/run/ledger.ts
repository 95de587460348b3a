import { orNull } from '../model/optional.ts';
import { ARRIVES_AS, type ArrivesFrom, type Fate, FATES, type Gate, type Outcome } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { Item } from '../model/world.ts';
import type { Block } from '../rulebook/case/blocks.ts';
import type { FactId } from '../rulebook/facts/facts.ts';
import type { JournalLine, LineOf } from './journal-line.ts';

/** What has been said of an item at the gate where it was decided last. */
export interface Decided {
  /** `null`: still on the way. */
  readonly fate: Fate | null;
  readonly gate: Gate | null;
  readonly rule: string | null;
  /** The fact that is not given, when the fate is `unknown`. */
  readonly missing: FactId | null;
  readonly also: readonly string[];
}

/** Where one item is now, and why. */
export interface LedgerRow extends Decided {
  readonly id: string;
  /** On the device now, by whichever way. */
  readonly onPhone: boolean;
  /** What was decided of the copy that the restore or sync brings, where the gate `phone` has said more since. */
  readonly under: Decided | null;
  /** What brought it, also when it was lost later; `null` while nothing has, and once it may come another time. */
  readonly from: ArrivesFrom | null;
  /** The frozen verdict on the backup's copy: it stays, whatever sync brings. */
  readonly backupCopy: {
    readonly outcome: Fate | 'eligible';
    readonly gate: Gate;
    readonly rule: string | null;
  } | null;
  /** Why iCloud's own copy cannot come, when a rule says so. */
  readonly syncWithheld: string | null;
}

/** The fact that is not given; a line leaves out what a row says with `null`. */
export const missingOf = ({ missing }: LineOf<'item.judged'>): FactId | null => orNull(missing);

/**
 * The rule of which one speaks to the customer. What a backup was right to leave out, or could not open, would have
 * come from the copy that iCloud or the app keeps: why that copy does not come is the reason that can be mended.
 */
export const ruleSpokenOf = ({ rule, fate, syncWithheld }: Pick<LedgerRow, 'rule' | 'fate' | 'syncWithheld'>) =>
  syncWithheld !== null && (fate === 'never-in-backup' || fate === 'excluded') ? syncWithheld : rule;

const onTheWay = (id: string): LedgerRow => ({
  id,
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
});

/** The fold of the journal: where every item is after the lines applied so far. */
export class Ledger {
  readonly #rows: LedgerRow[];
  readonly #places: ReadonlyMap<string, number>;
  outcome: Outcome = 'in-progress';
  because: Block | null = null;

  /** `rows`: what was folded before, where the lines that led there are not at hand. */
  constructor(items: readonly Pick<Item, 'id'>[], rows?: readonly LedgerRow[]) {
    this.#rows = rows ? [...rows] : items.map(({ id }) => onTheWay(id));
    this.#places = new Map(items.map(({ id }, index) => [id, index]));
  }

  get rows(): readonly LedgerRow[] {
    return this.#rows;
  }

  row(id: string): LedgerRow | undefined {
    const place = this.#places.get(id);
    return place === undefined ? undefined : this.#rows[place];
  }

  /** Applies one line; tells `changed` each row before and after. */
  apply(line: JournalLine, changed?: (index: number, before: LedgerRow, after: LedgerRow) => void): void {
    switch (line.type) {
      case 'attempt.began':
        this.outcome = 'in-progress';
        this.because = null;
        if (line.attempt > 1)
          this.#change(
            this.#rows.map(({ id }) => id),
            (row) => onTheWay(row.id),
            changed,
          );
        break;
      case 'restore.ended':
        this.outcome = line.outcome;
        this.because = line.because;
        break;
      case 'item.judged':
        this.#change(line.items, (row) => afterJudgement(row, line), changed);
        break;
      case 'item.arrived':
        this.#change(line.items, (row) => afterArrival(row, line), changed);
        break;
      case 'item.waiting':
        this.#change(line.items, (row) => afterWaiting(row, line), changed);
        break;
      case 'phone.held':
        this.#change(line.items, (row) => ({ ...row, onPhone: true }), changed);
        break;
      case 'item.removed':
        this.#change(line.items, (row) => ({ ...row, onPhone: false }), changed);
        break;
      case 'sync.withheld':
        this.#change(line.items, (row) => ({ ...row, syncWithheld: line.rule }), changed);
        break;
      default:
    }
  }

  #change(
    ids: readonly string[],
    next: (row: LedgerRow) => LedgerRow,
    changed?: (index: number, before: LedgerRow, after: LedgerRow) => void,
  ): void {
    for (const id of ids) {
      const place = this.#places.get(id);
      if (place === undefined) continue;
      const before = must(this.#rows[place], 'the row of an item');
      const after = next(before);
      this.#rows[place] = after;
      changed?.(place, before, after);
    }
  }
}

const decidedOf = ({ fate, gate, rule, missing, also }: Decided): Decided => ({ fate, gate, rule, missing, also });

/** What is done with an app afterwards is no verdict on the copy that did not come. */
const isSettled = ({ backupCopy }: LedgerRow): boolean =>
  backupCopy !== null && backupCopy.outcome !== 'eligible' && FATES[backupCopy.outcome].closed;

function afterJudgement(row: LedgerRow, line: LineOf<'item.judged'>): LedgerRow {
  const { outcome, gate, rule } = line;
  if (gate === 'phone') return afterPhone(row, line);
  // What is not known of the backup's copy stays the question, whatever else is not known of iCloud's.
  if (gate === 'sync' && row.fate === 'unknown') return row;
  const backupCopy = gate === 'sync' || isSettled(row) ? row.backupCopy : { outcome, gate, rule };
  if (outcome === 'eligible') return { ...row, backupCopy };
  return decided({ ...row, backupCopy }, { fate: outcome, gate, rule, missing: missingOf(line), also: line.also });
}

/** What is not known of the copy that was there, and not of whether it works. */
const asksOfOwnCopy = ({ missing }: LineOf<'item.judged'>): boolean =>
  missing === 'phone.copy' || missing === 'phone.shared-store';

/** What is so on the device itself stands over what became of the copies that were to come. */
function afterPhone(row: LedgerRow, line: LineOf<'item.judged'>): LedgerRow {
  const { outcome, gate, rule } = line;
  // What has come since is what is there now, whatever was there before. Whether that works is another question.
  const isOfOwnCopy = outcome === 'never-left' || (outcome === 'unknown' && asksOfOwnCopy(line));
  if (isOfOwnCopy && row.from !== null) return row;
  const under = row.under ?? decidedOf(row);
  if (outcome === 'eligible') return { ...row, ...under, under: null };
  return {
    ...row,
    fate: outcome,
    gate,
    rule,
    missing: missingOf(line),
    also: line.also,
    under,
    // Whether it works is not known; that it is there is.
    onPhone: row.onPhone && (FATES[outcome].arrives || line.missing === 'item.lacks'),
  };
}

/**
 * What is on the device and stays there does not become another thing because a copy of it is decided upon. What had
 * come and was removed since begins anew with the next word on a copy: nothing has brought that one.
 */
const decided = (row: LedgerRow, verdict: Decided): LedgerRow =>
  row.under && row.onPhone
    ? { ...row, under: verdict }
    : { ...row, ...verdict, under: null, from: row.onPhone ? row.from : null };

const afterArrival = (row: LedgerRow, line: LineOf<'item.arrived'>): LedgerRow => ({
  ...decided(row, { fate: ARRIVES_AS[line.from], gate: line.gate, rule: line.rule, missing: null, also: [] }),
  from: line.from,
  onPhone: true,
  syncWithheld: withheldAfter(row, line.gate),
});

const afterWaiting = (row: LedgerRow, { gate, rule, also }: LineOf<'item.waiting'>): LedgerRow => ({
  ...decided(row, { fate: 'pending', gate, rule, missing: null, also }),
  syncWithheld: withheldAfter(row, gate),
});

/** The copy outside the backup that comes, or waits to come, is withheld no longer. */
const withheldAfter = ({ syncWithheld }: LedgerRow, gate: Gate): string | null =>
  gate === 'sync' ? null : syncWithheld;

export function foldLedger(items: readonly Pick<Item, 'id'>[], lines: readonly JournalLine[]): Ledger {
  const ledger = new Ledger(items);
  for (const line of lines) ledger.apply(line);
  return ledger;
}
