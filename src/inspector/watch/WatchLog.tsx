import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { Watched } from './watched.ts';

const ROW = 24;
const KIND = { actor: 'started in', event: 'got', states: 'is in' } as const;

/** Every event and every change of states, the newest last. Text only, whatever it contains. */
export function WatchLog({ watched: { log, actors }, only }: { readonly watched: Watched; readonly only: string | null }) {
  const host = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => (only === null ? log : log.filter(({ actor, from }) => actor === only || from === only)), [log, only]);
  // oxlint-disable-next-line react/incompatible-library
  const virtual = useVirtualizer({ count: rows.length, getScrollElement: () => host.current, estimateSize: () => ROW, overscan: 20 });
  useEffect(() => {
    if (rows.length > 0) virtual.scrollToIndex(rows.length - 1);
  }, [virtual, rows.length]);
  const nameOf = (id: string) => actors.get(id)?.name ?? id;
  return (
    <div ref={host} className="watch-log scrolls" role="region" aria-label="Event log">
      <ol style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          return row ? (
            <li key={key} className={row.kind} style={{ transform: `translateY(${start}px)`, height: ROW }} title={row.data}>
              <span className="quiet mono">{row.n}</span>
              <bdi className="mono">{nameOf(row.actor)}</bdi>
              <span className="quiet">{KIND[row.kind]}</span>
              <bdi className="mono clip says">{row.says}</bdi>
              {row.from !== null && <span className="quiet">from <bdi className="mono">{nameOf(row.from)}</bdi></span>}
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}
