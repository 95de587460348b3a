import { readFile } from 'node:fs/promises';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import type { Browser, Page } from 'playwright';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { play } from '../../src/run/play.ts';
import { withChanges } from '../../src/scenario/change.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { at, control, SHOWCASE, soon, stepOf } from './drive.ts';
import { launchBrowser } from './page.ts';

const TYPES: Record<string, string> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** A web server that knows nothing of the project: files below an address of its own. */
async function plainServer(folder: string, below: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const path = pathname.startsWith(below) ? pathname.slice(below.length) || 'index.html' : 'outside';
    readFile(join(folder, path)).then(
      (body) => response.setHeader('content-type', TYPES[extname(path)] ?? 'application/octet-stream').end(body),
      () => response.writeHead(404).end(),
    );
  });
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return { address: `http://127.0.0.1:${address.port}${below}`, close: () => server.close() };
}

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const scenario = loadScenario(readFileSync(`scenarios/${SHOWCASE}.yaml`, 'utf8'), 'showcase.yaml', SHOWCASE);

async function open(address: string) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light' });
  const requests: string[] = [];
  const errors: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) errors.push(message.text());
  });
  await page.goto(address);
  await page.locator('.topbar').waitFor();
  return { page, requests, errors };
}

/** What was asked for beside the file itself; its worker comes out of the page. */
const outside = (requests: readonly string[], address: string): readonly string[] =>
  requests.filter((url) => url.split('#')[0] !== address && !url.startsWith('blob:null/'));

async function stepsAndExplains(page: Page): Promise<void> {
  const before = await stepOf(page);
  await control(page, 'Next').click();
  await soon(() => stepOf(page)).toBe(before + 1);
  await page.goto(`${page.url().split('#')[0] ?? ''}${at(50)}`);
  await page.getByRole('searchbox', { name: 'Search the ledger' }).fill('9 tokens');
  await page.locator('.rows .row:not(.group)').first().click();
  await soon(() => page.getByRole('region', { name: 'Why' }).innerText()).toContain('locks passwords with a key');
}

async function asksWhatIf(page: Page): Promise<void> {
  const changes = { 'device.name': "Mara's old iPhone" };
  const given = play(scenario);
  const changed = play(withChanges(scenario, changes));
  const flips = given.ledger.rows.flatMap(({ id, fate }) =>
    changed.ledger.row(id)?.fate === fate ? [] : [scenario.world.items.find((item) => item.id === id)?.title],
  );
  await page.goto(`${page.url().split('#')[0] ?? ''}#s=${SHOWCASE}&v=what-if`);
  await page.locator('[data-path="device.name"]').getByRole('combobox').selectOption("Mara's old iPhone");
  await soon(() => page.locator('.both.flip .both-item bdi').allTextContents()).toEqual(flips);
  expect(flips.length).toBeGreaterThan(2);
}

describe('the page on any web server, below an address of its own', () => {
  test('steps, explains and answers what if, and asks nobody else for anything', async () => {
    const server = await plainServer(resolve('dist/inspector'), '/tools/restore/');
    try {
      const { page, requests, errors } = await open(server.address);
      await stepsAndExplains(page);
      await asksWhatIf(page);
      expect(requests.length).toBeGreaterThan(3);
      expect(requests.filter((url) => !url.startsWith(server.address))).toEqual([]);
      expect(errors).toEqual([]);
      await page.close();
    } finally {
      server.close();
    }
  });
});

/**
 * Every script that the page can come to, by what its scripts import; parts of an earlier build may still lie beside
 * them for a while. What a script fetches before another is no import of it.
 */
function scriptsFrom(html: string, assets: string, leftOut: RegExp): readonly string[] {
  const found = new Set<string>();
  const read = (text: string) => {
    for (const [, name = ''] of text.matchAll(/(?:from|import)\s*\(?\s*["'`]\.\/([\w-]+\.js)["'`]/g))
      if (!found.has(name) && !leftOut.test(name)) {
        found.add(name);
        read(readFileSync(join(assets, name), 'utf8'));
      }
    // Workers are named by their address.
    for (const [, name = ''] of text.matchAll(/new URL\(["'`]([\w.-]+\.js)["'`]/g))
      if (!found.has(name)) {
        found.add(name);
        read(readFileSync(join(assets, name), 'utf8'));
      }
  };
  read(html.replaceAll(/src="\.\/assets\/([\w-]+\.js)"/g, 'import "./$1"'));
  return [...found];
}

/** Parts that come only when a trainer, or somebody who practises, asks for them. */
const NOT_OF_A_LESSON_NAMES = [
  'ClassPage',
  'DueToday',
  'LessonPaper',
  'MakeLessonDialog',
  'pack-in-page',
  'practice',
  'read-lesson-file',
];
const NOT_OF_A_LESSON = new RegExp(`^(?:${NOT_OF_A_LESSON_NAMES.join('|')})-`);

test('the script of the page stays light: all of it, what the first picture waits for, and the lessons', () => {
  const folder = resolve('dist/inspector');
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const assets = join(folder, 'assets');
  const scripts = scriptsFrom(html, assets, /^(?:LessonMode|MakeLessonDialog)-/);
  const withLessons = scriptsFrom(html, assets, /^$/);
  const weigh = (names: readonly string[]) =>
    names.reduce((sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length, 0);
  // The flow under the story comes as a part of its own.
  const first = scripts.filter((name) => html.includes(`assets/${name}"`) || /^(?:GrowingFlow|flow)-/.test(name));

  expect(first.length).toBeGreaterThan(3);
  // What is measured and 3 % more: the machines, the rules' facts, the readers of scenarios and of backups weigh most.
  expect(weigh(scripts)).toBeLessThan(585_000);
  expect(weigh(first)).toBeLessThan(150_000);
  // With the rule book, the first scenario and the styles, which the page fetches beside its scripts.
  const beside = [...html.matchAll(/href="(?:\.\/)?([\w./-]+\.(?:json|css))"/g)].map(([, name = '']) => name);
  expect(beside.length).toBeGreaterThan(2);
  const weighed = beside.map((name) => gzipSync(readFileSync(join(folder, name)), { level: 9 }).length);
  expect(weigh(first) + weighed.reduce((sum, bytes) => sum + bytes, 0)).toBeLessThan(213_000);
  // Of the lessons what is written for them, in one: the bundler’s lists of what to fetch before are no code of theirs.
  const weighInOne = (names: readonly string[]) => {
    const ofLessons = names
      .filter((name) => !scripts.includes(name))
      .map((name) => readFileSync(join(assets, name), 'utf8').replaceAll(/m\.f=\[[^\]]*\]/g, ''));
    return gzipSync(ofLessons.join('\n'), { level: 9 }).length;
  };
  expect(weighInOne(withLessons)).toBeLessThan(79_500);
  // What is fetched to do a lesson with every kind of task in it, from the list on. The rest is for trainers, or for
  // another day: it comes when it is opened.
  const toDo = scriptsFrom(html, assets, NOT_OF_A_LESSON);
  expect(NOT_OF_A_LESSON_NAMES.filter((part) => !withLessons.some((name) => name.startsWith(`${part}-`)))).toEqual([]);
  expect(weighInOne(toDo)).toBeLessThan(52_000);
  // Whatever only explains comes after the first picture.
  expect(scripts.filter((name) => name.startsWith('Why-'))).toHaveLength(1);
  expect(first.filter((name) => /^(Why|conditions|ChartsView)-/.test(name))).toEqual([]);
  expect(withLessons.filter((name) => name.startsWith('LessonMode-'))).toHaveLength(1);
});

describe('the page as one file, opened by a double click', () => {
  const path = resolve('dist/restore-sim.html');
  const address = pathToFileURL(path).href;

  test('steps, explains and answers what if, and asks nobody for anything', async () => {
    const { page, requests, errors } = await open(address);
    await stepsAndExplains(page);
    await asksWhatIf(page);
    expect(outside(requests, address)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('shows every view, keeps the theme that is chosen, and holds every scenario', async () => {
    const { page, requests, errors } = await open(address);
    const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
    expect(await theme()).toBe('light');
    await page.getByRole('button', { name: /dark|theme/i }).click();
    await soon(theme).toBe('dark');
    await page.reload();
    await page.locator('.topbar').waitFor();
    expect(await theme()).toBe('dark');
    await page.keyboard.press('m');
    for (const name of ['Flow', 'Messages', 'What if', 'Charts', 'Ask', 'Story']) {
      const tab = page.getByRole('tab', { name, exact: true });
      await tab.click();
      await soon(() => tab.getAttribute('aria-selected')).toBe('true');
      await soon(() => page.locator('.waiting-view').count()).toBe(0);
    }
    const listed = await page.evaluate(() => {
      const inside = (id: string): unknown => JSON.parse(document.getElementById(id)?.textContent ?? 'null');
      const list = inside('scenarios/index.json') as { readonly id: string; readonly theme: string }[];
      return list.map(({ id, theme: group }) => ({
        id,
        stated: typeof (inside(`scenarios/${group}.json`) as Record<string, unknown>)[id],
        text: typeof (inside(`scenarios/${group}.texts.json`) as Record<string, unknown>)[id],
      }));
    });
    expect(listed.length).toBeGreaterThan(300);
    expect(listed.filter(({ stated, text }) => stated !== 'object' || text !== 'string')).toEqual([]);
    expect(outside(requests, address)).toEqual([]);
    expect(errors).toEqual([]);
    await page.close();
  });

  test('may run nothing but its own script, and is small enough to be sent by mail', async () => {
    const { page } = await open(address);
    await page.evaluate(() => {
      const script = document.createElement('script');
      script.textContent = 'document.title = "foreign"';
      document.head.append(script);
    });
    expect(await page.title()).not.toBe('foreign');
    const asked = await page.evaluate(() =>
      fetch('http://127.0.0.1:9/').then(
        () => 'answered',
        () => 'refused',
      ),
    );
    expect(asked).toBe('refused');
    expect(await page.locator('meta[http-equiv="content-security-policy"]').getAttribute('content')).toMatch(
      /default-src 'none'.*script-src 'sha256-/,
    );
    expect(await page.locator('#licences').textContent()).toContain('## preact ');
    // Half of it are the scenarios, which grow in number. Many take mails of 10 MB, and an attachment grows by a third.
    expect(statSync(path).size).toBeLessThan(7_000_000);
    await page.close();
  });
});
