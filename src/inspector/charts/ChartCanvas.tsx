import { type KeyboardEvent, type RefObject, useImperativeHandle, useMemo, useRef } from 'react';
import { must } from '../../model/must.ts';
import type { Chart, ChartView } from './chart.ts';
import { Drawing } from './Drawing.tsx';
import type { Picked } from './Meaning.tsx';
import { isActive, isWithin, type Moment } from './moment.ts';
import { type Panning, usePanning, useSize } from './use-viewport.ts';
import { type Area, bestFit, hiddenSides } from './viewport.ts';

interface CanvasProps {
  readonly chart: Chart;
  /** Ways to draw it; the one that fits the frame best is shown. */
  readonly views: readonly ChartView[];
  readonly moment: Moment;
  readonly title: string;
  readonly picked: Picked | null;
  readonly onPick: (picked: Picked) => void;
  /** Set by the canvas, for the buttons in the head of its card. */
  readonly controls: RefObject<ChartControls | null>;
}
export interface ChartControls extends Pick<Panning, 'zoomBy' | 'fitAll'> {
  readonly drawn: () => { readonly svg: SVGSVGElement; readonly view: ChartView } | null;
}

const STEP = 60;

/** The drawing with pan and zoom. One stop for Tab; arrows go from part to part, with Shift they move the drawing. */
export function ChartCanvas({ chart, views, moment, title, picked, onPick, controls }: CanvasProps) {
  const host = useRef<HTMLDivElement>(null);
  const svg = useRef<SVGSVGElement>(null);
  const frame = useSize(host);
  const view = bestFit(views, frame);
  const active = useMemo(() => centreOf(chart, view, moment), [chart, view, moment]);
  const panning = usePanning(host, frame, view, active, `${chart.id} ${view.w} ${view.h} ${moment.leaves.join()}`);
  const {
    viewport: { x, y, scale },
    pointer,
  } = panning;
  useImperativeHandle(controls, () => ({
    zoomBy: panning.zoomBy,
    fitAll: panning.fitAll,
    drawn: () => (svg.current ? { svg: svg.current, view } : null),
  }));
  return (
    <div
      ref={host}
      className="chart-canvas"
      data-more={hiddenSides(view, frame, panning.viewport).join(' ') || undefined}
      {...pointer}
    >
      {/* One widget with parts, as its label says. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <svg
        ref={svg}
        role="application"
        aria-label={`${title}: chart. Arrow keys go from part to part, Enter explains one, plus, minus and 0 zoom.`}
        tabIndex={0}
        viewBox={`${x} ${y} ${frame.w / scale} ${frame.h / scale}`}
        onKeyDown={(event) => onKey(event, panning)}
      >
        <Drawing chart={chart} view={view} moment={moment} picked={picked} onPick={onPick} />
      </svg>
    </div>
  );
}

/** What the eye should be on: where a transition has just arrived, else the first active state that still goes on. */
function centreOf(chart: Chart, view: ChartView, moment: Moment): Area | undefined {
  const active = view.boxes.filter(({ open, path }) => !open && isActive(moment, path));
  const arrived = active.filter(({ path }) =>
    [...moment.taken.keys()].some((index) => {
      const { target, source } = must(chart.transitions[index], 'a transition that was taken');
      return isWithin(target ?? source, path);
    }),
  );
  const goingOn = active.filter(({ path }) => chart.states.find((state) => state.path === path)?.kind !== 'final');
  return [arrived, goingOn, active].find((boxes) => boxes.length > 0)?.[0];
}

const PANS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [STEP, 0],
  ArrowRight: [-STEP, 0],
  ArrowUp: [0, STEP],
  ArrowDown: [0, -STEP],
};

function onKey(event: KeyboardEvent<SVGSVGElement>, panning: Panning): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey, currentTarget } = event;
  if (ctrlKey || metaKey || altKey) return;
  const way = PANS[key];
  if (way && shiftKey) panning.panBy(...way);
  else if (way) moveFocus(currentTarget, key === 'ArrowRight' || key === 'ArrowDown' ? 1 : -1);
  else if (key === '+' || key === '=') panning.zoomBy(1.25);
  else if (key === '-') panning.zoomBy(0.8);
  else if (key === '0') panning.fitAll();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

function moveFocus(svg: SVGSVGElement, by: number): void {
  const stops = [...svg.querySelectorAll<SVGGElement>('[data-stop]')];
  const here = stops.findIndex((stop) => stop === document.activeElement);
  const first = Math.max(
    0,
    stops.findIndex((stop) => stop.dataset['stop'] === 'first'),
  );
  stops[here === -1 ? first : (here + by + stops.length) % stops.length]?.focus();
}
