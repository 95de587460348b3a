import { wordsOfValue } from '../../insight/what-if/value-words.ts';
import { capitalised } from '../../model/phrases.ts';
import type { Json } from '../../model/canonical.ts';
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

/** A name that other parts of the case use, and how it reads. */
export interface NamedPart {
  readonly value: string;
  readonly words: string;
}
export type NamedParts = Readonly<Record<NamedList, readonly NamedPart[]>>;

/** Lists of which “none of them” says something else than nothing. */
export const EMPTY_LISTS: Readonly<Record<string, string>> = { heldBy: 'In none of them' };

/** They name the part itself: what else speaks of it would lose it. */
const FIXED: ReadonlySet<string> = new Set(['id', 'category']);
export const isFixed = ({ key }: WorldField): boolean => FIXED.has(key);

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
  findMy: 'Find My',
  activationLock: 'Activation Lock',
  stolenDeviceProtection: 'Stolen Device Protection',
  managedBlocksQuickStart: 'An organisation blocks Quick Start',
  advancedDataProtection: 'Advanced Data Protection',
  appStore: 'The App Store',
  keychainSync: 'iCloud Keychain',
  photosSync: 'iCloud Photos',
  documentSync: 'Documents in iCloud',
  returnToService: 'Return to Service',
  addedByConfigurator: 'Added by Apple Configurator',
  needs: 'Of no use without',
  heldBy: 'Backups that hold it',
};

/** A key as a person reads it. */
export function titleOfKey(key: string): string {
  if (Object.hasOwn(TITLES, key)) return String(TITLES[key]);
  const words = key.replaceAll(/([a-z])([A-Z0-9])/g, '$1 $2').toLowerCase();
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`.replaceAll('-', ' ');
}

/** A field as a person reads it: of a service its name says what the two keys below it do not. */
export function titleOfField({ key, path }: WorldField): string {
  const above = path.split('.').at(-2);
  const service = path.startsWith('world.services.') && above !== 'services' ? `${titleOfKey(String(above))}: ` : '';
  return `${service}${titleOfKey(key)}`;
}

export const wordsOfChoice = (value: string): string => capitalised(wordsOfValue('words', value).replaceAll('-', ' '));

/** What a field is chosen from; empty where it is typed. */
export function choicesFor(field: WorldField, names: NamedParts): readonly NamedPart[] {
  if (field.kind === 'choice') return field.choices.map((value) => ({ value, words: wordsOfChoice(value) }));
  const listed = namesFor(field);
  return listed ? names[listed] : [];
}

/** Whether the control of a field can say this. */
export function saysOfField(field: WorldField, names: NamedParts, value: Json): boolean {
  const choices = choicesFor(field, names);
  const isChoice = (word: Json): boolean => choices.some((choice) => choice.value === word);
  switch (field.kind) {
    case 'list':
      return (
        Array.isArray(value) && (value.length === 0 ? Object.hasOwn(EMPTY_LISTS, field.key) : value.every(isChoice))
      );
    case 'choice':
      return isChoice(value);
    case 'number':
      return typeof value === 'number';
    case 'text':
      return choices.length > 0 ? isChoice(value) : typeof value === 'string' || typeof value === 'number';
  }
}
