import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Overlay } from '../state/overlay.ts';
import type { Session } from '../state/session.ts';
import type { StoryStore } from '../state/story-store.ts';
import { TourCard } from './TourCard.tsx';
import { TourGuide } from './tour-guide.ts';
import { TOUR_STOPS } from './tour-stops.ts';
import './tour.css';

interface TourProps {
  readonly session: Session;
  readonly store: StoryStore;
  readonly sheet: Overlay | null;
}

/** Shows somebody around on the real page: a card beside the control of each stop, until it is used or passed over. */
export function Tour({ session, store, sheet }: TourProps) {
  const [guide] = useState(() => new TourGuide(session, store));
  const { at, saw, isReady } = useSyncExternalStore(guide.subscribe, guide.getSnapshot);
  useEffect(() => guide.begin(), [guide]);
  useEffect(() => guide.sheetIs(sheet), [guide, sheet]);
  const stop = TOUR_STOPS[at];
  // A sheet lies over everything: the card waits until it is closed.
  if (!isReady || !stop || sheet !== null) return null;
  return <TourCard stop={stop} at={at} saw={saw} onGo={(to) => guide.goTo(to)} />;
}
