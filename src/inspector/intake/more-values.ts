import type { WorldField } from './world-fields.ts';

/** How a field that is typed is asked for: by a day, by the names that the case has, or by words. */
export type Typed = 'day' | 'names' | 'words';

const DAYS: ReadonlySet<string> = new Set([
  'today',
  'made',
  'created',
  'deleted',
  'until',
  'restored',
  'backupTurnedOff',
]);

/** Lists of a world whose parts other fields name, and the key by which they do. */
export type NamedList = 'accounts' | 'backups' | 'items' | 'apps' | 'devices';
const NAMES: Readonly<Record<string, NamedList>> = {
  account: 'accounts',
  app: 'apps',
  on: 'devices',
  heldBy: 'backups',
  needs: 'items',
  of: 'items',
};

export const namesFor = ({ key }: WorldField): NamedList | undefined =>
  Object.hasOwn(NAMES, key) ? NAMES[key] : undefined;

export function typedAs(field: WorldField): Typed {
  if (DAYS.has(field.key)) return 'day';
  return namesFor(field) === undefined ? 'words' : 'names';
}

/** Words that keys alone would say badly. */
const TITLES: Readonly<Record<string, string>> = {
  ios: 'iOS',
  bytes: 'Size',
  count: 'How many pieces',
  free: 'Free room',
  store: 'In the store',
  latestIos: 'Newest iOS it can run',
  sim: 'SIM',
  id: 'Name in the file',
  on: 'Device that holds it',
  of: 'What it holds',
  made: 'Made on',
  fits: 'Room for it',
  now: 'Now',
  atBackup: 'When the backup was made',
  keepsEsim: 'Keeps the eSIM',
  esimTransfer: 'Transfer of the eSIM',
  icloudBackup: 'iCloud Backup',
  at: 'Where it fails',
  and: 'What follows',
  face: 'Face ID or Touch ID',
  beta: 'Beta of iOS',
};

/** A key as a person reads it. */
export function titleOfKey(key: string): string {
  if (Object.hasOwn(TITLES, key)) return String(TITLES[key]);
  const words = key.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`.replaceAll('-', ' ');
}
