import { useMemo } from 'react';
import { COPY_KINDS } from '../../model/copy-kinds.ts';
import type { Json } from '../../model/canonical.ts';
import { type CaseView, caseViewOf } from '../../intake/case-view.ts';
import { ITEM_TILES } from '../../intake/item-tiles.ts';
import type { JsonPath } from '../../intake/json.ts';
import { freeName, PART_LISTS } from '../../intake/parts.ts';
import type { CardId } from '../../intake/question.ts';
import { COPY_SOURCES } from '../../rulebook/tables/copies.ts';
import { Add } from './Add.tsx';
import type { CaseDesk } from './case-desk.ts';
import { Course } from './Course.tsx';
import { MORE_GROUPS, OTHER_ACCOUNTS } from './more-groups.ts';
import { MoreFields } from './MoreFields.tsx';
import { namesIn, type ShownPart, shownParts } from './shown-parts.ts';
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
  return (
    <div className="more-parts">
      {MORE_GROUPS[card]
        .flatMap((group) => shownParts(group, view))
        .map((part) => (
          <MoreFields
            key={part.base.join('.') || part.group}
            {...part}
            stated={stated}
            names={names}
            onSet={onSet}
            {...removal(part, view, desk)}
          />
        ))}
      {card === 'course' && <Course desk={desk} view={view} names={names} />}
      <Adding card={card} desk={desk} view={view} />
    </div>
  );
}

/** What was put in can be taken out again; whose phone it is stays. */
function removal({ base }: ShownPart, { accounts }: CaseView, desk: CaseDesk): { readonly onRemove?: () => void } {
  const [, name, id] = base;
  const list = PART_LISTS.find((each) => each === name);
  if (list === undefined || typeof id !== 'string' || (list === 'accounts' && accounts[0]?.id === id)) return {};
  return { onRemove: () => desk.change({ remove: list, id }) };
}

const ACCOUNTS: JsonPath = ['world', 'accounts'];

interface AddingProps extends PartsProps {
  readonly view: CaseView;
}

function Adding({ card, desk, view }: AddingProps) {
  const firstItem = view.items[0]?.id;
  switch (card) {
    case 'backups':
      return (
        <Add
          label="Add another backup"
          choices={[
            { value: 'icloud', words: 'In iCloud' },
            { value: 'computer', words: 'On a computer' },
          ]}
          onAdd={(kind) => desk.change({ add: 'backups', part: { id: freeName(view.draft, 'backups', kind), kind } })}
        />
      );
    case 'items':
      return (
        <>
          <Add label="Add one more of a kind" choices={ITEM_TILES} onAdd={(addTile) => desk.change({ addTile })} />
          {firstItem !== undefined && (
            <Add
              label="Add another place that holds some of it"
              choices={COPY_KINDS.map((value) => ({ value, words: COPY_SOURCES[value].title }))}
              onAdd={(kind) =>
                desk.change({
                  add: 'copies',
                  part: { id: freeName(view.draft, 'copies', kind), kind, of: [firstItem] },
                })
              }
            />
          )}
        </>
      );
    case 'accounts':
      if (view.accounts.length === 0)
        return (
          <>
            <p>The customer has no account.</p>
            <button type="button" className="button" onClick={() => desk.change({ path: ACCOUNTS })}>
              The customer has an account
            </button>
          </>
        );
      return (
        <>
          <Add
            label="Add another account"
            choices={OTHER_ACCOUNTS.map((value) => ({ value, words: value }))}
            onAdd={(name) => desk.change({ add: 'accounts', part: { id: freeName(view.draft, 'accounts', name) } })}
          />
          {view.accounts.length === 1 && (
            <button type="button" className="button" onClick={() => desk.change({ path: ACCOUNTS, value: [] })}>
              The customer has no account
            </button>
          )}
        </>
      );
    default:
      return null;
  }
}
