import type { BackupRead, Encryption, BackupPart } from './backup.ts';

/**
 * The same backup, without the place where it lies in its sentences: the name of its folder is the number of a device,
 * and the folders above it can name a person.
 */
export function withoutFolder(read: BackupRead): BackupRead {
  const plain = (words: string): string =>
    sentence(words.replaceAll(`${read.name}/`, '').replaceAll(read.name, 'the folder'));
  const part = <T>(one: BackupPart<T>): BackupPart<T> =>
    one.state === 'unreadable' ? { state: 'unreadable', problem: plain(one.problem) } : one;
  return {
    ...read,
    info: part(read.info),
    manifest: part(read.manifest),
    status: part(read.status),
    keybag: part(read.keybag),
    encryption: lockedWithout(read.encryption, plain),
    get troubles() {
      return read.troubles.map(({ about, message }) => ({ about: plain(about), message: plain(message) }));
    },
  };
}

const lockedWithout = (encryption: Encryption, plain: (words: string) => string): Encryption =>
  encryption.state === 'locked' && encryption.problem !== undefined
    ? { ...encryption, problem: plain(encryption.problem) }
    : encryption;

/** One line, without the full stop that the sentence around it brings. */
const sentence = (words: string): string => words.replaceAll(/\s*\n\s*/g, ' ').replace(/\.$/, '');
