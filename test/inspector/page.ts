import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { chromium } from 'playwright';

const types: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.json': 'application/json',
};

/** A headless browser with the launch options that the runner found. */
export function launchBrowser() {
  return chromium.launch(JSON.parse(process.env['RSIM_LAUNCH'] ?? '{}'));
}

/** Serves dist/inspector on a free port of 127.0.0.1. */
export async function servePage() {
  const folder = resolve('dist/inspector');
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const file =
      pathname === '/restore-sim.html' || pathname === '/lesson-kit.json'
        ? join(folder, '..', pathname)
        : join(folder, pathname === '/' ? 'index.html' : pathname);
    readFile(file).then(
      (body) => response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, close: () => server.close() };
}
