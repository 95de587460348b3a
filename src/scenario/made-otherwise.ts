import { SERVICE_IDS, type ServiceId } from '../model/services.ts';
import { UNKNOWN } from '../rulebook/facts/fact.ts';
import type { Plain, Scenario } from './scenario.ts';
import { listIn } from './stated.ts';

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
 * the list of that other backup, nor its key bag: what was found in them is taken back, and the rules say what is
 * usual. To learn what nobody knew makes no other backup.
 */
export function forgetWhatWasRead({ world: before }: Pick<Scenario, 'world'>, stated: Plain, path: string): void {
  const [whole, part, field] = path.split('.');
  const world = stated['world'] as Plain;
  if (whole === 'backups' && field !== undefined && OF_A_BACKUP.has(field) && wasKnown(before.backups, part, field))
    forgetList(partNamed(world, whole, part));
  if (whole === 'services' && field !== 'now' && isService(part) && before.services[part].atBackup !== UNKNOWN)
    for (const backup of listIn(world, 'backups')) forgetList(backup);
  if (whole === 'items' && field !== undefined && OF_AN_ITEM.has(field) && wasKnown(before.items, part, field))
    delete partNamed(world, whole, part)?.['listed'];
}

const isService = (word: string | undefined): word is ServiceId => SERVICE_IDS.some((id) => id === word);
const wasKnown = (parts: readonly { readonly id: string }[], name: string | undefined, field: string): boolean =>
  (parts.find(({ id }) => id === name) as Plain | undefined)?.[field] !== UNKNOWN;

function forgetList(backup: Plain | undefined): void {
  delete backup?.['list'];
  delete backup?.['keychain'];
}

const partNamed = (world: Plain, key: string, name: string | undefined): Plain | undefined =>
  listIn(world, key).find((part) => (part['id'] ?? part['category']) === name);
