import { type Grouping, GROUPS, type Sort, SORTS } from './order.ts';

/** How the table is laid out: an order, or groups in the order of the run. */
export interface Layout {
  readonly sort: Sort;
  readonly grouping: Grouping;
}

const valueOf = ({ sort, grouping }: Layout): string => (grouping === 'none' ? `sort ${sort}` : `group ${grouping}`);

function layoutOf(value: string): Layout {
  const [kind, word] = value.split(' ');
  return kind === 'sort' ? { sort: word as Sort, grouping: 'none' } : { sort: 'newest', grouping: word as Grouping };
}

/** One list for both: rows in an order, or in groups. */
export function OrderChoice({
  layout,
  onChange,
}: {
  readonly layout: Layout;
  readonly onChange: (layout: Layout) => void;
}) {
  return (
    <select
      className="select"
      aria-label="Order and groups"
      value={valueOf(layout)}
      onChange={(event) => onChange(layoutOf(event.target.value))}
    >
      <optgroup label="In order">
        {Object.entries(SORTS).map(([sort, word]) => (
          <option key={sort} value={`sort ${sort}`}>
            {word}
          </option>
        ))}
      </optgroup>
      <optgroup label="In groups">
        {Object.entries(GROUPS)
          .filter(([grouping]) => grouping !== 'none')
          .map(([grouping, word]) => (
            <option key={grouping} value={`group ${grouping}`}>
              {word}
            </option>
          ))}
      </optgroup>
    </select>
  );
}
