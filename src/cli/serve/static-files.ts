import { createReadStream, realpathSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, sep } from 'node:path';
import type { BuiltFiles } from '../built.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.yaml': 'text/yaml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** Longer than any name in the page. */
const MAX_PATH_LENGTH = 300;

/**
 * The path of a file below `folder` that an address names; `undefined` when it is outside, hidden, or of a kind the
 * page does not have.
 */
export function fileFor(folder: string, pathname: string): string | undefined {
  const path = pathIn(pathname);
  if (path === undefined) return undefined;
  const file = join(folder, path);
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) return undefined;
  return isBelow(folder, file) ? file : undefined;
}

/** The same out of what a package carries. */
export function packedFor(files: BuiltFiles, pathname: string): Uint8Array | undefined {
  if (BUILT_BESIDE.has(pathname)) return files.get(pathname.slice(1));
  const path = pathIn(pathname);
  return path === undefined ? undefined : files.get(`inspector${path}`);
}

/** The path that an address names, if it can be one of the page. */
function pathIn(pathname: string): string | undefined {
  if (pathname.length > MAX_PATH_LENGTH) return undefined;
  let path: string;
  try {
    path = decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
  if (path.includes('\0') || path.includes('\\') || path.split('/').some((part) => part.startsWith('.')))
    return undefined;
  return extname(path) in TYPES ? path : undefined;
}

/** What the page hands out and is built beside its folder: itself as one file, and the player of packed lessons. */
export const BUILT_BESIDE: ReadonlySet<string> = new Set(['/restore-sim.html', '/lesson-kit.json']);

/** One of them; `undefined` while it is not there. */
export function oneFileBeside(folder: string, pathname: string): string | undefined {
  const file = join(folder, '..', pathname.slice(1));
  return statSync(file, { throwIfNoEntry: false })?.isFile() ? file : undefined;
}

/** Where the names lead counts: a link can lead out of the folder. */
const isBelow = (folder: string, file: string): boolean =>
  realpathSync(file).startsWith(realpathSync(folder).replace(/[/\\]$/, '') + sep);

/** Answers with a file. Names under `assets/` carry a hash of what is in them: those alone may be kept. */
export function answerWithFile(
  response: ServerResponse,
  file: string | Uint8Array,
  pathname: string,
  withBody: boolean,
): void {
  const kind = typeof file === 'string' ? file : decodeURIComponent(pathname);
  response.setHeader('content-type', TYPES[extname(kind)] ?? 'application/octet-stream');
  response.setHeader(
    'cache-control',
    pathname.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store',
  );
  response.setHeader('content-length', typeof file === 'string' ? statSync(file).size : file.length);
  if (!withBody || typeof file !== 'string') {
    response.end(withBody ? file : undefined);
    return;
  }
  const stream = createReadStream(file);
  stream.on('error', () => response.destroy());
  stream.pipe(response);
}

/** The page itself, with what this server offers it in its head: `<meta name="restore-sim-live" content="…">`. */
export function pageWith(page: string, offers: Readonly<Record<string, string>>): string {
  const metas = Object.entries(offers).map(
    ([name, content]) => `<meta name="restore-sim-${name}" content="${content}">`,
  );
  return page.replace('</head>', `${metas.join('')}</head>`);
}
