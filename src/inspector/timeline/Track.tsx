import { type KeyboardEvent, type PointerEvent, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { GATES } from '../../model/fates.ts';
import type { Route } from '../../model/kinds.ts';
import { must } from '../../model/must.ts';
import { stepWords } from '../../report/step-words.ts';
import { useTypeSize } from '../parts/use-row-height.ts';
import { useVoice } from '../parts/voice.ts';
import { TimelineScale } from '../state/timeline-scale.ts';
import { useRoute, useStory, type ViewProps } from '../state/use-story.ts';
import { Marks } from './Marks.tsx';
import { SyncLine } from './SyncLine.tsx';

/** The slider over the whole run: gates as segments, marks above, sync below on a line of its own. */
export function Track({ store }: ViewProps) {
  const { recording, position } = useStory(store, 'recording', 'position');
  const route = useRoute(store);
  const voice = useVoice();
  const [ref, width] = useWidth();
  const type = useTypeSize();
  const captured = Math.min(CAPTURED * type, width * 0.2);
  const scale = useMemo(
    () => new TimelineScale(recording.segments, captured / Math.max(1, width)),
    [recording, captured, width],
  );
  const here = must(
    recording.segments.find(({ to }) => position <= to),
    'the segment of a step',
  );
  const x = scale.at(position) * width;
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
        `Step ${position + 1} of ${recording.last + 1}, ${voice(GATES[here.gate].title)}${attemptIn(here.attempt)}. ` +
        voice(stepWords(recording.linesOf(position), store))
      }
      onPointerDown={press}
      onPointerMove={drag}
      onKeyDown={(event) => moveByKey(event, store)}
    >
      <Marks recording={recording} scale={scale} width={width} captured={captured} route={route} />
      <div className="gates">
        <div
          className="gate past captured"
          style={{ left: 0, width: Math.max(0, captured - 6) }}
          title={CAPTURE[route]}
        >
          <span className="gate-name">{roomFor('capture', captured, type)}</span>
        </div>
        {scale.segments.map(({ gate, attempt, from, to, left, width: part }, place) => (
          <div
            key={from}
            className={stateOf(position, from, to)}
            style={{ left: left * width, width: Math.max(0, part * width - 2) }}
            title={voice(`${GATES[gate].title}${attemptIn(attempt)}: ${GATES[gate].asks}`)}
          >
            {position >= from && position <= to && <span className="gone" style={{ width: x - left * width }} />}
            <span className="gate-name">
              {attempt > 1 && scale.segments[place - 1]?.attempt !== attempt && (
                <b className="attempt-no" title={`Attempt ${attempt} begins`}>
                  {attempt}
                </b>
              )}
              {roomFor(voice(GATES[gate].title.toLowerCase()), part * width, type)}
            </span>
          </div>
        ))}
      </div>
      <p className="captured-note" style={{ width: captured }}>
        {captured < CAPTURED * type ? '' : CAPTURE[route]}
      </p>
      <SyncLine recording={recording} scale={scale} width={width} position={position} from={captured} />
      <div className="needle" style={{ transform: `translateX(${x}px)` }} aria-hidden="true" />
    </div>
  );
}

/** Width of what lies before the story, in parts of the page's type: enough for its words. */
const CAPTURED = 9.75;

/** What is settled before the first step. */
const CAPTURE: Readonly<Record<Route, string>> = {
  icloud: 'when the backup was made',
  computer: 'when the backup was made',
  direct: 'what the old phone has',
};

const attemptIn = (attempt: number): string => (attempt > 1 ? `, attempt ${attempt}` : '');

/** Room for a letter of a gate's name in parts of the page's type, and for what stands around it in pixels. */
const LETTER = 0.43;
const RIM = 16;

/** A name that is not whole is left out; its title says it, and the words beside the step tell the gate. */
const roomFor = (word: string, room: number, type: number): string =>
  word.length * LETTER * type + RIM < room ? word : '';

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
