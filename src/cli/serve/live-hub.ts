import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { MAX_MESSAGE_LENGTH, readLiveMessage } from '../../report/live.ts';
import { isSameSecret } from './secret.ts';

/** A program that is watched, with what it has said so far. */
interface WatchedProgram {
  readonly id: number;
  readonly socket: WebSocket;
  readonly texts: string[];
  size: number;
  wrong: number;
}

const MAX_SOCKETS = 24;
/** Kept of each program for pages that open later, in messages and characters. */
const MAX_KEPT = 20_000;
const MAX_KEPT_SIZE = 32_000_000;
const MAX_WRONG = 20;
/** A page that does not keep up is let go before the queue for it grows beyond this. */
const MAX_QUEUE_SIZE = 64_000_000;

/** The subprotocol by which our own command line knows that it has found us. */
export const PROTOCOL = 'restore-sim';

const isLoopback = (origin: string): boolean => /^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d{1,5})?$/.test(origin);

/** Passes on what programs tell of their actors to the pages that watch. */
export class LiveHub {
  readonly #token: string;
  readonly #sockets = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_LENGTH,
    perMessageDeflate: false,
    clientTracking: false,
    handleProtocols: (offered) => (offered.has(PROTOCOL) ? PROTOCOL : false),
  });
  readonly #pages = new Set<WebSocket>();
  readonly #programs = new Map<number, WatchedProgram>();
  #next = 1;

  constructor(token: string) {
    this.#token = token;
  }

  get programs(): number {
    return this.#programs.size;
  }

  get pages(): number {
    return this.#pages.size;
  }

  /** Takes over a socket: `/live` is for our own page, which knows the token; everything else tells something. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer, port: number): void {
    const { origin } = request.headers;
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const isPage = pathname === '/live';
    const own = origin === `http://127.0.0.1:${port}` || origin === `http://localhost:${port}`;
    const allowed = isPage
      ? own && isSameSecret(searchParams.get('token') ?? '', this.#token)
      : origin === undefined || isLoopback(origin);
    if (!allowed || this.#pages.size + this.#programs.size >= MAX_SOCKETS) {
      socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    this.#sockets.handleUpgrade(request, socket, head, (opened) =>
      isPage ? this.#addPage(opened) : this.#addProgram(opened),
    );
  }

  close(): void {
    for (const page of this.#pages) page.terminate();
    for (const { socket } of this.#programs.values()) socket.terminate();
    this.#sockets.close();
  }

  #addPage(page: WebSocket): void {
    this.#pages.add(page);
    page.on('close', () => this.#pages.delete(page));
    page.on('error', () => page.terminate());
    // A page only listens.
    page.on('message', () => page.close(1008));
    for (const { id, texts } of this.#programs.values()) {
      this.#say(page, `{"kind":"joined","id":${id}}`);
      for (const text of texts) this.#say(page, text);
    }
  }

  #addProgram(socket: WebSocket): void {
    const told: WatchedProgram = { id: this.#next, socket, texts: [], size: 0, wrong: 0 };
    this.#next += 1;
    this.#programs.set(told.id, told);
    this.#sayToAll(`{"kind":"joined","id":${told.id}}`);
    socket.on('message', (data, isBinary) => this.#hear(told, data, isBinary));
    socket.on('error', () => socket.terminate());
    socket.on('close', () => {
      this.#programs.delete(told.id);
      this.#sayToAll(`{"kind":"left","id":${told.id}}`);
    });
  }

  #hear(told: WatchedProgram, data: RawData, isBinary: boolean): void {
    if (isBinary) {
      told.socket.close(1003, 'only text is understood');
      return;
    }
    const text = String(data);
    if (!readLiveMessage(text)) {
      told.wrong += 1;
      if (told.wrong > MAX_WRONG) told.socket.close(1008, 'too many messages that are not understood');
      return;
    }
    const envelope = `{"kind":"told","id":${told.id},"message":${text}}`;
    told.texts.push(envelope);
    told.size += envelope.length;
    while (told.texts.length > MAX_KEPT || told.size > MAX_KEPT_SIZE) told.size -= told.texts.shift()?.length ?? 0;
    this.#sayToAll(envelope);
  }

  #sayToAll(text: string): void {
    for (const page of this.#pages) this.#say(page, text);
  }

  #say(page: WebSocket, text: string): void {
    if (page.readyState !== WebSocket.OPEN) return;
    if (page.bufferedAmount > MAX_QUEUE_SIZE) page.terminate();
    else page.send(text);
  }
}
