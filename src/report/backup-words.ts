import { formatCount } from '../model/bytes.ts';
import { capitalised } from '../model/phrases.ts';
import { areTabletAndPhone, DEVICE_KIND_NAMES } from '../model/kinds.ts';
import { spokenNames } from '../model/spoken-names.ts';
import type { Backup } from '../model/world.ts';
import type { CaseFile } from '../rulebook/case/case-file.ts';
import { DAYS_UNTIL_DELETION, daysWithoutBackup, mayBeDeleted } from '../rulebook/case/listing.ts';
import { contradictionsOf, fitsIntoThePlan } from '../rulebook/case/self-description.ts';

/** What is particular about a backup, and what it says of itself that is not so. */
export interface BackupNote {
  readonly backup: string;
  readonly text: string;
  readonly cites: readonly string[];
}

/** The eras of iOS 7 and 8 have rules of their own for it. */
const isBetweenTabletAndPhone = ({ world: { edition, device } }: CaseFile, { deviceKind }: Backup): boolean =>
  edition === 'modern' && areTabletAndPhone(deviceKind, device.kind);

export const backupNotes = (file: CaseFile): readonly BackupNote[] => {
  const nameOf = (id: string): string => capitalised(spokenNames(file.world).backup(id));
  return file.world.backups.flatMap((backup): BackupNote[] => [
    ...contradictionsOf(file, backup).map(({ says, really, follows, cites }) => ({
      backup: nameOf(backup.id),
      text: `${says} ${really} ${follows}`,
      cites,
    })),
    ...(fitsIntoThePlan(file, backup)
      ? [
          {
            backup: nameOf(backup.id),
            text:
              'It lies in borrowed space, although it fits into the room of the plan. By reports, such space is ' +
              'offered only when the ordinary backup does not fit.',
            cites: ['BK-04'],
          },
        ]
      : []),
    ...(backup.archive === 'yes'
      ? [
          {
            backup: nameOf(backup.id),
            text: 'It is an archive: it stays beside the latest backup of the same device and can be chosen as well.',
            cites: ['BK-07'],
          },
        ]
      : []),
    ...(mayBeDeleted(file, backup)
      ? [
          {
            backup: nameOf(backup.id),
            text:
              `No backup of this device has gone to iCloud for ${formatCount(daysWithoutBackup(file, backup))} days. ` +
              `After ${DAYS_UNTIL_DELETION} Apple may delete it. Here it is taken as still there: look in the list ` +
              'whether it is before anything is erased.',
            cites: ['EL-04'],
          },
        ]
      : []),
    ...(isBetweenTabletAndPhone(file, backup)
      ? [
          {
            backup: nameOf(backup.id),
            text:
              `It was made by an ${DEVICE_KIND_NAMES[backup.deviceKind]}. Apple says that some data may then not ` +
              `come back to an ${DEVICE_KIND_NAMES[file.world.device.kind]}, and does not say which.`,
            cites: ['EL-18'],
          },
        ]
      : []),
    ...(backup.contents === 'partial'
      ? [
          {
            backup: nameOf(backup.id),
            text: 'It is partial on purpose: it holds what was chosen for it, and knows nothing of the rest.',
            cites: ['BK-15'],
          },
        ]
      : []),
  ]);
};
