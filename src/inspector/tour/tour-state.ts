import { keep, kept } from '../state/kept.ts';
import { Observable } from '../state/observable.ts';

interface TourSnapshot {
  /** The invitation stands in the page until it is answered. */
  readonly isOffered: boolean;
  readonly isOn: boolean;
}

const NAME = 'tour';

/** Whether the tour is offered or under way. It offers itself once; from the help it can be taken again. */
class TourState extends Observable<TourSnapshot> {
  constructor() {
    super({ isOffered: false, isOn: false });
  }

  /** Only who has come without an address, and has never answered, is asked. */
  offer(): void {
    if (kept(NAME) === null) this.set({ isOffered: true });
  }

  decline(): void {
    keep(NAME, 'declined');
    this.set({ isOffered: false });
  }

  start(): void {
    keep(NAME, 'taken');
    this.set({ isOffered: false, isOn: true });
  }

  end(): void {
    this.set({ isOn: false });
  }
}

export const tour = new TourState();
