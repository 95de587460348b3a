import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { WebSocket } from 'ws';
import { serve, type ServeLimits, type Serving } from '../../src/cli/serve/server.ts';
import { type LiveEnvelope, readEnvelope } from '../../src/report/live-envelope.ts';

interface Options {
  readonly origin?: string;
  readonly host?: string;
  readonly autoPong?: boolean;
}

/** A page that listens, and what it has heard. */
export interface ListeningPage {
  readonly socket: WebSocket;
  readonly heard: readonly LiveEnvelope[];
  readonly kinds: () => readonly string[];
  readonly lastSaid: () => string;
}

/** A local server with an empty page, and sockets to it as programs and pages open them. */
export class LiveServer {
  readonly serving: Serving;
  readonly #folder: string;

  private constructor(serving: Serving, folder: string) {
    this.serving = serving;
    this.#folder = folder;
  }

  static async start(limits: Partial<ServeLimits> = {}): Promise<LiveServer> {
    const folder = mkdtempSync(join(tmpdir(), 'restore-sim-live-'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head></head><body></body></html>');
    return new LiveServer(await serve({ folder, port: 0, limits }), folder);
  }

  async stop(): Promise<void> {
    await this.serving.close();
    rmSync(this.#folder, { recursive: true });
  }

  get own(): string {
    return `http://127.0.0.1:${this.serving.port}`;
  }

  async token(): Promise<string> {
    const page = await (await fetch(this.serving.address)).text();
    return /restore-sim-live" content="([^"]+)"/.exec(page)?.[1] ?? '';
  }

  /** A socket, or what the door said. */
  open(path: string, options: Options = {}, onData?: (text: string) => void): Promise<WebSocket | string> {
    const { origin, host, autoPong = true } = options;
    return new Promise((resolve) => {
      const socket = new WebSocket(`ws://127.0.0.1:${this.serving.port}${path}`, 'restore-sim', {
        ...(origin === undefined ? {} : { origin }),
        headers: host === undefined ? {} : { host },
        autoPong,
      });
      // The first messages come with the handshake.
      socket.on('message', (data) => onData?.(String(data)));
      socket.once('open', () => resolve(socket));
      socket.on('error', (error) => resolve(error.message));
      socket.once('unexpected-response', (_, response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += String(chunk)));
        response.on('end', () => resolve(`${response.statusCode} ${body.trim()}`));
      });
    });
  }

  async program(options: Options = {}): Promise<WebSocket> {
    const socket = await this.open('/inspect', options);
    if (typeof socket === 'string') throw new Error(socket);
    return socket;
  }

  async page(): Promise<ListeningPage> {
    const heard: LiveEnvelope[] = [];
    const socket = await this.open(`/live?token=${await this.token()}`, { origin: this.own }, (text) => {
      const envelope = readEnvelope(text);
      if (!envelope) throw new Error(`not an envelope: ${text.slice(0, 200)}`);
      heard.push(envelope);
    });
    if (typeof socket === 'string') throw new Error(socket);
    return {
      socket,
      heard,
      kinds: () => heard.map(({ kind }) => kind),
      lastSaid: () => JSON.stringify(heard.at(-1) ?? null),
    };
  }
}

export const until = async (holds: () => boolean, seconds = 10): Promise<void> => {
  for (let tries = 0; tries < seconds * 100 && !holds(); tries += 1) await new Promise((done) => setTimeout(done, 10));
  expect(holds()).toBe(true);
};

export const closed = (socket: WebSocket): Promise<number> =>
  new Promise((resolve) => socket.once('close', (code) => resolve(code)));

export const actor = (sessionId: string, part: object = {}): string =>
  JSON.stringify({
    type: '@xstate.actor',
    sessionId,
    name: 'light',
    snapshot: { status: 'active', value: 'green' },
    ...part,
  });
export const event = (type: string, part: object = {}): string =>
  JSON.stringify({ type: '@xstate.event', sessionId: 'x:0', event: { type, ...part } });
