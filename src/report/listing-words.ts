import { dayInWords } from '../model/time.ts';
import type { Backup } from '../model/world.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import { listBackups, type ListingRow } from '../rulebook/case/listing.ts';
import { BLOCKS } from '../rulebook/case/blocks.ts';
import { routeOf, type Situation } from '../rulebook/case/situation.ts';

/** The rows of the backup list as the customer reads them, and the backups that are not in it, each with the reason. */
export function listWords(file: CaseFile, situation: Situation): string[] {
  const rows = listBackups(file, situation.account, situation.ios, routeOf(file, situation));
  const shown = rows.filter((row) => row.shown).map(rowWords);
  const absent = rows.filter((row) => !row.shown).map((row) => `Not in the list: ${nameOf(row)}. ${reasonOf(row)}.`);
  return [...(shown.length > 0 ? shown : ['The list is empty.']), ...absent];
}

/** EL-02: one in iCloud that was never finished shows no date; the day it was begun is what the teller knows. */
export const hasNoDate = ({ complete, kind }: Backup): boolean => complete === 'no' && kind === 'icloud';

const dayOf = (backup: Backup): string =>
  hasNoDate(backup) ? `No date and no size (begun on ${dayInWords(backup.made)})` : dayInWords(backup.made);

const nameOf = ({ backup }: ListingRow): string =>
  `${dayOf(backup)}, ${backup.device} (${backup.model}, iOS ${backup.ios})`;
const reasonOf = ({ reason }: ListingRow): string => (reason === null ? '' : BLOCKS[reason]);
const rowWords = (row: ListingRow): string => (row.usable ? nameOf(row) : `${nameOf(row)}, dimmed. ${reasonOf(row)}.`);
