import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { serve, type Serving } from '../../src/cli/serve/server.ts';

const home = mkdtempSync(join(tmpdir(), 'restore-sim-server-'));
const folder = join(home, 'page');
let serving: Serving;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, '.hidden'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>');
  writeFileSync(join(folder, 'assets', 'a-1234.js'), 'export {};');
  writeFileSync(join(folder, 'data.json'), '{}');
  writeFileSync(join(folder, 'private.key'), 'secret');
  writeFileSync(join(folder, '.hidden', 'a.js'), 'secret');
  writeFileSync(join(home, 'outside.json'), '"secret"');
  serving = await serve({ folder, port: 0, file: { name: 'mine.yaml', read: () => 'title: mine' } });
});
afterAll(async () => {
  await serving.close();
  rmSync(home, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly body: string;
}
/** Unlike fetch, this sends a path and a Host exactly as they are written. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const asked = httpRequest(
      {
        host: '127.0.0.1',
        port: serving.port,
        path,
        method,
        headers: { host: `127.0.0.1:${serving.port}`, ...headers },
      },
      (response) => {
        let body = '';
        response.on('data', (chunk: Buffer) => (body += chunk.toString()));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body }));
      },
    );
    asked.on('error', reject);
    asked.end();
  });
const offer = async (name: string): Promise<string> =>
  new RegExp(`restore-sim-${name}" content="([^"]+)"`).exec((await ask('/')).body)?.[1] ?? '';

describe('the page', () => {
  test('comes with a policy that lets it reach nobody but its own origin', async () => {
    const { status, headers, body } = await ask('/');
    expect(status).toBe(200);
    expect(body).toContain('<title>x</title>');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['cross-origin-opener-policy']).toBe('same-origin');
    expect(headers['access-control-allow-origin']).toBeUndefined();
    const policy = String(headers['content-security-policy']);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self' data:",
      "font-src 'self'",
      `connect-src 'self' ws://127.0.0.1:${serving.port} ws://localhost:${serving.port}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ]);
  });

  test('has its parts with their types; only names with a hash may be kept', async () => {
    const script = await ask('/assets/a-1234.js');
    expect([script.status, script.headers['content-type'], script.headers['cache-control']]).toEqual([
      200,
      'text/javascript; charset=utf-8',
      'public, max-age=31536000, immutable',
    ]);
    const data = await ask('/data.json');
    expect([data.status, data.headers['content-type'], data.headers['cache-control']]).toEqual([
      200,
      'application/json; charset=utf-8',
      'no-store',
    ]);
  });

  test.each([
    '/../outside.json',
    '/assets/../../outside.json',
    '/%2e%2e/outside.json',
    '/..%2foutside.json',
    '/%2e%2e%2foutside.json',
    '/assets/..%5c..%5coutside.json',
    '/.hidden/a.js',
    '/private.key',
    '/data.json%00.js',
    '/assets',
    '/nothing.js',
    '/%',
    '//outside.json',
    '//',
    'LONG',
  ])('%s is not there', async (named) => {
    const path = named.replace('LONG', `/${'a/'.repeat(3000)}x.js`);
    const { status, body } = await ask(path);
    expect(status).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('secret');
  });

  test.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', '0.0.0.0', 'localhost.evil.example'])(
    'the Host %s is turned away',
    async (host) => {
      const { status, body } = await ask('/', { host });
      expect(status).toBe(421);
      expect(body).not.toContain('restore-sim-');
    },
  );

  test('localhost is our name, too', async () => {
    expect((await ask('/', { host: `localhost:${serving.port}` })).status).toBe(200);
  });

  test.each(['POST', 'PUT', 'DELETE', 'OPTIONS'])('%s changes nothing', async (method) => {
    expect((await ask('/', {}, method)).status).toBe(405);
  });

  test('HEAD has no body', async () => {
    expect(await ask('/data.json', {}, 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  test('only this computer can reach it', async () => {
    expect(serving.address).toBe(`http://127.0.0.1:${serving.port}/`);
    const elsewhere = await new Promise((resolve) => {
      const socket = connect({ host: '127.0.0.2', port: serving.port });
      socket.once('connect', () => resolve('reached'));
      socket.once('error', () => resolve('refused'));
    });
    expect(elsewhere).toBe('refused');
  });

  test('a port that is taken leads to the next', async () => {
    const second = await serve({ folder, port: serving.port });
    expect(second.port).toBeGreaterThan(serving.port);
    await second.close();
  });
});

describe('the file that is offered', () => {
  test('is handed to the page, and only by its token', async () => {
    const path = await offer('file');
    expect(JSON.parse((await ask(`/${path}`)).body)).toEqual({ name: 'mine.yaml', text: 'title: mine' });
    for (const wrong of [
      '/offered/',
      '/offered/x',
      `/offered/${'0'.repeat(48)}`,
      `/${path}x`,
      '/offered/../../outside.json',
    ])
      expect((await ask(wrong)).status).toBe(404);
  });

  test('is not handed to another site that learned the token', async () => {
    expect((await ask(`/${await offer('file')}`, { 'sec-fetch-site': 'cross-site' })).status).toBe(404);
  });

  test('is not there when there is none', async () => {
    const bare = await serve({ folder, port: 0 });
    const page = await (await fetch(bare.address)).text();
    const token = /restore-sim-live" content="([^"]+)"/.exec(page)?.[1] ?? '';
    expect(page).not.toContain('restore-sim-file');
    expect((await fetch(`${bare.address}offered/${token}`)).status).toBe(404);
    await bare.close();
  });
});

describe('the live socket', () => {
  interface Options {
    readonly origin?: string;
    readonly host?: string;
    readonly heard?: unknown[];
  }
  const open = (path: string, options: Options = {}): Promise<WebSocket | null> =>
    new Promise((resolve) => {
      const { origin, host, heard } = options;
      const socket = new WebSocket(`ws://127.0.0.1:${serving.port}${path}`, 'restore-sim', {
        ...(origin === undefined ? {} : { origin }),
        headers: host === undefined ? {} : { host },
      });
      // The first messages come with the handshake.
      socket.on('message', (data) => heard?.push(JSON.parse(String(data))));
      socket.once('open', () => resolve(socket));
      socket.once('error', () => resolve(null));
    });
  const own = () => `http://127.0.0.1:${serving.port}`;
  const page = async (): Promise<{ socket: WebSocket; heard: unknown[] }> => {
    const heard: unknown[] = [];
    const socket = await open(`/live?token=${await offer('live')}`, { origin: own(), heard });
    if (!socket) throw new Error('the page was refused');
    return { socket, heard };
  };
  const until = async (holds: () => boolean): Promise<void> => {
    for (let tries = 0; tries < 200 && !holds(); tries += 1) await new Promise((done) => setTimeout(done, 10));
    expect(holds()).toBe(true);
  };
  const actor = (sessionId: string) =>
    JSON.stringify({
      type: '@xstate.actor',
      sessionId,
      name: 'light',
      snapshot: { status: 'active', value: 'green' },
      _version: '0.7.2',
    });

  test.each([
    ['a page of another site', '/live', { origin: 'https://evil.example' }],
    ['a page without the token', '/live', { origin: 'own' }],
    ['no page at all', '/live?token=TOKEN', {}],
    ['another local page with the token', '/live?token=TOKEN', { origin: 'http://localhost:1' }],
    ['a program in a page of another site', '/inspect', { origin: 'https://evil.example' }],
    ['an origin that only looks local', '/inspect', { origin: 'http://localhost.evil.example' }],
    ['a nameless origin', '/', { origin: 'null' }],
    ['another Host', '/inspect', { host: 'evil.example' }],
  ])('%s is refused', async (_, path, { origin, host }: { origin?: string; host?: string }) => {
    const token = await offer('live');
    const refused = await open(path.replace('TOKEN', token), {
      ...(origin === undefined ? {} : { origin: origin === 'own' ? own() : origin }),
      ...(host === undefined ? {} : { host }),
    });
    expect(refused).toBeNull();
  });

  test('what a program tells reaches the page, also one that opens later', async () => {
    const first = await page();
    const program = await open('/');
    const local = await open('/inspect', { origin: 'http://localhost:5173' });
    program?.send(actor('x:1'));
    await until(() => first.heard.some((message) => JSON.stringify(message).includes('x:1')));
    const second = await page();
    await until(() => second.heard.some((message) => JSON.stringify(message).includes('x:1')));
    expect(second.heard.filter((message) => (message as { kind: string }).kind === 'joined')).toHaveLength(2);
    program?.close();
    await until(() => first.heard.some((message) => (message as { kind: string }).kind === 'left'));
    local?.close();
    first.socket.close();
    second.socket.close();
    await until(() => serving.hub.programs === 0 && serving.hub.pages === 0);
  });

  test('nonsense reaches nobody, and too much of it ends the talk', async () => {
    const watching = await page();
    const program = await open('/inspect');
    let closed = 0;
    program?.on('close', (code) => (closed = code));
    for (const text of [
      '',
      '{',
      'null',
      '[]',
      '"x"',
      '{"type":"@xstate.actor"}',
      '{"type":"alert"}',
      '{"type":"restore-sim.lines","lines":[{}]}',
    ])
      program?.send(text);
    program?.send(actor('x:2'));
    await until(() => watching.heard.some((message) => JSON.stringify(message).includes('x:2')));
    expect(watching.heard.filter((message) => (message as { kind: string }).kind === 'told')).toHaveLength(1);
    for (let times = 0; times < 30; times += 1) program?.send('{}');
    await until(() => closed === 1008);
    watching.socket.close();
  });

  test.each([
    ['bytes', Buffer.from([1, 2, 3]), 1003],
    ['a message beyond all measure', 'x'.repeat(1_100_000), 1009],
  ])('%s ends the talk', async (_, message, code) => {
    const program = await open('/inspect');
    let closed = 0;
    program?.on('close', (reason) => (closed = reason));
    program?.send(message);
    await until(() => closed !== 0);
    expect(closed).toBe(code);
  });

  test('a page only listens', async () => {
    const { socket } = await page();
    let closed = 0;
    socket.on('close', (code) => (closed = code));
    socket.send('{}');
    await until(() => closed !== 0);
    expect(closed).toBe(1008);
  });

  test('there is an end to how many may come', async () => {
    const sockets = await Promise.all(Array.from({ length: 30 }, () => open('/inspect')));
    expect(sockets.filter((socket) => socket !== null)).toHaveLength(24);
    for (const socket of sockets) socket?.terminate();
    await until(() => serving.hub.programs === 0);
  });
});
