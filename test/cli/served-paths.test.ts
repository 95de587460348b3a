import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { serve, type Serving } from '../../src/cli/serve/server.ts';

const home = mkdtempSync(join(tmpdir(), 'restore-sim-served-'));
const folder = join(home, 'page');
const serving: Serving[] = [];

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  mkdirSync(join(home, 'page-beside'));
  writeFileSync(join(folder, 'index.html'), '<html><head></head></html>');
  writeFileSync(join(folder, 'assets', 'own.json'), '"own"');
  writeFileSync(join(folder, 'assets', '.own.json'), '"secret"');
  writeFileSync(join(home, 'outside.json'), '"secret"');
  writeFileSync(join(home, 'page-beside', 'near.json'), '"secret"');
  symlinkSync(join('assets', 'own.json'), join(folder, 'link-within.json'));
  symlinkSync(join('..', 'outside.json'), join(folder, 'link-out.json'));
  symlinkSync(join('..', '..', 'page-beside'), join(folder, 'assets', 'link-beside'));
  symlinkSync('round.json', join(folder, 'round.json'));
  // The folder itself may be reached by a link, as that of an installed package is.
  symlinkSync('page', join(home, 'page-by-link'));
  for (const name of ['page', 'page-by-link']) serving.push(await serve({ folder: join(home, name), port: 0 }));
});
afterAll(async () => {
  for (const server of serving) await server.close();
  rmSync(home, { recursive: true });
});

/** Sends the path as it is written. */
const ask = ({ port }: Serving, path: string): Promise<{ readonly status: number; readonly body: string }> =>
  new Promise((resolve, reject) => {
    const asked = request({ host: '127.0.0.1', port, path, headers: { host: `127.0.0.1:${port}` } }, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    });
    asked.on('error', reject);
    asked.end();
  });

test.each(['/assets/own.json', '/link-within.json'])('%s lies in the folder and is handed out', async (path) => {
  for (const server of serving) expect(await ask(server, path)).toEqual({ status: 200, body: '"own"' });
});

test.each([
  '/link-out.json',
  '/assets/link-beside/near.json',
  '/round.json',
  '/assets/.own.json',
  '/assets/%2eown.json',
  '/%2e%2e/outside.json',
  '/..%2foutside.json',
  '/..%2fpage-beside/near.json',
])('%s leads out of the folder, or is hidden, and is not', async (path) => {
  for (const server of serving) {
    const { status, body } = await ask(server, path);
    expect([path, status >= 400, body.includes('secret')]).toEqual([path, true, false]);
  }
});
