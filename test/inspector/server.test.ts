import { request as httpRequest } from 'node:http';
import { connect } from 'node:net';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { serve, type Serving } from '../../src/cli/serve/server.ts';

const home = mkdtempSync(join(tmpdir(), 'restore-sim-server-'));
const folder = join(home, 'page');
let serving: Serving;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(folder, '.hidden'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>');
  writeFileSync(join(folder, 'assets', 'a-1234.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'backup.worker-1234.js'), 'export {};');
  writeFileSync(join(folder, 'assets', 'sqlite3-1234.wasm'), '');
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

  test('lets the thread that reads backups, and nothing else, compile WebAssembly', async () => {
    const scripts = ["script-src 'self' 'wasm-unsafe-eval'", "script-src 'self'", "script-src 'self'"];
    const paths = ['/assets/backup.worker-1234.js', '/assets/a-1234.js', '/'];
    const policies = await Promise.all(paths.map(async (path) => (await ask(path)).headers['content-security-policy']));
    expect(policies.map((policy) => String(policy).split('; ')[1])).toEqual(scripts);
    const wasm = await ask('/assets/sqlite3-1234.wasm');
    expect([wasm.status, wasm.headers['content-type']]).toEqual([200, 'application/wasm']);
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

test('a connection that says nothing is let go', async () => {
  const quick = await serve({ folder, port: 0, limits: { silence: 200 } });
  const socket = connect({ host: '127.0.0.1', port: quick.port });
  await new Promise<void>((resolve) => {
    socket.once('close', () => resolve());
    socket.on('error', () => {});
    socket.resume();
  });
  expect(socket.destroyed).toBe(true);
  await quick.close();
});
