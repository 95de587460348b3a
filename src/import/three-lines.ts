import { formatBytes, formatCount } from '../model/bytes.ts';
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
  `${backup.model}, iOS ${backup.ios}, backed up ${dayInWords(backup.made)}: ${ENCRYPTION_WORDS[backup.encryption]}.`,
  filesInWords(backup, list),
  appsInWords(backup),
];

function filesInWords({ files, bytes, isFromList }: BackupFacts, list: BackupSummary['list']): string {
  if (isFromList && list) {
    const places = formatCount(list.domains - list.emptyDomains);
    return `${formatCount(files)} files, ${sizeInWords(list)}, in ${places} places.`;
  }
  return files === 0
    ? 'How much there is in it is not known.'
    : `${formatCount(files)} files, ${formatBytes(bytes)} as they lie on the disk. What they are is not known.`;
}

/** The apps in one sentence. */
export function appsInWords({ apps }: BackupFacts): string {
  if (apps.length === 0) return 'No app is named.';
  const ofStore = apps.filter(({ isOfStore }) => isOfStore).length;
  const installed = `${formatCount(apps.length)} apps were installed`;
  return `${installed}; for ${formatCount(ofStore)} of them the App Store can be asked.`;
}
