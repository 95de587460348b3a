import { formatBytes, formatCount } from '../../model/bytes.ts';
import { majorOf } from '../../model/version.ts';
import type { Backup, Item } from '../../model/world.ts';
import type { ReferenceId } from '../evidence/references.ts';
import { heldBy } from '../judge/decide.ts';
import type { CaseFile } from './case-file.ts';

/** Something that a backup says of itself and that is not so, and what really comes of it. */
export interface Contradiction {
  readonly says: string;
  readonly really: string;
  readonly follows: string;
  readonly cites: readonly ReferenceId[];
}

/** What a backup says of itself against how it is. A program goes by the one, and the data by the other. */
export function contradictionsOf(file: CaseFile, backup: Backup): readonly Contradiction[] {
  const { declared, encrypted, complete, damaged } = backup;
  const found: Contradiction[] = [];
  if (declared.encrypted === 'yes' && encrypted === 'no')
    found.push({
      says: 'It says that it is encrypted.',
      really: 'It is not.',
      follows: 'A password is asked for, and what only encrypted backups hold is not in it.',
      cites: ['RT-09', 'CP-15'],
    });
  if (declared.encrypted === 'no' && encrypted === 'yes')
    found.push({
      says: 'It says that it is not encrypted.',
      really: 'It is.',
      follows: 'Nobody is asked for its password, and nothing in it can be read. (Our inference.)',
      cites: ['RT-09', 'CP-15'],
    });
  if (backup.kind === 'computer' && declared.complete === 'yes' && complete === 'no')
    found.push({
      says: 'It says that it was finished.',
      really: 'It was not.',
      follows: 'The restore begins and breaks off where files are missing.',
      cites: ['TL-11', 'MB-205'],
    });
  if (backup.kind === 'computer' && declared.complete === 'no' && complete === 'yes')
    found.push({
      says: 'It says that it was not finished.',
      really: 'Everything is there.',
      follows: 'A program goes by what it says and refuses it.',
      cites: ['TL-11', 'EL-09'],
    });
  if ((declared.complete ?? complete) === 'yes' && backup.index === 'missing')
    found.push({
      says: 'It says that it was finished.',
      really:
        'The list of its files (Manifest) is missing. A run that ends with error 104 leaves such a folder behind.',
      follows: 'Nothing can be restored from it. Another backup is needed.',
      cites: ['BK-13', 'EL-09'],
    });
  if (backup.index === 'stale')
    found.push({
      says: 'Its list names files.',
      really: 'Some of them are not there any more.',
      follows: 'The restore breaks off when it asks for them, unless a tool puts the list right.',
      cites: ['BK-14', 'TL-15'],
    });
  if (declared.damaged === 'yes' && damaged === 'no')
    found.push({
      says: 'It complained of a file when it was made.',
      really: 'Everything is there.',
      follows:
        majorOf(backup.ios) === 17
          ? 'Nothing follows: iOS 17 is known for this complaint, and a tool passes over it.'
          : 'Nothing follows for the data. Such a complaint is known of iOS 17 only.',
      cites: ['BK-16'],
    });
  found.push(...ofAmount(file, backup));
  return found;
}

function ofAmount(file: CaseFile, backup: Backup): Contradiction[] {
  const { items, bytes } = backup.declared;
  if (items === undefined && bytes === undefined) return [];
  const held = itemsHeldBy(file, backup);
  const count = held.reduce((sum, item) => sum + item.count, 0);
  const size = held.reduce((sum, item) => sum + item.bytes, 0);
  const really = `${formatCount(count)} of what this customer expects, ${formatBytes(size)}.`;
  const follows = 'The restore brings what is there. The number beside it changes nothing.';
  return [
    ...(items === undefined || items === count
      ? []
      : [
          {
            says: `It counts ${formatCount(items)} things.`,
            really: `It holds ${really}`,
            follows,
            cites: CITES_AMOUNT,
          },
        ]),
    ...(bytes === undefined || bytes === size
      ? []
      : [{ says: `It says ${formatBytes(bytes)}.`, really: `It holds ${really}`, follows, cites: CITES_AMOUNT }]),
  ];
}
const CITES_AMOUNT = ['BK-15'] as const satisfies readonly ReferenceId[];

const itemsHeldBy = (file: CaseFile, backup: Backup): readonly Item[] =>
  file.world.items.filter((item) => heldBy(file, item, backup) === 'yes');

/** BK-04: borrowed space is offered only where the ordinary room does not do. */
export function fitsIntoThePlan(file: CaseFile, backup: Backup): boolean {
  const room = file.account(backup.account)?.room;
  const size = itemsHeldBy(file, backup).reduce((sum, item) => sum + item.bytes, 0);
  return backup.space === 'borrowed' && room !== undefined && size <= room;
}
