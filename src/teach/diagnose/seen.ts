import { FATES, GATE_ORDER, GATES_AT_FREEZE, type Gate } from '../../model/fates.ts';
import type { Route } from '../../model/kinds.ts';
import { must } from '../../model/must.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import { isPerhaps, type Situation } from '../../rulebook/case/situation.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import { questionFor } from '../../rulebook/judge/decide.ts';
import { sectionFor } from '../../rulebook/judge/rows.ts';
import { situationFor } from '../../insight/explain/situation-for.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { lackingKnown } from '../../run/parts.ts';
import type { Run } from '../../run/play.ts';

/** What can be asked about an item, and at which gate the answer counts. */
export type AskedAt = ReadonlyMap<FactId, Gate>;

/**
 * The facts that some rule reads for this kind of data, in the order of the table of facts. One that several gates
 * read is answered as it stood at the first of them.
 */
export function factsFor({ book, world }: CaseFile, category: string, routes: readonly Route[]): AskedAt {
  const gates = new Map<FactId, Gate>();
  for (const gate of GATE_ORDER)
    for (const route of routes)
      for (const { cells } of sectionFor(book, world.edition, route, category).byGate[gate])
        for (const [fact] of cells) if (!gates.has(fact)) gates.set(fact, gate);
  const inOrder = (Object.keys(FACTS) as FactId[]).filter((fact) => gates.has(fact));
  return new Map(inOrder.map((fact) => [fact, must(gates.get(fact), fact)]));
}

/** How one world ends for the item that the customer misses, and what the customer would answer. */
export interface Seen {
  readonly row: LedgerRow;
  readonly answers: ReadonlyMap<FactId, string>;
}

/** The customer has it not, or it is of no use, and that is known. */
export const isNotThere = ({ fate }: LedgerRow): boolean => fate !== null && fate !== 'unknown' && !FATES[fate].works;

/** Reads one story for several items; what is settled of it is folded once. */
export class StoryReader {
  readonly #run: Run;
  readonly #situations = new Map<string, Situation>();

  constructor(run: Run) {
    this.#run = run;
  }

  row(id: string): LedgerRow {
    return must(this.#run.ledger.row(id), `the ledger row of ${id}`);
  }

  see(id: string, facts: AskedAt): Seen {
    const { file } = this.#run.simulation;
    const item = must(file.item(id), `the item ${id}`);
    const { lines } = this.#run.journal;
    const needs = item.needs.length === 0 ? undefined : lackingKnown(file, lines, lines.length - 1)[id];
    const lacking = needs?.map((need) => must(file.item(isPerhaps(need) ? need.slice(1) : need), need));
    const answers = new Map<FactId, string>();
    for (const [fact, gate] of facts)
      answers.set(fact, FACTS[fact].read(questionFor(file, item, this.#situationAt(gate), lacking)));
    return { row: this.row(id), answers };
  }

  #situationAt(gate: Gate): Situation {
    const moment = GATES_AT_FREEZE.includes(gate) ? 'freeze' : gate === 'sync' ? 'sync' : 'end';
    let situation = this.#situations.get(moment);
    if (!situation)
      this.#situations.set(moment, (situation = situationFor(this.#run.journal.lines, Number.POSITIVE_INFINITY, gate)));
    return situation;
  }
}
