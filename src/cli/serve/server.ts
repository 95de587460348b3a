import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { must } from '../../model/must.ts';
import type { BuiltFiles } from '../built.ts';
import { isSystemError } from '../files.ts';
import { LIVE_LIMITS, LiveHub, type LiveLimits } from './live-hub.ts';
import { askedFor } from './asked-for.ts';
import { isSameSecret } from './secret.ts';
import { answerWithFile, BUILT_BESIDE, fileFor, packedFor, pageWith, oneFileBeside } from './static-files.ts';

export interface ServeOptions {
  /** Where the built page lies. */
  readonly folder: string;
  /** What a package carries in place of that folder and what lies beside it. */
  readonly packed?: BuiltFiles | undefined;
  /** The first port that is tried; 0 takes any. */
  readonly port: number;
  /** A file that the page may read: its name, and its text at the moment of reading. */
  readonly file?: { readonly name: string; readonly read: () => string };
  readonly limits?: Partial<ServeLimits>;
}
export interface ServeLimits extends LiveLimits {
  /** Milliseconds after which a connection that says nothing is let go. */
  readonly silence: number;
}
export interface Serving {
  readonly port: number;
  readonly address: string;
  readonly hub: LiveHub;
  readonly close: () => Promise<void>;
}

const HOST = '127.0.0.1';
const PORTS_TRIED = 20;
/** Why the system gives a port to nobody: another holds it, or it is not for people. */
const PORT_TAKEN: ReadonlySet<string> = new Set(['EADDRINUSE', 'EACCES']);
const SILENCE = 15_000;

/** Serves the inspector to this computer only. Throws when none of the ports is free. */
export async function serve(options: ServeOptions): Promise<Serving> {
  const token = randomBytes(24).toString('hex');
  const hub = new LiveHub(token, { ...LIVE_LIMITS, ...options.limits });
  const server = createServer((request, response) => {
    try {
      answer(request, response, { ...options, token, port: portOf(server) });
    } catch {
      // Whatever is asked, the server stays.
      if (response.headersSent) response.destroy();
      else response.writeHead(400).end();
    }
  });
  server.on('upgrade', (request, socket, head) => {
    const port = portOf(server);
    socket.on('error', () => socket.destroy());
    if (isOurHost(request.headers.host, port) && URL.canParse(askedFor(request), `http://${HOST}`))
      hub.upgrade(request, socket, head, port);
    else socket.destroy();
  });
  server.headersTimeout = 10_000;
  // Taken off a socket again when it becomes a WebSocket.
  server.setTimeout(options.limits?.silence ?? SILENCE);
  await listen(server, options.port);
  const port = portOf(server);
  return { port, address: `http://${HOST}:${port}/`, hub, close: () => closeAll(server, hub) };
}

const portOf = (server: Server): number => {
  const address = server.address();
  return typeof address === 'object' && address !== null ? address.port : 0;
};

async function listen(server: Server, first: number): Promise<void> {
  for (let port = first; ; port += 1) {
    try {
      await new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, HOST, () => {
          server.off('error', reject);
          resolve();
        });
      });
      return;
    } catch (error) {
      const taken = isSystemError(error, PORT_TAKEN);
      if (!taken || first === 0 || port - first >= PORTS_TRIED - 1) throw error;
    }
  }
}

const closeAll = (server: Server, hub: LiveHub): Promise<void> =>
  new Promise((resolve) => {
    hub.close();
    server.close(() => resolve());
    server.closeAllConnections();
  });

/** Only our own names: a page of a stranger whose name points here is turned away. */
const isOurHost = (host: string | undefined, port: number): boolean =>
  host === `${HOST}:${port}` || host === `localhost:${port}`;

interface Answering extends ServeOptions {
  readonly token: string;
}

function answer(request: IncomingMessage, response: ServerResponse, serving: Answering): void {
  setHeaders(response, serving.port);
  const refuse = (status: number, says: string) =>
    void response
      .writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' })
      .end(`${says}\n`);
  if (!isOurHost(request.headers.host, serving.port)) return refuse(421, 'This address is not served here.');
  const { method } = request;
  if (method !== 'GET' && method !== 'HEAD') return refuse(405, 'Only reading is possible here.');
  // Not by URL: `//name/` would lose its first part as a host.
  const pathname = must(askedFor(request).split('?')[0], 'the path of an address');
  if (pathname.startsWith('/offered/')) return answerWithOffer(request, response, serving, pathname, refuse);
  if (pathname === '/' || pathname === '/index.html' || pathname === '/watch')
    return answerWithPage(response, serving, pathname, method === 'GET');
  const file = fileNamed(serving, pathname);
  if (file === undefined) return refuse(404, 'There is no such file.');
  if (READS_BACKUPS.test(pathname)) response.setHeader('content-security-policy', policyFor(serving.port, COMPILES));
  return answerWithFile(response, file, pathname, method === 'GET');
}

function fileNamed({ packed, folder }: Answering, pathname: string): string | Uint8Array | undefined {
  if (packed) return packedFor(packed, pathname);
  return BUILT_BESIDE.has(pathname) ? oneFileBeside(folder, pathname) : fileFor(folder, pathname);
}

/** The thread that reads backups: SQLite is WebAssembly, which is compiled there and nowhere else. */
const READS_BACKUPS = /^\/assets\/backup\.worker-[\w-]+\.js$/;
const COMPILES = " 'wasm-unsafe-eval'";

/** A thread has the policy of its own response, not that of the page. */
function policyFor(port: number, alsoRuns = ''): string {
  const own = `ws://${HOST}:${port} ws://localhost:${port}`;
  return [
    "default-src 'none'",
    `script-src 'self'${alsoRuns}`,
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${own}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

function setHeaders(response: ServerResponse, port: number): void {
  response.setHeader('content-security-policy', policyFor(port));
  response.setHeader('x-content-type-options', 'nosniff');
  response.setHeader('referrer-policy', 'no-referrer');
  response.setHeader('cross-origin-resource-policy', 'same-origin');
  response.setHeader('cross-origin-opener-policy', 'same-origin');
  response.setHeader('permissions-policy', 'camera=(), microphone=(), geolocation=()');
}

function answerWithPage(
  response: ServerResponse,
  { folder, packed, token, file }: Answering,
  pathname: string,
  withBody: boolean,
): void {
  // A program that opens us to be watched has to keep its hold of the window that it opened.
  if (pathname === '/watch') response.removeHeader('cross-origin-opener-policy');
  const shell = packed?.get('inspector/index.html') ?? readFileSync(join(folder, 'index.html'));
  const page = pageWith(Buffer.from(shell).toString('utf8'), {
    live: token,
    ...(file ? { file: `offered/${token}` } : {}),
    ...(pathname === '/watch' ? { watch: 'yes' } : {}),
  });
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' })
    .end(withBody ? page : undefined);
}

function answerWithOffer(
  request: IncomingMessage,
  response: ServerResponse,
  { token, file }: Answering,
  pathname: string,
  refuse: (status: number, says: string) => void,
): void {
  const from = request.headers['sec-fetch-site'];
  if (
    !file ||
    !isSameSecret(pathname.slice('/offered/'.length), token) ||
    (from !== undefined && from !== 'same-origin')
  )
    return refuse(404, 'Nothing is offered here.');
  try {
    const body = JSON.stringify({ name: file.name, text: file.read() });
    response
      .writeHead(200, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
      .end(body);
  } catch (error) {
    refuse(410, error instanceof Error ? error.message : 'The file cannot be read any more.');
  }
  return undefined;
}
