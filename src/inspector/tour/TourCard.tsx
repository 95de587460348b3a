import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { keepBeside } from './keep-beside.ts';
import { tour } from './tour-state.ts';
import { placeInPage, TOUR_STOPS } from './tour-stops.ts';

interface TourCardProps {
  readonly stop: (typeof TOUR_STOPS)[number];
  readonly at: number;
  /** What the stop before has shown; empty where it was passed over. */
  readonly saw: string;
  readonly onGo: (to: number) => void;
}

/** The card of a stop, beside its control. Everything around it works as always; Escape ends the tour. */
export function TourCard({ stop, at, saw, onGo }: TourCardProps) {
  const card = useRef<HTMLDivElement>(null);
  const ring = useRef<HTMLDivElement>(null);
  const [says, setSays] = useState('');
  useEffect(
    () => (card.current && ring.current ? keepBeside(stop, card.current, ring.current, setSays) : undefined),
    [stop],
  );
  useEscape();
  useEffect(() => {
    const { activeElement } = document;
    // Who goes by the keyboard, and whose control is gone, is taken along; a hand on the mouse keeps its place.
    const isLost = activeElement === null || activeElement === document.body;
    if (at === 0 || isLost || activeElement.matches(':focus-visible')) card.current?.focus();
  }, [at]);
  const isLast = at === TOUR_STOPS.length - 1;
  return (
    <>
      <div className="tour-ring" ref={ring} aria-hidden="true" />
      <div
        className="tour-card"
        ref={card}
        role="dialog"
        aria-labelledby="tour-title"
        aria-describedby="tour-says"
        tabIndex={-1}
      >
        <p className="tour-count">{`Stop ${at + 1} of ${TOUR_STOPS.length}`}</p>
        <h2 id="tour-title">{stop.title}</h2>
        <div id="tour-says" aria-live="polite">
          {saw !== '' && <p className="tour-saw">{saw}</p>}
          <p>{says}</p>
        </div>
        <div className="line-up">
          <button type="button" className="button small" onClick={() => focusOn(placeInPage(stop)?.element)}>
            Go to it
          </button>
          <span className="spacer" />
          <button type="button" className="button small bare" onClick={endTour}>
            End
          </button>
          {at > 0 && (
            <button type="button" className="button small" onClick={() => onGo(at - 1)}>
              Before
            </button>
          )}
          <button type="button" className="button small main" onClick={() => (isLast ? endTour() : onGo(at + 1))}>
            {isLast ? 'Done' : 'Next stop'}
          </button>
        </div>
      </div>
    </>
  );
}

/** A row has no focus of its own: its table has. */
const focusOn = (element: HTMLElement | undefined): void =>
  element?.closest<HTMLElement>('button, [tabindex="0"]')?.focus();

/** The tour can be taken again from where the focus goes then. */
function endTour(): void {
  document.querySelector<HTMLElement>('.topbar [aria-label="Help"]')?.focus();
  tour.end();
}

function useEscape(): void {
  useLayoutEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented) return;
      event.preventDefault();
      endTour();
    };
    document.addEventListener('keydown', listen);
    return () => document.removeEventListener('keydown', listen);
  }, []);
}
