import type { Page } from 'playwright';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { at, Inspector, soon, stepOf, withMachinery } from './drive.ts';

let inspector: Inspector;
beforeAll(async () => {
  inspector = await Inspector.start();
});
afterAll(() => inspector.stop());

const card = (page: Page, actor: string) => page.getByRole('region', { name: `Chart of ${actor}` });
const viewBox = (page: Page, actor: string) => card(page, actor).locator('.chart-canvas svg').getAttribute('viewBox');

test('the charts follow the restore, its stage and sync, each in a card of its own', async () => {
  const { page, errors, strangers } = await inspector.open(at(16, undefined, 'charts'));
  await soon(() => card(page, 'restore').locator('.state.closed.active text').allTextContents()).toEqual([
    'eligibility',
  ]);
  expect(await card(page, 'eligibility').locator('.state.closed.active text').allTextContents()).toEqual(['judging']);
  expect(await card(page, 'icloudSync').locator('.state.closed.active text').allTextContents()).toEqual(['off']);
  await soon(() => card(page, 'eligibility').locator('.label.now').count()).toBeGreaterThan(0);
  await soon(() => card(page, 'eligibility').locator('.label.possible').count()).toBeGreaterThan(0);
  expect([errors, strangers]).toEqual([[], []]);
});

test('a state explains itself by keyboard, with its behaviours and their sources', async () => {
  const { page } = await inspector.open(at(16, undefined, 'charts'));
  await card(page, 'restore').locator('.chart-canvas svg').focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  const meaning = page.getByRole('complementary', { name: 'Meaning' });
  await soon(() => meaning.innerText()).toMatch(/eligibility[\s\S]*frozen[\s\S]*A2/);
  expect(await stepOf(page)).toBe(16);
});

test('zoom, pan, fit, and everything unfolded', async () => {
  const { page, errors } = await inspector.open(at(16, undefined, 'charts'));
  await card(page, 'restore').waitFor();
  const first = await viewBox(page, 'restore');
  await page.getByRole('button', { name: 'Enlarge restore' }).click();
  await soon(() => viewBox(page, 'restore')).not.toBe(first);
  const enlarged = await viewBox(page, 'restore');
  const area = await card(page, 'restore').locator('.chart-canvas').boundingBox();
  if (!area) throw new Error('no canvas');
  await page.mouse.move(area.x + 40, area.y + 40);
  await page.mouse.down();
  await page.mouse.move(area.x + 90, area.y + 60, { steps: 3 });
  await page.mouse.up();
  await soon(() => viewBox(page, 'restore')).not.toBe(enlarged);
  await page.getByRole('button', { name: 'Fit restore' }).click();
  const folded = await card(page, 'restore').locator('.state').count();
  await page.getByRole('button', { name: 'Unfold restore' }).click();
  await soon(() => card(page, 'restore').locator('.state').count()).toBeGreaterThan(folded * 2);
  expect(errors).toEqual([]);
});

test.each([['charts', 'Copy restore as SVG', /downloading/]])(
  '%s are copied as an SVG that needs nothing else',
  async (view, button, holds) => {
    const { page } = await inspector.open(at(40, undefined, view), {
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.getByRole('button', { name: button }).click();
    await soon(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(holds);
    const text = await page.evaluate(() => navigator.clipboard.readText());
    expect(text).not.toMatch(/class=|style=|var\(|data-|href=/);
    expect(
      await page.evaluate(
        (svg) => new DOMParser().parseFromString(svg, 'image/svg+xml').querySelector('parsererror'),
        text,
      ),
    ).toBeNull();
  },
);

test('a branch of the flow filters the ledger, and the sums are the ledger’s', async () => {
  const { page, errors } = await inspector.open(withMachinery(at(50, undefined, 'flow')));
  const branch = page.getByRole('button', {
    name: /^Nordbank: enrolment: Excluded by app\/bound-to-device, 1 item, 12 kB/,
  });
  await branch.focus();
  await page.keyboard.press('Enter');
  await soon(() => page.getByRole('region', { name: /Ledger/ }).innerText()).toMatch(/Nordbank: enrolment/);
  expect(await branch.getAttribute('aria-pressed')).toBe('true');
  const heads = await page.locator('.flow-svg').textContent();
  expect(heads).toMatch(/24 items/);
  expect(errors).toEqual([]);
});

test('messages go up to the step, and lead to any other', async () => {
  const { page } = await inspector.open(at(30, undefined, 'messages'));
  const rows = page.locator('.sequence li button');
  await soon(() => rows.count()).toBeGreaterThan(5);
  const before = await stepOf(page);
  await rows.nth(-4).click();
  await soon(() => stepOf(page)).not.toBe(before);
  expect(await stepOf(page)).toBeLessThan(before);
});
