import { orNull } from '../model/optional.ts';
import { must } from '../model/must.ts';
import { InputError } from '../model/problem.ts';
import { MAX_SIZE_SIZE } from '../model/bytes.ts';
import { addDays } from '../model/time.ts';
import type { PlistDate, PlistDict, PlistValue } from './binary-plist.ts';
import { momentFromEpoch } from './days.ts';
import { idOfDomain, meaningOfDomain } from './domains.ts';

/** One domain of an iCloud backup, with its bytes as the phone counted them. */
export interface RecordedDomain {
  readonly domain: string;
  readonly bytes: number;
}
/** How one backup ended, with its moment as `2023-05-20T01:40` (UTC). */
export interface RecordedOutcome {
  readonly made: string;
  readonly succeeded: boolean;
}
/**
 * What the preferences file of the backup service of a phone (com.apple.MobileBackup.plist) tells of its iCloud
 * backups.
 */
export interface MobileBackupRecord {
  readonly domains: readonly RecordedDomain[];
  readonly total: number;
  readonly outcomes: readonly RecordedOutcome[];
}

const TOTAL = '_TotalSize';

/** Reads the record out of a property list. Throws an InputError when a part is missing or the sizes do not add up. */
export function readMobileBackupRecord(list: PlistValue, file: string): MobileBackupRecord {
  const sizing = dictAt(list, 'PreflightSizing', file);
  const domains: RecordedDomain[] = [];
  for (const [domain, value] of sizing)
    if (domain !== TOTAL) domains.push({ domain, bytes: sizeOf(value, domain, file) });
  const total = sizeOf(orNull(sizing.get(TOTAL)), TOTAL, file);
  const sum = domains.reduce((bytes, part) => bytes + part.bytes, 0);
  if (sum !== total) throw trouble(file, `its domains add up to ${sum} bytes, and it says ${total}`);
  return {
    domains: domains.toSorted((a, b) => (a.domain < b.domain ? -1 : 1)),
    total,
    outcomes: outcomesOf(list, file),
  };
}

function outcomesOf(list: PlistValue, file: string): RecordedOutcome[] {
  const errors = dictAt(list, 'BackupStateInfo', file).get('errors');
  if (!Array.isArray(errors)) throw trouble(file, 'it holds no outcomes of backups');
  const outcomes = (errors as readonly PlistValue[]).map((entry) => {
    const date = isDict(entry) ? entry.get('date') : undefined;
    if (!isDict(entry) || !isDate(date)) throw trouble(file, 'an outcome in it has no date');
    return { made: momentFromEpoch(date.milliseconds), succeeded: entry.get('code') === 0 };
  });
  if (outcomes.length === 0) throw trouble(file, 'it holds no outcomes of backups');
  return outcomes.toSorted((a, b) => (a.made < b.made ? 1 : -1));
}

/** A phone or tablet on which the recorded backup is restored. */
export interface RecordTarget {
  readonly title: string;
  readonly why: string;
  readonly shows: readonly string[];
  readonly device: Readonly<Record<string, string>>;
  /** What is expected of the domain; nothing where no one has said it. */
  readonly expected: (domain: string) => { readonly fate: string; readonly gate?: string; readonly rule?: string };
  readonly outcome: string;
}
/** What the record does not say and the scenario has to. */
export interface RecordAssumptions {
  /** The name that stands for the device of the record. */
  readonly device: string;
  readonly ios: string;
  readonly model: string;
}

/** A scenario as its file states it: one item for each domain, one backup for each outcome. */
export function scenarioOfRecord(
  record: MobileBackupRecord,
  target: RecordTarget,
  assumed: RecordAssumptions,
): Readonly<Record<string, unknown>> {
  const newest = must(record.outcomes[0], 'the newest outcome of a backup').made;
  const items = itemsOf(record);
  return {
    title: target.title,
    why: target.why,
    shows: target.shows,
    world: {
      today: addDays(newest, 1),
      device: target.device,
      accounts: [{ id: 'owner' }],
      backups: record.outcomes.map(({ made, succeeded }) => ({
        id: `of-${made.replaceAll(/[T:]/g, '-')}`,
        device: assumed.device,
        model: assumed.model,
        made,
        ios: assumed.ios,
        ...(succeeded ? {} : { complete: 'no' }),
      })),
      items: items.map(({ id, category, title, bytes }) => ({ id, category, title, bytes })),
    },
    expect: {
      outcome: target.outcome,
      items: Object.fromEntries(items.map(({ id, domain }) => [id, target.expected(domain)])),
    },
  };
}

function itemsOf(record: MobileBackupRecord) {
  const taken = new Set<string>();
  return record.domains.map(({ domain, bytes }) => {
    const id = idOfDomain(domain, taken);
    taken.add(id);
    return { id, domain, bytes, ...meaningOfDomain(domain) };
  });
}

const isDict = (value: PlistValue | undefined): value is PlistDict => value instanceof Map;
const isDate = (value: PlistValue | undefined): value is PlistDate =>
  typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'date';

function dictAt(list: PlistValue, name: string, file: string): PlistDict {
  const part = isDict(list) ? list.get(name) : undefined;
  if (!isDict(part)) throw trouble(file, `it holds no part “${name}”`);
  return part;
}

function sizeOf(value: PlistValue, name: string, file: string): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= MAX_SIZE_SIZE) return value;
  throw trouble(file, `the size of “${name.slice(0, 120)}” is not a number of bytes between 0 and 16 TB`);
}

const trouble = (file: string, message: string): InputError =>
  new InputError([
    { file, message, advice: 'Expected is com.apple.MobileBackup.plist, as the backup service of a phone writes it.' },
  ]);
