import { ARRIVES_AS, type ArrivesFrom, type Fate, type Gate, type Outcome } from '../model/fates.ts';
import { must } from '../model/must.ts';
import type { Item } from '../model/world.ts';
import type { Block } from '../rulebook/case/situation.ts';
import type { FactId } from '../rulebook/facts/facts.ts';
import type { JournalLine, LineOf } from './journal-line.ts';

/** Where one item is now, and why. */
export interface LedgerRow {
  readonly id: string;
  /** `null`: still on the way. */
  readonly fate: Fate | null;
  readonly gate: Gate | null;
  readonly rule: string | null;
  /** The fact that is not given, when the fate is `unknown`. */
  readonly missing: FactId | null;
  readonly also: readonly string[];
  /** What brought it; `null` while nothing has. */
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

const onTheWay = (id: string): LedgerRow => ({
  id,
  fate: null,
  gate: null,
  rule: null,
  missing: null,
  also: [],
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

  constructor(items: readonly Pick<Item, 'id'>[]) {
    this.#rows = items.map(({ id }) => onTheWay(id));
    this.#places = new Map(items.map(({ id }, index) => [id, index]));
  }

  get rows(): readonly LedgerRow[] {
    return this.#rows;
  }

  row(id: string): LedgerRow | undefined {
    return this.#rows[this.#places.get(id) ?? -1];
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
        this.#change(
          line.items,
          (row) => ({
            ...row,
            fate: 'pending',
            gate: line.gate,
            rule: line.rule,
            missing: null,
            also: line.also,
          }),
          changed,
        );
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

function afterJudgement(row: LedgerRow, line: LineOf<'item.judged'>): LedgerRow {
  const { outcome, gate } = line;
  // What is not known of the backup's copy stays the question, whatever else is not known of iCloud's.
  if (gate === 'sync' && row.fate === 'unknown') return row;
  const backupCopy = gate === 'sync' ? row.backupCopy : { outcome, gate, rule: line.rule };
  if (outcome === 'eligible') return { ...row, backupCopy };
  return { ...row, fate: outcome, gate, rule: line.rule, missing: line.missing ?? null, also: line.also, backupCopy };
}

const afterArrival = (row: LedgerRow, line: LineOf<'item.arrived'>): LedgerRow => ({
  ...row,
  fate: ARRIVES_AS[line.from],
  gate: line.gate,
  rule: line.rule,
  missing: null,
  also: [],
  from: line.from,
});

export function foldLedger(items: readonly Pick<Item, 'id'>[], lines: readonly JournalLine[]): Ledger {
  const ledger = new Ledger(items);
  for (const line of lines) ledger.apply(line);
  return ledger;
}
