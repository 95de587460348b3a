import { compareVersions } from '../../src/model/version.ts';
import type { Route } from '../../src/model/kinds.ts';
import type { CaseFile } from '../../src/rulebook/case/case-file.ts';
import { asksForPassword, listBackups } from '../../src/rulebook/case/listing.ts';
import type { EventOf } from '../event-of.ts';
import { guardOn } from '../guard.ts';
import { type Waits, WAITING_GUARDS } from '../waiting.ts';

export interface ListingContext extends Waits {
  readonly file: CaseFile;
  readonly account: string | null;
  readonly ios: string;
  readonly route: Route;
  readonly backup: string | null;
}
type Chosen = EventOf<'backup.chosen'>;

export const rowsOf = ({ file, account, ios, route }: ListingContext) => listBackups(file, account, ios, route);
const usableRow = (context: ListingContext, id: string) =>
  rowsOf(context).find((row) => row.usable && row.backup.id === id);

function sawRow(context: ListingContext, { backup }: Chosen) {
  const row = rowsOf(context).find((candidate) => candidate.backup.id === backup);
  return {
    backup,
    reason: row ? row.reason : 'no such backup',
    'made by iOS': row?.backup.ios,
    'device runs iOS': context.ios,
  };
}

const guard = guardOn<ListingContext>();

export const LISTING_GUARDS = {
  ...WAITING_GUARDS,
  somethingUsable: guard({
    holds: ({ context }) => rowsOf(context).some((row) => row.usable),
    saw: (context) => ({ usable: rowsOf(context).filter((row) => row.usable).length }),
    words: 'No backup in the list can be chosen.',
  }),
  isUsable: guard<Chosen>({
    holds: ({ context }, { backup }) => usableRow(context, backup) !== undefined,
    saw: sawRow,
    words: 'This backup cannot be chosen here.',
  }),
  isUsableAndLocked: guard<Chosen>({
    holds: ({ context }, { backup }) => {
      const row = usableRow(context, backup);
      return row !== undefined && asksForPassword(row.backup);
    },
    saw: sawRow,
    words: 'This backup cannot be chosen here.',
  }),
  backupPasswordFits: guard<EventOf<'backup.passwordEntered'>>({
    holds: ({ context }, { password }) =>
      password === 'right' && context.file.backup(context.backup)?.password === 'known',
    saw: ({ file, backup }, { password }) => ({
      password,
      'backup password known': file.backup(backup)?.password === 'known',
    }),
    words: 'The password of this backup does not fit.',
  }),
  updateWouldHelp: guard({
    holds: ({ context }) => {
      const { latestIos } = context.file.world.device;
      return latestIos !== undefined && compareVersions(latestIos, context.ios) > 0;
    },
    saw: ({ file, ios }) => ({ 'device runs iOS': ios, 'newest for this model': file.world.device.latestIos }),
    words: 'The device already runs the newest iOS it can.',
  }),
};
