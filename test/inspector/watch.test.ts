import { resolve } from 'node:path';
import { readFileSync } from 'node:fs';
import { createWebSocketInspector } from '@statelyai/inspect';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createActor, createMachine, sendTo } from 'xstate';
import type { Browser, Page } from 'playwright';
import { streamRun } from '../../src/cli/stream.ts';
import { serve, type Serving } from '../../src/cli/serve/server.ts';
import {
  hear,
  MAX_ACTORS,
  MAX_LOG,
  newlyWatched,
  sequenceOfWatched,
  treeOf,
} from '../../src/inspector/watch/watched.ts';
import { MAX_MESSAGE_LENGTH, readLiveMessage } from '../../src/report/live.ts';
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

describe('a message', () => {
  test.each([
    '',
    '{',
    'null',
    '1',
    '[]',
    '{}',
    '{"type":"@xstate.actor"}',
    '{"type":"@xstate.actor","sessionId":1}',
    '{"type":"@xstate.event","sessionId":"x"}',
    '{"type":"@xstate.action","sessionId":"x"}',
    `{"type":"@xstate.actor","sessionId":"${'x'.repeat(500)}"}`,
  ])('%s is none', (text) => {
    expect(readLiveMessage(text)).toBeUndefined();
  });

  test('beyond the limit is none, however well formed', () => {
    const message = {
      type: '@xstate.snapshot',
      sessionId: 'x',
      snapshot: { status: 'active', value: 'a', context: 'x'.repeat(MAX_MESSAGE_LENGTH) },
    };
    expect(readLiveMessage(JSON.stringify(message))).toBeUndefined();
  });

  test('keeps the active states of any depth, dotted', () => {
    const snapshot = {
      status: 'active',
      value: { a: 'b', c: { d: { e: 'f' }, g: {} } },
      context: { secretlyLong: 'x'.repeat(9000) },
    };
    const read = readLiveMessage(
      JSON.stringify({ type: '@xstate.snapshot', sessionId: 'x:0', event: { type: 'go' }, snapshot }),
    );
    expect(read).toMatchObject({
      type: 'snapshot',
      id: 'x:0',
      event: 'go',
      snapshot: { states: ['a.b', 'c.d.e.f', 'c.g'] },
    });
    expect(JSON.stringify(read).length).toBeLessThan(5000);
  });

  test('may come in the envelope in which Sky sends it', () => {
    expect(
      readLiveMessage(
        JSON.stringify({ json: { type: '@xstate.event', sessionId: 'x:0', event: { type: 'go' } }, meta: {} }),
      ),
    ).toMatchObject({ type: 'event', event: 'go' });
  });

  test('of any JSON at all is read or refused, never an error', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.json(),
        fc.constantFrom('@xstate.actor', '@xstate.event', '@xstate.snapshot', 'restore-sim.lines', 'restore-sim.began'),
        (json, type) => {
          const value: unknown = JSON.parse(json);
          for (const message of [
            value,
            { type, sessionId: 'x', event: value, snapshot: value, lines: value, scenario: value },
            {
              type,
              sessionId: 'x',
              event: { type: 'e', value },
              snapshot: { value, context: value },
              lines: [{ n: 1, step: 1, at: 0, actor: 'a', type: 'transition', states: value, event: value, to: value }],
            },
          ]) {
            const known = readLiveMessage(JSON.stringify(message));
            if (!known) continue;
            read += 1;
            sequenceOfWatched(hear(newlyWatched(1), [known]));
          }
        },
      ),
    );
    expect(read).toBeGreaterThan(50);
  });
});

describe('a watched program', () => {
  test('keeps a bounded number of actors and entries', () => {
    const actors = Array.from({ length: MAX_ACTORS + 50 }, (_, n) => ({
      type: 'actor' as const,
      id: `x:${n}`,
      name: 'a',
      parent: null,
      snapshot: { status: 'active', states: [], context: '' },
    }));
    const events = Array.from({ length: MAX_LOG + 10 }, () => ({
      type: 'event' as const,
      id: 'x:0',
      source: null,
      event: 'go',
      data: '',
    }));
    const watched = hear(hear(newlyWatched(1), actors), events);
    expect(watched.actors.size).toBe(MAX_ACTORS);
    expect(watched.log.length).toBeLessThanOrEqual(MAX_LOG);
    expect(watched.forgotten + watched.log.length).toBe(MAX_ACTORS + 50 + MAX_LOG + 10);
  });

  test('shows every actor once, even when parents go in a circle', () => {
    const messages = [
      ['a', 'b'],
      ['b', 'a'],
      ['c', 'nobody'],
      ['d', 'c'],
    ].map(([id = '', parent = '']) => ({
      type: 'actor' as const,
      id,
      name: id,
      parent,
      snapshot: { status: 'active', states: [], context: '' },
    }));
    expect(treeOf(hear(newlyWatched(1), messages).actors).map(({ actor, depth }) => `${actor.id}${depth}`)).toEqual([
      'c0',
      'd1',
      'a0',
      'b1',
    ]);
  });
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
    await page.getByRole('button', { name: 'Watch' }).click();
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
