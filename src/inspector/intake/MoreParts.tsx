import { useMemo } from 'react';
import { COPY_KINDS } from '../../model/copy-kinds.ts';
import type { Json } from '../../model/canonical.ts';
import { type CaseView, caseViewOf } from '../../intake/case-view.ts';
import { ITEM_TILES } from '../../intake/item-tiles.ts';
import { type JsonGroup, type JsonPath, nameOfPart } from '../../intake/json.ts';
import { freeName, listOf, type PartList } from '../../intake/parts.ts';
import type { CardId } from '../../intake/question.ts';
import { COPY_SOURCES } from '../../rulebook/tables/copies.ts';
import type { CaseDesk } from './case-desk.ts';
import { MORE_GROUPS, type MoreGroup, WHOLE_CASE } from './more-groups.ts';
import { MoreFields, type MoreProps, type NamedParts } from './MoreFields.tsx';
import { useDesk } from './use-desk.ts';

interface PartsProps {
  readonly card: CardId;
  readonly desk: CaseDesk;
}

/** Everything else that the schema of a world has, beside the questions of a card. */
export function MoreParts({ card, desk }: PartsProps) {
  const { draft } = useDesk(desk, 'draft');
  const view = useMemo(() => caseViewOf(draft), [draft]);
  const names = useMemo(() => namesIn(view), [view]);
  const { stated } = view;
  const onSet = (path: JsonPath, value: Json | undefined) =>
    desk.change(value === undefined ? { path } : { path, value });
  const of = (title: string, group: string, base: JsonPath): MoreProps => ({
    title,
    group,
    base,
    stated,
    names,
    onSet,
  });
  return (
    <div className="more-parts">
      {MORE_GROUPS[card]
        .flatMap((group) => partsOf(group, view, of))
        .map((props) => (
          <MoreFields key={props.base.join('.') || props.group} {...props} />
        ))}
      <Adding card={card} desk={desk} view={view} />
    </div>
  );
}

type Of = (title: string, group: string, base: JsonPath) => MoreProps;

/** The parts of this case that a group of the schema speaks of. */
function partsOf(group: MoreGroup, view: CaseView, of: Of): readonly MoreProps[] {
  switch (group) {
    case 'world.device':
      return [of('this phone', group, ['world', 'device'])];
    case 'world.oldPhone':
      return [of('the old phone', group, ['world', 'oldPhone'])];
    case 'whole case':
      return [{ ...of('the time', '', []), only: WHOLE_CASE }];
    case 'world.backups[]':
      return view.backups.map(({ id, kind }) => of(backupTitle(id, kind, view), ...at('backups', id)));
    case 'world.computer':
      return [of('the program on the computer', group, ['world', 'computer'])];
    case 'world.items[]':
      return view.items.map(({ id, title }) => of(title, ...at('items', id)));
    case 'world.copies[]':
      return listOf(view.stated, 'copies').flatMap((copy) => {
        const id = nameOfPart(copy);
        return id === undefined ? [] : [of(copyTitle(copy, view), ...at('copies', id))];
      });
    case 'world.services':
      return [of('iCloud services', group, ['world', 'services'])];
    case 'world.accounts[]':
      return view.accounts.map(({ id, words }) => of(words, ...at('accounts', id)));
    case 'world.organisation':
      return [of('the organisation', group, ['world', 'organisation'])];
    case 'world.surroundings':
      return [of('what is around the phone', group, ['world', 'surroundings'])];
  }
}

const backupTitle = (id: string, kind: 'icloud' | 'computer', { backups }: CaseView): string =>
  `the ${kind === 'icloud' ? 'iCloud' : 'computer'} backup${backups.length > 1 ? ` “${id}”` : ''}`;

const at = (list: PartList, id: string): [string, JsonPath] => [`world.${list}[]`, ['world', list, id]];

function copyTitle(copy: JsonGroup, view: CaseView): string {
  const kind = COPY_KINDS.find((known) => known === copy['kind']);
  const of = Array.isArray(copy['of']) ? copy['of'].map(String) : [];
  const titles = view.items.filter(({ id }) => of.includes(id)).map(({ title }) => title);
  return `${kind ? COPY_SOURCES[kind].title : 'another place'}: ${titles.join(', ')}`;
}

function namesIn({ accounts, backups, items, deviceName }: CaseView): NamedParts {
  const apps = [...new Set(items.map(({ app }) => app).filter((app) => app !== undefined))];
  const titleOfApp = (app: string): string =>
    items.find((item) => item.category === 'app' && item.app === app)?.title ?? app;
  const devices = [...new Set([deviceName, ...backups.map(({ device }) => device)])];
  return {
    accounts: accounts.map(({ id, words }) => ({ value: id, words })),
    backups: backups.map(({ id }) => ({ value: id, words: id })),
    items: items.map(({ id, title }) => ({ value: id, words: title })),
    apps: apps.map((app) => ({ value: app, words: titleOfApp(app) })),
    devices: devices.map((device) => ({ value: device, words: device })),
  };
}

interface AddingProps extends PartsProps {
  readonly view: CaseView;
}

/** Names of accounts to choose from: nobody has to type one, and no real name is needed. */
const OTHER_ACCOUNTS = ['partner', 'child', 'parent', 'work', 'earlier'] as const;

function Adding({ card, desk, view }: AddingProps) {
  const firstItem = view.items[0]?.id;
  switch (card) {
    case 'backups':
      return (
        <Add
          label="Add another backup"
          choices={[
            ['icloud', 'In iCloud'],
            ['computer', 'On a computer'],
          ]}
          onAdd={(kind) => desk.change({ add: 'backups', part: { id: freeName(view.draft, 'backups', kind), kind } })}
        />
      );
    case 'items':
      return (
        <>
          <Add
            label="Add one more of a kind"
            choices={ITEM_TILES.map(({ value, words }) => [value, words])}
            onAdd={(addTile) => desk.change({ addTile })}
          />
          {firstItem !== undefined && (
            <Add
              label="Add another place that holds some of it"
              choices={COPY_KINDS.map((kind) => [kind, COPY_SOURCES[kind].title])}
              onAdd={(kind) =>
                desk.change({
                  add: 'copies',
                  part: {
                    id: freeName(view.draft, 'copies', kind),
                    kind,
                    of: [firstItem],
                  },
                })
              }
            />
          )}
        </>
      );
    case 'accounts':
      return (
        <Add
          label="Add another account"
          choices={OTHER_ACCOUNTS.map((name) => [name, name])}
          onAdd={(name) => desk.change({ add: 'accounts', part: { id: freeName(view.draft, 'accounts', name) } })}
        />
      );
    case 'course':
      return (
        <p className="quiet">
          What no tile has, in its own order and with its own waits, can be written in the file: “Show the file”.
        </p>
      );
    default:
      return null;
  }
}

interface AddProps {
  readonly label: string;
  readonly choices: readonly (readonly [value: string, words: string])[];
  readonly onAdd: (value: string) => void;
}

function Add({ label, choices, onAdd }: AddProps) {
  return (
    <select
      className="select list-answer"
      aria-label={label}
      value=""
      onChange={(event) => {
        if (event.target.value !== '') onAdd(event.target.value);
      }}
    >
      <option value="">{label} …</option>
      {choices.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </select>
  );
}
