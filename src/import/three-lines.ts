import { counted, formatBytes, formatCount } from '../model/bytes.ts';
import { dayInWords } from '../model/time.ts';
import { sizeInWords } from './size-words.ts';
import type { BackupFacts, BackupSummary } from './summary.ts';

const ENCRYPTION_WORDS: Readonly<Record<BackupFacts['encryption'], string>> = {
  plain: 'not encrypted',
  unlocked: 'encrypted, opened with its password',
  locked: 'encrypted, and locked: what is in it needs its password',
  'list open': 'encrypted; the list of its files can be read all the same',
  declared: 'encrypted, and without a list of files that could be opened',
  'not told': 'no file says whether it is encrypted',
};

/** A backup in three lines, as the command line and the page begin with it: what it is, its files, its apps. */
export const threeLinesOf = ({ backup, list }: Pick<BackupSummary, 'backup' | 'list'>): readonly string[] => [
  `${backup.model}, ${iosInWords(backup)}, ${dayOfBackup(backup)}: ${ENCRYPTION_WORDS[backup.encryption]}.`,
  filesInWords(backup, list),
  appsInWords(backup),
];

const iosInWords = ({ ios, isIosTold }: BackupFacts): string =>
  isIosTold ? `iOS ${ios}` : 'of an iOS that no file tells';
const dayOfBackup = ({ made, isMadeTold }: BackupFacts): string =>
  isMadeTold ? `backed up ${dayInWords(made)}` : 'backed up on a day that no file tells';

function filesInWords({ files, bytes, isFromList }: BackupFacts, list: BackupSummary['list']): string {
  if (isFromList && list) {
    const places = counted(list.domains - list.emptyDomains, 'place');
    return `${counted(files, 'file')}, ${sizeInWords(list)}, in ${places}.`;
  }
  return files === 0
    ? 'How much there is in it is not known.'
    : `${counted(files, 'file')}, ${formatBytes(bytes)} as they lie on the disk. What they are is not known.`;
}

/** The apps in one sentence. */
export function appsInWords({ apps }: BackupFacts): string {
  if (apps.length === 0) return 'No app is named.';
  const ofStore = apps.filter(({ isOfStore }) => isOfStore).length;
  const installed = `${counted(apps.length, 'app')} ${apps.length === 1 ? 'was' : 'were'} installed`;
  if (apps.length === 1) return `${installed}; the App Store can${ofStore === 1 ? '' : 'not'} be asked for it.`;
  return `${installed}; for ${formatCount(ofStore)} of them the App Store can be asked.`;
}
