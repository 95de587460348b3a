import type { Backup, Item, World } from '../model/world.ts';
import type { CopyKind } from '../model/copy-kinds.ts';
import { must } from '../model/must.ts';
import { type CaseFile, categoryNamed } from '../rulebook/case/case-file.ts';
import { isBeyondReach } from '../rulebook/case/listing.ts';
import { type Situation, situationAtStart } from '../rulebook/case/situation.ts';
import { decide, heldBy, questionFor } from '../rulebook/judge/decide.ts';
import { copiesOffered } from '../rulebook/tables/copies.ts';
import { caseFileOf } from './case-file-of.ts';
import type { JournalLine } from './journal-line.ts';
import type { LedgerRow } from './ledger.ts';
import { settledAt } from './standing.ts';

/** What its own rules keep from this device is not offered: that backup holds it as well, and it would not come. */
export function isShutOut(file: CaseFile, item: Item, situation: Situation | null, backup: Backup): boolean {
  const question = questionFor(file, item, { ...(situation ?? situationAtStart(file)), backup: backup.id });
  return decide(question, ['eligibility'])?.outcome === 'excluded';
}

/** Whether a backup beside the chosen one still can be used and holds something that did not come. */
function isInAnotherBackup(world: World, lines: readonly JournalLine[], rows: readonly LedgerRow[]): boolean {
  const { situation } = settledAt(lines, Number.POSITIVE_INFINITY);
  const file = caseFileOf(world);
  const others = world.backups.filter(({ id }) => id !== situation?.backup).filter((one) => !isBeyondReach(file, one));
  return rows.some(({ id, from, fate }) => {
    const item = must(file.item(id), id);
    if (from !== null || fate === 'pending' || categoryNamed(item.category).returns === 'store') return false;
    return others.some((backup) => heldBy(file, item, backup) === 'yes' && !isShutOut(file, item, situation, backup));
  });
}

/** The kinds of other copies that are offered at the end; another backup is one as an older one is. */
export function kindsOffered(world: World, lines: readonly JournalLine[], rows: readonly LedgerRow[]): CopyKind[] {
  const missing = new Set(rows.filter(({ from }) => from === null).map(({ id }) => id));
  const { situation } = settledAt(lines, Number.POSITIVE_INFINITY);
  return [
    ...copiesOffered({ file: caseFileOf(world), situation }, missing).map(({ kind }) => kind),
    ...(isInAnotherBackup(world, lines, rows) ? (['older-backup'] as const) : []),
  ];
}
