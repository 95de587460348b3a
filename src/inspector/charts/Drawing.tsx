import { countOf } from '../../model/groups.ts';
import { must } from '../../model/must.ts';
import { plainState, plainTransition } from './plain-names.ts';
import { memo } from 'react';
import {
  type Chart,
  type ChartView,
  LINE,
  PLATE,
  type PlacedBox,
  type PlacedEdge,
  type PlacedLabel,
  STATE_HEIGHT,
} from './chart.ts';
import { isActive, type Moment } from './moment.ts';
import type { Picked } from './Meaning.tsx';

interface DrawingProps {
  readonly chart: Chart;
  readonly view: ChartView;
  readonly moment: Moment;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked) => void;
}

type Stand = 'now' | 'possible' | 'idle';

/** How a line stands: orange wins over blue. */
function standing(moment: Moment, of: readonly number[]): Stand {
  if (of.some((index) => moment.taken.has(index))) return 'now';
  return of.some((index) => moment.possible.has(index)) ? 'possible' : 'idle';
}

const plainOf = (chart: Chart, of: readonly number[]): string =>
  [
    ...new Set(of.map((index) => plainTransition(chart.id, must(chart.transitions[index], `transition ${index}`)))),
  ].join('; ');

const RANK = { idle: 0, possible: 1, now: 2 } as const;

/** Everything inside the SVG of a chart. Its parts get plain values, so that a step draws only what it changes. */
export function Drawing({ chart, view, moment, picked, onPick }: DrawingProps) {
  const labelled = (label: PlacedLabel, key: string) => {
    const chosen =
      picked?.kind === 'transitions' && picked.of.length === label.of.length && picked.of[0] === label.of[0];
    const times = Math.max(0, ...label.of.map((index) => countOf(moment.taken, index)));
    return (
      <Label
        key={key}
        label={label}
        plain={plainOf(chart, label.of)}
        stand={standing(moment, label.of)}
        times={times}
        chosen={chosen}
        onPick={onPick}
      />
    );
  };
  const boxed = (box: PlacedBox) => (
    <Box
      key={box.path}
      chart={chart}
      box={box}
      active={isActive(moment, box.path)}
      running={moment.running}
      chosen={picked?.kind === 'state' && picked.path === box.path}
      onPick={onPick}
    />
  );
  // The lines that matter now lie above the others.
  const edges = view.edges
    .map((edge) => ({ edge, stand: standing(moment, edge.of) }))
    .toSorted((a, b) => RANK[a.stand] - RANK[b.stand]);
  return (
    <>
      {view.boxes.filter(({ open }) => open).map(boxed)}
      {view.starts.map((start) => (
        <Start key={`${start.x} ${start.y}`} start={start} />
      ))}
      {edges.map(({ edge, stand }) => (
        <Edge
          key={`${edge.from}>${edge.to}>${must(edge.of[0], 'the transition of an edge')}`}
          edge={edge}
          stand={stand}
          onPick={onPick}
        />
      ))}
      {view.boxes.filter(({ open }) => !open).map(boxed)}
      {view.boxes.flatMap((box) => box.stays.map((label) => labelled(label, `${box.path}>${label.text}`)))}
      {view.edges.flatMap((edge) =>
        edge.labels.map((label) => labelled(label, `${edge.from}>${edge.to}>${label.text}>${label.y}`)),
      )}
    </>
  );
}

const Start = memo(function Start({ start: { x, y, d } }: { readonly start: ChartView['starts'][number] }) {
  return (
    <g className="start">
      <path d={d} className="edge" />
      <path d={arrowOf(d)} className="arrow" />
      <circle cx={x} cy={y} r="5" />
    </g>
  );
});

interface BoxProps extends Pick<DrawingProps, 'chart' | 'onPick'> {
  readonly box: PlacedBox;
  readonly active: boolean;
  readonly running: boolean;
  readonly chosen: boolean;
}

const Box = memo(function Box({ chart, box: { path, x, y, w, h, open }, active, running, chosen, onPick }: BoxProps) {
  if (path === '')
    return (
      <text x={x + 12} y={y + 15} className="caption">
        anywhere
      </text>
    );
  const state = must(
    chart.states.find((known) => known.path === path),
    `the state ${path}`,
  );
  const { name, kind } = state;
  const plain = plainState(chart.id, state);
  const classes = [
    'state',
    kind,
    open ? 'open' : 'closed',
    active ? 'active' : '',
    active && !running ? 'ended' : '',
    chosen ? 'picked' : '',
    isRegion(chart, path) ? 'region' : '',
  ]
    .filter(Boolean)
    .join(' ');
  const round = kind === 'final' ? STATE_HEIGHT / 2 : open ? 8 : 6;
  const pick = () => onPick({ kind: 'state', path });
  return (
    <g
      className={classes}
      role="button"
      tabIndex={-1}
      data-stop={active ? 'first' : ''}
      aria-label={`State ${name}${active ? ', active' : ''}: ${plain}`}
      onClick={pick}
      onKeyDown={(event) => pressed(event) && pick()}
    >
      <title>{plain}</title>
      <rect x={x} y={y} width={w} height={h} rx={round} className="body" />
      {kind === 'final' && (
        <rect x={x + 2.5} y={y + 2.5} width={w - 5} height={h - 5} rx={round - 2.5} className="inner" />
      )}
      {open ? (
        <text x={x + 12} y={y + 17}>
          {kind === 'parallel' ? `${name} ∥` : name}
        </text>
      ) : (
        <text x={x + w / 2} y={y + 17} textAnchor="middle">
          {hasInside(chart, path) ? `${name} …` : name}
        </text>
      )}
    </g>
  );
});

const hasInside = (chart: Chart, path: string): boolean =>
  chart.states.some((state) => state.path.startsWith(`${path}.`));
const isRegion = (chart: Chart, path: string): boolean =>
  path.includes('.') &&
  chart.states.find((state) => state.path === path.slice(0, path.lastIndexOf('.')))?.kind === 'parallel';

const Edge = memo(function Edge({
  edge,
  stand,
  onPick,
}: {
  readonly edge: PlacedEdge;
  readonly stand: Stand;
  readonly onPick: DrawingProps['onPick'];
}) {
  return (
    <g className={`way ${stand}`}>
      <path d={edge.d} className="edge" />
      <path d={arrowOf(edge.d)} className="arrow" />
      {/* The label beside it is the control; this only makes the line itself easy to hit. */}
      <path d={edge.d} className="hit" data-hit="" onClick={() => onPick({ kind: 'transitions', of: edge.of })} />
    </g>
  );
});

interface LabelProps extends Pick<DrawingProps, 'onPick'> {
  readonly label: PlacedLabel;
  /** The same in plain words. */
  readonly plain: string;
  readonly stand: Stand;
  readonly times: number;
  readonly chosen: boolean;
}

const Label = memo(function Label({ label: { text, of, x, y, w }, plain, stand, times, chosen, onPick }: LabelProps) {
  const pick = () => onPick({ kind: 'transitions', of });
  return (
    <g
      className={`label ${stand}${chosen ? ' picked' : ''}`}
      role="button"
      tabIndex={-1}
      data-stop=""
      aria-label={`Transition ${text}${SPOKEN[stand]}: ${plain}`}
      onClick={pick}
      onKeyDown={(event) => pressed(event) && pick()}
    >
      <title>{plain}</title>
      <rect x={x} y={y} width={w} height={LINE} rx="3" className="plate" />
      <text x={x + PLATE} y={y + 10.5}>
        {times > 1 ? `${text} ×${times}` : text}
      </text>
    </g>
  );
});

const SPOKEN = { idle: '', possible: ', possible next', now: ', just taken' } as const;

function pressed(event: { readonly key: string; preventDefault: () => void; stopPropagation: () => void }): boolean {
  if (event.key !== 'Enter' && event.key !== ' ') return false;
  event.preventDefault();
  event.stopPropagation();
  return true;
}

/** A small head at the end of a path. Markers would not take the colour of their line in every browser. */
function arrowOf(d: string): string {
  const points = [...d.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)].map(([, x, y]) => ({ x: Number(x), y: Number(y) }));
  const [from, tip] = points.slice(-2);
  if (!from || !tip) return '';
  const length = Math.hypot(tip.x - from.x, tip.y - from.y) || 1;
  const [dx, dy] = [(tip.x - from.x) / length, (tip.y - from.y) / length];
  const back = { x: tip.x - dx * 6, y: tip.y - dy * 6 };
  return `M${tip.x} ${tip.y}L${back.x - dy * 3} ${back.y + dx * 3}L${back.x + dy * 3} ${back.y - dx * 3}Z`;
}
