import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Download, Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, Inspector, soon, stepOf } from './drive.ts';

let inspector: Inspector;
let folder: string;
beforeAll(async () => {
  inspector = await Inspector.start();
  folder = await mkdtemp(join(tmpdir(), 'restore-sim-'));
});
afterAll(async () => {
  await inspector.stop();
  await rm(folder, { recursive: true, force: true });
});

async function saved(page: Page, does: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), does()]);
  const path = join(folder, (download as Download).suggestedFilename());
  await download.saveAs(path);
  return path;
}

test('a case saved as a page opens from disk, and in a frame, where it was: step, item and filter', async () => {
  const { page } = await inspector.open(`${at(24)}&i=codes&qf=excluded`);
  await page.keyboard.press('s');
  const path = await saved(page, () => page.getByRole('button', { name: 'Save as a page' }).click());
  await page.context().close();
  // A page of its own: what another still fetches is not asked for by this one.
  const { page: other } = await inspector.open();
  const opened = await other.context().newPage();
  const errors: string[] = [];
  opened.on('pageerror', (error) => errors.push(error.message));
  const requests: string[] = [];
  opened.on('request', (request) => requests.push(request.url()));
  await opened.goto(pathToFileURL(path).href);
  await soon(() => stepOf(opened)).toBe(24);
  expect(await opened.getByRole('button', { name: /^Excluded 4/ }).getAttribute('aria-pressed')).toBe('true');
  await soon(() => opened.getByRole('region', { name: 'Why' }).innerText()).toContain('Authenticator: 9 tokens');
  expect(await opened.title()).toContain('New iPhone');
  const frame = join(folder, 'frame.html');
  writeFileSync(frame, `<iframe src="${pathToFileURL(path).href}" width="1300" height="800"></iframe>`);
  await opened.goto(pathToFileURL(frame).href);
  await opened.frameLocator('iframe').locator('.topbar').waitFor();
  expect(requests.filter((url) => !url.startsWith('file:') && !url.startsWith('blob:'))).toEqual([]);
  expect(errors).toEqual([]);
});

test('the flow leaves as a picture with title and legend', async () => {
  const { page } = await inspector.open(at(50, undefined, 'flow'));
  const take = async (word: string) =>
    saved(page, async () => {
      await page.getByRole('button', { name: 'Picture of the flow' }).click();
      await page.getByRole('button', { name: word }).click();
    });
  const svg = readFileSync(await take('Save as SVG'), 'utf8');
  for (const word of ['New iPhone, iCloud backup', 'Never in backup', 'Excluded', 'showcase/new-iphone'])
    expect(svg).toContain(word);
  expect(svg).not.toContain('var(');
  const png = readFileSync(await take('Save as PNG'));
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([3200, 1800]);
  mkdirSync('test-results', { recursive: true });
  writeFileSync('test-results/flow.png', png);
});

async function onPaper(page: Page, word: string): Promise<string> {
  await page.evaluate(() => {
    window.print = () => void window.dispatchEvent(new Event('beforeprint'));
  });
  await page.keyboard.press('s');
  await page.getByRole('button', { name: word }).click();
  await page.emulateMedia({ media: 'print' });
  await page.locator('.print-sheet').waitFor();
  return page.locator('.print-sheet').innerText();
}

test('paper says that a run was changed, asks what is unknown, and keeps solutions apart', async () => {
  const changed = await inspector.open(`${at(50)}&c=services.photos.atBackup:off`);
  const trainer = await onPaper(changed.page, 'Print the trainer’s handout');
  expect(trainer).toContain('This is not the scenario as it was given.');
  expect(trainer).toContain('iCloud for photos at the backup: Off');
  expect(trainer).toContain('https://');
  const unknown = await inspector.open(at(22, 'matrix/facts-nobody-knows-icloud'));
  const sheet = await onPaper(unknown.page, 'Print the fate sheet');
  expect(sheet).toContain('Ask: Was iCloud switched on');
  expect(sheet).not.toContain('The backup left your photos to iCloud Photos');
  const learner = await inspector.open(at(1));
  const [blanks = '', solutions = ''] = (await onPaper(learner.page, 'Print the learner’s handout')).split(
    /solutions/i,
  );
  expect(blanks).toContain('Gate and reason:');
  expect(blanks).not.toContain('iCloud Photos on');
  expect(solutions).toContain('locks passwords with a key');
});
