import { must } from '../../model/must.ts';
import { cellsOf } from '../../rulebook/judge/cells.ts';
import { questionFor } from '../../rulebook/judge/decide.ts';
import { sectionFor } from '../../rulebook/judge/rows.ts';
import { FACTS, type FactId } from '../../rulebook/facts/facts.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import type { Run } from '../../run/play.ts';
import { findItem } from '../explain/find-item.ts';
import { situationFor } from '../explain/situation-for.ts';

/** They only tell which of two rules stops an item, never whether one does. */
const PARTING: readonly FactId[] = ['item.last-copy-erased', 'backup.chosen'];

/**
 * Facts of which one has to change before an item comes back: those of the rule that decided,
 * and what keeps iCloud's own copy away: the rule that withholds it, or the first fact that stands against its arrival.
 */
export function factsBehind(run: Run, row: LedgerRow): ReadonlySet<FactId> {
  const { book } = run.simulation.file;
  const isOpen = run.ledger.outcome === 'in-progress';
  const facts = new Set<FactId>(isOpen ? ['restore.ended', 'service.account'] : []);
  const readBy = (rule: string | null | undefined): FactId[] =>
    rule ? cellsOf(must(book[rule], rule)).map(([fact]) => fact) : [];
  // What stopped the backup's copy stays behind a later word about iCloud's.
  for (const rule of [row.rule, row.under?.rule, row.backupCopy?.rule])
    for (const fact of readBy(rule)) facts.add(fact);
  // The last copy went with the device, or may have: whatever would have kept one elsewhere, or brings one, helps.
  if (row.rule && must(book[row.rule], row.rule).outcome === 'lost-at-erase')
    for (const fact of ['item.in-a-backup', ...row.also.flatMap(readBy)] as const) facts.add(fact);
  for (const fact of row.syncWithheld ? readBy(row.syncWithheld) : againstSync(run, row)) facts.add(fact);
  for (const fact of PARTING) facts.delete(fact);
  // A part that does not come keeps of no use what needs it.
  if (row.fate === 'of-no-use')
    for (const need of must(run.simulation.file.item(row.id), 'an item of the ledger').needs)
      for (const fact of factsBehind(run, must(run.ledger.row(need), need))) facts.add(fact);
  return facts;
}

function againstSync({ simulation: { file }, journal }: Run, { id }: LedgerRow): FactId[] {
  const { book, world } = file;
  const item = must(file.item(id), 'an item of the ledger');
  const question = questionFor(file, item, situationFor(journal.lines, Number.POSITIVE_INFINITY, 'sync'));
  return sectionFor(book, world.edition, world.route, item.category)
    .byGate.sync.filter(({ rule }) => rule.outcome === 'synced')
    .flatMap(({ cells }) => {
      const against = cells.filter(([fact, values]) => !values.includes(FACTS[fact].read(question)));
      // Nothing stands against it, and yet it did not come: a service has not had its turn.
      return against.length > 0 ? against.slice(0, 1).map(([fact]) => fact) : cells.map(([fact]) => fact);
    });
}

/** The accounts whose state can touch an item: who signs in, who bought it, whose iCloud it is. */
export function accountsThatMatter({ scenario: { script, world } }: Run, id: string): ReadonlySet<string> {
  const item = findItem({ world }, id);
  const app = world.items.find(
    ({ category, app: name }) => category === 'app' && name !== undefined && name === item.app,
  );
  const entered = script.map((entry) => ('do' in entry ? entry.account : undefined));
  const named = [...entered, world.accounts[0]?.id, item.account, app?.account, world.services.account];
  return new Set(named.filter((account) => account !== undefined));
}
