import { splitAt } from '../model/optional.ts';
import { given } from '../model/given.ts';
import { isLaterDay } from '../model/time.ts';
import { nearOrKnown } from '../model/near-word.ts';
import type { CopyKind } from '../model/copy-kinds.ts';
import { categoryOf } from '../rulebook/case/case-file.ts';
import type { Expectation } from './expectation.ts';
import type { Scenario } from './scenario.ts';
import { EVENT_DATA, type EventData } from '../model/event-row.ts';
import { SCRIPT_EVENTS, carriedBy } from '../model/events.ts';
import { momentsOf } from './script-moments.ts';
import type { Complaint } from './complaint.ts';
import { listIn } from './stated.ts';

type Path = readonly PropertyKey[];

/** The ids of one kind, in their order and for look-ups. */
class Known {
  readonly kind: string;
  readonly #names: readonly string[];
  readonly #set: ReadonlySet<string>;

  get list(): readonly string[] {
    return this.#names;
  }

  constructor(kind: string, names: readonly string[]) {
    this.kind = kind;
    this.#names = names;
    this.#set = new Set(names);
  }

  *missing(name: string | undefined, path: Path, at: 'key' | 'value' = 'value'): Generator<Complaint> {
    if (name === undefined || name === '' || this.#set.has(name)) return;
    yield {
      path,
      at,
      message: `there is no ${this.kind} “${name}” in this scenario`,
      advice: nearOrKnown(name, this.#names),
    };
  }

  *twice(list: string): Generator<Complaint> {
    const seen = new Set<string>();
    for (const [index, name] of this.#names.entries()) {
      if (seen.has(name))
        yield {
          path: ['world', list, index, 'id'],
          message: `two ${this.kind}s have the id “${name}”`,
          advice: `Give one of them an “id” of its own.`,
        };
      seen.add(name);
    }
  }
}

/** Names that point nowhere, names that are taken twice, and changes that would rename: the first `most` of them. */
export function checkReferences(scenario: Scenario, most: number): Complaint[] {
  const complaints: Complaint[] = [];
  // Each costs a search for the name that was meant: none is made that nobody is told.
  for (const complaint of referenceComplaints(scenario)) {
    complaints.push(complaint);
    if (complaints.length >= most) break;
  }
  return complaints;
}

function* referenceComplaints(scenario: Scenario): Generator<Complaint> {
  const { world } = scenario;
  const accounts = new Known(
    'account',
    world.accounts.map(({ id }) => id),
  );
  const backups = new Known(
    'backup',
    world.backups.map(({ id }) => id),
  );
  const items = new Known(
    'item',
    world.items.map(({ id }) => id),
  );
  const apps = new Known('app', [...new Set(given(world.items.map(({ app }) => app)))]);
  yield* accounts.twice('accounts');
  yield* backups.twice('backups');
  yield* items.twice('items');
  yield* appsTwice(scenario);
  for (const [index, backup] of world.backups.entries())
    yield* accounts.missing(backup.account, ['world', 'backups', index, 'account']);
  yield* accounts.missing(world.oldPhone?.account, ['world', 'oldPhone', 'account']);
  if (world.oldPhone?.name === world.device.name)
    yield {
      path: ['world', 'oldPhone', 'name'],
      message: `the old phone and the device have one name, “${world.device.name}”: they would be one device`,
      advice: 'Give the old phone a name of its own, or the device one.',
    };
  for (const [index, item] of world.items.entries())
    yield* accounts.missing(item.account, ['world', 'items', index, 'account']);
  yield* accounts.missing(world.services.account, ['world', 'services', 'account']);
  for (const [index, copy] of world.copies.entries())
    yield* accounts.missing(copy.account, ['world', 'copies', index, 'account']);
  yield* fieldsOfCopies(scenario);
  for (const [index, copy] of world.copies.entries())
    for (const [inner, id] of copy.of.entries()) yield* items.missing(id, ['world', 'copies', index, 'of', inner]);
  yield* partsOfItems(scenario, items, backups);
  if (scenario.expect) yield* expectedItems(scenario.expect, items);
  const named: Readonly<Partial<Record<EventData, Known>>> = { account: accounts, backup: backups, app: apps };
  const knownOf = (key: EventData): string => (named[key] ? knownNames(named[key]) : '');
  for (const { script, path } of scriptsOf(scenario)) {
    yield* momentsOf(script, path);
    for (const [index, entry] of script.entries()) {
      if (!('do' in entry)) continue;
      const { data: needed } = SCRIPT_EVENTS[entry.do];
      const known = carriedBy(entry.do);
      yield* accounts.missing(entry.account, [...path, index, 'account']);
      yield* backups.missing(entry.backup, [...path, index, 'backup']);
      yield* apps.missing(entry.app, [...path, index, 'app']);
      for (const key of Object.keys(EVENT_DATA) as EventData[])
        if (entry[key] !== undefined && !known.includes(key))
          yield { path: [...path, index, key], at: 'key', message: `${entry.do} takes no “${key}”` };
      // A password is the right one unless said otherwise.
      for (const key of needed)
        if (EVENT_DATA[key] === 'name' && entry[key] === undefined)
          yield {
            path: [...path, index],
            message: `${entry.do} needs “${key}”`,
            advice: `Add “${key}: …”.${knownOf(key)}`,
          };
    }
  }
  yield* failures(scenario);
  yield* renames(scenario);
  yield* newerThanToday(scenario);
}

/** The names that could stand there. */
const knownNames = (known: Known): string =>
  known.list.length === 0 ? '' : ` Known: ${known.list.slice(0, 12).join(', ')}.`;

function* expectedItems({ items: ids, attempts, whatIf }: Expectation, items: Known): Generator<Complaint> {
  for (const id of Object.keys(ids)) yield* items.missing(id, ['expect', 'items', id], 'key');
  if (attempts)
    for (const [index, attempt] of attempts.entries())
      for (const id of Object.keys(attempt.items))
        yield* items.missing(id, ['expect', 'attempts', index, 'items', id], 'key');
  if (whatIf)
    for (const [index, answer] of whatIf.entries())
      yield* items.missing(answer.for, ['expect', 'whatIf', index, 'for']);
}

/** What an item needs is another one of this file, and nothing needs itself by way of others. */
function* partsOfItems({ world }: Scenario, items: Known, backups: Known): Generator<Complaint> {
  const needs = new Map(world.items.map((item) => [item.id, item.needs]));
  for (const [index, item] of world.items.entries()) {
    if (item.heldBy)
      for (const [inner, id] of item.heldBy.entries())
        yield* backups.missing(id, ['world', 'items', index, 'heldBy', inner]);
    for (const [inner, id] of item.needs.entries()) {
      const path = ['world', 'items', index, 'needs', inner];
      yield* items.missing(id, path);
      if (leadsTo(needs, id, item.id))
        yield {
          path,
          message: `“${id}” needs this item itself, so neither could ever be of use`,
          advice: 'Name under “needs” only what has to be there first.',
        };
    }
  }
}

/** What only an own backup or an own transfer has, said of a copy of another kind, would be read by nobody. */
function* fieldsOfCopies({ stated }: Scenario): Generator<Complaint> {
  for (const [index, copy] of listIn(stated['world'], 'copies').entries()) {
    const { kind, ...fields } = copy as { readonly kind: CopyKind };
    const allowed = FIELDS_OF_COPIES[kind];
    for (const key of Object.keys(fields))
      if (key !== 'id' && key !== 'of' && !allowed.includes(key))
        yield {
          path: ['world', 'copies', index, key],
          at: 'key',
          message: `“${key}” says nothing of a copy of the kind “${kind}”`,
          advice: `It takes: ${allowed.join(', ')}.`,
        };
  }
}

/** What can be said of each kind of copy, beside what it is of. */
const FIELDS_OF_COPIES: Readonly<Record<CopyKind, readonly string[]>> = {
  'own-backup': ['where', 'exists', 'made', 'until', 'days', 'account', 'password', 'number', 'fails'],
  'own-transfer': ['where', 'exists', 'number', 'oldPhone', 'fails', 'afterFailure'],
  'recently-deleted': ['where', 'deleted'],
  'other-device': ['where'],
  'computer-library': ['where'],
  web: ['where'],
  'photo-service': ['where'],
  'older-backup': ['where'],
  'recovery-tool': ['where'],
};

function leadsTo(needs: ReadonlyMap<string, readonly string[]>, from: string, to: string): boolean {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === to) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const further = needs.get(id);
    if (further) open.push(...further);
  }
  return false;
}

const scriptsOf = ({ script, attempts }: Scenario): { readonly script: Scenario['script']; readonly path: Path }[] => [
  { script, path: ['script'] },
  ...attempts.flatMap((attempt, index) =>
    attempt.script ? [{ script: attempt.script, path: ['attempts', index, 'script'] }] : [],
  ),
];

/** An app is one thing: with two of one name, the state of the one would decide what becomes of the other. */
function* appsTwice({ world }: Scenario): Generator<Complaint> {
  const seen = new Map<string, string>();
  for (const [index, { id, category, app }] of world.items.entries()) {
    if (category !== 'app' || app === undefined) continue;
    const other = seen.get(app);
    if (other === undefined) seen.set(app, id);
    else
      yield {
        path: ['world', 'items', index, 'app'],
        message: `two items are the app “${app}”: ${other} and ${id}`,
        advice: 'Give each app a name of its own under “app”.',
      };
  }
}

/** What a part is known by: with another name it would be another part, and have no fate in that attempt. */
const NAMES_OF: ReadonlyMap<string, readonly string[]> = new Map([
  ['items', ['id', 'app', 'category']],
  ['backups', ['id']],
  ['accounts', ['id']],
]);

/** Why a path of changed conditions cannot be changed: it would rename something. */
export function renameBy(path: string): Pick<Complaint, 'message' | 'advice'> | undefined {
  const [list, , name] = splitAt(path, '.');
  if (NAMES_OF.get(list)?.includes(String(name)) !== true) return undefined;
  return {
    message: `“${path}” cannot change: it is what the ${list.slice(0, -1)} is known by`,
    advice: 'Change what is so about it, and leave its name.',
  };
}

/** Where an item fails has to be a place that it comes to, and a backup that stops at it is no backup. */
function* failures({ world }: Scenario): Generator<Complaint> {
  for (const [index, item] of world.items.entries()) {
    const { fails } = item;
    if (!fails) continue;
    const path = ['world', 'items', index, 'fails'];
    if (fails.at === 'capture' && fails.and === 'stops')
      yield {
        path: [...path, 'and'],
        message: 'a backup that stops at an item never finishes',
        advice: 'Say “complete: no” of the backup, or “and: skipped” here.',
      };
    if (fails.at === 'download' && categoryOf(item).returns === 'placement')
      yield {
        path: [...path, 'at'],
        message: `${item.category} come before the restart, not with the download`,
        advice: 'Write “at: placement”.',
      };
    // Anywhere else nothing looks at names, and no rule could say what became of it.
    else if (fails.because === 'bad-name' && fails.at !== 'placement')
      yield {
        path: [...path, 'at'],
        message: 'a name with a slash is refused where the data are put in place',
        advice: 'Write “at: placement”, or leave out “because”.',
      };
  }
}

function* renames({ attempts }: Scenario): Generator<Complaint> {
  for (const [index, { change }] of attempts.entries())
    for (const path of Object.keys(change)) {
      const rename = renameBy(path);
      if (rename) yield { path: ['attempts', index, 'change', path], at: 'key', ...rename };
    }
}

function* newerThanToday({ world }: Scenario): Generator<Complaint> {
  const today = world.today.slice(0, 10);
  for (const [index, { made }] of world.backups.entries())
    if (isLaterDay(made, today))
      yield {
        path: ['world', 'backups', index, 'made'],
        message: `the backup is from ${made}, after the story’s today (${today})`,
        advice: 'Set “today” later, or the backup earlier.',
      };
  for (const [index, { created }] of world.items.entries())
    if (created !== undefined && isLaterDay(created, today))
      yield {
        path: ['world', 'items', index, 'created'],
        message: `this comes from ${created}, after the story’s today (${today})`,
        advice: 'Set “today” later, or this date earlier.',
      };
}
