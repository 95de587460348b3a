import { countChanges } from '../state/changes.ts';
import { Observable } from '../state/observable.ts';
import type { Overlay } from '../state/overlay.ts';
import type { Session } from '../state/session.ts';
import type { StoryStore } from '../state/story-store.ts';
import { tour } from './tour-state.ts';
import { TOUR_SCENARIO, TOUR_STOPS, type TourMoment } from './tour-stops.ts';

interface GuideSnapshot {
  /** Place in the list of stops. */
  readonly at: number;
  /** What the stop before has shown; empty where it was passed over. */
  readonly saw: string;
  /** The scenario of the tour stands there. */
  readonly isReady: boolean;
}

/** Goes from stop to stop: on as soon as the person has done what a stop asks for, or where they want. */
export class TourGuide extends Observable<GuideSnapshot> {
  readonly #session: Session;
  readonly #store: StoryStore;
  #sheet: Overlay | null = null;
  /** As it was when the person came to the stop. */
  #before: TourMoment;

  constructor(session: Session, store: StoryStore) {
    super({ at: 0, saw: '', isReady: false });
    this.#session = session;
    this.#store = store;
    this.#before = this.#now();
  }

  /** Opens the first lesson and watches what is done; gives what ends the watching. */
  begin(): () => void {
    let isOver = false;
    const open = async () => {
      // Where it cannot be opened, the tour goes through what stands there.
      if (TOUR_SCENARIO !== undefined) await this.#session.follow(`#s=${TOUR_SCENARIO}&p=1`);
      if (isOver) return;
      this.#before = this.#now();
      this.set({ isReady: true });
    };
    void open();
    const look = () => this.#look();
    const stops = [this.#store.subscribe(look), this.#store.picked.subscribe(look)];
    return () => {
      isOver = true;
      for (const stop of stops) stop();
    };
  }

  /** Which sheet lies over the page: a stop may ask for one to be opened, or read and closed. */
  sheetIs(sheet: Overlay | null): void {
    this.#sheet = sheet;
    this.#look();
  }

  goTo(at: number, saw = ''): void {
    this.#before = this.#now();
    if (at < TOUR_STOPS.length) this.set({ at, saw });
    else tour.end();
  }

  #look(): void {
    const { at, isReady } = this.getSnapshot();
    const stop = TOUR_STOPS[at];
    if (isReady && stop?.isDone(this.#now(), this.#before)) this.goTo(at + 1, stop.saw);
  }

  #now(): TourMoment {
    const { position, frame, proof, changes } = this.#store.getSnapshot();
    return {
      position,
      isDrop: frame.marks.some(({ kind }) => kind === 'drop'),
      selected: this.#store.picked.getSnapshot().selected,
      proof,
      changes: countChanges(changes),
      sheet: this.#sheet,
    };
  }
}
