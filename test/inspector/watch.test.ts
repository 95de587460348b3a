import { createRequire } from 'node:module';
import { createServer, type Server } from 'node:http';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { createWebSocketInspector } from '@statelyai/inspect';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createActor, createMachine, sendTo } from 'xstate';
import type { AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright';
import { WebSocket } from 'ws';
import { streamRun } from '../../src/cli/stream.ts';
import { serve, type Serving } from '../../src/cli/serve/server.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { soon } from './drive.ts';
import { actor, event } from './live-client.ts';
import { launchBrowser } from './page.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

const walker = createMachine({ id: 'walker', initial: 'calm', states: { calm: { on: { hurry: 'fast' } }, fast: {} } });
const light = createMachine({
  id: 'light',
  invoke: { id: 'walker', src: walker },
  initial: 'green',
  states: {
    green: { on: { next: { target: 'yellow', actions: sendTo('walker', { type: 'hurry' }) } } },
    yellow: {
      type: 'parallel',
      states: { lamp: { initial: 'on', states: { on: {} } }, '<img src=x onerror=alert(1)>': {} },
    },
  },
});

let serving: Serving;
let browser: Browser;
let page: Page;
const errors: string[] = [];
const start = (port = 0) => serve({ folder: resolve('dist/inspector'), port });

const openWatch = async (): Promise<void> => {
  await page.getByRole('button', { name: 'More', exact: true }).press('Enter');
  const machinery = page.getByRole('switch', { name: /Show the machinery/ });
  if ((await machinery.getAttribute('aria-checked')) === 'false') await machinery.press('Enter');
  await page.getByRole('button', { name: 'Watch programs' }).press('Enter');
  await page.locator('.watch-sheet').waitFor();
};
const tell = async (...texts: readonly string[]): Promise<WebSocket> => {
  const socket = new WebSocket(`ws://127.0.0.1:${serving.port}/inspect`);
  await new Promise((opened) => socket.once('open', opened));
  for (const text of texts) socket.send(text);
  return socket;
};
const snapshot = (value: string, type: string, more: object = {}): string =>
  JSON.stringify({
    type: '@xstate.snapshot',
    sessionId: 'x:0',
    event: { type },
    snapshot: { status: 'active', value, ...more },
  });
const sheet = () => page.locator('.watch-sheet');
const log = () => page.getByRole('region', { name: 'Event log' });
const messages = () => sheet().getByRole('region', { name: 'Messages, the newest last' });

beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());
beforeEach(async () => {
  serving = await start();
  page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  page.on('pageerror', (error) => errors.push(error.message));
  page.on('dialog', (dialog) => errors.push(dialog.message()));
  await page.goto(serving.address);
});
afterEach(async () => {
  await page.close();
  await serving.close();
  const [first] = errors.splice(0);
  if (first !== undefined) throw new Error(`the page complained: ${first}`);
});

describe('the sheet', () => {
  test('is found by the keyboard, tells all four lines, and closes with Escape', async () => {
    await openWatch();
    const lines = await sheet().locator('.watch-lines pre').innerText();
    expect(lines.split('\n')).toEqual([
      'npm i @statelyai/inspect',
      "import { createWebSocketInspector } from '@statelyai/inspect';",
      `const inspector = createWebSocketInspector({ url: 'ws://127.0.0.1:${serving.port}/inspect' });`,
      'createActor(machine, { inspect: inspector.inspect }).start();',
    ]);
    await page.keyboard.press('Escape');
    await soon(() => sheet().count()).toBe(0);
  });

  test('a program that uses Stately’s inspector shows its actors, states and events', async () => {
    await openWatch();
    const inspector = createWebSocketInspector({ url: `ws://127.0.0.1:${serving.port}` });
    const running = createActor(light, { inspect: inspector.inspect });
    running.start();
    running.send({ type: 'unknown' });
    running.send({ type: 'next' });
    await page
      .getByRole('button', { name: /^light/ })
      .first()
      .waitFor();
    await soon(() => page.locator('.actor-tree').innerText()).toMatch(/yellow\.lamp\.on/);
    expect(await page.locator('.actor-tree').innerText()).toMatch(/2 actors[\s\S]*walker/);
    await page.getByRole('tab', { name: 'Event log' }).click();
    await soon(() => log().innerText()).toMatch(/next/);
    expect(await log().locator('.refused').allInnerTexts()).toEqual([expect.stringMatching(/unknown/)]);
    expect(await sheet().locator('img').count()).toBe(0);
    inspector.stop();
  });

  test('a run of ours arrives line by line, and can be stepped through here', async () => {
    await openWatch();
    const file = 'scenarios/showcase/new-iphone-icloud-photos-on.yaml';
    const text = readFileSync(file, 'utf8');
    const scenario = loadScenario(text, file);
    const run = await streamRun(
      { name: 'showcase.yaml', text, play: (following) => play(scenario, following) },
      serving.port,
    );
    await soon(() => page.locator('.actor-tree').innerText()).toContain(run.fingerprints.journal.slice(0, 12));
    expect(await page.locator('.actor-tree').innerText()).toMatch(/icloudSync/);
    await page.getByRole('button', { name: 'Step through this run here' }).click();
    await soon(() => sheet().count()).toBe(0);
  });

  test('draws every arrow of a single machine inside its card', async () => {
    await openWatch();
    const program = await tell(actor('x:0'), event('go'), event('xstate.after.100.light.green'));
    await soon(() => messages().locator('.arrow-line').count()).toBe(2);
    const card = await messages().boundingBox();
    for (const part of await messages().locator('.arrow-line, .says, .head').all()) {
      const box = await part.boundingBox();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0));
    }
    program.close();
  });

  test('follows the end only as long as one stands there', async () => {
    await openWatch();
    const program = await tell(actor('x:0'), ...Array.from({ length: 200 }, (_, n) => event(`e${n}`)));
    for (const [tab, entries] of [
      ['Event log', 202],
      ['Sequence', 204],
    ] as const) {
      await page.getByRole('tab', { name: tab }).click();
      const list = tab === 'Sequence' ? messages() : log();
      await soon(() => list.evaluate((one) => one.scrollHeight - one.scrollTop - one.clientHeight)).toBeLessThan(24);
      await list.evaluate((one) => one.scrollTo({ top: 600 }));
      await page.getByRole('button', { name: 'Newest' }).waitFor();
      program.send(event('more'));
      await soon(() => page.locator('.watch-main > header').innerText()).toContain(`${entries} entries`);
      expect(await list.evaluate((one) => one.scrollTop)).toBe(600);
      await page.getByRole('button', { name: 'Newest' }).click();
      program.send(event('yet more'));
      await soon(() => list.innerText()).toContain('yet more');
    }
    program.close();
  });

  test('keeps the place of a reader when the oldest entries are dropped', async () => {
    await openWatch();
    const program = await tell(actor('x:0'), ...Array.from({ length: 15_000 }, (_, n) => event(`e${n}`)));
    await page.getByRole('tab', { name: 'Event log' }).click();
    await soon(() => page.locator('.watch-main > header').innerText()).toContain('15001 entries');
    await log().evaluate((one) => one.scrollTo({ top: 10_000 * 24 }));
    await soon(() => log().innerText()).toContain('e10000');
    for (let n = 0; n < 6000; n += 1) program.send(event(`late${n}`));
    await soon(() => page.locator('.watch-main > header').innerText()).toContain('no longer kept');
    expect(await log().innerText()).toContain('e10000');
    program.close();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in it, %s', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await page.reload();
    await openWatch();
    await page.evaluate(readFileSync(axe, 'utf8'));
    const serious = async () => {
      const { violations } = await page.evaluate<AxeResults>('axe.run()');
      return violations
        .filter(({ impact }) => impact === 'serious' || impact === 'critical')
        .map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`);
    };
    expect(await serious()).toEqual([]);
    const program = await tell(actor('x:0'), event('go'), snapshot('red', 'go', { context: { tries: 1 } }));
    await page.getByRole('button', { name: /light red/ }).click();
    for (const tab of ['Event log', 'Sequence']) {
      await page.getByRole('tab', { name: tab }).click();
      expect(await serious()).toEqual([]);
    }
    program.close();
  });

  test('says why something failed', async () => {
    await openWatch();
    const failed = { status: 'error', error: 'no network' };
    const program = await tell(actor('x:0'), snapshot('green', 'go', failed));
    await page.getByRole('button', { name: /light error/ }).click();
    expect(await page.locator('.chosen').innerText()).toMatch(/Error\s+"no network"/);
    program.close();
  });

  test('stays with the program that is looked at when another starts, also when that one has ended', async () => {
    await openWatch();
    const first = await tell(actor('x:0', { name: 'first' }));
    const chip = (name: RegExp) => sheet().locator('.programs').getByRole('button', { name });
    await chip(/first running/).waitFor();
    first.terminate();
    await chip(/first ended/).waitFor();
    const second = await tell(actor('x:0', { name: 'first' }));
    await chip(/first running/).waitFor();
    expect(await chip(/first ended/).getAttribute('aria-pressed')).toBe('true');
    second.close();
  });

  test('draws five hundred running actors only where they are in sight', async () => {
    await openWatch();
    const actors = Array.from({ length: 500 }, (_, n) => actor(`x:${n}`, { name: `worker ${n}` }));
    const events = Array.from({ length: 3000 }, (_, n) =>
      JSON.stringify({
        type: '@xstate.event',
        sessionId: `x:${n % 500}`,
        sourceId: `x:${(n + 1) % 500}`,
        event: { type: 'go' },
      }),
    );
    const program = await tell(...actors, ...events);
    await soon(() => page.locator('.watch-main > header').innerText()).toContain('3500 entries');
    expect(await page.locator('.actor-tree h3').first().innerText()).toBe('500 actors');
    expect(await sheet().locator('*').count()).toBeLessThan(1500);
    // An arrow between lifelines that one would have to scroll to is told in words.
    expect(await messages().locator('.far').last().innerText()).toBe('worker 499 → worker 498: go');
    program.close();
  });
});

describe('when the server is started anew', () => {
  test('the page and the programs come back by themselves, and what was told stays', async () => {
    await openWatch();
    const inspector = createWebSocketInspector({ url: `ws://127.0.0.1:${serving.port}` });
    const running = createActor(light, { inspect: inspector.inspect });
    running.start();
    await soon(() => sheet().locator('.programs').innerText()).toMatch(/light\s+running/);
    const { port } = serving;
    await serving.close();
    await soon(() => sheet().locator('header').first().innerText()).toMatch(/server is gone/);
    await soon(() => sheet().locator('.programs').innerText()).toMatch(/light\s+ended/);
    serving = await start(port);
    expect(serving.port).toBe(port);
    await soon(() => sheet().locator('header').first().innerText()).toMatch(/connected to the local server/);
    running.send({ type: 'next' });
    await soon(() => sheet().locator('.programs').innerText()).toMatch(/light\s+ended[\s\S]*running/);
    inspector.stop();
  }, 60_000);
});

describe('a window that opens this one to be watched', () => {
  let site: Server;
  const listening: Promise<number>[] = [];

  beforeAll(() => {
    site = createServer((request, response) => {
      if (request.url === '/nameless') response.setHeader('referrer-policy', 'no-referrer');
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>a program</title><p>program');
    });
    listening.push(
      new Promise((ready) => site.listen(0, '127.0.0.1', () => ready((site.address() as { port: number }).port))),
    );
  });
  afterAll(() => site.close());

  const open = async (address: string): Promise<{ readonly opener: Page; readonly popup: Page }> => {
    const opener = await (await browser.newContext()).newPage();
    await opener.goto(address);
    const [popup] = await Promise.all([
      opener.waitForEvent('popup'),
      opener.evaluate((url) => {
        const own = window as unknown as { told: unknown[]; watcher: Window | null };
        own.told = [];
        window.addEventListener('message', ({ data }) => own.told.push(data));
        own.watcher = window.open(url, 'xstateinspector');
      }, `${serving.address}watch`),
    ]);
    popup.on('pageerror', (error) => errors.push(error.message));
    await popup.locator('.watch-sheet').waitFor();
    return { opener, popup };
  };
  const told = (opener: Page) => opener.evaluate(() => (window as unknown as { told: unknown[] }).told.length);

  test('is listened to when it comes from this computer, whatever it posts, until it is gone', async () => {
    const [port] = await Promise.all(listening);
    const { opener, popup } = await open(`http://localhost:${port}/`);
    await soon(() => told(opener)).toBe(1);
    await opener.evaluate(() => {
      const { watcher } = window as unknown as { watcher: Window };
      const circular: Record<string, unknown> = { amount: 12n };
      circular['self'] = circular;
      for (const message of [
        {
          type: '@xstate.actor',
          sessionId: 'x:0',
          name: 'popup program',
          snapshot: { value: 'on', context: circular },
        },
        { type: '@xstate.event', sessionId: 'x:0', event: { type: 'pay', circular } },
        circular,
      ])
        watcher.postMessage(message, '*');
    });
    await soon(() => popup.locator('.watch-sheet').innerText()).toMatch(/popup program\s+running/);
    expect(await popup.locator('.watch-sheet').innerText()).toContain(`Opened by http://localhost:${port}`);
    await opener.close();
    await soon(() => popup.locator('.watch-sheet').innerText()).toMatch(/popup program\s+ended/);
    await popup.context().close();
  });

  test('is named and told nothing when it does not', async () => {
    const context = await browser.newContext();
    await context.route('http://evil.example/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>evil</title>' }),
    );
    const opener = await context.newPage();
    await opener.goto('http://evil.example/');
    const [popup] = await Promise.all([
      opener.waitForEvent('popup'),
      opener.evaluate((url) => {
        const own = window as unknown as { told: unknown[]; watcher: Window | null };
        own.told = [];
        window.addEventListener('message', ({ data }) => own.told.push(data));
        own.watcher = window.open(url, 'xstateinspector');
      }, `${serving.address}watch`),
    ]);
    await soon(() => popup.locator('.watch-sheet .door').innerText()).toMatch(/http:\/\/evil\.example opened this/);
    await opener.evaluate(() =>
      (window as unknown as { watcher: Window }).watcher.postMessage(
        { type: '@xstate.actor', sessionId: 'x:0', name: 'official' },
        '*',
      ),
    );
    await popup.waitForTimeout(500);
    expect(await popup.locator('.watch-sheet').innerText()).not.toContain('official');
    expect(await told(opener)).toBe(0);
    await context.close();
  });

  test('that hides who it is learns nothing, and the sheet says what to do', async () => {
    const [port] = await Promise.all(listening);
    const { opener, popup } = await open(`http://localhost:${port}/nameless`);
    expect(await popup.locator('.watch-sheet .door').innerText()).toMatch(/createWebSocketInspector works/);
    expect(await told(opener)).toBe(0);
    await popup.context().close();
  });
});

test('streaming without an inspector says what to do', async () => {
  await expect(
    streamRun(
      {
        name: 'x',
        text: '',
        play: () => {
          throw new Error('must not be played');
        },
      },
      1,
    ),
  ).rejects.toMatchObject({ problems: [{ message: 'no inspector is open at port 1' }] });
});
