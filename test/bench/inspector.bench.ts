// The page in a real Chromium: first picture, a step from click to painted, a jump, and frames while scrolling.
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Page } from 'playwright';
import { clickToPainted, launched, MANY_ITEMS, median, mixedScenario, openPair, report, served } from './in-browser.ts';

const ITEMS = 20_000;
async function steps(page: Page, name: string, times: number): Promise<number> {
  const taken: number[] = [];
  for (let n = 0; n < times; n += 1) taken.push(await clickToPainted(page, name));
  return median(taken);
}

const browser = await launched();
const folder = mkdtempSync(join(tmpdir(), 'restore-sim-bench-'));
try {
  await served([], 4873, async (address) => {
    const firsts: number[] = [];
    for (let n = 0; n < 6; n += 1) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const began = performance.now();
      await page.goto(address);
      await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
      firsts.push(performance.now() - began);
      await page.close();
    }
    report(
      'first picture of the default scenario, warm server',
      `${median(firsts.slice(1)).toFixed(0)} ms`,
      '< 1000 ms',
    );
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.getByRole('button', { name: 'Next', exact: true }).waitFor();
    await page.waitForTimeout(1500);
    report(
      'a step, click to painted, 24 items, with the charts',
      `${(await steps(page, 'Next', 40)).toFixed(1)} ms`,
      '< 17 ms (a frame)',
    );
    const { seconds, longest } = await openPair(page);
    report(`${MANY_ITEMS} items in two files, dropped and played`, `${seconds.toFixed(1)} s`, '< 20 s');
    report('the longest that the page did not answer meanwhile', `${longest.toFixed(0)} ms`, '< 2000 ms');
    await page.close();
  });
  const large = join(folder, 'large.yaml');
  writeFileSync(large, mixedScenario(ITEMS));
  await served([large], 4874, async (address) => {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(address);
    await page.getByText('Large').first().waitFor({ timeout: 120_000 });
    await page.getByRole('button', { name: 'Next', exact: true }).waitFor({ timeout: 120_000 });
    await page.waitForTimeout(3000);
    report(`a step, click to painted, ${ITEMS} items`, `${(await steps(page, 'Next', 30)).toFixed(1)} ms`, '< 33 ms');
    const jumps = [
      await clickToPainted(page, 'Last'),
      await clickToPainted(page, 'First'),
      await clickToPainted(page, 'Last'),
    ];
    report(`a jump over the whole run, ${ITEMS} items`, `${median(jumps).toFixed(1)} ms`, '< 50 ms');
  });
  const assets = readdirSync('dist/inspector/assets').filter((name) => name.endsWith('.js'));
  const bytes = assets.reduce(
    (sum, name) => sum + gzipSync(readFileSync(join('dist/inspector/assets', name)), { level: 9 }).length,
    0,
  );
  report('JavaScript of the page, gzipped, everything in the folder', `${(bytes / 1000).toFixed(0)} kB`, '≤ 250 kB');
} finally {
  await browser.close();
  rmSync(folder, { recursive: true, force: true });
}
