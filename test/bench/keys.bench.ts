// From a key pressed at any moment to the frame that shows it, in the workbench and in class mode, and frames while
// scrolling.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import {
  framesWhileScrolling,
  type KeyTaken,
  keyToPainted,
  launched,
  MANY_ITEMS,
  mixedScenario,
  openPair,
  percentile,
  report,
  served,
} from './in-browser.ts';

const SIZE = { width: 1440, height: 900 };
const told = (taken: readonly number[]): string =>
  [0.5, 0.95].map((share) => percentile(taken, share).toFixed(1)).join(' / ');

/** Forward and back, because a story may have fewer steps than are measured. */
async function reportKeys(page: Page, what: string, target: string): Promise<void> {
  await keyToPainted(page, 'ArrowRight', 5);
  const taken: KeyTaken[] = [];
  for (const key of ['ArrowRight', 'ArrowLeft', 'ArrowRight']) taken.push(...(await keyToPainted(page, key, 20)));
  report(`${what}, p50 / p95 in ms`, told(taken.map(({ painted }) => painted)), target);
  report('  of which the page was busy', told(taken.map(({ busy }) => busy)), '');
}

const browser = await launched();
const folder = mkdtempSync(join(tmpdir(), 'restore-sim-bench-'));
const scenarioOf = (size: number): string => {
  const file = join(folder, `items-${size}.yaml`);
  writeFileSync(file, mixedScenario(size));
  return file;
};
const inPage = (args: readonly string[], port: number, measure: (page: Page) => Promise<void>): Promise<void> =>
  served(args, port, async (address) => {
    const page = await browser.newPage({ viewport: SIZE });
    await page.goto(address);
    await page.getByRole('button', { name: 'Next', exact: true }).waitFor({ timeout: 170_000 });
    await page.waitForTimeout(2500);
    await measure(page);
    await page.close();
  });
try {
  await inPage([], 4876, async (page) => {
    await reportKeys(page, 'a key, the showcase', '≤ 17 / ≤ 33');
    const { seconds } = await openPair(page);
    report(`${MANY_ITEMS} items, dropped and played`, `${seconds.toFixed(1)} s`, '≤ 5 s');
    await page.waitForTimeout(2500);
    report(`a frame while ${MANY_ITEMS} rows scroll`, told(await framesWhileScrolling(page)), '≤ 17 / ≤ 17');
  });
  await inPage([scenarioOf(64)], 4877, (page) => reportKeys(page, 'a key, 64 items', '≤ 17 / ≤ 33'));
  await inPage([scenarioOf(20_000)], 4878, async (page) => {
    await reportKeys(page, 'a key, 20,000 items', 'p95 ≤ 50');
    await page.keyboard.press('f');
    await page.locator('.class-mode').first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1500);
    await reportKeys(page, 'a key in class mode, 20,000 items', 'p95 ≤ 50');
  });
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
