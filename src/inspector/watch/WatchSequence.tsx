import { useCallback, useMemo, useRef } from 'react';
import { SequenceFrame } from '../messages/SequenceList.tsx';
import { Arrow } from '../messages/SequenceRow.tsx';
import { useRowHeight } from '../parts/use-row-height.ts';
import { useReading } from '../parts/use-reading.ts';
import { useRows } from '../parts/use-rows.ts';
import { ToNewest } from './ToNewest.tsx';
import type { Watched } from './watched.ts';
import { sequenceOfWatched } from './watched-sequence.ts';

/** The events of a program as arrows between its actors, the newest last. */
export function WatchSequence({ watched }: { readonly watched: Watched }) {
  const host = useRef<HTMLDivElement>(null);
  const sequence = useMemo(() => sequenceOfWatched(watched), [watched]);
  const { events, lifelines, running, rowOf } = sequence;
  const row = useRowHeight('--message-row');
  const { inSight, height } = useRows({ count: events.length, scroller: host, row });
  const numberAt = useCallback((place: number) => events[place]?.n, [events]);
  const { follows, follow } = useReading({ scroller: host, count: events.length, row, numberAt });
  return (
    <>
      <SequenceFrame host={host} lifelines={lifelines} running={running} height={height}>
        {(places, span) =>
          inSight.map(({ index, start }) => {
            const event = events[index];
            return event ? (
              <Arrow
                key={event.n}
                row={rowOf(event)}
                first
                top={start}
                height={row}
                lifelines={lifelines}
                places={places}
                span={span}
                now={index === events.length - 1}
                refusal="nothing changed"
              />
            ) : null;
          })
        }
      </SequenceFrame>
      {!follows && <ToNewest onClick={follow} />}
    </>
  );
}
