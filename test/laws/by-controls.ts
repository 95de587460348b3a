import type { Json } from '../../src/model/canonical.ts';
import { UNNAMED_ACCOUNT } from '../../src/model/account-names.ts';
import {
  actFields,
  ENTRIES_TO_ADD,
  entriesMoved,
  entriesWith,
  entrySaying,
  kindOfEntry,
  newEntry,
  saysOfAct,
} from '../../src/intake/acts.ts';
import { caseViewOf } from '../../src/intake/case-view.ts';
import { type Draft, newDraft } from '../../src/intake/draft.ts';
import { edit } from '../../src/intake/edit.ts';
import { ITEM_TILES } from '../../src/intake/item-tiles.ts';
import { isGroup, isList, type JsonGroup, type JsonPath, partsIn, valueAt } from '../../src/intake/json.ts';
import { freeName, listOf, type PartList } from '../../src/intake/parts.ts';
import { questionsOf } from '../../src/intake/asking.ts';
import { MORE_GROUPS, type MoreGroup, OTHER_ACCOUNTS } from '../../src/inspector/intake/more-groups.ts';
import { saysOfField } from '../../src/inspector/intake/more-values.ts';
import { otherwiseIn } from '../../src/inspector/intake/otherwise.ts';
import { fieldsOfPart, namesIn, shownParts } from '../../src/inspector/intake/shown-parts.ts';
import { must } from '../../src/model/must.ts';
import { valuesIn } from './rebuilding.ts';

/*
 * A person at the cards, who can do nothing but what stands on them: add a part, choose from a list, type where there
 * is no list. What no control offers cannot be said, and that is thrown.
 */

/** By kind and the name that a part has in a file: the name that the cards gave it. */
type Renames = Map<string, string>;
const LISTS: readonly (readonly [PartList, MoreGroup])[] = [
  ['accounts', 'world.accounts[]'],
  ['backups', 'world.backups[]'],
  ['items', 'world.items[]'],
  ['copies', 'world.copies[]'],
];

/** What a part is, is said when it is put in. */
const SAID_BY_ADDING: Readonly<Record<PartList, readonly string[]>> = {
  accounts: ['id'],
  backups: ['id', 'kind'],
  items: ['id', 'category'],
  copies: ['id', 'kind'],
};

export class AtTheCards {
  draft: Draft;
  readonly #names: Renames = new Map();
  /** Which controls were used: a law that uses few of them says little. */
  readonly used = new Set<string>();

  constructor(id: string) {
    // “Take the rest as usual.”
    this.draft = edit(newDraft(id), { basis: 'scenario' });
  }

  /** The same file with the names that the cards gave. */
  renamed(value: Json, path: JsonPath = []): Json {
    const key = path.findLast((step) => typeof step === 'string') ?? '';
    if (typeof value === 'string') return this.#name(kindNamed(path, key), value);
    if (isList(value)) return value.map((part, place) => this.renamed(part, [...path, place]));
    if (!isGroup(value)) return value;
    const list = path.length === 3 && typeof path[2] === 'number' ? path[1] : undefined;
    const id = list === undefined ? undefined : (value['id'] ?? value[list === 'items' ? 'category' : 'kind']);
    return {
      ...(typeof id === 'string' ? { id: this.#name(String(list), id) } : {}),
      ...Object.fromEntries(
        Object.entries(value)
          .filter(([each]) => !(path.length === 0 && each === 'expect') && !(list !== undefined && each === 'id'))
          .map(([each, part]) => [
            key === 'change' ? this.#changed(each) : each,
            part === undefined ? part : this.renamed(part, [...path, each]),
          ]),
      ),
    };
  }

  #name(kind: string, name: string): string {
    return this.#names.get(`${kind} ${name}`) ?? name;
  }

  /** `backups.nightly.password`, `script.login.bank`. */
  #changed(path: string): string {
    const [list = '', part = '', about] = path.split('.');
    if (about === undefined) return path;
    if (list === 'script') return [list, part, this.#name('apps', this.#name('accounts', about))].join('.');
    return [list, this.#name(list, part), ...path.split('.').slice(2)].join('.');
  }

  build(stated: JsonGroup): void {
    const route = questionsOf(this.draft).find(({ id }) => id === 'route');
    const said = stated['route'];
    if (typeof said === 'string' && route?.options.some(({ value }) => value === said))
      this.draft = edit(this.draft, { question: 'route', answer: said });
    this.#say('whole case', stated);
    this.#addParts(stated);
    const groups = Object.values(MORE_GROUPS).flat() as readonly MoreGroup[];
    // Names first: other parts are chosen by them.
    for (const group of ['world.device', 'world.backups[]', ...groups] as const) this.#say(group, stated);
    const entries = stated['script'];
    if (entries !== undefined) this.#set(['script'], this.#acts(this.renamed(entries, ['script'])));
    for (const [place, attempt] of partsIn(stated['attempts']).entries()) this.#try(place, attempt);
  }

  #addParts(stated: JsonGroup): void {
    const world = valueAt(stated, ['world']);
    const parts = (list: PartList): readonly JsonGroup[] =>
      world !== undefined && isGroup(world) ? partsIn(world[list]) : [];
    const path = ['world', 'accounts'];
    const none = valueAt(stated, path);
    if (isList(none) && none.length === 0) this.draft = edit(this.draft, { path, value: none });
    for (const [place, { id }] of parts('accounts').entries()) {
      const name =
        place === 0 ? UNNAMED_ACCOUNT : freeName(this.draft, 'accounts', must(OTHER_ACCOUNTS[place], 'name'));
      if (place > 0) this.draft = edit(this.draft, { add: 'accounts', part: { id: name } });
      this.#names.set(`accounts ${String(id)}`, name);
    }
    for (const { id, kind } of parts('backups')) {
      const wanted = typeof kind === 'string' ? kind : stated['route'] === 'computer' ? 'computer' : 'icloud';
      const name = freeName(this.draft, 'backups', wanted);
      this.draft = edit(this.draft, { add: 'backups', part: { id: name, kind: wanted } });
      this.#names.set(`backups ${String(id)}`, name);
    }
    for (const { id, category } of parts('items')) {
      if (!ITEM_TILES.some(({ value }) => value === category)) throw new Error(`no tile ${String(category)}`);
      const before = new Set(listOf(this.draft.stated, 'items').map((item) => item['id']));
      this.draft = edit(this.draft, { addTile: String(category) });
      const added = listOf(this.draft.stated, 'items').find((item) => !before.has(item['id']));
      this.#names.set(`items ${String(id ?? category)}`, String(added?.['id']));
    }
    for (const { id, kind } of parts('copies')) {
      const name = freeName(this.draft, 'copies', String(kind));
      const [first] = listOf(this.draft.stated, 'items');
      this.draft = edit(this.draft, {
        add: 'copies',
        part: { id: name, kind: String(kind), of: [String(first?.['id'])] },
      });
      this.#names.set(`copies ${String(id ?? kind)}`, name);
    }
  }

  /** Everything that a file says of the parts of a group, control by control. */
  #say(group: MoreGroup, stated: JsonGroup): void {
    const named = LISTS.find(([, each]) => each === group)?.[0];
    const wholes: readonly (readonly [JsonPath, Json | undefined])[] =
      named === undefined
        ? group === 'whole case'
          ? [
              [['edition'], stated['edition']],
              [['world', 'today'], valueAt(stated, ['world', 'today'])],
            ]
          : [[group.split('.'), valueAt(stated, group.split('.'))]]
        : partsIn(valueAt(stated, ['world', named])).map((part) => [
            ['world', named, this.#name(named, String(part['id'] ?? part[named === 'items' ? 'category' : 'kind']))],
            part,
          ]);
    for (const [base, whole] of wholes) {
      for (const [path, value] of leaves(whole)) {
        const [first] = path;
        if (named !== undefined && path.length === 1 && SAID_BY_ADDING[named].includes(String(first))) continue;
        if (first === 'app' && typeof value === 'string') this.#nameApp(value);
        if (first === 'on' && typeof value === 'string') this.#nameDevice(value);
        this.#sayAt(group, [...base, ...path], this.renamed(value, [...base, ...path]));
      }
    }
  }

  /** An app that the case does not have yet is another app. */
  #nameApp(app: string): void {
    if (this.#names.has(`apps ${app}`)) return;
    const { apps } = namesIn(caseViewOf(this.draft));
    this.#names.set(`apps ${app}`, must(apps.at(-1), 'another app').value);
  }

  /** A device that nothing else speaks of is another device. */
  #nameDevice(device: string): void {
    const { devices } = namesIn(caseViewOf(this.draft));
    if (devices.some(({ value }) => value === device)) return;
    this.#names.set(`devices ${device}`, must(devices.at(-1), 'another device').value);
  }

  #sayAt(group: MoreGroup, path: JsonPath, value: Json): void {
    const view = caseViewOf(this.draft);
    const fields = shownParts(group, view).flatMap((part) => fieldsOfPart(part));
    const word = path.length === 3 && path[1] === 'services' && path[2] !== 'account';
    // One word stands for both.
    const paths = word ? ['atBackup', 'now'].map((key) => [...path, key]) : [path];
    for (const each of paths) {
      const found = fields.find(([, at]) => at.join('\n') === each.join('\n'));
      if (!found) throw new Error(`no control for ${each.join('.')}`);
      if (!saysOfField(found[0], namesIn(view), value))
        throw new Error(`the control of ${each.join('.')} cannot say ${JSON.stringify(value)}`);
      this.#set(each, value);
      this.used.add(found[0].path);
    }
  }

  #set(path: JsonPath, value: Json): void {
    this.draft = edit(this.draft, { path, value });
  }

  /** The entries of a course: each put in, moved to its place, and told field by field. */
  #acts(script: Json): readonly Json[] {
    const view = caseViewOf(this.draft);
    let told: readonly Json[] = [];
    for (const wanted of partsIn(script)) {
      const kind = must(kindOfEntry(wanted), 'kind of entry');
      const start = kind === 'do' ? String(wanted['do']) : kind;
      if (!ENTRIES_TO_ADD.some(({ value }) => value === start)) throw new Error(`nothing adds ${start}`);
      let entry = newEntry(view, start);
      const before = told;
      told = entriesWith(told, entry);
      let at = told.findIndex((each, place) => each !== before[place]);
      for (; at < told.length - 1; at += 1) told = entriesMoved(told, at, 1);
      for (const [key, value] of Object.entries(wanted)) {
        const field = actFields(view, entry).find((each) => each.key === key);
        if (!field) throw new Error(`no control for ${key} of ${start}`);
        if (value === undefined || !saysOfAct(field, value))
          throw new Error(`the control of ${key} cannot say ${JSON.stringify(value)}`);
        if (entry[key] !== value) entry = entrySaying(view, entry, key, value);
        this.used.add(`script[].${key}`);
      }
      // What a new entry begins with and nobody said is taken back.
      for (const field of actFields(view, entry))
        if (field.unsaid !== null && wanted[field.key] === undefined)
          entry = entrySaying(view, entry, field.key, undefined);
      told = told.with(told.length - 1, entry);
    }
    return told;
  }

  #try(place: number, { change, script }: JsonGroup): void {
    const view = caseViewOf(this.draft);
    const offers = otherwiseIn(view, namesIn(view));
    const renamed = change === undefined ? {} : inFull(this.renamed(change, ['attempts', place, 'change']));
    for (const [path, value] of Object.entries(renamed as JsonGroup)) {
      const offer = offers.find((each) => each.path === path);
      if (!offer) throw new Error(`nothing offers ${path}`);
      const isSaid = offer.field
        ? saysOfField(offer.field, namesIn(view), String(value)) || offer.field.kind === 'number'
        : offer.choices.some((choice) => choice.value === value);
      if (!isSaid) throw new Error(`the control of ${path} cannot say ${JSON.stringify(value)}`);
      this.used.add('attempts[].change');
    }
    if (script !== undefined) this.used.add('attempts[].script');
    this.#set(['attempts', place], {
      ...(change === undefined ? {} : { change: renamed }),
      ...(script === undefined ? {} : { script: this.#acts(this.renamed(script, ['attempts', place, 'script'])) }),
    } as Json);
  }
}

/** A file may say of a service in one word what controls ask in two: how it was at the backup, and how it is now. */
const inFull = (change: Json): Json =>
  Object.fromEntries(
    Object.entries(change as JsonGroup).flatMap(([path, value]) =>
      /^services\.[\w-]+$/.test(path) && path !== 'services.account'
        ? [`${path}.atBackup`, `${path}.now`].map((each) => [each, value] as const)
        : [[path, value] as const],
    ),
  ) as Json;

/** What a word at a place of a file names. */
const NAMED: Readonly<Record<string, string>> = {
  account: 'accounts',
  backup: 'backups',
  heldBy: 'backups',
  app: 'apps',
  needs: 'items',
  of: 'items',
  on: 'devices',
};
function kindNamed(path: JsonPath, key: string): string {
  const last = key.split('.').at(-1) ?? '';
  return Object.hasOwn(NAMED, last) && path[0] !== 'title' ? String(NAMED[last]) : '';
}

/** Every value of a part; a list of names is one. */
function leaves(value: Json | undefined): readonly (readonly [JsonPath, Json])[] {
  if (value === undefined || isList(value)) return [];
  const all = valuesIn(value).filter(([path]) => !path.some((step) => typeof step === 'number'));
  const lists = isGroup(value)
    ? Object.entries(value).flatMap(([key, each]): (readonly [JsonPath, Json])[] =>
        each !== undefined && isList(each) && each.length > 0 ? [[[key], each]] : [],
      )
    : [];
  return [...all, ...lists].filter(([, each]) => !isGroup(each));
}
