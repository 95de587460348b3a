import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { createWebSocketInspector } from '@statelyai/inspect';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createActor, createMachine, sendTo } from 'xstate';
import type { Browser, Page } from 'playwright';
import { streamRun } from '../../src/cli/stream.ts';
import { serve, type Serving } from '../../src/cli/serve/server.ts';
import { play } from '../../src/run/play.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { launchBrowser } from './page.ts';

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

describe('in the page', () => {
  let serving: Serving;
  let browser: Browser;
  let page: Page;
  const errors: string[] = [];

  beforeAll(async () => {
    serving = await serve({ folder: resolve('dist/inspector'), port: 0 });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('pageerror', (error) => errors.push(error.message));
    page.on('dialog', (dialog) => errors.push(dialog.message()));
    await page.goto(serving.address);
    await page.getByRole('button', { name: 'More, for engineers' }).press('Enter');
    await page.getByRole('button', { name: 'Watch programs' }).press('Enter');
  });
  afterAll(async () => {
    await browser.close();
    await serving.close();
  });

  test('a program that uses Stately’s inspector shows its actors, states and events', async () => {
    const inspector = createWebSocketInspector({ url: `ws://127.0.0.1:${serving.port}` });
    const actor = createActor(light, { inspect: inspector.inspect });
    actor.start();
    actor.send({ type: 'next' });
    await page
      .getByRole('button', { name: /^light/ })
      .first()
      .waitFor();
    const tree = page.locator('.actor-tree');
    await expect.poll(() => tree.innerText(), { timeout: 15_000 }).toMatch(/yellow\.lamp\.on/);
    expect(await tree.innerText()).toMatch(/walker/);
    await page.getByRole('tab', { name: 'Event log' }).click();
    await expect.poll(() => page.locator('.watch-log').innerText()).toMatch(/next/);
    expect(await page.locator('.watch-sheet img').count()).toBe(0);
    await page.getByRole('tab', { name: 'Sequence' }).click();
    inspector.stop();
  });

  test('a run of ours arrives line by line, and can be stepped through here', async () => {
    const file = 'scenarios/showcase/new-iphone-icloud-photos-on.yaml';
    const text = readFileSync(file, 'utf8');
    const scenario = loadScenario(text, file);
    const run = await streamRun(
      { name: 'showcase.yaml', text, play: (following) => play(scenario, following) },
      serving.port,
    );
    await page.getByRole('button', { name: /showcase\.yaml/ }).click();
    await expect
      .poll(() => page.locator('.actor-tree').innerText(), { timeout: 15_000 })
      .toContain(run.fingerprints.journal.slice(0, 12));
    expect(await page.locator('.actor-tree').innerText()).toMatch(/icloudSync/);
    await page.getByRole('button', { name: 'Step through this run here' }).click();
    await expect.poll(() => page.locator('.watch-sheet').count()).toBe(0);
    expect(errors).toEqual([]);
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
