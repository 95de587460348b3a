import * as z from 'zod/mini';
import { produce } from 'immer';
import { addToGroup, groupOf } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import { InputError } from '../../model/problem.ts';
import type { Item } from '../../model/world.ts';
import { itemSchema } from '../../model/items.ts';
import { beyondRoom, byUpload, categoryNamed } from '../../rulebook/case/case-file.ts';
import { isAfterBackup } from '../../rulebook/facts/captured.facts.ts';
import { questionFor } from '../../rulebook/judge/decide.ts';
import { caseFileOf } from '../../run/case-file-of.ts';
import { scenarioFrom } from '../../scenario/scenario-from.ts';
import { SITUATION_AT_START } from '../../rulebook/case/situation.ts';
import type { Scenario } from '../../scenario/scenario.ts';
import { listIn } from '../../scenario/stated.ts';

type Plain = Record<string, unknown>;
type StatedCopy = Plain & { readonly of: readonly string[] };

/*
 * Why one item may stand for many.
 *
 * A verdict is worked out from facts alone, and a fact of an item reads a few of its fields. Two items that agree in
 * all of these give the same answers to every fact, in every situation, under every change of conditions: so the same
 * rule decides both, at the same gate. Nothing else of an item matters but what it adds to a sum: its bytes against the
 * room in iCloud and the space on the device, and these are added up in the item that stands for its group.
 *
 * Four things are not read as they stand. A date counts only as before or after each of the backups, unless an own
 * backup of the app is asked how far it reaches. Copies are held
 * elsewhere in the world, by id. And whether a photo fits into the room in iCloud hangs on all that went up before it:
 * so photos are grouped by that too, for the room of every account, and the oldest stands for its group. What fits is
 * always the older part, so a group that fits goes up before one that does not, as in the world it stands for.
 *
 * What lies in the same files touches one another on a device in use: what came after a backup and what that holds are
 * never of one group, and of apps each keeps its own.
 *
 * A part that another item needs is meant by its id, so each of the two stands for itself.
 *
 * Which fields are read is not written down here: every field of an item's schema counts, but for those named in
 * `APART`. A field added to the schema is told apart at once.
 */

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
  const { items } = scenario.world;
  const idAt = (index: number): string => itemAt(items, index).id;
  const groups = groupItems(scenario, keep);
  const kept = new Map<number, Group>([...groups.values()].map((group) => [group.first, group]));
  const apps = new Map<string | undefined, number>();
  for (const [index, item] of items.entries()) if (item.category === 'app' && item.app) apps.set(item.app, index);
  for (const { first } of groups.values()) {
    const index = apps.get(itemAt(items, first).app);
    // What an app keeps asks after the app: it stays, and stands for no item of its own.
    if (index !== undefined && !kept.has(index))
      kept.set(index, { first: index, ids: [], bytes: itemAt(items, index).bytes, count: 1 });
  }
  const stated = statedItems(scenario);
  const standsFor = new Map([...kept].map(([index, { ids }]) => [idAt(index), ids]));
  const standIns = new Map([...standsFor].flatMap(([id, ids]) => ids.map((other) => [other, id])));
  return {
    scenario: withItems(
      scenario,
      [...kept.values()]
        .toSorted((a, b) => a.first - b.first)
        .map(({ first, bytes, count }) => ({
          ...stated[first],
          id: idAt(first),
          bytes: Math.min(16e12, bytes),
          count: Math.min(1e9, count),
        })),
    ),
    standsFor,
    standIn: (id) => must(standIns.get(id), `what stands for ${id}`),
  };
}

const itemAt = (items: readonly Item[], index: number): Item => must(items[index], `item ${index}`);

/** The same scenario without attempts and expectations: only the first restore is asked about. */
export const bareScenario = (scenario: Scenario): Scenario => withItems(scenario);

function withItems(scenario: Scenario, items?: readonly Plain[]): Scenario {
  const stated = produce(scenario.stated as Plain, (draft) => {
    delete draft['attempts'];
    draft['expect'] = { outcome: 'completed' };
    if (!items) return;
    const ids = new Set(items.map(({ id }) => id));
    const world = must(draft['world'], 'the world of a scenario that has items') as Plain;
    world['items'] = items;
    // As they are stated: what holds of a copy unless it is said may not be said of every kind of copy.
    const copies = world['copies'] as readonly StatedCopy[] | undefined;
    if (copies)
      world['copies'] = copies
        .map((copy) => ({ ...copy, of: copy.of.filter((id) => ids.has(id)) }))
        .filter(({ of }) => of.length > 0);
  });
  return scenarioFrom(stated, scenario.id, (complaints) => {
    throw new InputError(complaints.map(({ message }) => ({ file: scenario.id, message })));
  });
}

const statedItems = ({ stated }: Scenario): readonly Plain[] => listIn(stated['world'], 'items');

function groupItems(scenario: Scenario, keep: string | undefined): ReadonlyMap<string, Group> {
  const { items, accounts } = scenario.world;
  const rooms = [...new Set(accounts.map(({ room }) => room).filter((room) => room !== undefined))];
  const keyOf = keyReader(
    scenario,
    rooms.map((room) => beyondRoom(items, room)),
  );
  const needed = new Set(items.flatMap(({ needs }) => needs));
  const groups = new Map<string, Group>();
  const places = [...items.keys()];
  if (rooms.length > 0) places.sort((a, b) => byUpload(itemAt(items, a), itemAt(items, b)));
  for (const index of places) {
    const item = itemAt(items, index);
    // What another needs is meant by its id.
    const key = item.id === keep || needed.has(item.id) ? `kept ${item.id}` : keyOf(item);
    const group = groups.get(key);
    if (!group) groups.set(key, { first: index, ids: [item.id], bytes: item.bytes, count: item.count });
    else {
      group.ids.push(item.id);
      group.bytes += item.bytes;
      group.count += item.count;
    }
  }
  return groups;
}

/** Fields that no fact reads as they stand: they are no matter, or told apart in another way, as said above. */
const APART: ReadonlySet<string> = new Set<keyof Item>(['id', 'title', 'count', 'bytes', 'category', 'created', 'app']);
export const READ_FIELDS = Object.keys(itemSchema.shape).filter((field) => !APART.has(field)) as (keyof Item)[];
const USUAL: Readonly<Partial<Item>> = {
  ...z.omit(itemSchema, { id: true, title: true, syncs: true }).parse({ category: 'any' }),
  syncs: 'on',
};
const isUsual = (item: Item): boolean =>
  READ_FIELDS.every((field) => item[field] === USUAL[field] || (field === 'needs' && item.needs.length === 0));

/** Everything that some fact reads of an item, as one text. `beyond`: the photos for which each room is too small. */
function keyReader({ world, script }: Scenario, beyond: readonly ReadonlySet<string>[]): (item: Item) => string {
  const file = caseFileOf({ ...world, items: [] });
  const scripted = new Set(script.flatMap((entry) => ('do' in entry && entry.app !== undefined ? [entry.app] : [])));
  const copied = new Map<string, string[]>();
  const reaches = new Set<string>();
  for (const { of, ...copy } of world.copies) {
    const words = JSON.stringify(copy);
    for (const id of of) addToGroup(copied, id, [words]);
    if (copy.made !== undefined || copy.days !== undefined) for (const id of of) reaches.add(id);
  }
  const apps = new Map<string, Item>();
  for (const item of world.items) if (item.category === 'app' && item.app) apps.set(item.app, item);
  const agesOf = (item: Item): string =>
    world.backups
      .map((backup) => (isAfterBackup({ ...questionFor(file, item, SITUATION_AT_START), backup }) ? 1 : 0))
      .join('');
  const ages = new Map<string | undefined, string>();
  const age = (item: Item): string => {
    let cached = ages.get(item.created);
    if (cached === undefined) ages.set(item.created, (cached = agesOf(item)));
    return cached;
  };
  const own = (item: Item): string => {
    const start = `${item.category} ${age(item)}`;
    // Most items are as items usually are, so that kind and date say it all.
    const unusual = isUsual(item) ? '' : JSON.stringify(READ_FIELDS.map((field) => item[field]));
    const fits = beyond.map((missing) => (missing.has(item.id) ? 0 : 1)).join('');
    const date = reaches.has(item.id) ? item.created : '';
    return `${start} ${unusual}|${groupOf(copied, item.id).join(' ')}|${fits}|${date}`;
  };
  // On a device in use it matters which of them lie in the files of one app.
  const filesOf = ({ category, app }: Item) =>
    world.device.state === 'in-use' && categoryNamed(category).store === 'app' ? app : '';
  return (item) => {
    if (item.app === undefined) return own(item);
    const app = item.category === 'app' ? undefined : apps.get(item.app);
    const login = scripted.has(item.app) ? item.app : '';
    return `${own(item)}|app|${login}|${app ? own(app) : ''}|${filesOf(item)}`;
  };
}
