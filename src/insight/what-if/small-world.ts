import type { Item, World } from '../../model/world.ts';
import type { CaseFile } from '../../rulebook/case/case-file.ts';
import { isAfterBackup } from '../../rulebook/facts/captured.facts.ts';
import { questionFor } from '../../rulebook/judge/decide.ts';
import { caseFileOf } from '../../run/play.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { scenarioFrom } from '../../scenario/load.ts';
import { InputError } from '../../model/problem.ts';
import { SITUATION_AT_START } from '../../rulebook/case/situation.ts';

/** A scenario in which one item stands for all that agree in everything that facts read. */
export interface SmallWorld {
  readonly scenario: Scenario;
  /** For each item kept, the ids it stands for, its own among them. */
  readonly standsFor: ReadonlyMap<string, readonly string[]>;
  /** For each item, the one that stands for it. */
  readonly standIn: (id: string) => string;
}

interface Group {
  readonly first: number;
  readonly ids: string[];
  bytes: number;
  count: number;
}

/** `keep` stands for itself. Bytes and counts of a group add up in the item that stands for it. */
export function smallWorld(scenario: Scenario, keep?: string): SmallWorld {
  const { world } = scenario;
  const groups = groupItems(scenario, keep);
  const kept = new Map<number, Group>([...groups.values()].map((group) => [group.first, group]));
  const apps = new Map<string, number>();
  for (const [place, item] of world.items.entries()) if (item.category === 'app' && item.app) apps.set(item.app, place);
  const keptPlace = world.items.findIndex(({ id }) => id === keep);
  for (const { first } of groups.values()) {
    const app = apps.get(world.items[first]?.app ?? '');
    if (app !== undefined && !kept.has(app))
      kept.set(app, { first: app, ids: [], bytes: world.items[app]?.bytes ?? 0, count: 1 });
  }
  const order = [...kept.keys()].toSorted((a, b) => uploadOrder(world, a, b, keptPlace));
  const stated = statedItems(scenario);
  const items = order.map((index) => ({
    ...stated[index],
    id: world.items[index]?.id,
    bytes: Math.min(16e12, kept.get(index)?.bytes ?? 0),
    count: Math.min(1e9, kept.get(index)?.count ?? 1),
  }));
  const standsFor = new Map([...kept].map(([place, { ids }]) => [world.items[place]?.id ?? '', ids]));
  return {
    scenario: withItems(scenario, items),
    standsFor,
    standIn: (id) => [...standsFor].find(([, ids]) => ids.includes(id))?.[0] ?? id,
  };
}

/** The same scenario without attempts and expectations: only the first restore is asked about. */
export const bareScenario = (scenario: Scenario): Scenario => withItems(scenario, undefined);

function withItems(scenario: Scenario, items: readonly Record<string, unknown>[] | undefined): Scenario {
  const world = (scenario.stated['world'] ?? {}) as Record<string, unknown>;
  const ids = new Set(items?.map(({ id }) => id));
  const copies =
    items &&
    scenario.world.copies
      .map((copy) => ({ ...copy, of: copy.of.filter((id) => ids.has(id)) }))
      .filter(({ of }) => of.length > 0);
  const { attempts: _attempts, ...rest } = scenario.stated;
  const stated = {
    ...rest,
    world: { ...world, ...(items && { items }), ...(copies && { copies }) },
    expect: { outcome: 'completed' },
  };
  return scenarioFrom(stated, scenario.id, (complaints) => {
    throw new InputError(complaints.map(({ message }) => ({ file: scenario.id, message })));
  });
}

const statedItems = ({ stated }: Scenario): readonly Record<string, unknown>[] =>
  (stated['world'] as { items?: readonly Record<string, unknown>[] } | undefined)?.items ?? [];

/** Uploads stop in the order listed: what has room comes first, so that sums give the same answer. */
function uploadOrder(world: World, a: number, b: number, kept: number): number {
  const isLast = (index: number): number => (index === kept && world.items[index]?.category === 'photos' ? 1 : 0);
  return isLast(a) - isLast(b) || a - b;
}

function groupItems(scenario: Scenario, keep: string | undefined): ReadonlyMap<string, Group> {
  const file = caseFileOf(withoutItems(scenario.world));
  const uploads = caseFileOfItems(scenario.world);
  const keyOf = keyReader(scenario, file, uploads);
  const groups = new Map<string, Group>();
  for (const [place, item] of scenario.world.items.entries()) {
    const key = item.id === keep ? 'kept' : keyOf(item);
    const group = groups.get(key);
    if (!group) groups.set(key, { first: place, ids: [item.id], bytes: item.bytes, count: item.count });
    else {
      group.ids.push(item.id);
      group.bytes += item.bytes;
      group.count += item.count;
    }
  }
  return groups;
}

const withoutItems = (world: World): World => ({ ...world, items: [] });

/** Whether uploads are counted at all; then the room decides, item by item. */
const caseFileOfItems = (world: World): CaseFile | undefined =>
  world.accounts.some(({ room }) => room !== undefined) ? caseFileOf(world) : undefined;

/** What facts read of an item, beside its category, age, app and copies. */
const READ_FIELDS = [
  'account',
  'policy',
  'backupSwitch',
  'store',
  'runsOn',
  'offloaded',
  'protection',
  'management',
  'uploaded',
  'syncs',
  'on',
] as const satisfies readonly (keyof Item)[];
const isUsual = (item: Item): boolean =>
  item.policy === 'ordinary' &&
  item.backupSwitch === 'on' &&
  item.store === 'available' &&
  item.runsOn === 'any' &&
  item.offloaded === 'no' &&
  item.management === 'none' &&
  item.syncs === 'on' &&
  item.account === undefined &&
  item.protection === undefined &&
  item.uploaded === undefined &&
  item.on === undefined;

/** Everything that some fact reads of an item, as one text. */
function keyReader({ world, script }: Scenario, file: CaseFile, uploads: CaseFile | undefined): (item: Item) => string {
  const scripted = new Set(script.flatMap((entry) => ('do' in entry ? [entry.app ?? ''] : [])));
  const copied = new Map<string, string>();
  for (const { kind, of } of world.copies) for (const id of of) copied.set(id, `${copied.get(id) ?? ''} ${kind}`);
  const apps = new Map<string, Item>();
  for (const item of world.items) if (item.category === 'app' && item.app) apps.set(item.app, item);
  const ages = new Map<string, string>();
  const age = (item: Item): string => {
    const { created = '' } = item;
    let known = ages.get(created);
    if (known === undefined)
      ages.set(
        created,
        (known = world.backups
          .map((backup) => (isAfterBackup({ ...questionFor(file, item, SITUATION_AT_START), backup }) ? 1 : 0))
          .join('')),
      );
    return known;
  };
  const usual = new Map<string, string>();
  const own = (item: Item): string => {
    // Most items are as items usually are, so that kind and date say it all.
    const plain = `${item.category} ${item.created ?? ''}`;
    let start = usual.get(plain);
    if (start === undefined) usual.set(plain, (start = `${item.category} ${age(item)}`));
    if (isUsual(item) && copied.size === 0 && !uploads) return start;
    const unusual = READ_FIELDS.map((field) => `${field}=${item[field] ?? ''}`).join(' ');
    return (
      `${start} ${isUsual(item) ? '' : unusual} ${copied.get(item.id) ?? ''} ` +
      `${uploads && item.category === 'photos' ? uploads.isUploaded(item) : ''}`
    );
  };
  return (item) => {
    if (item.app === undefined) return own(item);
    const app = item.category === 'app' ? undefined : apps.get(item.app);
    const login = scripted.has(item.app) ? item.app : '';
    return `${own(item)}|app|${login}|${app ? own(app) : ''}`;
  };
}
