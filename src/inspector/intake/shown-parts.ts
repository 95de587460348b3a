import { backupsInWords } from '../../intake/questions/backups.questions.ts';
import { capitalised } from '../../model/phrases.ts';
import { backupSchema } from '../../model/backups.ts';
import { COPY_KINDS } from '../../model/copy-kinds.ts';
import { startOfBackup, STARTING_WORLDS } from '../../scenario/starting-worlds.ts';
import { appsIn } from '../../intake/acts.ts';
import type { CaseView } from '../../intake/case-view.ts';
import { type JsonGroup, type JsonPath, nameOfPart, valueAt } from '../../intake/json.ts';
import { freeName, listOf, type PartList } from '../../intake/parts.ts';
import { COPY_SOURCES } from '../../rulebook/tables/copies.ts';
import { type MoreGroup, WHOLE_CASE } from './more-groups.ts';
import { isFixed, type NamedParts } from './more-values.ts';
import { type WorldField, WORLD_FIELDS } from './world-fields.ts';

/** A part of a case of which more can be said. */
export interface ShownPart {
  /** What it is about. */
  readonly title: string;
  /** The group of the schema, such as `world.items[]`. */
  readonly group: string;
  /** The same place in this case. */
  readonly base: JsonPath;
  /** Only these, by their paths. */
  readonly only?: readonly string[];
}

/** The fields of a part, and where each stands in this case. */
export const fieldsOfPart = ({ group, base, only }: ShownPart): readonly (readonly [WorldField, JsonPath])[] =>
  WORLD_FIELDS.filter((field) =>
    only ? only.includes(field.path) : field.path.startsWith(`${group}.`) && !isFixed(field),
  ).map((field) => [field, [...base, ...field.path.slice(only ? 0 : group.length + 1).split('.')]]);

/** The parts of this case that a group of the schema speaks of. */
export function shownParts(group: MoreGroup, view: CaseView): readonly ShownPart[] {
  switch (group) {
    case 'world.device':
      return [{ title: 'this phone', group, base: ['world', 'device'] }];
    case 'world.oldPhone':
      return [{ title: 'the old phone', group, base: ['world', 'oldPhone'] }];
    case 'whole case':
      return [{ title: 'the time', group, base: [], only: WHOLE_CASE }];
    case 'world.backups[]':
      return view.backups.map(({ id, kind }) => ({ title: backupTitle(id, kind, view), ...at('backups', id) }));
    case 'world.computer':
      return [{ title: 'the program on the computer', group, base: ['world', 'computer'] }];
    case 'world.items[]':
      return view.items.map(({ id, title }) => ({ title, ...at('items', id) }));
    case 'world.copies[]':
      return listOf(view.stated, 'copies').flatMap((copy) => {
        const id = nameOfPart(copy);
        return id === undefined ? [] : [{ title: copyTitle(copy, view), ...at('copies', id) }];
      });
    case 'world.services':
      return [{ title: 'iCloud services', group, base: ['world', 'services'] }];
    case 'world.accounts[]':
      return view.accounts.map(({ id, words }) => ({ title: words, ...at('accounts', id) }));
    case 'world.organisation':
      return [{ title: 'the organisation', group, base: ['world', 'organisation'] }];
    case 'world.surroundings':
      return [{ title: 'what is around the phone', group, base: ['world', 'surroundings'] }];
  }
}

const backupTitle = (id: string, kind: 'icloud' | 'computer', { backups }: CaseView): string =>
  `the ${kind === 'icloud' ? 'iCloud' : 'computer'} backup${backups.length > 1 ? ` “${id}”` : ''}`;

const at = (list: PartList, id: string): Pick<ShownPart, 'group' | 'base'> => ({
  group: `world.${list}[]`,
  base: ['world', list, id],
});

function copyTitle(copy: JsonGroup, view: CaseView): string {
  const kind = COPY_KINDS.find((known) => known === copy['kind']);
  const of = Array.isArray(copy['of']) ? copy['of'].map(String) : [];
  const titles = view.items.filter(({ id }) => of.includes(id)).map(({ title }) => title);
  return `${kind ? COPY_SOURCES[kind].title : 'another place'}: ${titles.join(', ')}`;
}

/** The names that parts of the case can be chosen by. */
export function namesIn(view: CaseView): NamedParts {
  const { accounts, backups, items, deviceName } = view;
  const devices = new Set([deviceName, ...backups.map(({ device }) => device), ...otherDevices(view)]);
  return {
    accounts: accounts.map(({ id, words }) => ({ value: id, words })),
    backups: backupsInWords(view).map(({ key, name }) => ({ value: key, words: capitalised(name) })),
    items: items.map(({ id, title }) => ({ value: id, words: title })),
    apps: [...appsIn(view), { value: freeApp(view), words: 'Another app' }],
    devices: [...devices].map((device) => ({ value: device, words: device })),
  };
}

const USUAL_OLD = backupSchema.shape.device.parse(undefined);
const ANOTHER = 'another device';

/** The phone that the person comes from, as it is named or as it usually is; and one that nobody speaks of. */
function otherDevices({ stated, edition }: CaseView): readonly string[] {
  const named = valueAt(stated, ['world', 'oldPhone', 'name']);
  const starts = startOfBackup(STARTING_WORLDS[edition], undefined)['device'];
  return [...(typeof named === 'string' ? [named] : []), ...(starts === undefined ? [] : [starts]), USUAL_OLD, ANOTHER];
}

/** A name that no app of the case has: an app can have left data behind and be no item itself. */
function freeApp({ items, draft }: CaseView): string {
  const taken = new Set(items.map(({ app }) => app));
  const first = freeName(draft, 'items', 'app');
  for (let n = 1; ; n += 1) {
    const name = n === 1 ? first : `${first}-of-another-kind-${n}`;
    if (!taken.has(name)) return name;
  }
}
