import { memo } from 'react';
import { type Chart, type ChartView, LINE, PLATE, type PlacedBox, type PlacedEdge, type PlacedLabel, STATE_HEIGHT } from './chart.ts';
import { isActive, type Moment } from './moment.ts';
import type { Picked } from './Meaning.tsx';

interface DrawingProps {
  readonly chart: Chart;
  readonly view: ChartView;
  readonly moment: Moment;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked) => void;
}

/** How a line stands: orange wins over blue. */
function standing(moment: Moment, of: readonly number[]): 'now' | 'possible' | 'idle' {
  if (of.some((place) => moment.taken.has(place))) return 'now';
  return of.some((place) => moment.possible.has(place)) ? 'possible' : 'idle';
}

/** Everything inside the SVG of a chart. */
export const Drawing = memo(function Drawing({ chart, view, moment, picked, onPick }: DrawingProps) {
  const kinds = new Map(chart.states.map((state) => [state.path, state]));
  const edges = view.edges.map((edge) => ({ edge, stand: standing(moment, edge.of) }));
  // The lines that matter now lie above the others.
  const inOrder = edges.toSorted((a, b) => RANK[a.stand] - RANK[b.stand]);
  return (
    <>
      {view.boxes.filter(({ open }) => open).map((box) => <Box key={box.path} chart={chart} box={box} kinds={kinds} moment={moment} picked={picked} onPick={onPick} />)}
      {view.starts.map((start, place) => (
        <g key={place} className="start">
          <path d={start.d} className="edge" />
          <path d={arrowOf(start.d)} className="arrow" />
          <circle cx={start.x} cy={start.y} r="5" />
        </g>
      ))}
      {inOrder.map(({ edge, stand }) => <Edge key={`${edge.from}>${edge.to}>${edge.of[0] ?? ''}`} edge={edge} stand={stand} onPick={onPick} />)}
      {view.boxes.filter(({ open }) => !open).map((box) => <Box key={box.path} chart={chart} box={box} kinds={kinds} moment={moment} picked={picked} onPick={onPick} />)}
      {inOrder.flatMap(({ edge }) => edge.labels.map((label) => <Label key={`${edge.from}>${edge.to}>${label.text}>${label.y}`} label={label} moment={moment} picked={picked} onPick={onPick} />))}
    </>
  );
});

const RANK = { idle: 0, possible: 1, now: 2 } as const;

interface BoxProps extends Pick<DrawingProps, 'chart' | 'moment' | 'picked' | 'onPick'> {
  readonly box: PlacedBox;
  readonly kinds: ReadonlyMap<string, Chart['states'][number]>;
}

function Box({ chart, box, kinds, moment, picked, onPick }: BoxProps) {
  const { path, x, y, w, h, open } = box;
  const stays = box.stays.map((label) => <Label key={label.text} label={label} moment={moment} picked={picked} onPick={onPick} />);
  if (path === '') return <g className="anywhere"><text x={x + 12} y={y + 15} className="caption">anywhere</text>{stays}</g>;
  const { name = path, kind = 'atomic' } = kinds.get(path) ?? {};
  const active = isActive(moment, path);
  const chosen = picked?.kind === 'state' && picked.path === path;
  const region = kinds.get(path.slice(0, Math.max(0, path.lastIndexOf('.'))))?.kind === 'parallel' && path.includes('.');
  const classes = ['state', kind, open ? 'open' : 'closed', active ? 'active' : '', active && !moment.running ? 'ended' : '', chosen ? 'picked' : '', region ? 'region' : ''].filter(Boolean).join(' ');
  const round = kind === 'final' ? STATE_HEIGHT / 2 : open ? 8 : 6;
  const pick = () => onPick({ kind: 'state', path });
  return (
    <>
      <g className={classes} role="button" tabIndex={-1} data-stop={active ? 'first' : ''} aria-label={`State ${name}${active ? ', active' : ''}`} onClick={pick} onKeyDown={(event) => pressed(event) && pick()}>
        <rect x={x} y={y} width={w} height={h} rx={round} className="body" />
        {kind === 'final' && <rect x={x + 2.5} y={y + 2.5} width={w - 5} height={h - 5} rx={round - 2.5} className="inner" />}
        {open ? <text x={x + 12} y={y + 17}>{kind === 'parallel' ? `${name} ∥` : name}</text> : <text x={x + w / 2} y={y + 17} textAnchor="middle">{hasInside(chart, path) ? `${name} …` : name}</text>}
      </g>
      {stays}
    </>
  );
}

const hasInside = (chart: Chart, path: string): boolean => chart.states.some((state) => state.path.startsWith(`${path}.`));

function Edge({ edge, stand, onPick }: { readonly edge: PlacedEdge; readonly stand: keyof typeof RANK; readonly onPick: DrawingProps['onPick'] }) {
  return (
    <g className={`way ${stand}`}>
      <path d={edge.d} className="edge" />
      <path d={arrowOf(edge.d)} className="arrow" />
      {/* The label beside it is the control; this only makes the line itself easy to hit. */}
      <path d={edge.d} className="hit" data-hit="" onClick={() => onPick({ kind: 'transitions', of: edge.of })} />
    </g>
  );
}

interface LabelProps extends Pick<DrawingProps, 'moment' | 'picked' | 'onPick'> {
  readonly label: PlacedLabel;
}

function Label({ label, moment, picked, onPick }: LabelProps) {
  const { text, of, x, y, w } = label;
  const stand = standing(moment, of);
  const times = Math.max(0, ...of.map((place) => moment.taken.get(place) ?? 0));
  const chosen = picked?.kind === 'transitions' && picked.of.length === of.length && picked.of[0] === of[0];
  const pick = () => onPick({ kind: 'transitions', of });
  return (
    <g className={`label ${stand}${chosen ? ' picked' : ''}`} role="button" tabIndex={-1} data-stop="" aria-label={`Transition ${text}${LABELS[stand]}`} onClick={pick} onKeyDown={(event) => pressed(event) && pick()}>
      <rect x={x} y={y} width={w} height={LINE} rx="3" className="plate" />
      <text x={x + PLATE} y={y + 10.5}>{times > 1 ? `${text} ×${times}` : text}</text>
    </g>
  );
}

const LABELS = { idle: '', possible: ', possible next', now: ', just taken' } as const;

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
