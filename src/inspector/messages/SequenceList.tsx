import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { formatElapsed } from '../../model/time.ts';
import { useRows } from '../parts/use-rows.ts';
import type { Lifeline, Sequence, SequenceRow } from '../../stepping/sequence-rows.ts';
import './messages.css';

interface ListProps {
  readonly sequence: Sequence;
  /** Rows that are shown, from the first. */
  readonly shown: number;
  /** Rows of this step are marked. */
  readonly step: number | null;
  readonly onStep?: (step: number) => void;
}

const ROW = 30;
const TIME = 74;
/** Height of the heads, as in messages.css. */
const HEADS = 54;
const RIGHT = 66;

/** Arrows between lifelines. Only what is in view is drawn, however long the run. */
export function SequenceList({ sequence: { lifelines, rows }, shown, step, onStep }: ListProps) {
  const host = useRef<HTMLDivElement>(null);
  const width = useWidth(host);
  const { inSight, height, show } = useRows({ count: shown, scroller: host, row: ROW, head: HEADS });
  useEffect(() => {
    if (shown > 0) show(shown - 1);
  }, [show, shown]);
  const gap = Math.max(46, (width - TIME - RIGHT) / Math.max(1, lifelines.length - 1));
  const w = Math.max(width, TIME + RIGHT + gap * (lifelines.length - 1));
  const xOf = (index: number) => TIME + gap * (index + 0.35);
  return (
    <div ref={host} className="sequence scrolls" role="region" aria-label="Messages, the newest last">
      <Heads lifelines={lifelines} running={rows[shown - 1]?.running ?? new Set()} xOf={xOf} w={w} />
      <ol style={{ height: height, width: w }}>
        {inSight.map(({ index, start }) => {
          const row = rows[index];
          return row ? (
            <Row
              key={index}
              row={row}
              first={rows[index - 1]?.step !== row.step}
              top={start}
              lifelines={lifelines}
              xOf={xOf}
              w={w}
              now={row.step === step}
              {...(onStep ? { onStep } : {})}
            />
          ) : null;
        })}
      </ol>
    </div>
  );
}

function useWidth(host: { readonly current: HTMLElement | null }): number {
  const [width, setWidth] = useState(600);
  useLayoutEffect(() => {
    const { current } = host;
    if (!current) return undefined;
    const observer = new ResizeObserver(() => setWidth(current.clientWidth));
    observer.observe(current);
    return () => observer.disconnect();
  }, [host]);
  return width;
}

interface HeadsProps {
  readonly lifelines: readonly Lifeline[];
  readonly running: ReadonlySet<number>;
  readonly xOf: (place: number) => number;
  readonly w: number;
}

/** Names stand on two levels, so that long ones do not touch. */
function Heads({ lifelines, running, xOf, w }: HeadsProps) {
  return (
    <div className="sequence-heads" style={{ width: w }}>
      {lifelines.map(({ id, name, kind }, index) => (
        <span
          key={id}
          className={`head ${kind}${running.has(index) ? ' running' : ''}`}
          title={id}
          style={{ left: Math.min(xOf(index), w - halfOf(name)), top: index % 2 === 0 ? 6 : 28 }}
        >
          <bdi>{name}</bdi>
        </span>
      ))}
    </div>
  );
}

/** Half the width of a name, with its border. */
const halfOf = (name: string): number => Math.min(75, name.length * 3.2 + 9);

interface RowProps extends Pick<HeadsProps, 'lifelines' | 'xOf' | 'w'> {
  readonly row: SequenceRow;
  readonly first: boolean;
  readonly top: number;
  readonly now: boolean;
  readonly onStep?: (step: number) => void;
}

function Row({ row, first, top, lifelines, xOf, w, now, onStep }: RowProps) {
  const { from, to, says, kind, atMs, step, running } = row;
  const [x1, x2] = [xOf(from), xOf(to)];
  const spoken =
    `${lifelines[from]?.name ?? ''} to ${lifelines[to]?.name ?? ''}: ` +
    `${says}${kind === 'refused' ? ', refused' : ''}`;
  return (
    <li
      className={[
        kind,
        now ? ' now' : '',
        lifelines[to]?.kind === 'sync' || lifelines[from]?.kind === 'sync' ? ' sync' : '',
      ].join('')}
      style={{ transform: `translateY(${top}px)`, height: ROW, width: w }}
    >
      <button type="button" disabled={!onStep} onClick={() => onStep?.(step)}>
        <span className="hidden">{`Step ${step}. ${spoken}`}</span>
        <span className="mono quiet time" aria-hidden="true">
          {first ? (atMs === null ? step : formatElapsed(atMs)) : ''}
        </span>
        <svg width={w} height={ROW} aria-hidden="true">
          {lifelines.map(({ id, kind: actor }, index) => (
            <line
              key={id}
              x1={xOf(index)}
              x2={xOf(index)}
              y1="0"
              y2={ROW}
              className={`life ${actor}${running.has(index) ? ' running' : ''}`}
            />
          ))}
          <Arrow x1={x1} x2={x2} refused={kind === 'refused'} />
        </svg>
        <bdi
          className="says mono"
          aria-hidden="true"
          style={from === to ? { left: x1 + 26 } : { left: (x1 + x2) / 2, transform: 'translateX(-50%)' }}
        >
          {kind === 'refused' ? `✕ ${says}` : says}
        </bdi>
      </button>
    </li>
  );
}

function Arrow({ x1, x2, refused }: { readonly x1: number; readonly x2: number; readonly refused: boolean }) {
  const y = ROW - 8;
  if (x1 === x2) return <path className="arrow-line" d={`M${x1} ${y - 10}h18v10h-14`} />;
  const way = x2 > x1 ? 1 : -1;
  const tip = x2 - way * 2;
  return (
    <>
      <path className="arrow-line" d={`M${x1} ${y}H${tip - way * (refused ? 8 : 4)}`} />
      {refused ? (
        <path className="arrow-line" d={`M${tip - way * 8 - 4} ${y - 4}l8 8m0-8l-8 8`} />
      ) : (
        <path className="arrow-head" d={`M${tip} ${y}l${-way * 7} -3.5v7z`} />
      )}
    </>
  );
}
