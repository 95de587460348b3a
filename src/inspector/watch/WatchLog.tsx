import { useEffect, useMemo, useRef } from 'react';
import { useRows } from '../parts/use-rows.ts';
import type { Watched } from './watched.ts';

const ROW = 24;
const KIND = { actor: 'started in', event: 'got', states: 'is in' } as const;

/** Every event and every change of states, the newest last. Text only, whatever it contains. */
export function WatchLog({
  watched: { log, actors },
  only,
}: {
  readonly watched: Watched;
  readonly only: string | null;
}) {
  const host = useRef<HTMLDivElement>(null);
  const rows = useMemo(
    () => (only === null ? log : log.filter(({ actor, from }) => actor === only || from === only)),
    [log, only],
  );
  const { inSight, height, show } = useRows({ count: rows.length, scroller: host, row: ROW });
  useEffect(() => {
    if (rows.length > 0) show(rows.length - 1);
  }, [show, rows.length]);
  const nameOf = (id: string) => actors.get(id)?.name ?? id;
  return (
    <div ref={host} className="watch-log scrolls" role="region" aria-label="Event log">
      <ol style={{ height: height }}>
        {inSight.map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <li
              key={index}
              className={row.kind}
              style={{ transform: `translateY(${start}px)`, height: ROW }}
              title={row.data}
            >
              <span className="quiet mono">{row.n}</span>
              <bdi className="mono">{nameOf(row.actor)}</bdi>
              <span className="quiet">{KIND[row.kind]}</span>
              <bdi className="mono clip says">{row.says}</bdi>
              {row.from !== null && (
                <span className="quiet">
                  from <bdi className="mono">{nameOf(row.from)}</bdi>
                </span>
              )}
            </li>
          ) : null;
        })}
      </ol>
    </div>
  );
}
