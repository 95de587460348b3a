import { useCallback, useMemo, useRef } from 'react';
import { useReading } from '../parts/use-reading.ts';
import { useRows } from '../parts/use-rows.ts';
import { ToNewest } from './ToNewest.tsx';
import { type LogEntry, nameOf, type Watched } from './watched.ts';

const ROW = 24;
const KIND = { actor: 'first seen in', event: 'got', states: 'is in', note: '' } as const;

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
  const { inSight, height } = useRows({ count: rows.length, scroller: host, row: ROW });
  const numberAt = useCallback((place: number) => rows[place]?.n, [rows]);
  const { follows, follow } = useReading({ scroller: host, count: rows.length, row: ROW, numberAt });
  return (
    <>
      <div ref={host} className="watch-log scrolls" role="region" aria-label="Event log">
        <ol style={{ height }}>
          {inSight.map(({ index, start }) => {
            const row = rows[index];
            return row ? <Entry key={row.n} row={row} start={start} actors={actors} /> : null;
          })}
        </ol>
      </div>
      {!follows && <ToNewest onClick={follow} />}
    </>
  );
}

interface EntryProps {
  readonly row: LogEntry;
  readonly start: number;
  readonly actors: Watched['actors'];
}

function Entry({ row, start, actors }: EntryProps) {
  const named = (id: string, name: string) => nameOf(actors.get(id) ?? { id, name });
  return (
    <li
      className={row.refused ? `${row.kind} refused` : row.kind}
      style={{ transform: `translateY(${start}px)`, height: ROW }}
      title={row.data}
    >
      <span className="quiet mono">{row.n}</span>
      <bdi className="mono">{named(row.actor, row.name)}</bdi>
      <span className="quiet">{KIND[row.kind]}</span>
      <bdi className="mono clip says">{row.says}</bdi>
      {row.refused && <span className="quiet">✕ nothing changed</span>}
      {row.from !== null && (
        <span className="quiet">
          from <bdi className="mono">{named(row.from, '')}</bdi>
        </span>
      )}
      {row.kind === 'states' && row.data !== '' && <bdi className="mono quiet clip">{row.data}</bdi>}
    </li>
  );
}
