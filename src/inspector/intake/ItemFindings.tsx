import type { Finding } from '../../intake/draft.ts';
import { caseViewOf } from '../../intake/case-view.ts';
import { Icon } from '../parts/Icon.tsx';
import type { CaseDesk } from './case-desk.ts';
import { type Tile, Tiles } from './Tiles.tsx';
import { useDesk } from './use-desk.ts';

const FINDINGS: readonly (Tile & { readonly value: Finding })[] = [
  { value: 'missing', title: 'Missing' },
  { value: 'there', title: 'It came' },
];

/** What was chosen, and what the customer sees of each on the phone. */
export function ItemFindings({ desk }: { readonly desk: CaseDesk }) {
  const { draft } = useDesk(desk, 'draft');
  const { items } = caseViewOf(draft);
  if (items.length === 0) return null;
  return (
    <ul className="findings" aria-label="What the customer sees">
      {items.map(({ id, title }) => {
        const found = draft.found[id];
        return (
          <li key={id}>
            <b id={`found-${id}`}>
              <bdi>{title}</bdi>
            </b>
            <Tiles
              labelledBy={`found-${id}`}
              takes="one"
              tiles={FINDINGS}
              chosen={found === undefined ? [] : [found]}
              onChoose={(value) =>
                desk.change({ item: id, found: value === found ? null : value === 'there' ? 'there' : 'missing' })
              }
            />
            <button
              type="button"
              className="button bare square"
              aria-label={`Take out ${title}`}
              onClick={() => desk.change({ remove: 'items', id })}
            >
              <Icon name="close" size={13} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
