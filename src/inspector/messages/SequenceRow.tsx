import { addToGroup } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import { formatElapsed } from '../../model/time.ts';
import type { Lifeline, SequenceRow } from '../../stepping/sequence-rows.ts';
import type { LifelinePlaces } from './lifeline-places.ts';
import type { Span } from './use-span.ts';

interface RowProps {
  readonly row: SequenceRow;
  /** The first of its step. */
  readonly first: boolean;
  readonly top: number;
  /** Of the row, in pixels. */
  readonly height: number;
  readonly lifelines: readonly Lifeline[];
  readonly places: LifelinePlaces;
  readonly span: Span;
  readonly now: boolean;
  /** What became of an event that changed nothing. */
  readonly refusal: string;
  readonly onStep?: (step: number) => void;
}

/** One arrow, with a piece of the lifelines behind it. */
export function Arrow({ row, first, top, height, lifelines, places, span, now, refusal, onStep }: RowProps) {
  const { from, to, says, kind, atMs, step, running } = row;
  const [x1, x2] = [places.xOf(from), places.xOf(to)];
  const nameOf = (index: number): string => must(lifelines[index], 'the lifeline of an arrow').name;
  const width = Math.min(places.width, span.to) - span.from;
  const spoken = `${nameOf(from)} to ${nameOf(to)}: ${says}${kind === 'refused' ? `, ${refusal}` : ''}`;
  return (
    <li
      className={[
        kind,
        now ? ' now' : '',
        lifelines[to]?.kind === 'sync' || lifelines[from]?.kind === 'sync' ? ' sync' : '',
      ].join('')}
      style={{ transform: `translateY(${top}px)`, height, width: places.width }}
    >
      <button type="button" disabled={!onStep} onClick={() => onStep?.(step)}>
        <span className="hidden">{`Step ${step}. ${spoken}`}</span>
        <span className="mono quiet time" aria-hidden="true">
          {first ? (atMs === null ? step : formatElapsed(atMs)) : ''}
        </span>
        {isOutOfSight(x1, x2, span) && (
          <bdi className="far mono quiet" aria-hidden="true">
            {`${nameOf(from)} → ${nameOf(to)}: ${kind === 'refused' ? '✕ ' : ''}${says}`}
          </bdi>
        )}
        <svg
          width={width}
          height={height}
          viewBox={`${span.from} 0 ${width} ${height}`}
          style={{ left: span.from }}
          aria-hidden="true"
        >
          <Lifelines height={height} lifelines={lifelines} running={running} places={places} span={span} />
          <ArrowLine x1={x1} x2={x2} y={height - 8} refused={kind === 'refused'} />
        </svg>
        <bdi className="says mono" aria-hidden="true" style={placeOfWords(x1, x2, says, places.width)}>
          {kind === 'refused' ? `✕ ${says}` : says}
        </bdi>
      </button>
    </li>
  );
}

/** An arrow that one would have to scroll to is told in words. */
const isOutOfSight = (x1: number, x2: number, { left, right }: Span): boolean =>
  Math.min(x1, x2) > right || Math.max(x1, x2) < left;

/** Widest words, as in messages.css. */
const WIDEST = 260;

function placeOfWords(x1: number, x2: number, says: string, width: number) {
  if (x1 !== x2) return { left: (x1 + x2) / 2, transform: 'translateX(-50%)' };
  const wide = Math.min(WIDEST, says.length * 7 + 24);
  return x1 + 26 + wide > width ? { right: width - x1 + 6 } : { left: x1 + 26 };
}

type LifelinesProps = Pick<RowProps, 'height' | 'lifelines' | 'places' | 'span'> & Pick<SequenceRow, 'running'>;

/** One path for all lifelines of a look: a line each would be as many elements as rows times actors. */
function Lifelines({ height, lifelines, running, places, span }: LifelinesProps) {
  const paths = new Map<string, string[]>();
  for (let index = places.firstFrom(span.from); index < lifelines.length; index += 1) {
    const x = places.xOf(index);
    if (x > span.to) break;
    const { kind } = must(lifelines[index], 'a lifeline');
    addToGroup(paths, `life ${kind}${running.has(index) ? ' running' : ''}`, [`M${x} 0V${height}`]);
  }
  return [...paths].map(([look, lines]) => <path key={look} className={look} d={lines.join('')} />);
}

interface ArrowLineProps {
  readonly x1: number;
  readonly x2: number;
  readonly y: number;
  readonly refused: boolean;
}

function ArrowLine({ x1, x2, y, refused }: ArrowLineProps) {
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
