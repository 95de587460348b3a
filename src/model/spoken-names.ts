import { dayInWords } from './time.ts';
import { accountInWords, accountNames } from './account-names.ts';
import type { Backup, World } from './world.ts';

/** How people call the parts of a world. An id is a handle of a file: nobody speaks it. */
export interface SpokenNames {
  readonly account: (id: string) => string;
  readonly app: (id: string) => string;
  readonly backup: (id: string) => string;
}

/** For who has no world at hand, such as the reader of a journal alone. */
export const AS_WRITTEN: SpokenNames = {
  account: accountInWords,
  app: (id) => id,
  backup: (id) => `the backup “${id}”`,
};

/** The names of a world: of an app its title, of a backup its kind and day, and more only where two share these. */
export function spokenNames({ items, backups, accounts }: Pick<World, 'items' | 'backups' | 'accounts'>): SpokenNames {
  return {
    account: accountNames(accounts),
    app: (id) => items.find(({ category, app }) => category === 'app' && app === id)?.title ?? AS_WRITTEN.app(id),
    backup: (id) => {
      const found = backups.find((backup) => backup.id === id);
      return found ? nameOf(found, backups) : AS_WRITTEN.backup(id);
    },
  };
}

const KINDS: Readonly<Record<Backup['kind'], (day: string) => string>> = {
  icloud: (day) => `the iCloud backup of ${day}`,
  computer: (day) => `the computer backup of ${day}`,
  direct: () => 'the old phone',
};
const ofItsDay = ({ kind, made }: Backup): string => KINDS[kind](dayInWords(made));
const ofItsDevice = (backup: Backup): string => `${ofItsDay(backup)} (${backup.device})`;

function nameOf(backup: Backup, all: readonly Backup[]): string {
  const isAlone = (name: (other: Backup) => string): boolean =>
    all.filter((other) => name(other) === name(backup)).length === 1;
  if (isAlone(ofItsDay)) return ofItsDay(backup);
  if (isAlone(ofItsDevice)) return ofItsDevice(backup);
  return `${ofItsDay(backup)}, “${backup.id}”`;
}

const isNamed = (name: string): name is keyof SpokenNames => name === 'account' || name === 'app' || name === 'backup';

/** One thing that an event carries, as people call it. */
export const spokenDatum = (name: string, value: string, names: SpokenNames): string =>
  isNamed(name) ? names[name](value) : value;

/** All that an event carries. That a password is right goes without saying. */
export const spokenData = (data: Readonly<Record<string, string>>, names: SpokenNames): string[] =>
  Object.entries(data)
    .filter(([name, value]) => name !== 'password' || value !== 'right')
    .map(([name, value]) => spokenDatum(name, value, names));
