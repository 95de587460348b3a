import { faultOfWorker } from '../export/fault-of-worker.ts';
import type { DeskAsked, DeskSaid } from './desk-talk.ts';

/**
 * A thread beside the page that works on one draft at a time: a newer one ends the work on the older. Begins with the
 * first question, and again after it was closed.
 */
export class DeskThread {
  readonly #onSaid: (said: DeskSaid) => void;
  #worker: Worker | undefined;
  #isReady = false;
  #asked: DeskAsked | undefined;

  constructor(onSaid: (said: DeskSaid) => void) {
    this.#onSaid = onSaid;
  }

  ask(asked: DeskAsked): void {
    this.#asked = asked;
    if (!this.#worker) this.#begin();
    else if (this.#isReady) this.#worker.postMessage(asked);
  }

  close(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#isReady = false;
    this.#asked = undefined;
  }

  #begin(): void {
    const worker = new Worker(new URL('./desk.worker.ts', import.meta.url), { type: 'module' });
    worker.addEventListener('message', ({ data }: MessageEvent<DeskSaid>) => {
      if (worker !== this.#worker) return;
      if (data.kind !== 'ready') return this.#onSaid(data);
      this.#isReady = true;
      return this.#asked && worker.postMessage(this.#asked);
    });
    worker.addEventListener('error', (error) => {
      const n = this.#asked?.n;
      this.close();
      if (n !== undefined) this.#onSaid({ kind: 'failed', n, says: faultOfWorker(error) });
    });
    this.#worker = worker;
  }
}
