import { type KeyboardEvent, useEffect, useRef } from 'react';
import { andSize, formatCount } from '../../model/bytes.ts';
import { must } from '../../model/must.ts';
import { useMachinery } from '../parts/Machinery.tsx';
import { useRowHeight } from '../parts/use-row-height.ts';
import { useRows } from '../parts/use-rows.ts';
import { usePicked, useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import type { Entry } from './order.ts';
import { Row } from './Row.tsx';

interface TableProps extends ViewProps {
  readonly entries: readonly Entry[];
}

const COLUMNS = ['Item', 'Size', 'Gate', 'Fate'];

/** Height of the table's head. */
const HEAD = 26;

/** Only the rows in sight are in the page, whatever their number. */
export function Table({ store, entries }: TableProps) {
  const { recording, ledger, changed } = useStory(store, 'recording', 'ledger', 'changed');
  const { selected } = usePicked(store, 'selected');
  const route = useRoute(store);
  const columns = useMachinery() ? [...COLUMNS, 'Rule'] : COLUMNS;
  const scroller = useRef<HTMLDivElement>(null);
  const row = useRowHeight('--row');
  const { inSight, height, show } = useRows({ count: entries.length, scroller, row, head: HEAD });
  const chosen = entries.findIndex((entry) => typeof entry === 'number' && recording.items[entry]?.id === selected);
  useEffect(() => {
    if (chosen >= 0) show(chosen);
    // Only a new selection moves the table; steps leave it where the person has scrolled to.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [selected]);
  const choose = (from: number, by: number) => {
    for (let at = from; at >= 0 && at < entries.length; at += by) {
      const entry = entries[at];
      if (typeof entry !== 'number') continue;
      store.picked.select(must(recording.items[entry], 'the item of a row').id);
      show(at);
      return;
    }
  };
  return (
    <div
      className={columns === COLUMNS ? 'table scrolls plain' : 'table scrolls'}
      ref={scroller}
      role="grid"
      aria-label="Items"
      aria-rowcount={entries.length + 1}
      aria-colcount={columns.length}
      tabIndex={0}
      {...(chosen >= 0 ? { 'aria-activedescendant': `row-${chosen}` } : {})}
      onKeyDown={(event) => moveByKey(event, chosen, entries.length, choose)}
    >
      <div className="row head" role="row" aria-rowindex={1}>
        {columns.map((word) => (
          <span key={word} role="columnheader">
            {word}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="rows" style={{ height: height }}>
        {inSight.map(({ index, start, size }) => {
          const entry = entries[index];
          if (entry === undefined) return null;
          return typeof entry === 'number' ? (
            <Row
              key={`${entry}`}
              store={store}
              item={must(recording.items[entry], 'the item of a row')}
              row={must(ledger.rows[entry], 'a row of the ledger')}
              route={route}
              index={index}
              isSelected={index === chosen}
              isNew={changed.has(entry)}
              start={start}
              size={size}
            />
          ) : (
            <div
              key={entry.group}
              className="row group"
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)`, height: size }}
            >
              <span role="gridcell" aria-colspan={columns.length}>
                <bdi>{entry.group}</bdi>{' '}
                <span className="quiet">
                  {formatCount(entry.items)}
                  {andSize(entry.bytes)}
                </span>
              </span>
            </div>
          );
        })}
      </div>
      {entries.length === 0 && (
        <p className="no-rows">
          {recording.items.length === 0 ? 'This scenario has no items.' : 'Nothing matches this filter.'}
        </p>
      )}
    </div>
  );
}

/** Arrows, Page Up and Page Down, Home and End move the selection in a list of rows. */
export function moveByKey(
  event: KeyboardEvent,
  chosen: number,
  count: number,
  choose: (from: number, by: number) => void,
): void {
  const page = 12;
  const does = {
    ArrowDown: () => choose(chosen + 1, 1),
    ArrowUp: () => choose(chosen <= 0 ? 0 : chosen - 1, -1),
    PageDown: () => choose(Math.min(count - 1, chosen + page), -1),
    PageUp: () => choose(Math.max(0, chosen - page), 1),
    Home: () => choose(0, 1),
    End: () => choose(count - 1, -1),
  }[event.key];
  if (!does) return;
  event.preventDefault();
  event.stopPropagation();
  does();
}
