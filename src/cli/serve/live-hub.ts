import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import { countOf } from '../../model/groups.ts';
import { MAX_MESSAGE_SIZE } from '../../report/live-limits.ts';
import { readLiveMessage } from '../../report/live.ts';
import { ACCEPTED_ORIGINS, isLoopbackOrigin } from '../../report/loopback.ts';
import { KEEP_LIMITS, KeptStories, type KeepLimits } from './kept-stories.ts';
import type { KeptStory } from './kept-story.ts';
import { PageFeed } from './page-feed.ts';
import { askedFor } from './asked-for.ts';
import { isSameSecret } from './secret.ts';

export interface LiveLimits {
  readonly keep: KeepLimits;
  /** Places for programs, and apart from them for pages: no crowd of programs keeps the owner out. */
  readonly programs: number;
  readonly pages: number;
  /** Milliseconds between two pings. Who does not answer three in a row is let go. */
  readonly pingEvery: number;
}

export const LIVE_LIMITS: LiveLimits = { keep: KEEP_LIMITS, programs: 24, pages: 16, pingEvery: 30_000 };

/** A program that is watched. */
interface WatchedProgram {
  readonly story: KeptStory;
  readonly socket: WebSocket;
  readonly link: Duplex;
  /** Whether it is Stately's sender, which comes back after an error. */
  comesBack: boolean;
  /** Messages in a row that were not understood. */
  wrong: number;
  why: string;
}

const MAX_WRONG = 20;
/** Milliseconds for an answer to a goodbye. */
const PATIENCE = 500;
const MAX_UNANSWERED = 3;
const MAX_REFUSALS = 5;

/** The subprotocol by which our own command line knows that it has found us. */
export const PROTOCOL = 'restore-sim';

/** A frame that no WebSocket allows. */
const NOT_A_FRAME = Buffer.from([0x83, 0x00]);

/** Passes on what programs tell of their actors to the pages that watch. */
export class LiveHub {
  readonly #token: string;
  readonly #limits: LiveLimits;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_SIZE,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  readonly #pages = new Map<WebSocket, PageFeed>();
  readonly #programs = new Set<WatchedProgram>();
  readonly #stories: KeptStories;
  /** Who was turned away, and why; the oldest goes first. */
  readonly #refusals = new Map<string, string>();
  readonly #unanswered = new WeakMap<WebSocket, number>();
  readonly #pinging: NodeJS.Timeout;

  constructor(token: string, limits: LiveLimits) {
    this.#token = token;
    this.#limits = limits;
    this.#stories = new KeptStories(limits.keep);
    this.#pinging = setInterval(() => this.#ping(), limits.pingEvery).unref();
  }

  get programs(): number {
    return this.#programs.size;
  }

  get pages(): number {
    return this.#pages.size;
  }

  /** Bytes of all that is kept. */
  get kept(): number {
    return this.#stories.size;
  }

  /** Takes over a socket: `/live` is for our own page, which knows the token; everything else tells something. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
    const { origin } = request.headers;
    const { pathname, searchParams } = new URL(askedFor(request), 'http://127.0.0.1');
    if (pathname === '/live') {
      const own = origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`;
      const token = searchParams.get('token');
      if (!own || token === null || !isSameSecret(token, this.#token))
        return turnAway(socket, 403, 'This address is for the inspector’s own page. Reload it.');
      if (this.#pages.size >= this.#limits.pages)
        return turnAway(socket, 503, `${this.#limits.pages} pages are open already. Close one.`);
      return this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#addPage(opened));
    }
    if (origin !== undefined && !isLoopbackOrigin(origin))
      return this.#refuse(socket, 403, `a page of ${origin.slice(0, 200)}`, `accepted: ${ACCEPTED_ORIGINS}`);
    if (this.#programs.size >= this.#limits.programs && !this.#letSilentGo())
      return this.#refuse(socket, 503, 'a program', `${this.#limits.programs} programs are being watched already`);
    return this.#sockets.handleUpgrade(request, socket, head, (opened) => this.#addProgram(opened, socket));
  }

  close(): void {
    clearInterval(this.#pinging);
    for (const page of this.#pages.keys()) page.terminate();
    for (const program of this.#programs) breakOff(program);
    this.#sockets.close();
  }

  #addPage(page: WebSocket): void {
    const feed = new PageFeed(page, () => this.#stories.all());
    this.#pages.set(page, feed);
    page.on('close', () => this.#pages.delete(page));
    page.on('error', () => page.terminate());
    page.on('pong', () => this.#unanswered.set(page, 0));
    // A page only listens.
    page.on('message', () => page.close(1008));
    for (const [who, why] of this.#refusals) feed.say({ kind: 'refused', who, why });
    feed.flow();
  }

  #addProgram(socket: WebSocket, link: Duplex): void {
    const story = this.#stories.begin();
    const program: WatchedProgram = { story, socket, link, comesBack: false, wrong: 0, why: '' };
    this.#programs.add(program);
    socket.on('message', (data, isBinary) => this.#hear(program, data, isBinary));
    socket.on('pong', () => this.#unanswered.set(socket, 0));
    socket.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'WS_ERR_UNSUPPORTED_MESSAGE_LENGTH')
        program.why = `it told something longer than ${MAX_MESSAGE_SIZE / 1_000_000} MB`;
      socket.terminate();
    });
    socket.on('close', () => {
      this.#programs.delete(program);
      this.#stories.leave(story, program.why);
      this.#flow();
    });
    this.#flow();
  }

  #hear(program: WatchedProgram, data: RawData, isBinary: boolean): void {
    const { story, socket } = program;
    this.#unanswered.set(socket, 0);
    if (isBinary) {
      program.why = 'it told something that is not text';
      socket.close(1003, 'only text is understood');
      return;
    }
    const text = String(data);
    program.comesBack ||= story.end === 0 && text.includes('"_version":');
    const message = readLiveMessage(text);
    if (message === undefined) this.#missUnderstood(program);
    else {
      program.wrong = 0;
      if (message === 'not shown') return;
      this.#stories.add(story, message);
    }
    this.#flow();
  }

  #missUnderstood(program: WatchedProgram): void {
    program.wrong += 1;
    if (program.wrong === 1)
      this.#stories.add(program.story, { type: 'note', says: 'it told something that is not understood' });
    if (program.wrong <= MAX_WRONG) return;
    program.why = `it told ${MAX_WRONG} things in a row that are not understood`;
    program.socket.close(1008, 'too many messages that are not understood');
  }

  /** Makes a place by letting one go that has told nothing since it came; false when all have told something. */
  #letSilentGo(): boolean {
    for (const program of this.#programs) {
      if (program.story.end > 0) continue;
      this.#programs.delete(program);
      program.socket.close(1013, 'others need the place');
      return true;
    }
    return false;
  }

  #refuse(socket: Duplex, status: 403 | 503, who: string, why: string): void {
    turnAway(socket, status, why);
    if (this.#refusals.get(who) === why) return;
    this.#refusals.set(who, why);
    for (const oldest of this.#refusals.keys()) {
      if (this.#refusals.size <= MAX_REFUSALS) break;
      this.#refusals.delete(oldest);
    }
    for (const feed of this.#pages.values()) feed.say({ kind: 'refused', who, why });
  }

  #flow(): void {
    for (const feed of this.#pages.values()) feed.flow();
  }

  #ping(): void {
    for (const socket of [...this.#pages.keys(), ...[...this.#programs].map((program) => program.socket)]) {
      const unanswered = countOf(this.#unanswered, socket);
      // A page with much on its way answers when it has read that far: it is slow, not gone.
      if (unanswered >= MAX_UNANSWERED && socket.bufferedAmount === 0) socket.terminate();
      else {
        this.#unanswered.set(socket, unanswered + 1);
        socket.ping();
      }
    }
  }
}

/**
 * Stately's sender comes back five seconds after an error, and never after a socket that was merely closed: it gets an
 * error. Any other program might have nobody who catches it.
 */
function breakOff({ link, socket, comesBack }: WatchedProgram): void {
  if (comesBack) link.end(NOT_A_FRAME, () => socket.terminate());
  else {
    socket.close(1001);
    setTimeout(() => socket.terminate(), PATIENCE);
  }
}

const REASONS = { 403: 'Forbidden', 503: 'Service Unavailable' } as const;

function turnAway(socket: Duplex, status: 403 | 503, why: string): void {
  const body = `${why}\n`;
  socket.end(
    `HTTP/1.1 ${status} ${REASONS[status]}\r\nconnection: close\r\ncontent-type: text/plain; charset=utf-8\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}
