import { machineIdOf, parentPathOf } from '../../run/actor-paths.ts';
import type { KnownActor } from '../../report/live-envelope.ts';
import type { LiveMessage } from '../../report/live-message.ts';

const MAX_KNOWN = 5000;
/** Of all that is known of the actors of one program, in characters. */
const MAX_LENGTH = 2_000_000;
const MAX_STATES_KEPT = 20;

/**
 * The actors of a program as the messages that are no longer kept left them: a page that opens late has their names
 * and parents from here. When there are too many, those that ended go first.
 */
export class KnownActors {
  readonly #running = new Map<string, KnownActor>();
  readonly #over = new Map<string, KnownActor>();
  /** Actors that ever began here. */
  met = 0;
  #length = 0;

  get size(): number {
    return this.#running.size + this.#over.size;
  }

  all(): readonly KnownActor[] {
    return [...this.#running.values(), ...this.#over.values()];
  }

  /** Takes in a message that is about to be forgotten. */
  take(message: LiveMessage): void {
    if (message.type === 'lines') {
      for (const line of message.lines) {
        const { actor } = line;
        if (line.type === 'actor.started') this.#begin(actor, machineIdOf(actor), parentPathOf(actor), line.states);
        else if (line.type === 'transition') this.#change(actor, 'active', line.states);
        else if (line.type === 'actor.ended') this.#change(actor, 'done', undefined);
      }
    } else if (message.type === 'actor') {
      const { id, name, parent, snapshot } = message;
      this.#begin(id, name, parent, snapshot.states);
      this.#change(id, snapshot.status, snapshot.states);
    } else if (message.type === 'snapshot') this.#change(message.id, message.snapshot.status, message.snapshot.states);
  }

  #begin(id: string, name: string, parent: string | null, states: readonly string[]): void {
    if (!this.#running.has(id) && !this.#over.has(id)) this.met += 1;
    this.#put({ id, name, parent, status: 'active', states: states.slice(0, MAX_STATES_KEPT) });
  }

  #change(id: string, status: string, states: readonly string[] | undefined): void {
    const known = this.#running.get(id) ?? this.#over.get(id);
    if (known) this.#put({ ...known, status, states: states?.slice(0, MAX_STATES_KEPT) ?? known.states });
  }

  #put(actor: KnownActor): void {
    const [to, from] = actor.status === 'active' ? [this.#running, this.#over] : [this.#over, this.#running];
    this.#remove(from, actor.id);
    this.#length += lengthOf(actor) - lengthOf(to.get(actor.id));
    to.set(actor.id, actor);
    while (this.size > MAX_KNOWN || this.#length > MAX_LENGTH) {
      const pool = this.#over.size > 0 ? this.#over : this.#running;
      const [oldest] = pool.keys();
      if (oldest === undefined) return;
      this.#remove(pool, oldest);
    }
  }

  #remove(pool: Map<string, KnownActor>, id: string): void {
    this.#length -= lengthOf(pool.get(id));
    pool.delete(id);
  }
}

const lengthOf = (actor: KnownActor | undefined): number =>
  actor ? [actor.id, actor.name, actor.parent, ...actor.states].join('').length : 0;
