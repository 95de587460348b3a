import { Observable } from '../state/observable.ts';
import { served } from '../state/served-file.ts';
import type { WatchStore } from './connection.ts';

interface WatchingSnapshot {
  readonly store: WatchStore | null;
  /** Programs that tell of themselves now. */
  readonly running: number;
}

/** Whether programs are watched. What listens to them is fetched where a local server offers it, and nowhere else. */
export class Watching extends Observable<WatchingSnapshot> {
  #isStarted = false;

  constructor() {
    super({ store: null, running: 0 });
  }

  start(): void {
    if (this.#isStarted || served('live') === undefined) return;
    this.#isStarted = true;
    // That a part is missing is told by the page itself.
    this.#listen().catch(() => {});
  }

  async #listen(): Promise<void> {
    const { WatchStore } = await import('./connection.ts');
    const store = new WatchStore();
    const count = () =>
      this.set({ running: store.getSnapshot().programs.all.filter(({ connected }) => connected).length });
    this.set({ store });
    store.subscribe(count);
    store.start();
  }
}
