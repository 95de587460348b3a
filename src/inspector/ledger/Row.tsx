import { type CSSProperties, Fragment, memo } from 'react';
import { formatBytes } from '../../model/bytes.ts';
import type { Item, World } from '../../model/world.ts';
import { categoryOf } from '../../rulebook/case/case-file.ts';
import { FateShape, FateWord } from '../parts/Fate.tsx';
import { fateKeyOf } from '../../stepping/fate-keys.ts';
import type { StoryStore } from '../state/story-store.ts';

interface RowProps {
  readonly store: StoryStore;
  /** Of the item, in the world's list. */
  readonly item: number;
  /** Of the row, in the table as it is sorted. */
  readonly index: number;
  readonly isSelected: boolean;
  readonly style: CSSProperties;
}

/** Longest title that goes into the page; the rest would not be seen anyway. */
const MAX_LENGTH = 300;

export function Row({ store, item: itemIndex, index, isSelected, style }: RowProps) {
  const { changed, recording } = store.getSnapshot();
  const row = store.rows[itemIndex];
  const item = recording.items[itemIndex];
  if (!row || !item) return null;
  const fate = fateKeyOf(row);
  const now = changed.has(itemIndex);
  return (
    <div
      className={`row${now ? ' now' : ''}${isSelected ? ' selected' : ''}`}
      role="row"
      id={`row-${index}`}
      aria-rowindex={index + 2}
      aria-selected={isSelected}
      style={style}
      onPointerDown={(event) => event.button === 0 && store.select(isSelected ? null : item.id)}
    >
      <span role="gridcell" className="item">
        <bdi className="clip">{item.title.slice(0, MAX_LENGTH)}</bdi>
        {fate !== 'synced' && syncHolds(item, store.world) && (
          <span className="sync-mark">
            <FateShape fate="synced" size={8} /> sync
          </span>
        )}
        {now && <span className="hidden">, changed now</span>}
      </span>
      <span role="gridcell" className={item.bytes === 0 ? 'size quiet' : 'size'}>
        {item.bytes === 0 ? 'none' : formatBytes(item.bytes)}
      </span>
      <span role="gridcell">{row.gate ?? ''}</span>
      <span role="gridcell">
        <FateWord fate={fate} />
      </span>
      <span role="gridcell" className="mono rule">
        <RuleName id={row.rule} />
      </span>
    </div>
  );
}

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
