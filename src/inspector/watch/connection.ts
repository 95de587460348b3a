import { type LiveMessage, MAX_MESSAGE_LENGTH, readLiveMessage, readLiveValue } from '../../report/live.ts';
import { offered } from './offered.ts';
import { hear, newlyWatched, type Watched } from './watched.ts';

export interface WatchSnapshot {
  readonly state: 'off' | 'connecting' | 'open' | 'lost';
  readonly programs: readonly Watched[];
  readonly selected: number | null;
}

/** Most programs whose stories are kept; the oldest that has left goes first. */
const MAX_PROGRAMS = 30;
const AGAIN_AFTER = 2000;
/** The id of the window that opened this one to be watched. */
const OPENER = 0;

/** Listens to programs that are watched: over the local server's socket, and to a window that opened this one. */
export class WatchStore {
  readonly #listeners = new Set<() => void>();
  readonly #waiting = new Map<number, LiveMessage[]>();
  #snapshot: WatchSnapshot = { state: 'off', programs: [], selected: null };
  #frame = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
  readonly getSnapshot = (): WatchSnapshot => this.#snapshot;

  /** Begins to listen. Does nothing where no local server offers it. */
  start(): void {
    const token = offered('live');
    if (token === null || this.#snapshot.state !== 'off') return;
    this.#connect(token);
    if (offered('watch') !== null) this.#greetOpener();
  }

  select(id: number): void {
    this.#set({ selected: id });
  }

  #connect(token: string): void {
    this.#set({ state: 'connecting' });
    const socket = new WebSocket(
      `${location.protocol === 'https:' ? 'wss' : 'ws'}://${location.host}/live?token=${token}`,
    );
    socket.addEventListener('open', () =>
      this.#set({ state: 'open', programs: this.#snapshot.programs.filter(({ id }) => id === OPENER) }),
    );
    socket.addEventListener('message', ({ data }) => {
      if (typeof data === 'string') this.#envelope(data);
    });
    socket.addEventListener('close', () => {
      this.#set({
        state: 'lost',
        programs: this.#snapshot.programs.map((program) =>
          program.id === OPENER ? program : { ...program, connected: false },
        ),
      });
      setTimeout(() => this.#connect(token), AGAIN_AFTER);
    });
  }

  /**
   * `{"kind":"told","id":1,"message":{…}}` from our own server, which has looked at the message before; we look
   * again.
   */
  #envelope(text: string): void {
    if (text.length > MAX_MESSAGE_LENGTH + 100) return;
    const match = /^\{"kind":"(joined|left|told)","id":(\d{1,9})(?:,"message":([\s\S]*))?\}$/.exec(text);
    if (!match) return;
    const [, kind, word = '', inner = ''] = match;
    const id = Number(word);
    if (kind === 'joined') this.#join(id);
    else if (kind === 'left')
      this.#set({
        programs: this.#snapshot.programs.map((program) =>
          program.id === id ? { ...program, connected: false } : program,
        ),
      });
    else {
      const message = readLiveMessage(inner);
      if (message) this.#told(id, message);
    }
  }

  /** The handshake by which the opener of a window learns that somebody listens. */
  #greetOpener(): void {
    const { opener } = window as { opener: Window | null };
    if (!opener) return;
    window.addEventListener('message', ({ source, data }) => {
      if (source !== opener) return;
      const message = readLiveValue(data);
      if (!message) return;
      this.#join(OPENER);
      this.#told(OPENER, message);
    });
    opener.postMessage({ type: '@statelyai.connected' }, '*');
  }

  #join(id: number): void {
    const { programs, selected } = this.#snapshot;
    if (programs.some((program) => program.id === id)) return;
    const kept =
      programs.length < MAX_PROGRAMS
        ? programs
        : programs
            .filter((program) => program !== programs.find(({ connected }) => !connected))
            .slice(-MAX_PROGRAMS + 1);
    this.#set({
      programs: [...kept, newlyWatched(id)],
      selected:
        selected !== null && kept.some((program) => program.id === selected && program.connected) ? selected : id,
    });
  }

  /** Messages come by the thousand: they are taken up together, once for each picture. */
  #told(id: number, message: LiveMessage): void {
    const waiting = this.#waiting.get(id);
    if (waiting) waiting.push(message);
    else this.#waiting.set(id, [message]);
    if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#takeUp());
  }

  #takeUp(): void {
    this.#frame = 0;
    const programs = this.#snapshot.programs.map((program) => {
      const messages = this.#waiting.get(program.id);
      return messages ? hear(program, messages) : program;
    });
    this.#waiting.clear();
    this.#set({ programs });
  }

  #set(part: Partial<WatchSnapshot>): void {
    this.#snapshot = { ...this.#snapshot, ...part };
    for (const listener of this.#listeners) listener();
  }
}
