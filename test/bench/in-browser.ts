// What the benches of the page have in common.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { type Browser, chromium, type Page } from 'playwright';

export const MANY_ITEMS = 100_000;
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
export const report = (what: string, reached: string, target: string): void =>
  console.log(`${what.padEnd(62)} ${reached.padStart(12)}   ${target}`);

export function mixedScenario(size: number): string {
  const items = Array.from(
    { length: size },
    (_, n) =>
      `    - { id: i${n}, category: ${['messages', 'notes', 'payment-cards', 'local-files'][n % 4] ?? 'notes'} }`,
  );
  return [
    'title: Large',
    'why: bench',
    'world:',
    '  backups: [{ id: b, made: 2026-02-28 }]',
    '  items:',
    ...items,
    'expect: { outcome: completed }',
    '',
  ].join('\n');
}

/** A scenario and its items in a file of their own. */
const pair = (): Readonly<Record<string, string>> => ({
  'pair.yaml': [
    'title: Pair',
    'why: bench',
    'world:',
    '  backups: [{ id: b, made: 2026-02-28 }]',
    '  itemsFile: items.jsonl',
    'expect: { outcome: completed }',
    '',
  ].join('\n'),
  'items.jsonl': Array.from({ length: MANY_ITEMS }, (_, n) =>
    JSON.stringify({ id: `i${n}`, category: n % 2 === 0 ? 'messages' : 'notes' }),
  ).join('\n'),
});

/** Seconds until a dropped pair stands in the page, and the longest that the page did not answer meanwhile. */
export async function openPair(page: Page): Promise<{ readonly seconds: number; readonly longest: number }> {
  const data = await page.evaluateHandle((texts) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(texts)) transfer.items.add(new File([text], name));
    const seen = globalThis as unknown as { longest: number };
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
    return transfer;
  }, pair());
  const began = performance.now();
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
  // Not its name alone: what is being opened has that too.
  await page.getByRole('button', { name: 'Scenario: Pair' }).waitFor({ timeout: 170_000 });
  const seconds = (performance.now() - began) / 1000;
  await page.waitForTimeout(1000);
  return { seconds, longest: await page.evaluate(() => (globalThis as unknown as { longest: number }).longest) };
}

export async function served(
  args: readonly string[],
  port: number,
  use: (address: string) => Promise<void>,
): Promise<void> {
  const server = spawn(process.execPath, ['src/cli/bin.cjs', 'inspect', ...args, '--no-open', '--port', String(port)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [said] = (await once(server.stdout, 'data')) as [Buffer];
    await use(/http:\/\/\S+/.exec(String(said))?.[0] ?? '');
  } finally {
    server.kill();
  }
}

/** From a click to the frame that shows it, in milliseconds. */
export const clickToPainted = (page: Page, name: string): Promise<number> =>
  page.evaluate(async (label) => {
    const button = [...document.querySelectorAll('button')].find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent ?? '').trim() === label,
    );
    if (!button) throw new Error(`no button ${label}`);
    const began = performance.now();
    button.click();
    await new Promise<void>((painted) => {
      requestAnimationFrame(() => {
        const after = new MessageChannel();
        after.port1.addEventListener('message', () => painted());
        after.port1.start();
        after.port2.postMessage(0);
      });
    });
    return performance.now() - began;
  }, name);

/** What a key pressed took, in milliseconds. */
export interface KeyTaken {
  /** From the press to the frame that shows it; most of it is spent waiting for the screen to take the next picture. */
  readonly painted: number;
  /** What the page was busy for meanwhile: the handler and what follows from it, then style, layout and paint. */
  readonly busy: number;
}

/**
 * Presses a key so many times, whenever the page rests. People press at any moment between two pictures, so the presses
 * are spread over that time: all of them just after a picture would measure the distance of pictures, 16.7 ms, and the
 * page on top of it.
 */
export const keyToPainted = (page: Page, key: string, times: number): Promise<readonly KeyTaken[]> =>
  page.evaluate(
    async ([name, count]) => {
      const BETWEEN_PICTURES = 1000 / 60;
      const taken: { painted: number; busy: number }[] = [];
      let last = 0;
      // Every other time nothing is pressed, and the picture alone is waited for that the next press is counted from.
      for (let n = 0; n < count * 2; n += 1) {
        const presses = n % 2 === 1;
        if (!presses) await new Promise((rested) => requestIdleCallback(rested, { timeout: 500 }));
        const moment = presses ? last + ((n / 2) * BETWEEN_PICTURES) / count : 0;
        while (performance.now() < moment);
        const pressed = performance.now();
        if (presses)
          document.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true, cancelable: true }));
        // What the handler has left to be done at once is done before this goes on.
        await Promise.resolve();
        const handled = performance.now();
        last = await new Promise<number>((done) => {
          requestAnimationFrame(() => {
            const began = performance.now();
            const after = new MessageChannel();
            after.port1.addEventListener('message', () => done(began));
            after.port1.start();
            after.port2.postMessage(0);
          });
        });
        const painted = performance.now();
        if (presses) taken.push({ painted: painted - pressed, busy: handled - pressed + (painted - last) });
      }
      return taken;
    },
    [key, times] as const,
  );

/** Milliseconds from frame to frame while the ledger is scrolled through. */
export const framesWhileScrolling = (page: Page): Promise<readonly number[]> =>
  page.evaluate(async () => {
    const table = document.querySelector('.ledger .scrolls, .rows')?.closest('.scrolls');
    if (!table) throw new Error('no table to scroll');
    const taken: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let n = 0; n < 120; n += 1) {
      table.scrollTop += 240;
      const now = await new Promise<number>(requestAnimationFrame);
      taken.push(now - before);
      before = now;
    }
    return taken;
  });

export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

interface Found {
  readonly executablePath: string;
  readonly args: string[];
  readonly env: Record<string, string>;
}
const { findBrowser } = (await import(new URL('../../src/setup/browser.mjs', import.meta.url).href)) as {
  readonly findBrowser: () => Promise<Found>;
};

export async function launched(): Promise<Browser> {
  const { executablePath, args, env } = await findBrowser();
  return chromium.launch({ executablePath, args, env: { ...(process.env as Record<string, string>), ...env } });
}
