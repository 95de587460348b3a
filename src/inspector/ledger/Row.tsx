import { Fragment, memo } from 'react';
import { sizeCell } from '../../model/bytes.ts';
import { GATES } from '../../model/fates.ts';
import type { Item, World } from '../../model/world.ts';
import type { Route } from '../../model/kinds.ts';
import { categoryOf } from '../../rulebook/case/case-file.ts';
import type { LedgerRow } from '../../run/ledger.ts';
import { FateShape, FateWord } from '../parts/Fate.tsx';
import { useVoice } from '../parts/voice.ts';
import { Machinery } from '../parts/Machinery.tsx';
import { fateKeyOf } from '../../stepping/fate-keys.ts';
import type { StoryStore } from '../state/story-store.ts';

interface RowProps {
  readonly store: StoryStore;
  readonly item: Item;
  readonly row: LedgerRow;
  readonly route: Route;
  /** Of the row, in the table as it is sorted. */
  readonly index: number;
  readonly isSelected: boolean;
  readonly isNew: boolean;
  /** Where it stands in pixels, and how high it is. */
  readonly start: number;
  readonly size: number;
}

/** Longest title that goes into the page; the rest would not be seen anyway. */
const MAX_LENGTH = 300;

/** One item. Drawn anew only when something of it is another. */
export const Row = memo(function Row({ store, item, row, route, index, isSelected, isNew, start, size }: RowProps) {
  const fate = fateKeyOf(row);
  const voice = useVoice();
  return (
    <div
      className={`row${isNew ? ' now' : ''}${isSelected ? ' selected' : ''}`}
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={{ transform: `translateY(${start}px)`, height: size }}
      onPointerDown={(event) => event.button === 0 && store.picked.select(isSelected ? null : item.id)}
    >
      <span role="gridcell" className="item">
        <bdi className="clip">{item.title.slice(0, MAX_LENGTH)}</bdi>
        {fate !== 'synced' && syncHolds(item, store.world) && (
          <span className="sync-mark">
            <FateShape fate="synced" size={8} /> sync
          </span>
        )}
        {isNew && <span className="hidden">, changed now</span>}
      </span>
      <span role="gridcell" className={item.bytes === 0 ? 'size quiet' : 'size'}>
        {sizeCell(item.bytes)}
      </span>
      <span role="gridcell">{row.gate === null ? '' : voice(GATES[row.gate].title)}</span>
      <span role="gridcell">
        <FateWord fate={fate} route={route} />
      </span>
      <Machinery>
        <span role="gridcell" className="mono rule">
          <RuleName id={row.rule} />
        </span>
      </Machinery>
    </div>
  );
});

/** Another copy of its own lies in iCloud: another origin than the backup. */
function syncHolds(item: Item, world: World): boolean {
  const { service } = categoryOf(item);
  return (
    service !== undefined && world.services[service].now === 'on' && item.syncs !== 'off' && item.uploaded !== 'no'
  );
}

/** Rule ids break behind a slash, not in a word. */
export const RuleName = memo(function RuleName({ id }: { readonly id: string | null }) {
  if (id === null) return null;
  return id.split(/(?<=[/-])/).map((part) => (
    <Fragment key={part}>
      {part}
      <wbr />
    </Fragment>
  ));
});
