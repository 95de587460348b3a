import { splitAt } from '../model/optional.ts';
import { SERVICE_IDS, type ServiceId } from '../model/services.ts';
import { UNKNOWN } from '../rulebook/facts/fact.ts';
import type { Plain, Scenario } from './scenario.ts';
import { listIn } from './stated.ts';

interface Made {
  /** What it was made of, or what settled whether it went in: another value of it means another one. */
  readonly of: ReadonlySet<string>;
  /** What was found in it. */
  readonly found: readonly string[];
}
const BACKUP: Made = {
  of: new Set(['made', 'encrypted', 'complete', 'ios', 'contents', 'device', 'deviceKind', 'model', 'services']),
  found: ['list', 'keychain'],
};
const ITEM: Made = { of: new Set(['created', 'deleted', 'on', 'management', 'syncs']), found: ['listed'] };

/**
 * A list that was read is that of the backup as it was made. Where a condition has it made otherwise, nobody has read
 * the list of that other backup, nor its key bag: what was found in them is taken back, and the rules say what is
 * usual. To learn what nobody knew makes no other backup.
 */
export function forgetWhatWasRead({ world: before }: Pick<Scenario, 'world'>, stated: Plain, path: string): void {
  const [whole, part, named] = splitAt(path, '.');
  const field = String(named);
  const partsOf = (list: string): readonly Plain[] => listIn(stated['world'], list);
  const isPart = (one: Plain): boolean => (one['id'] ?? one['category']) === part;
  if (whole === 'services' && field !== 'now' && isService(part) && before.services[part].atBackup !== UNKNOWN)
    forget(partsOf('backups'), BACKUP);
  if (whole === 'backups' && BACKUP.of.has(field) && wasKnown(before.backups, part, field))
    forget(partsOf('backups').filter(isPart), BACKUP);
  if (whole === 'items' && ITEM.of.has(field) && wasKnown(before.items, part, field))
    forget(partsOf('items').filter(isPart), ITEM);
}

const isService = (word: string | undefined): word is ServiceId => SERVICE_IDS.some((id) => id === word);
const wasKnown = (parts: readonly { readonly id: string }[], name: string | undefined, field: string): boolean =>
  !parts.some((part) => part.id === name && (part as unknown as Plain)[field] === UNKNOWN);

function forget(parts: readonly Plain[], { found }: Made): void {
  for (const part of parts) for (const name of found) delete part[name];
}
