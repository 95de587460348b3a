import { Buffer } from 'node:buffer';
import { WebSocket } from 'ws';
import type { LiveEnvelope } from '../../report/live-envelope.ts';
import type { KeptStory } from './kept-story.ts';

/** How far a page has been told a story. */
interface Place {
  next: number;
  left: boolean;
}

/** Bytes that may wait on their way to a page before more is read from the stories. */
const MAX_ON_THE_WAY = 1_000_000;

/**
 * Tells a page every story at the speed at which it reads. Nothing waits for a slow page but the stories themselves,
 * which are bounded: what they drop meanwhile it is told as missed.
 */
export class PageFeed {
  readonly #page: WebSocket;
  readonly #stories: () => Iterable<KeptStory>;
  readonly #places = new Map<number, Place>();
  #waiting = false;

  constructor(page: WebSocket, stories: () => Iterable<KeptStory>) {
    this.#page = page;
    this.#stories = stories;
  }

  /** Tells what there is to tell, until enough is on the way. */
  flow(): void {
    while (!this.#waiting && this.#page.readyState === WebSocket.OPEN) {
      const text = this.#next();
      if (text === undefined) return;
      if (this.#page.bufferedAmount + text.length < MAX_ON_THE_WAY) this.#page.send(text, { binary: false });
      else {
        this.#waiting = true;
        this.#page.send(text, { binary: false }, () => {
          this.#waiting = false;
          this.flow();
        });
      }
    }
  }

  /** Something small beside the stories. A page that is far behind does not get it. */
  say(envelope: LiveEnvelope): void {
    if (this.#page.readyState === WebSocket.OPEN && this.#page.bufferedAmount < MAX_ON_THE_WAY)
      this.#page.send(JSON.stringify(envelope));
  }

  #next(): Buffer | undefined {
    let told = 0;
    for (const story of this.#stories()) {
      const text = this.#nextOf(story);
      if (text) return text;
      told += 1;
    }
    return this.#places.size > told ? this.#gone() : undefined;
  }

  /** A story that was given up before this page had read it to its end. */
  #gone(): Buffer | undefined {
    const kept = new Set([...this.#stories()].map(({ id }) => id));
    for (const [id, { left }] of this.#places) {
      if (kept.has(id)) continue;
      this.#places.delete(id);
      if (!left) return textOf({ kind: 'left', id, why: '' });
    }
    return undefined;
  }

  #nextOf(story: KeptStory): Buffer | undefined {
    const { id, first, end, left, known } = story;
    const place = this.#places.get(id);
    if (!place) {
      this.#places.set(id, { next: 0, left: false });
      return textOf({ kind: 'joined', id });
    }
    if (place.next < first) {
      const missed = first - place.next;
      place.next = first;
      return textOf({ kind: 'known', id, missed, met: known.met, actors: [...known.all()] });
    }
    if (place.next < end) {
      place.next += 1;
      return story.at(place.next - 1);
    }
    if (left === null || place.left) return undefined;
    place.left = true;
    return textOf({ kind: 'left', id, why: left });
  }
}

const textOf = (envelope: LiveEnvelope): Buffer => Buffer.from(JSON.stringify(envelope));
