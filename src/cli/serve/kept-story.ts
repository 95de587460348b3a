import { Buffer } from 'node:buffer';
import type { LiveEnvelope } from '../../report/live-envelope.ts';
import type { LiveMessage } from '../../report/live-message.ts';
import { KnownActors } from './known-actors.ts';

/** What a buffer takes beside its bytes. */
const OVERHEAD = 200;

/** What a program has told, as far as it is kept for pages that open later. Messages are numbered from 0. */
export class KeptStory {
  readonly id: number;
  readonly known = new KnownActors();
  #texts: (Buffer | undefined)[] = [];
  /** Place of the first message that is still kept in `#texts`. */
  #head = 0;
  #first = 0;
  #size = 0;
  #left: string | null = null;

  constructor(id: number) {
    this.id = id;
  }

  /** Number of the first message that is still kept, and of the next that will come. */
  get first(): number {
    return this.#first;
  }
  get end(): number {
    return this.#first + this.count;
  }
  get count(): number {
    return this.#texts.length - this.#head;
  }
  /** Bytes that the kept messages take. */
  get size(): number {
    return this.#size;
  }
  /** Why the program is gone; null while it is there. */
  get left(): string | null {
    return this.#left;
  }

  at(n: number): Buffer | undefined {
    return this.#texts[this.#head + n - this.#first];
  }

  add(message: LiveMessage): void {
    const envelope: LiveEnvelope = { kind: 'told', id: this.id, message };
    const json = JSON.stringify(envelope);
    // Not from the shared pool, where one small message would hold on to the memory of its dropped neighbours.
    const text = Buffer.allocUnsafeSlow(Buffer.byteLength(json));
    text.write(json);
    this.#texts.push(text);
    this.#size += text.length + OVERHEAD;
  }

  dropOldest(): void {
    const text = this.#texts[this.#head];
    if (!text) return;
    const { message } = JSON.parse(text.toString()) as Extract<LiveEnvelope, { kind: 'told' }>;
    this.known.take(message);
    this.#texts[this.#head] = undefined;
    this.#head += 1;
    this.#first += 1;
    this.#size -= text.length + OVERHEAD;
    if (this.#head < 1000 || this.#head * 2 < this.#texts.length) return;
    this.#texts = this.#texts.slice(this.#head);
    this.#head = 0;
  }

  leave(why: string): void {
    this.#left = why;
  }
}
