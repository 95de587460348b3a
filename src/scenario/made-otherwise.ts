import type { Plain } from './scenario.ts';

/** What a backup was made of: another value of it means another backup. */
const OF_A_BACKUP: ReadonlySet<string> = new Set([
  'made',
  'encrypted',
  'complete',
  'ios',
  'contents',
  'device',
  'deviceKind',
  'model',
]);
/** What settled whether an item went into a backup. */
const OF_AN_ITEM: ReadonlySet<string> = new Set(['created', 'deleted', 'on', 'management', 'syncs']);

/**
 * A list that was read is that of the backup as it was made. Where a condition has it made otherwise, nobody has read
 * the list of that other backup, nor its key bag: what was found in them is taken back, and the rules say what is usual.
 */
export function forgetWhatWasRead(stated: Plain, path: string): void {
  const [whole, part, field] = path.split('.');
  const world = stated['world'] as Plain;
  if (whole === 'backups' && field !== undefined && OF_A_BACKUP.has(field)) forgetList(partNamed(world, whole, part));
  if (whole === 'services' && part !== 'account' && field !== 'now')
    for (const backup of listOf(world, 'backups')) forgetList(backup);
  if (whole === 'items' && field !== undefined && OF_AN_ITEM.has(field))
    delete partNamed(world, whole, part)?.['listed'];
}

function forgetList(backup: Plain | undefined): void {
  delete backup?.['list'];
  delete backup?.['keychain'];
}

const listOf = (world: Plain, key: string): readonly Plain[] =>
  Array.isArray(world[key]) ? (world[key] as Plain[]) : [];
const partNamed = (world: Plain, key: string, name: string | undefined): Plain | undefined =>
  listOf(world, key).find((part) => (part['id'] ?? part['category']) === name);
