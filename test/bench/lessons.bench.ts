// The figures of a lesson in a real Chromium: a row turned over, and all worlds of a case in which a cause is sought.
import type { Page } from 'playwright';
import { clickToPainted, launched, median, percentile, report, served } from './in-browser.ts';

const NEXT = 'Next to open';
const lockButton = (page: Page) => page.locator('[data-after-bets]');
const isOver = (page: Page): Promise<boolean> =>
  page.getByRole('button', { name: NEXT }).evaluate((button) => button.getAttribute('aria-disabled') === 'true');

/** From the click to the frame in which the row stands open, for every row of a case. */
async function reveals(page: Page): Promise<readonly number[]> {
  await lockButton(page).waitFor();
  await page.evaluate(() => {
    for (const group of document.querySelectorAll('fieldset.choices')) group.querySelector('input')?.click();
  });
  await page.waitForFunction(
    () => document.querySelector('[data-after-bets]')?.getAttribute('aria-disabled') === 'false',
  );
  await lockButton(page).click();
  await page.locator('.revealing').waitFor();
  const taken: number[] = [];
  while (!(await isOver(page))) {
    await page.evaluate(() => new Promise((rested) => requestIdleCallback(rested, { timeout: 500 })));
    taken.push(await clickToPainted(page, NEXT));
  }
  return taken;
}

/** Notes how long the thread beside the page takes for all worlds of a case, from the question to the answer. */
async function timeWorlds(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const seen = globalThis as unknown as { worldsMs: number };
    const Usual = Worker;
    window.Worker = class extends Usual {
      override postMessage(message: { readonly kind?: string }): void {
        const began = performance.now();
        if (message.kind === 'worlds')
          this.addEventListener('message', () => (seen.worldsMs = performance.now() - began), { once: true });
        super.postMessage(message);
      }
    };
  });
}

const browser = await launched();
try {
  await served([], 4875, async (address) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const taken: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      await page.goto(`${address}#l=02-the-four&k=bench${n}&t=${n % 2 === 0 ? 2 : 3}`);
      taken.push(...(await reveals(page)));
    }
    const p90 = percentile(taken, 0.9);
    report(`a row turned over, click to painted, ${taken.length} times`, `${median(taken).toFixed(1)} ms`, 'median');
    report('the same, nine of ten', `${p90.toFixed(1)} ms`, '< 33 ms');
    await page.close();
    const worlds: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      const caller = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await timeWorlds(caller);
      await caller.goto(`${address}#l=05-the-bank-app-is-empty&k=bench${n}&t=1`);
      await caller.getByRole('heading', { name: 'Name the cause' }).waitFor();
      worlds.push(await caller.evaluate(() => (globalThis as unknown as { worldsMs: number }).worldsMs));
      await caller.close();
    }
    report('all worlds of an empty app, in a thread beside the page', `${median(worlds).toFixed(0)} ms`, '< 500 ms');
  });
} finally {
  await browser.close();
}
