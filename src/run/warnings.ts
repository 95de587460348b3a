import { must } from '../model/must.ts';
import type { Item } from '../model/world.ts';
import { type Fate, FATES } from '../model/fates.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import { keptByItsApp } from '../rulebook/case/kept-by-its-app.ts';
import { goesWithItsApp, homeOf } from '../rulebook/case/on-the-device.ts';
import type { WarningId } from '../rulebook/tables/warnings.ts';
import type { LedgerRow } from './ledger.ts';

/** A warning, and the items that it is about. */
export interface Warning {
  readonly warning: WarningId;
  readonly items: readonly string[];
}

/** What people should mind next, as a restore has left the phone. */
export function warningsOf(file: CaseFile, rows: readonly LedgerRow[]): readonly Warning[] {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const rowOf: RowOf = ({ id }) => must(byId.get(id), `the row of ${id}`);
  const found: Readonly<Record<WarningId, (item: Item) => boolean>> = {
    'empty-state': (item) => canBeEmptied(file, rowOf, item),
    'two-phones-as-one': (item) => looksLikeTheOldPhone(file, rowOf, item),
  };
  return (Object.keys(found) as WarningId[])
    .map((warning) => ({ warning, items: file.world.items.filter(found[warning]).map(({ id }) => id) }))
    .filter(({ items }) => items.length > 0);
}

type RowOf = (item: Item) => LedgerRow;

/** A part of the app that did not come, or does not work. */
const isLacking = (fate: Fate | null): boolean => fate !== null && FATES[fate].closed && !FATES[fate].works;

/** Its server has it, and the app is there with less than it had. */
function canBeEmptied(file: CaseFile, rowOf: RowOf, item: Item): boolean {
  const { fate } = rowOf(item);
  if (!goesWithItsApp(item) || item.policy !== 'server') return false;
  if (fate !== 'pending' && fate !== 'downloaded-again') return false;
  const program = file.appItem(item.app);
  if (program && !rowOf(program).onPhone) return false;
  return file
    .itemsOfApp(item.app)
    .some((part) => part !== program && !keptByItsApp(part) && isLacking(rowOf(part).fate));
}

/** A copy from a backup of another device, which is not known to be out of use. */
function looksLikeTheOldPhone(file: CaseFile, rowOf: RowOf, item: Item): boolean {
  const { onPhone, from } = rowOf(item);
  const { device, oldPhone } = file.world;
  const isInUse = oldPhone === null || oldPhone.state === 'at-hand' || oldPhone.state === 'unknown';
  return (
    item.deviceMark === 'in-its-data' && onPhone && from === 'backup' && homeOf(file, item) !== device.name && isInUse
  );
}
