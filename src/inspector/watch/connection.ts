import { readEnvelope, type LiveEnvelope } from '../../report/live-envelope.ts';
import type { LiveMessage } from '../../report/live-message.ts';
import { Observable } from '../state/observable.ts';
import { served } from '../state/served-file.ts';
import { listenToOpener, type Opener, openerOf } from './opener.ts';
import {
  cutOff,
  endProgram,
  join,
  NO_PROGRAMS,
  type Programs,
  refuse,
  type RefusedProgram,
  remember,
  takeUp,
} from './programs.ts';

export interface WatchSnapshot {
  /** `full`: the server is there and has no place for this page. */
  readonly state: 'off' | 'connecting' | 'open' | 'lost' | 'full';
  readonly programs: Programs;
  readonly refused: readonly RefusedProgram[];
  readonly opener: Opener;
}

const AGAIN_AFTER = 2000;
const MAX_WAITING = 5000;
/** The id of the window that opened this one to be watched. */
const OPENER = 0;
/** Ids of programs begin anew with each server; here each server has its own thousands. */
const IDS_OF_A_SERVER = 1_000_000;

/** Listens to programs that are watched: over the local server's socket, and to a window that opened this one. */
export class WatchStore extends Observable<WatchSnapshot> {
  readonly #waiting = new Map<number, LiveMessage[]>();
  #frame = 0;
  /** Messages that wait. */
  #count = 0;
  #token = '';
  /** How many servers there were; a new one has a new token. */
  #servers = 0;

  constructor() {
    super({ state: 'off', programs: NO_PROGRAMS, refused: [], opener: { is: 'none' } });
  }

  /** Begins to listen. Does nothing where no local server offers it. */
  start(): void {
    const token = served('live');
    if (token === undefined || this.getSnapshot().state !== 'off') return;
    this.#connect(token);
    if (served('watch') !== undefined) this.#meetOpener();
  }

  select(id: number): void {
    this.set({ programs: { ...this.getSnapshot().programs, selected: id } });
  }

  #connect(token: string, isThere = false): void {
    if (token !== this.#token) this.#servers += 1;
    this.#token = token;
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    const socket = new WebSocket(`${scheme}://${location.host}/live?token=${token}`);
    let opened = false;
    if (this.getSnapshot().state === 'off') this.set({ state: 'connecting' });
    socket.addEventListener('open', () => {
      opened = true;
      this.set({ state: 'open' });
    });
    socket.addEventListener('message', ({ data }) => {
      const envelope = typeof data === 'string' ? readEnvelope(data) : undefined;
      if (envelope) this.#take(envelope);
    });
    socket.addEventListener('close', () => {
      this.#takeUp();
      if (opened) this.set({ state: 'lost', programs: cutOff(this.getSnapshot().programs, (id) => id !== OPENER) });
      else if (isThere) this.set({ state: 'full' });
      setTimeout(() => void this.#connectAgain(), AGAIN_AFTER);
    });
  }

  /** A server that was started anew has another token; it stands in the page that the server hands out now. */
  async #connectAgain(): Promise<void> {
    try {
      const response = await fetch('./', { cache: 'no-store' });
      const page = new DOMParser().parseFromString(await response.text(), 'text/html');
      const token = served('live', page);
      if (token === undefined) throw new Error('not our server');
      this.#connect(token, true);
    } catch {
      this.set({ state: 'lost' });
      setTimeout(() => void this.#connectAgain(), AGAIN_AFTER);
    }
  }

  #take(envelope: LiveEnvelope): void {
    if (envelope.kind === 'refused') {
      this.set({ refused: refuse(this.getSnapshot().refused, envelope) });
      return;
    }
    const id = this.#servers * IDS_OF_A_SERVER + envelope.id;
    if (envelope.kind === 'told') {
      this.#told(id, envelope.message);
      return;
    }
    this.#takeUp();
    const { programs } = this.getSnapshot();
    if (envelope.kind === 'joined') this.set({ programs: join(programs, id) });
    else if (envelope.kind === 'known') this.set({ programs: remember(programs, id, envelope) });
    else this.set({ programs: endProgram(programs, id, envelope.why) });
  }

  #meetOpener(): void {
    const opener = openerOf(window);
    this.set({ opener });
    if (opener.is !== 'local') return;
    listenToOpener(opener.origin, {
      told: (message) => {
        const { programs } = this.getSnapshot();
        if (!programs.all.some(({ id, connected }) => id === OPENER && connected))
          this.set({ programs: join(programs, OPENER) });
        this.#told(OPENER, message);
      },
      left: (why) => {
        this.#takeUp();
        this.set({ programs: endProgram(this.getSnapshot().programs, OPENER, why) });
      },
    });
  }

  /** Messages come by the thousand: they are taken up together, once for each picture. */
  #told(id: number, message: LiveMessage): void {
    const waiting = this.#waiting.get(id);
    if (waiting) waiting.push(message);
    else this.#waiting.set(id, [message]);
    this.#count += 1;
    // A page in the background draws no pictures.
    if (this.#count > MAX_WAITING) this.#takeUp();
    else if (this.#frame === 0) this.#frame = requestAnimationFrame(() => this.#takeUp());
  }

  #takeUp(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    this.#count = 0;
    if (this.#waiting.size === 0) return;
    const programs = takeUp(this.getSnapshot().programs, this.#waiting);
    this.#waiting.clear();
    this.set({ programs });
  }
}
