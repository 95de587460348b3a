import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { strFromU8, unzipSync } from 'fflate';
import type { ScormVersion } from './strict-scorm.ts';

const require = createRequire(import.meta.url);
const PEER: Readonly<Record<ScormVersion, string>> = {
  '1.2': require.resolve('scorm-again/scorm12/min'),
  '2004': require.resolve('scorm-again/scorm2004/min'),
};

/**
 * The window of an LMS: the peer answers, every call is written down where it survives the window, and whoever asks
 * for a name gets an error thrown at. What an earlier visit left is found again.
 */
const lmsPage = (version: ScormVersion, refuses: string): string => `<!doctype html><title>LMS</title>
<script src="/peer-${version}.js"></script>
<script>
const prefix = '${version === '1.2' ? 'LMS' : ''}';
const lms = new (${version === '1.2' ? 'Scorm12API' : 'Scorm2004API'})({ autocommit: false, logLevel: 5 });
const kept = JSON.parse(localStorage.getItem('kept') || '{"count":0,"data":""}');
const calls = JSON.parse(localStorage.getItem('calls') || '[]');
let isRefused = false;
let isKept = false;
const api = {};
for (const word of ['Initialize', 'GetValue', 'SetValue', 'Commit', 'Finish', 'Terminate', 'GetLastError'])
  api[prefix + word] = (...words) => {
    const element = words[0] || '';
    if (/(?:student|learner)_(?:name|id)/.test(element)) throw new Error('asked for ' + element);
    if (word === 'GetLastError' && (isRefused || isKept)) return isRefused ? '401' : '0';
    isRefused = word === 'SetValue' && ${refuses === '' ? 'false' : `/${refuses}/.test(element)`};
    const own = [element.replace(/^(cmi\\.interactions\\.)(\\d+)/, (_, head, n) => head + (n - kept.count))];
    let answer = isRefused ? 'false' : String(lms[prefix + word](...own, ...words.slice(1)));
    if (element === 'cmi.interactions._count') answer = String(Number(answer) + kept.count);
    isKept = word === 'GetValue' && element === 'cmi.suspend_data' && answer === '' && kept.data !== '';
    if (isKept) answer = kept.data;
    calls.push({ name: prefix + word, words, answer });
    localStorage.setItem('calls', JSON.stringify(calls));
    if (word === 'Commit') {
      const count = Number(lms[prefix + 'GetValue']('cmi.interactions._count')) + kept.count;
      const data = lms[prefix + 'GetValue']('cmi.suspend_data') || kept.data;
      localStorage.setItem('kept', JSON.stringify({ count, data }));
    }
    return answer;
  };
window.${version === '1.2' ? 'API' : 'API_1484_11'} = api;
</script>
<iframe src="/content/index.html" style="width:100%;height:95vh;border:0"></iframe>`;

/** Serves an LMS for one package on a free port of 127.0.0.1; what it does not know is written down. */
export async function serveLms(packed: Uint8Array) {
  const files = unzipSync(packed);
  const strangers: string[] = [];
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(String(request.url), 'http://127.0.0.1');
    const html = (text: string) => response.setHeader('content-type', 'text/html; charset=utf-8').end(text);
    const version = searchParams.get('version') === '2004' ? '2004' : '1.2';
    const file = files[pathname.slice('/content/'.length)];
    if (pathname === '/lms') html(lmsPage(version, String(searchParams.get('refuses') || '')));
    else if (pathname.startsWith('/peer-'))
      response
        .setHeader('content-type', 'text/javascript')
        .end(readFileSync(PEER[pathname.includes('2004') ? '2004' : '1.2']));
    else if (file) html(strFromU8(file));
    else {
      strangers.push(pathname);
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { origin: `http://127.0.0.1:${address.port}`, files, strangers, close: () => server.close() };
}
