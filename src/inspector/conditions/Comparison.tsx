import { must } from '../../model/must.ts';
import { useEffect, useMemo, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { formatCount } from '../../model/bytes.ts';
import { moveByKey } from '../ledger/Table.tsx';
import { usePicked, useStory, type ViewProps } from '../state/use-story.ts';
import { routeUnder } from '../../scenario/conditions.ts';
import { ComparedRow } from './ComparedRow.tsx';
import type { Comparison as Compared, EndShown } from './ends.ts';

interface ComparisonProps extends ViewProps {
  readonly given: EndShown;
  readonly changed: EndShown;
  readonly compared: Compared;
}

type Kind = 'flip' | 'moved' | 'same';
type Entry = { readonly head: string; readonly kind: Kind } | { readonly index: number; readonly kind: Kind };
const HEIGHTS: Readonly<Record<Kind, number>> = { flip: 66, moved: 66, same: 27 };

/** Every item under both runs: those that flip first, then those that another rule decides, then what stays. */
export function ComparedItems({ store, given, changed, compared }: ComparisonProps) {
  const { recording, given: asGiven, changes } = useStory(store, 'recording', 'given', 'changes');
  const routes = { before: asGiven.route, after: routeUnder(changes, asGiven.route) };
  const { selected } = usePicked(store, 'selected');
  const scroller = useRef<HTMLDivElement>(null);
  const entries = useMemo(() => entriesOf(compared, given === changed), [compared, given, changed]);
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({
    count: entries.length,
    getScrollElement: () => scroller.current,
    overscan: 8,
    paddingEnd: 4,
    estimateSize: (at) => {
      const entry = entries[at];
      return entry && 'index' in entry ? HEIGHTS[entry.kind] : 30;
    },
    getItemKey: (at) => {
      const entry = entries[at];
      return entry && 'index' in entry ? `${entry.kind} ${entry.index}` : at;
    },
  });
  const chosen = entries.findIndex((entry) => 'index' in entry && recording.items[entry.index]?.id === selected);
  useEffect(() => {
    if (chosen >= 0) virtual.scrollToIndex(chosen, { align: 'auto' });
    // Only a new selection or another comparison moves the list.
    // oxlint-disable-next-line react/exhaustive-deps, react-hooks/exhaustive-deps
  }, [selected, entries]);
  const choose = (from: number, by: number) => {
    for (let at = from; at >= 0 && at < entries.length; at += by) {
      const entry = entries[at];
      if (!entry || !('index' in entry)) continue;
      store.picked.select(must(recording.items[entry.index], 'the item of a row').id);
      virtual.scrollToIndex(at, { align: 'auto' });
      return;
    }
  };
  return (
    <div
      className="compared-table scrolls"
      ref={scroller}
      role="grid"
      aria-label="Items in both runs"
      aria-rowcount={entries.length + 1}
      aria-colcount={3}
      tabIndex={0}
      {...(chosen >= 0 ? { 'aria-activedescendant': `both-${chosen}` } : {})}
      onKeyDown={(event) => moveByKey(event, chosen, entries.length, choose)}
    >
      <div role="row" aria-rowindex={1} className="hidden">
        {['Item', 'As given', 'As changed'].map((word) => (
          <span key={word} role="columnheader">
            {word}
          </span>
        ))}
      </div>
      <div role="rowgroup" className="compared-rows" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const entry = entries[index];
          if (!entry) return null;
          const style = { transform: `translateY(${start}px)` };
          if ('head' in entry)
            return (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="row"
                aria-rowindex={index + 2}
                style={style}
                className="both-head"
              >
                <span role="gridcell" aria-colspan={3}>
                  {entry.head}
                </span>
              </div>
            );
          const item = recording.items[entry.index];
          const [before, after] = [given.rows[entry.index], changed.rows[entry.index]];
          if (!item || !before || !after) return null;
          return (
            // The grid takes the keys for all of its rows.
            // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              id={`both-${index}`}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === chosen}
              style={style}
              className={`both ${entry.kind}${index === chosen ? ' selected' : ''}`}
              onClick={() => store.picked.select(item.id)}
            >
              <ComparedRow
                item={item}
                before={before}
                after={after}
                isWhole={entry.kind !== 'same'}
                isFlip={entry.kind === 'flip'}
                book={store.file.book}
                routes={routes}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const count = (length: number, one: string, many: string): string =>
  `${formatCount(length)} ${length === 1 ? one : many}`;
const part = (indexes: readonly number[], kind: Kind, head: string | null): Entry[] =>
  indexes.length === 0
    ? []
    : [...(head === null ? [] : [{ head, kind }]), ...indexes.map((index) => ({ index, kind }))];

function entriesOf({ flips, moved, same }: Compared, isOne: boolean): readonly Entry[] {
  return [
    ...part(flips, 'flip', null),
    ...part(moved, 'moved', count(moved.length, 'fate stays, for another reason', 'fates stay, for another reason')),
    ...part(same, 'same', isOne ? null : count(same.length, 'fate stays the same', 'fates stay the same')),
  ];
}
