import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useRef, useState } from 'react';
import { GATES } from '../../model/fates.ts';
import { stepWords } from '../../report/step-words.ts';
import type { TimelineScale } from '../state/timeline-scale.ts';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { Marks } from './Marks.tsx';
import { SyncLine } from './SyncLine.tsx';

interface TrackProps extends ViewProps {
  readonly scale: TimelineScale;
}

/** The slider over the whole run: gates as segments, marks above, sync below on a line of its own. */
export function Track({ store, scale }: TrackProps) {
  const { recording, position, frame } = useStory(store, 'recording', 'position', 'frame');
  const route = useRoute(store);
  const [ref, width] = useWidth();
  const x = scale.at(position) * width;
  const type = typeSize();
  const goTo = (event: PointerEvent<HTMLDivElement>) => {
    const { left } = event.currentTarget.getBoundingClientRect();
    store.goTo(scale.positionAt((event.clientX - left) / width));
  };
  const press = (event: PointerEvent<HTMLDivElement>) => {
    event.currentTarget.setPointerCapture(event.pointerId);
    goTo(event);
  };
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    if (event.currentTarget.hasPointerCapture(event.pointerId)) goTo(event);
  };
  return (
    <div
      className="track"
      ref={ref}
      role="slider"
      tabIndex={0}
      aria-label="Step of the run"
      aria-orientation="horizontal"
      aria-valuemin={1}
      aria-valuemax={recording.last + 1}
      aria-valuenow={position + 1}
      aria-valuetext={
        `Step ${position + 1} of ${recording.last + 1}, ${GATES[frame.gate].title}. ` +
        stepWords(recording.linesOf(position), store.world)
      }
      onPointerDown={press}
      onPointerMove={drag}
      onKeyDown={(event) => moveByKey(event, store)}
    >
      <Marks recording={recording} scale={scale} width={width} route={route} />
      <div className="gates">
        {scale.segments.map(({ gate, from, to, left, width: part }) => (
          <div
            key={from}
            className={stateOf(position, from, to)}
            style={{ left: left * width, width: Math.max(0, part * width - 2) }}
          >
            {position >= from && position <= to && <span className="gone" style={{ width: x - left * width }} />}
            {/* A name that is not whole is left out; the sentence beside the step tells the gate. */}
            {part * width > gate.length * LETTER * type + RIM && <span className="gate-name">{gate}</span>}
          </div>
        ))}
      </div>
      <SyncLine recording={recording} scale={scale} width={width} position={position} />
      <div className="needle" style={{ transform: `translateX(${x}px)` }} aria-hidden="true" />
    </div>
  );
}

/** Room for a letter of a gate's name in parts of the page's type, and for what stands around it in pixels. */
const LETTER = 0.43;
const RIM = 16;
const typeSize = (): number => Number.parseFloat(getComputedStyle(document.documentElement).fontSize);

const stateOf = (position: number, from: number, to: number): string =>
  position > to ? 'gate past' : position >= from ? 'gate here' : 'gate';

function moveByKey(event: KeyboardEvent, store: ViewProps['store']): void {
  const does = {
    ArrowRight: () => store.next(),
    ArrowUp: () => store.next(),
    ArrowLeft: () => store.back(),
    ArrowDown: () => store.back(),
    Home: () => store.first(),
    End: () => store.last(),
    PageUp: () => store.nextGate(),
    PageDown: () => gateBefore(store),
  }[event.key];
  if (!does) return;
  event.preventDefault();
  event.stopPropagation();
  does();
}

function gateBefore(store: ViewProps['store']): void {
  const { position, recording } = store.getSnapshot();
  store.goTo(recording.segments.findLast(({ from }) => from < position)?.from ?? 0);
}

function useWidth(): [(element: HTMLElement | null) => void, number] {
  const [element, setElement] = useState<HTMLElement | null>(null);
  const [width, setWidth] = useState(1000);
  const kept = useRef<ResizeObserver | undefined>(undefined);
  useLayoutEffect(() => {
    if (!element) return undefined;
    const measure = () => setWidth(element.clientWidth);
    measure();
    kept.current = new ResizeObserver(measure);
    kept.current.observe(element);
    return () => kept.current?.disconnect();
  }, [element]);
  return [setElement, width];
}
