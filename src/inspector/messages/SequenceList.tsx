import { type ReactNode, useEffect, useRef } from 'react';
import { useRowHeight } from '../parts/use-row-height.ts';
import { useRows } from '../parts/use-rows.ts';
import type { Lifeline, Sequence } from '../../stepping/sequence-rows.ts';
import { HEAD_LEVEL, HEAD_RIM, headsOf, type LifelinePlaces, MOST_HEADS, placesFor } from './lifeline-places.ts';
import { Arrow } from './SequenceRow.tsx';
import { type Span, useSpan } from './use-span.ts';
import './messages.css';

interface ListProps {
  readonly sequence: Sequence;
  /** Rows that are shown, from the first. */
  readonly shown: number;
  /** Rows of this step are marked. */
  readonly step: number | null;
  readonly onStep: (step: number) => void;
}

/** The messages of a run up to a step, which is kept in sight. */
export function SequenceList({ sequence, shown, step, onStep }: ListProps) {
  const host = useRef<HTMLDivElement>(null);
  const { rows } = sequence;
  const row = useRowHeight('--message-row');
  const { inSight, height, show } = useRows({ count: shown, scroller: host, row, head: MOST_HEADS });
  useEffect(() => {
    if (shown > 0) show(shown - 1);
  }, [show, shown]);
  return (
    <SequenceFrame host={host} lifelines={sequence.lifelines} running={rows[shown - 1]?.running} height={height}>
      {(places, span) =>
        inSight.map(({ index, start }) => {
          const message = rows[index];
          return message ? (
            <Arrow
              key={index}
              row={message}
              first={rows[index - 1]?.step !== message.step}
              top={start}
              height={row}
              lifelines={sequence.lifelines}
              places={places}
              span={span}
              now={message.step === step}
              refusal="refused"
              onStep={onStep}
            />
          ) : null;
        })
      }
    </SequenceFrame>
  );
}

interface FrameProps {
  readonly host: { readonly current: HTMLDivElement | null };
  readonly lifelines: readonly Lifeline[];
  readonly running: ReadonlySet<number> | undefined;
  readonly height: number;
  readonly children: (places: LifelinePlaces, span: Span) => ReactNode;
}

/** Heads over rows of arrows. Only what is in view is drawn, however long the run and however many the actors. */
export function SequenceFrame({ host, lifelines, running, height, children }: FrameProps) {
  const span = useSpan(host);
  const places = placesFor(lifelines.length, span.room);
  return (
    <div ref={host} className="sequence scrolls" role="region" aria-label="Messages, the newest last">
      <Heads lifelines={lifelines} running={new Set(running)} places={places} span={span} />
      <ol style={{ height, width: places.width }}>{children(places, span)}</ol>
    </div>
  );
}

interface HeadsProps {
  readonly lifelines: readonly Lifeline[];
  readonly running: ReadonlySet<number>;
  readonly places: LifelinePlaces;
  readonly span: Span;
}

/** Names stand on as many levels as it takes that neighbours do not touch. */
function Heads({ lifelines, running, places, span }: HeadsProps) {
  const first = places.firstFrom(span.from);
  const last = Math.min(lifelines.length, places.firstFrom(span.to) + 1);
  const { levels, height } = headsOf(lifelines, span.room);
  return (
    <div className="sequence-heads" style={{ width: places.width, height }}>
      {lifelines.slice(first, last).map(({ id, name, kind }, offset) => {
        const index = first + offset;
        return (
          <span
            key={id}
            className={`head ${kind}${running.has(index) ? ' running' : ''}`}
            title={id}
            style={{ left: places.xOf(index), top: HEAD_RIM + (index % levels) * HEAD_LEVEL }}
          >
            <bdi>{name}</bdi>
          </span>
        );
      })}
    </div>
  );
}
