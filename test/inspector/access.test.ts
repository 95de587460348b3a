import { createRequire } from 'node:module';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, Inspector, SHOWCASE } from './drive.ts';

const axe = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const views = [
  ['the beginning', at(1)],
  ['the list of backups', at(9)],
  ['the middle of a run', at(15)],
  ['a prompt', at(33)],
  ['the end', at(50)],
  ['the flow', at(50, SHOWCASE, 'flow')],
  ['the messages', at(15, SHOWCASE, 'messages')],
  ['what if', at(50, SHOWCASE, 'what-if')],
  ['the three questions', at(20, SHOWCASE, 'answers')],
] as const;

test.each(views.map(([name, hash]) => ({ name, hash })))(
  'axe finds nothing serious: $name, light and dark',
  async ({ hash }) => {
    const { page, strangers, errors } = await inspector.open(hash, { colorScheme: 'light', reducedMotion: 'reduce' });
    await page.waitForTimeout(400);
    expect(await seriousIn(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
    await page.locator('html[data-theme=dark]').waitFor({ state: 'attached' });
    expect(await seriousIn(page)).toEqual([]);
    expect({ strangers, errors }).toEqual({ strangers: [], errors: [] });
    await page.context().close();
  },
);

test.each(['o', 's', '?', 'r'])('axe finds nothing serious in the sheet behind %s', async (key) => {
  const { page } = await inspector.open(at(50));
  if (key === 'r') await page.getByRole('button', { name: 'Run again', exact: true }).click();
  else await page.keyboard.press(key);
  await page.getByRole('dialog').waitFor();
  expect(await seriousIn(page)).toEqual([]);
});

test('axe finds nothing serious in the library, while it is searched and in its syllabus', async () => {
  const { page } = await inspector.open();
  await page.keyboard.press('o');
  await page.getByRole('searchbox', { name: 'Search scenarios' }).fill('whatsapp');
  await page.locator('.hits li').first().waitFor();
  expect(await seriousIn(page)).toEqual([]);
  await page.getByRole('tab', { name: 'Syllabus' }).click();
  expect(await seriousIn(page)).toEqual([]);
});

test('axe finds nothing serious beside a stop of the tour', async () => {
  const { page } = await inspector.open();
  await page.getByRole('button', { name: /Take the tour/ }).click();
  await page.locator('.tour-card').waitFor();
  expect(await seriousIn(page)).toEqual([]);
});

test('a coarse pointer gets targets of 44 pixels', async () => {
  const { page } = await inspector.open(at(15), {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 1180, height: 820 },
  });
  const small = await page
    .locator('.controls button, .topbar button, .tabs button, .chip')
    .evaluateAll((buttons) =>
      buttons
        .filter((button) => button.getBoundingClientRect().height > 0 && button.getBoundingClientRect().height < 43.5)
        .map((button) => button.textContent),
    );
  expect(small).toEqual([]);
});

test.each([
  [1440, 900],
  [1024, 768],
  [820, 1180],
])('nothing scrolls sideways and the page keeps to its height at %i × %i', async (width, height) => {
  const { page } = await inspector.open(at(38), { viewport: { width, height } });
  const size = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]);
  expect(size).toEqual([width, height]);
});

test('on a phone nothing to read or press stands beyond the right edge', async () => {
  const { page } = await inspector.open('#s=parts/sealed-store-without-its-key&p=25', {
    viewport: { width: 390, height: 844 },
  });
  await page.getByRole('row').nth(1).waitFor();
  const beyond = await page.evaluate(() =>
    [...document.querySelectorAll('.topbar .button, .device, .controls .button, .said, .ledger .fate, .chip')]
      .filter((part) => part.getBoundingClientRect().right > innerWidth)
      .map((part) => part.className),
  );
  expect(beyond).toEqual([]);
});

async function seriousIn(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: axe });
  const { violations } = await page.evaluate(() =>
    (globalThis as unknown as { axe: { run: (context: Document, options: object) => Promise<AxeResults> } }).axe.run(
      document,
      { resultTypes: ['violations'] },
    ),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) =>
        `${id}: ${nodes
          .slice(0, 3)
          .map(({ html }) => html.slice(0, 200))
          .join(' | ')}`,
    );
}
